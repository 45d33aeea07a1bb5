#pragma once

#include <optional>

#include "cardea/crossings/short_stay.hpp"
#include "cardea/ports/records.hpp"

namespace cardea::inspection {

/// The count over a traveller's recorded crossings. `answered` is false when no rule is in force or the
/// recorded crossings make no sense.
struct Counted {
  bool answered = false;
  std::optional<crossings::StayCount> all;
  std::optional<crossings::StayCount> without_open;
  std::optional<ports::StayRecord> record;
};

/// Crossings looked at: more than anybody makes in the longest window of a rule.
inline constexpr int kHistoryForCount = 2000;

/// `history` newest first, as ports::Records gives it. Only admissions count: who was refused was not inside.
[[nodiscard]] Counted count_history(const std::vector<ports::CrossingRow>& history, Date on,
                                    const crossings::Rules& rules);

}  // namespace cardea::inspection
