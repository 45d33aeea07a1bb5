#pragma once

#include "cardea/inspection/inspections.hpp"
#include "cardea/ports/alerts_entries.hpp"

namespace cardea::inspection {

/// Leaves out what our own alerts found that are not in force at this moment: the snapshot that was searched
/// may be older.
[[nodiscard]] Done drop_ended(const ports::Records& now, Instant at, Date on,
                              std::vector<screening::Hit>& hits);

/// The hits that somebody answers for, with what is remembered of this traveller; and whether details are
/// asked.
[[nodiscard]] Result<ports::HitsRaised> hits_raised(IdSource& ids, const ports::Records& now,
                                                    const ports::InspectionOpened& opened);

/// Earlier comparisons as comparisons of this inspection.
[[nodiscard]] std::vector<ports::ComparisonRow> remembered(const ports::HitsRaised& raised);

}  // namespace cardea::inspection
