#include <initializer_list>

#include "cardea/kernel/date.hpp"
#include "digits.hpp"

namespace cardea {
namespace {

/// Reads one part: nothing and true when it is all `X`; false when it is neither that nor a number within
/// bounds.
template <class Number>
[[nodiscard]] bool read_part(std::string_view text, int low, int high, std::optional<Number>& part) {
  if (text.find_first_not_of('X') == std::string_view::npos) return true;
  const auto number = read_digits(text);
  if (!number || *number < low || *number > high) return false;
  part = static_cast<Number>(*number);
  return true;
}

/// False for a day that no such month has. Without the year, 29 February counts as possible.
[[nodiscard]] bool day_possible(const PartialDate& date) {
  if (!date.month || !date.day) return true;
  constexpr int kSomeLeapYear = 2000;
  return Date::create(date.year.value_or(kSomeLeapYear), *date.month, *date.day).has_value();
}

template <class Number>
void append_part(std::string& text, const std::optional<Number>& part, std::size_t width) {
  if (!part) {
    text.append(width, 'X');
    return;
  }
  append_digits(text, *part, width);
}

}  // namespace

PartialDate PartialDate::of(Date date) {
  return {static_cast<std::int16_t>(date.year()), static_cast<std::uint8_t>(date.month()),
          static_cast<std::uint8_t>(date.day())};
}

PartialDate PartialDate::of_year(int year) {
  return {static_cast<std::int16_t>(year), std::nullopt, std::nullopt};
}

std::optional<Date> PartialDate::full() const {
  if (!year || !month || !day) return std::nullopt;
  return Date::create(*year, *month, *day);
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
  const bool shape = text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                     (text.size() == 10 && text[4] == '-' && text[7] == '-');
  if (!shape) return std::nullopt;
  PartialDate date;
  if (!read_part(text.substr(0, 4), 1800, 2399, date.year)) return std::nullopt;
  if (text.size() >= 7 && !read_part(text.substr(5, 2), 1, 12, date.month)) return std::nullopt;
  if (text.size() == 10 && !read_part(text.substr(8, 2), 1, 31, date.day)) return std::nullopt;
  if (!day_possible(date)) return std::nullopt;
  return date;
}

std::string to_text(const PartialDate& date) {
  std::string text;
  append_part(text, date.year, 4);
  if (!date.month && !date.day) return text;
  text += '-';
  append_part(text, date.month, 2);
  if (!date.day) return text;
  text += '-';
  append_part(text, date.day, 2);
  return text;
}

}  // namespace cardea
