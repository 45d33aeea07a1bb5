#pragma once

#include <optional>
#include <span>
#include <vector>

#include "cardea/crossings/direction.hpp"
#include "cardea/crossings/permits.hpp"
#include "cardea/crossings/rules.hpp"
#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::crossings {

/// A stretch of days spent inside, both ends counted: a visitor who enters and leaves on one day stayed one
/// day. A stay without `left` is open: it lasts until the day that is asked about.
struct Stay {
  Date entered;
  std::optional<Date> left;
};

/// What a rule says about one day.
struct StayCount {
  int used = 0;                    ///< days of stay in the window that ends on the day
  int remaining = 0;               ///< longest stay from the day on, that day included, without a day over
  std::optional<Date> last_day;    ///< last authorised day of that stay; absent when `remaining` is 0
  std::optional<Date> open_since;  ///< first day of the open stay
  std::optional<Date> first_overstay_day;  ///< of the open stay, when it has one
  int overstayed = 0;                      ///< days of the open stay from its first day over to the asked day
};

/// Counts days by sets: stays may overlap and come in any order, a day is counted once. For a
/// day d, used(d) is the number of days of stay in [d - window + 1, d]; a day is legal when used(d) <= limit.
///
/// The caller says which day it is: this function knows no clock. Stays planned after `on` count: a stay
/// from `on` must leave them legal too.
/// Fails `malformed/stay_ends_before_start` when a stay runs backwards (an open stay must not begin after
/// `on`).
///
/// Law: Regulation (EU) 2016/399, Article 6(1) and 6(2).
[[nodiscard]] Result<StayCount> count_stay(std::span<const Stay> stays, Date on, const StayRule& rule);

/// Days a permission grants within its dates, beside the rule: a visa for thirty days.
struct Allowance {
  Date first;
  Date last;
  int days = 0;
};

/// What is special about one person's count.
struct StayTerms {
  /// Days that may be spent and do not count: under a residence permit or long-stay visa, in an extension
  /// granted, held back by force majeure.
  std::vector<DaySpan> not_counted;
  std::optional<Allowance> allowance;
};

/// The same under terms. A day is legal when it does not count, or when the rule's window, its calendar year
/// and the allowance all still hold on it. Days before the rule's `counts_from` are none of its days.
[[nodiscard]] Result<StayCount> count_stay(std::span<const Stay> stays, Date on, const StayRule& rule,
                                           const StayTerms& terms);

/// One recorded crossing, as the history of a traveller gives it.
struct PastCrossing {
  Direction direction = Direction::entry;
  Date on;
};

/// Pairs admitted crossings into stays, oldest first. An entry is closed by the next exit. An entry followed
/// by another entry has no exit on record: it stays open, because nobody knows when the person left. An exit
/// without an entry says nothing about days inside and is left out. `crossings` must be in order of time.
[[nodiscard]] std::vector<Stay> stays_from(std::span<const PastCrossing> crossings);

}  // namespace cardea::crossings
