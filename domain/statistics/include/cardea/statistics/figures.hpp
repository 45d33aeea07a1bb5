#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"

namespace cardea::statistics {

/// A cell smaller than this could point at a person and is not shown (domain.md 1.O, disclosure control).
inline constexpr std::int64_t kSmallestCell = 5;

/// One line of a table. `count` is absent when it was suppressed: the cell is 1 to 4, or it is the second
/// smallest of a table in which only one cell was suppressed, which the total would give away.
struct Figure {
  std::string word;
  std::optional<std::int64_t> count;
  friend bool operator==(const Figure&, const Figure&) = default;
};
BOOST_DESCRIBE_STRUCT(Figure, (), (word, count))

using Counts = std::map<std::string, std::int64_t>;

/// The table in the order of the words, with small cells suppressed. The total may be published beside it.
[[nodiscard]] std::vector<Figure> suppressed(const Counts& counts);

/// The counts as they are, for dimensions that say nothing of a person: hours, lanes, checks.
[[nodiscard]] std::vector<Figure> unsuppressed(const Counts& counts);

/// "0-14", "15-24", "25-64", "65+" by full years on `on`; "unknown" without a year of birth. A birth date
/// that lacks month or day counts as its first possible day.
[[nodiscard]] std::string_view age_group_of(const std::optional<PartialDate>& birth, Date on);

/// The smallest value that at least `percent` of the values do not exceed (nearest rank); nothing of nothing.
[[nodiscard]] std::optional<std::int64_t> quantile(std::vector<std::int64_t> values, int percent);

}  // namespace cardea::statistics
