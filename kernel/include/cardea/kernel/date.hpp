#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cardea {

/// A day of the Gregorian calendar, valid by construction, from 1800 to 2399. The law of borders works on
/// dates: a day begins and ends by the clock of the post, so turning an Instant into a Date needs a place
/// (Clock::local_date).
class Date {
 public:
  /// Nothing when there is no such day.
  [[nodiscard]] static std::optional<Date> create(int year, int month, int day);
  /// From a count of days since 1970-01-01; a count out of range breaks an invariant.
  [[nodiscard]] static Date from_days(std::int32_t days_since_1970);

  [[nodiscard]] int year() const { return static_cast<int>(ymd().year()); }
  [[nodiscard]] int month() const { return static_cast<int>(static_cast<unsigned>(ymd().month())); }
  [[nodiscard]] int day() const { return static_cast<int>(static_cast<unsigned>(ymd().day())); }
  [[nodiscard]] std::int32_t days_since_1970() const { return days_; }
  [[nodiscard]] Date plus_days(std::int32_t days) const { return from_days(days_ + days); }

  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  explicit constexpr Date(std::int32_t days) : days_{days} {}
  [[nodiscard]] std::chrono::year_month_day ymd() const {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days_}}};
  }
  std::int32_t days_;
};

/// Whole days from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] inline std::int32_t days_between(Date from, Date to) {
  return to.days_since_1970() - from.days_since_1970();
}

/// ISO 8601 `YYYY-MM-DD`, nothing else.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::string to_text(Date date);

/// A date of which parts may be unknown, as on many birth records: year; year and month; or all three. A
/// month without a year or a day without a month does occur in MRZs (ICAO 9303-3, 4.8) and is kept as read.
struct PartialDate {
  std::optional<std::int16_t> year;
  std::optional<std::uint8_t> month;
  std::optional<std::uint8_t> day;

  [[nodiscard]] static PartialDate of(Date date);
  [[nodiscard]] static PartialDate of_year(int year);
  /// The full date, when all parts are known and there is such a day.
  [[nodiscard]] std::optional<Date> full() const;
  [[nodiscard]] bool empty() const { return !year && !month && !day; }
  friend auto operator<=>(const PartialDate&, const PartialDate&) = default;
};

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; unknown parts may be written `XX` / `XXXX` (`1974-XX-12`). Nothing when
/// a known part is out of range or the full date does not exist.
[[nodiscard]] std::optional<PartialDate> parse_partial_date(std::string_view text);
/// The shortest of the forms above that loses nothing.
[[nodiscard]] std::string to_text(const PartialDate& date);

/// A point in time: microseconds since 1970-01-01T00:00:00 UTC. For what happened; never for law.
struct Instant {
  std::int64_t us = 0;
  friend constexpr auto operator<=>(Instant, Instant) = default;
};

[[nodiscard]] constexpr Instant plus_seconds(Instant at, std::int64_t seconds) {
  return Instant{at.us + seconds * 1'000'000};
}
/// RFC 3339 with microseconds and `Z`.
[[nodiscard]] std::string to_text(Instant at);
/// RFC 3339 with upper-case `T` and `Z` or a numeric offset, and at most six digits of a fraction; years as
/// in Date. No leap seconds.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);

}  // namespace cardea
