#pragma once

#include <optional>
#include <string_view>

#include "cardea/kernel/date.hpp"
#include "cardea/watchlist/alert.hpp"

namespace cardea::lists {

/// `21 Apr 1955`, `Apr 1955`, `April 1955`, `Nov. 1973`, `1955`, `1955-04-21`, `1955-04`.
[[nodiscard]] std::optional<PartialDate> parse_list_date(std::string_view text);

/// The same, and: `circa 1950`, `1950 to 1955`, `circa 1979-1982`, `01 Jan 1947 to 01 Jan 1949` (its years
/// are kept).
[[nodiscard]] std::optional<watchlist::BirthDate> parse_birth_date(std::string_view text);

/// A birth date between two years, as lists give it in two fields; nothing when they are not years in order.
[[nodiscard]] std::optional<watchlist::BirthDate> birth_between(std::string_view from_year,
                                                                std::string_view to_year);

}  // namespace cardea::lists
