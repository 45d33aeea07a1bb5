#pragma once

#include <optional>
#include <string_view>

#include "cardea/watchlist/alert.hpp"

namespace cardea::lists {

/// Reads a piece of OFAC's remarks as a document or register number: `Passport RL 1622378 (Lebanon) issued
/// 1999`. Nothing when it does not begin with the name of one or holds no number.
[[nodiscard]] std::optional<watchlist::ListedDocument> read_ofac_document(std::string_view piece);

}  // namespace cardea::lists
