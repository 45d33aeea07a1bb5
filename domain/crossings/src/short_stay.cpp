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

// Within a span the count never falls, so a span without a day over the limit is one whose last day is not
// over.
bool legal_from(const std::vector<Span>& spans, std::int32_t first, const StayRule& rule) {
  return std::ranges::all_of(spans, [&](const Span& span) {
    return span.last < first || used_on(spans, span.last, rule.window) <= rule.limit;
  });
}

// The greatest n such that staying on `first` and the n - 1 days after it leaves no day from `first` on over
// the limit. With a limit of a whole window no day is ever over; the window is then the answer.
int longest_stay(const std::vector<Span>& spans, std::int32_t first, const StayRule& rule) {
  for (int days = 1; days <= rule.window; ++days) {
    std::vector<Span> with_stay = spans;
    with_stay.push_back({first, first + days - 1});
    if (!legal_from(merged(std::move(with_stay)), first, rule)) return days - 1;
  }
  return rule.window;
}

std::optional<Date> open_since(std::span<const Stay> stays) {
  std::optional<Date> since;
  for (const Stay& stay : stays) {
    if (!stay.left && (!since || stay.entered < *since)) since = stay.entered;
  }
  return since;
}

void count_overstay(const std::vector<Span>& spans, Date on, const StayRule& rule, StayCount& count) {
  for (std::int32_t day = count.open_since->days_since_1970(); day <= on.days_since_1970(); ++day) {
    if (used_on(spans, day, rule.window) <= rule.limit) continue;
    if (!count.first_overstay_day) count.first_overstay_day = Date::from_days(day);
    ++count.overstayed;
  }
}

}  // namespace

Result<StayCount> count_stay(std::span<const Stay> stays, Date on, const StayRule& rule) {
  auto spans = spans_of(stays, on);
  if (!spans) return pass_on(spans);
  const std::vector<Span> days = merged(*std::move(spans));
  StayCount count;
  count.used = used_on(days, on.days_since_1970(), rule.window);
  count.remaining = longest_stay(days, on.days_since_1970(), rule);
  if (count.remaining > 0) count.last_day = on.plus_days(count.remaining - 1);
  count.open_since = open_since(stays);
  if (count.open_since) count_overstay(days, on, rule, count);
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
