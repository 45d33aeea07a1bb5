#pragma once

#include "cardea/ports/alerts_records.hpp"
#include "cardea/travellers/person.hpp"
#include "common.hpp"

namespace cardea::inspection {

/// The holder over all documents as the store now knows them, with the crossings before this inspection.
struct Holding {
  std::vector<ports::CrossingRow> history;  ///< newest first
  travellers::Standing standing;
};

/// `stated`: the class an officer stated in this inspection; empty when none. What was stated for the
/// traveller counts besides.
[[nodiscard]] Result<Holding> holding_of(const Parts& parts, const ports::Records& now,
                                         const ports::NodeCreated& node,
                                         const ports::InspectionOpened& opened, const std::string& stated);

[[nodiscard]] PersonView person_view(const Parts& parts, const Holding& holding,
                                     const std::optional<ports::InspectionPersonStated>& recorded);

/// Fails as Inspections::record_person does for what the request says by itself.
[[nodiscard]] Done check_person(const RecordPerson& input, const crossings::Rules& rules);

/// Fails `malformed/unknown_duty`.
[[nodiscard]] Result<ports::InspectionPersonStated> person_recorded(const Parts& parts,
                                                                    const ports::Records& now,
                                                                    const ports::NodeCreated& node,
                                                                    const ports::InspectionRow& row,
                                                                    const RecordPerson& input);

/// Whether the person is a minor, and what is known of the company.
[[nodiscard]] Result<crossings::MinorCare> minor_care(const Parts& parts, const ports::Records& now,
                                                      const ports::InspectionOpened& opened);

}  // namespace cardea::inspection
