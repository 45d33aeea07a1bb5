#include <algorithm>

#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/date.hpp"
#include "digits.hpp"

namespace cardea {
namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kDay = 86'400 * kSecond;

[[nodiscard]] std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

/// `HH:MM` within a day, in seconds.
[[nodiscard]] std::optional<std::int64_t> read_hour_minute(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = read_digits(text.substr(0, 2));
  const auto minute = read_digits(text.substr(3, 2));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return *hour * 3600 + *minute * 60;
}

/// `HH:MM:SS` within a day, in seconds.
[[nodiscard]] std::optional<std::int64_t> read_time(std::string_view text) {
  if (text.size() != 8 || text[5] != ':') return std::nullopt;
  const auto minutes = read_hour_minute(text.substr(0, 5));
  const auto second = read_digits(text.substr(6, 2));
  if (!minutes || !second || *second > 59) return std::nullopt;
  return *minutes + *second;
}

/// Microseconds of a fraction `.d` to `.dddddd` at the front of `rest`, which is advanced past it; 0 without
/// one.
[[nodiscard]] std::optional<std::int64_t> take_fraction(std::string_view& rest) {
  if (rest.empty() || rest.front() != '.') return 0;
  const std::size_t end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
  const auto digits = rest.substr(1, end - 1);
  const auto number = digits.size() > 6 ? std::nullopt : read_digits(digits);
  if (!number) return std::nullopt;
  std::int64_t us = *number;
  for (std::size_t i = digits.size(); i < 6; ++i) us *= 10;
  rest.remove_prefix(end);
  return us;
}

/// Seconds east of UTC of `Z`, `+HH:MM` or `-HH:MM`.
[[nodiscard]] std::optional<std::int64_t> read_offset(std::string_view text) {
  if (text == "Z") return 0;
  if (text.size() != 6 || (text.front() != '+' && text.front() != '-')) return std::nullopt;
  const auto seconds = read_hour_minute(text.substr(1));
  if (!seconds) return std::nullopt;
  return text.front() == '-' ? -*seconds : *seconds;
}

}  // namespace

std::string to_text(Instant at) {
  const std::int64_t days = floor_divide(at.us, kDay);
  const std::int64_t in_day = at.us - days * kDay;
  const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{days}}};
  std::string text;
  append_digits(text, static_cast<int>(ymd.year()), 4);
  text += '-';
  append_digits(text, static_cast<unsigned>(ymd.month()), 2);
  text += '-';
  append_digits(text, static_cast<unsigned>(ymd.day()), 2);
  text += 'T';
  append_digits(text, in_day / (3600 * kSecond), 2);
  text += ':';
  append_digits(text, in_day / (60 * kSecond) % 60, 2);
  text += ':';
  append_digits(text, in_day / kSecond % 60, 2);
  text += '.';
  append_digits(text, in_day % kSecond, 6);
  text += 'Z';
  return text;
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 20 || text[10] != 'T') return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const auto time = read_time(text.substr(11, 8));
  auto rest = text.substr(19);
  const auto fraction = take_fraction(rest);
  const auto offset = read_offset(rest);
  if (!date || !time || !fraction || !offset) return std::nullopt;
  return Instant{date->days_since_1970() * kDay + (*time - *offset) * kSecond + *fraction};
}

Date ManualClock::local_date(Instant at) const {
  return Date::from_days(static_cast<std::int32_t>(floor_divide(at.us, kDay)));
}

}  // namespace cardea
