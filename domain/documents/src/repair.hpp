#pragma once

#include <vector>

#include "zone.hpp"

namespace cardea::documents {

/// Ways to read a zone whose digits do not all agree so that they do. Empty when no digit proves anything.
/// The work is bounded whatever the zone holds.
[[nodiscard]] std::vector<Proposal> propose_repairs(const Zone& zone);

}  // namespace cardea::documents
