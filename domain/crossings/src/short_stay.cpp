#include "cardea/crossings/short_stay.hpp"

#include <algorithm>

namespace cardea::crossings {
namespace {

/// Days as numbers, both ends included.
struct Span {
  std::int32_t first;
  std::int32_t last;
};

// Sorted spans that neither touch nor overlap: a day is then in one of them at most.
std::vector<Span> merged(std::vector<Span> spans) {
  std::ranges::sort(spans, {}, &Span::first);
  std::vector<Span> result;
  for (const Span& span : spans) {
    if (!result.empty() && span.first <= result.back().last + 1) {
      result.back().last = std::max(result.back().last, span.last);
    } else {
      result.push_back(span);
    }
  }
  return result;
}

Result<std::vector<Span>> spans_of(std::span<const Stay> stays, Date on) {
  std::vector<Span> spans;
  for (const Stay& stay : stays) {
    const Span span{stay.entered.days_since_1970(), stay.left.value_or(on).days_since_1970()};
    if (span.last < span.first) return fail(ErrorKind::malformed, "stay_ends_before_start");
    spans.push_back(span);
  }
  return spans;
}

// used(d): days of stay in the window that ends on `day`.
int used_on(const std::vector<Span>& spans, std::int32_t day, int window) {
  const std::int32_t first = day - window + 1;
  int used = 0;
  for (const Span& span : spans) {
    used += std::max(0, std::min(span.last, day) - std::max(span.first, first) + 1);
  }
  return used;
}

// What is left of sorted spans without these days.
std::vector<Span> without(std::vector<Span> spans, const std::vector<Span>& removed) {
  for (const Span& gone : removed) {
    std::vector<Span> left;
    for (const Span& span : spans) {
      if (gone.last < span.first || span.last < gone.first) {
        left.push_back(span);
        continue;
      }
      if (span.first < gone.first) left.push_back({span.first, gone.first - 1});
      if (gone.last < span.last) left.push_back({gone.last + 1, span.last});
    }
    spans = std::move(left);
  }
  return spans;
}

int days_between_both(const std::vector<Span>& spans, std::int32_t first, std::int32_t last) {
  int days = 0;
  for (const Span& span : spans) {
    days += std::max(0, std::min(span.last, last) - std::max(span.first, first) + 1);
  }
  return days;
}

std::int32_t new_year_of(std::int32_t day) {
  return Date::create(Date::from_days(day).year(), 1, 1)->days_since_1970();
}

std::int32_t last_day_of_year(std::int32_t day) {
  return Date::create(Date::from_days(day).year(), 12, 31)->days_since_1970();
}

/// A rule and a person's terms, with the days that do not count.
struct Law {
  const StayRule& rule;
  const StayTerms& terms;
  std::vector<Span> not_counted;

  Law(const StayRule& of_all, const StayTerms& of_one) : rule{of_all}, terms{of_one} {
    for (const DaySpan& span : terms.not_counted) {
      not_counted.push_back({span.first.days_since_1970(), span.last.days_since_1970()});
    }
    constexpr std::int32_t kBeforeAll = -1'000'000;
    if (rule.counts_from) not_counted.push_back({kBeforeAll, rule.counts_from->days_since_1970() - 1});
  }

  [[nodiscard]] std::vector<Span> counted(std::vector<Span> stays) const {
    return without(merged(std::move(stays)), not_counted);
  }

  // `days` are counted days; `day` is one of them.
  [[nodiscard]] bool over_on(const std::vector<Span>& days, std::int32_t day) const {
    if (used_on(days, day, rule.window) > rule.limit) return true;
    if (rule.calendar_year_limit &&
        days_between_both(days, new_year_of(day), day) > *rule.calendar_year_limit) {
      return true;
    }
    if (!terms.allowance) return false;
    const Allowance& allowance = *terms.allowance;
    return day > allowance.last.days_since_1970() ||
           days_between_both(days, allowance.first.days_since_1970(), day) > allowance.days;
  }
};

// Within a span and a calendar year no count ever falls, so a stretch without a day over is one whose last
// day is not over.
bool legal_from(const std::vector<Span>& days, std::int32_t first, const Law& law) {
  for (const Span& span : days) {
    if (span.last < first) continue;
    if (law.over_on(days, span.last)) return false;
    if (!law.rule.calendar_year_limit) continue;
    for (auto end = last_day_of_year(std::max(span.first, first)); end < span.last;
         end = last_day_of_year(end + 1)) {
      if (law.over_on(days, end)) return false;
    }
  }
  return true;
}

// The greatest n such that staying on `first` and the n - 1 days after it leaves no day from `first` on over
// the limit. With a limit of a whole window no day is ever over; the window is then the answer, longer by
// the days that do not count. What a longer stay may, a shorter one may too: hence halving.
int longest_stay(const std::vector<Span>& stays, std::int32_t first, const Law& law) {
  constexpr std::int32_t kAfterAll = 1'000'000;
  int allowed = 0;
  int refused = law.rule.window + days_between_both(law.not_counted, first, kAfterAll) + 1;
  while (refused - allowed > 1) {
    const int days = allowed + (refused - allowed) / 2;
    std::vector<Span> with_stay = stays;
    with_stay.push_back({first, first + days - 1});
    (legal_from(law.counted(std::move(with_stay)), first, law) ? allowed : refused) = days;
  }
  return allowed;
}

std::optional<Date> open_since(std::span<const Stay> stays) {
  std::optional<Date> since;
  for (const Stay& stay : stays) {
    if (!stay.left && (!since || stay.entered < *since)) since = stay.entered;
  }
  return since;
}

void count_overstay(const std::vector<Span>& days, Date on, const Law& law, StayCount& count) {
  for (std::int32_t day = count.open_since->days_since_1970(); day <= on.days_since_1970(); ++day) {
    if (days_between_both(days, day, day) == 0 || !law.over_on(days, day)) continue;
    if (!count.first_overstay_day) count.first_overstay_day = Date::from_days(day);
    ++count.overstayed;
  }
}

}  // namespace

Result<StayCount> count_stay(std::span<const Stay> stays, Date on, const StayRule& rule) {
  return count_stay(stays, on, rule, {});
}

Result<StayCount> count_stay(std::span<const Stay> stays, Date on, const StayRule& rule,
                             const StayTerms& terms) {
  const auto spans = spans_of(stays, on);
  if (!spans) return pass_on(spans);
  const Law law{rule, terms};
  const std::vector<Span> days = law.counted(*spans);
  StayCount count;
  count.used = used_on(days, on.days_since_1970(), rule.window);
  count.remaining = longest_stay(*spans, on.days_since_1970(), law);
  if (count.remaining > 0) count.last_day = on.plus_days(count.remaining - 1);
  count.open_since = open_since(stays);
  if (count.open_since) count_overstay(days, on, law, count);
  return count;
}

std::vector<Stay> stays_from(std::span<const PastCrossing> crossings) {
  std::vector<Stay> stays;
  for (const PastCrossing& crossing : crossings) {
    if (crossing.direction == Direction::entry) {
      stays.push_back({crossing.on, std::nullopt});
    } else if (!stays.empty() && !stays.back().left) {
      stays.back().left = crossing.on;
    }
  }
  return stays;
}

}  // namespace cardea::crossings
