#include "cardea/kernel/date.hpp"

#include "cardea/kernel/check.hpp"
#include "digits.hpp"

namespace cardea {
namespace {

constexpr int kYearMin = 1800;
constexpr int kYearMax = 2399;

[[nodiscard]] constexpr std::int32_t days_of(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                        std::chrono::day{day}};
  return static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count());
}

constexpr std::int32_t kFirstDay = days_of(kYearMin, 1, 1);
constexpr std::int32_t kLastDay = days_of(kYearMax, 12, 31);

}  // namespace

std::optional<Date> Date::create(int year, int month, int day) {
  if (year < kYearMin || year > kYearMax || month < 1 || month > 12 || day < 1 || day > 31)
    return std::nullopt;
  const auto m = static_cast<unsigned>(month);
  const auto d = static_cast<unsigned>(day);
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{m}, std::chrono::day{d}};
  if (!ymd.ok()) return std::nullopt;
  return Date{days_of(year, m, d)};
}

Date Date::from_days(std::int32_t days_since_1970) {
  CARDEA_INVARIANT(days_since_1970 >= kFirstDay && days_since_1970 <= kLastDay);
  return Date{days_since_1970};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = read_digits(text.substr(0, 4));
  const auto month = read_digits(text.substr(5, 2));
  const auto day = read_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return Date::create(*year, *month, *day);
}

std::string to_text(Date date) {
  std::string text;
  append_digits(text, date.year(), 4);
  text += '-';
  append_digits(text, date.month(), 2);
  text += '-';
  append_digits(text, date.day(), 2);
  return text;
}

}  // namespace cardea
