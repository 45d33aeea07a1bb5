#pragma once

#include <optional>
#include <vector>

#include "cardea/ports/records.hpp"
#include "cardea/ports/travellers_records.hpp"

namespace cardea::travellers {

/// The most links one unknown document may give rise to.
inline constexpr std::size_t kProposalsMax = 5;

/// Compares the holder of a document nobody presented before with travellers who look alike: found by one
/// indexed query over birth date and names, judged by people::identity_relation. At most `kProposalsMax`,
/// the most alike first. Nothing when the birth date or the name could not be read.
[[nodiscard]] Result<std::vector<ports::LinkProposed>> proposed_links(const ports::TravellerRecords& records,
                                                                      const ports::InspectionOpened& opened);

/// The ids in the order in which a pair is kept.
[[nodiscard]] std::pair<TravellerId, TravellerId> in_order(TravellerId a, TravellerId b);

/// "first/second": what entries about a link are filed under.
[[nodiscard]] std::string subject_of_link(TravellerId first, TravellerId second);

}  // namespace cardea::travellers
