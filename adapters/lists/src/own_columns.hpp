#pragma once

#include <string_view>

#include "cardea/watchlist/alert.hpp"

namespace cardea::lists {

/// Puts one field of our own CSV into the alert. Gives the reason word when it cannot be: `bad_date`,
/// `bad_birth_date`, `unknown_kind`, `unknown_action`, `unknown_sex`, `bad_document`; empty when all is well.
using TakeField = std::string_view (*)(std::string_view field, watchlist::Alert& alert);

/// What fills a column; nullptr for a name no column has.
[[nodiscard]] TakeField find_own_column(std::string_view name);

/// The columns a file must have.
[[nodiscard]] bool is_required_own_column(std::string_view name);
inline constexpr std::size_t kRequiredOwnColumns = 6;

}  // namespace cardea::lists
