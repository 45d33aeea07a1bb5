#pragma once

#include "cardea/crossings/assessment.hpp"
#include "cardea/documents/mrz.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/ports/entries.hpp"

namespace cardea::inspection {

/// The document and the person that a reading speaks of, as the journal keeps them. Ids are new.
[[nodiscard]] ports::DocumentRecord document_of(const documents::Reading& reading, IdSource& ids);
[[nodiscard]] ports::TravellerRecord traveller_of(const documents::Reading& reading, IdSource& ids);

[[nodiscard]] crossings::ReadingFacts reading_facts(const documents::Reading& reading, bool typed_by_hand);
[[nodiscard]] crossings::DocumentFacts document_facts(const documents::Reading& reading,
                                                      const ports::DocumentRecord& document);

/// National of the state of the post. The MRZ writes Germany as `D`; states are named by alpha-3 everywhere
/// else.
[[nodiscard]] bool is_own_national(const ports::TravellerRecord& traveller, const ports::NodeCreated& node);

}  // namespace cardea::inspection
