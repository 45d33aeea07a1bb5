#include "cardea/privacy/retention.hpp"

#include <algorithm>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/codec.hpp"
#include "rules_data.hpp"

namespace cardea::privacy {
namespace {

constexpr int kYearsMax = 100;
constexpr int kDaysMax = 3660;

bool in_range(const Period& period) {
  const bool numbers =
      period.years >= 0 && period.years <= kYearsMax && period.days >= 0 && period.days <= kDaysMax;
  return numbers && period.years + period.days > 0;
}

bool in_range(const RetentionSchedule& schedule) {
  const bool origin = !schedule.id.empty() && !schedule.edition.empty() && !schedule.legal_source.empty();
  const Period periods[] = {schedule.crossing, schedule.file, schedule.no_exit, schedule.family,
                            schedule.family_no_exit};
  const auto fits = [](const Period& period) { return in_range(period); };
  return origin && std::ranges::all_of(periods, fits) && schedule.notice_days >= 0 &&
         schedule.notice_days <= kDaysMax && schedule.stay_days_when_unknown >= 1 &&
         schedule.stay_days_when_unknown <= kDaysMax;
}

/// The entry of a stay that has no exit yet; null when the person has left, or never came in.
const Visit* open_stay(std::span<const Visit> visits) {
  const Visit* open = nullptr;
  for (const Visit& visit : visits) {
    if (visit.admitted) open = visit.entry ? &visit : nullptr;
  }
  return open;
}

Due file_due(std::span<const Visit> visits, bool family_member, const RetentionSchedule& schedule) {
  if (const Visit* open = open_stay(visits)) {
    const Date until =
        open->authorised_until.value_or(open->on.plus_days(schedule.stay_days_when_unknown - 1));
    if (family_member) return {after(until, schedule.family_no_exit), "family_no_exit"};
    return {after(until, schedule.no_exit), "no_exit"};
  }
  Date last = visits.front().on;
  for (const Visit& visit : visits) last = std::max(last, visit.on);
  if (family_member) return {after(last, schedule.family), "family"};
  return {after(last, schedule.file), "file"};
}

/// The day that ended what the visit began; nothing while the stay is open.
std::optional<Date> ended(std::span<const Visit> visits, std::size_t index) {
  if (!visits[index].admitted || !visits[index].entry) return visits[index].on;
  for (const Visit& later : visits.subspan(index + 1)) {
    if (later.admitted && !later.entry) return later.on;
  }
  return std::nullopt;
}

}  // namespace

Date after(Date from, const Period& period) {
  const int year = from.year() + period.years;
  const auto same_day = Date::create(year, from.month(), from.day());
  const Date day = same_day ? *same_day : *Date::create(year, from.month(), 28);
  return day.plus_days(period.days);
}

Result<RetentionSchedule> parse_retention(std::string_view json_text) {
  const auto value = parse_json(json_text);
  if (!value) return pass_on(value);
  auto schedule = from_json<RetentionSchedule>(*value);
  if (schedule && !in_range(*schedule)) return fail(ErrorKind::malformed, "rule_out_of_range", schedule->id);
  return schedule;
}

const RetentionSchedule& standard_retention() {
  static const RetentionSchedule schedule = [] {
    auto parsed = parse_retention(retention_text());
    CARDEA_ASSERT(parsed.has_value());
    return *std::move(parsed);
  }();
  return schedule;
}

std::string versioned_name(const RetentionSchedule& schedule) { return schedule.id + "@" + schedule.edition; }

std::vector<Due> due_on(std::span<const Visit> visits, bool family_member,
                        const RetentionSchedule& schedule) {
  if (visits.empty()) return {};
  const Due file = file_due(visits, family_member, schedule);
  std::vector<Due> dues(visits.size(), file);
  for (std::size_t i = 0; i + 1 < visits.size(); ++i) {
    const auto end = ended(visits, i);
    if (!end) continue;
    Due own{after(*end, schedule.crossing), "crossing"};
    if (own.on < file.on) dues[i] = std::move(own);
  }
  return dues;
}

}  // namespace cardea::privacy
