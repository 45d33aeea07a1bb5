#include "dates.hpp"

#include <array>

#include "cardea/kernel/text.hpp"

namespace cardea::lists {
namespace {

using watchlist::BirthDate;

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

/// A month by its English name or at least the first three letters of it, with or without a dot.
std::optional<int> parse_month(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  const std::string word = to_ascii_lower(text);
  if (word.size() < 3) return std::nullopt;
  for (std::size_t at = 0; at < kMonths.size(); ++at) {
    if (kMonths[at].starts_with(word)) return static_cast<int>(at + 1);
  }
  return std::nullopt;
}

std::optional<int> parse_number_between(std::string_view text, int low, int high) {
  const auto number = parse_number(text);
  if (!number || *number < low || *number > high) return std::nullopt;
  return static_cast<int>(*number);
}

std::optional<int> parse_year(std::string_view text) {
  return text.size() == 4 ? parse_number_between(text, 1800, 2399) : std::nullopt;
}

std::optional<PartialDate> month_of_year(std::string_view month, std::string_view year) {
  const auto month_number = parse_month(month);
  const auto year_number = parse_year(year);
  if (!month_number || !year_number) return std::nullopt;
  PartialDate date = PartialDate::of_year(*year_number);
  date.month = static_cast<std::uint8_t>(*month_number);
  return date;
}

std::optional<PartialDate> day_of_month(std::string_view day, std::string_view month, std::string_view year) {
  const auto date = month_of_year(month, year);
  const auto day_number = parse_number_between(day, 1, 31);
  if (!date || !day_number) return std::nullopt;
  const auto full = Date::create(*date->year, *date->month, *day_number);
  return full ? std::optional(PartialDate::of(*full)) : std::nullopt;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const auto word : split(text, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

std::optional<BirthDate> span_of_years(const std::optional<PartialDate>& from,
                                       const std::optional<PartialDate>& to) {
  if (!from || !to || !from->year || !to->year || *from->year > *to->year) return std::nullopt;
  return BirthDate{PartialDate::of_year(*from->year), false, *to->year};
}

/// Where a span of two dates is divided, and by how many characters.
struct Gap {
  std::size_t at = std::string_view::npos;
  std::size_t width = 0;
};

Gap find_gap(std::string_view text) {
  if (text.size() == 9 && text[4] == '-') return {4, 1};
  const std::size_t at = text.find(" to ");
  return at == std::string_view::npos ? Gap{} : Gap{at, 4};
}

}  // namespace

std::optional<PartialDate> parse_list_date(std::string_view text) {
  text = trim(text);
  const auto words = words_of(text);
  if (words.size() == 3) return day_of_month(words[0], words[1], words[2]);
  if (words.size() == 2) return month_of_year(words[0], words[1]);
  if (words.size() != 1 || text.find('X') != std::string_view::npos) return std::nullopt;
  return parse_partial_date(text);
}

std::optional<BirthDate> parse_birth_date(std::string_view text) {
  text = trim(text);
  const bool approximate = text.starts_with("circa ");
  if (approximate) text.remove_prefix(6);
  std::optional<BirthDate> born;
  if (const Gap gap = find_gap(text); gap.width > 0) {
    born = span_of_years(parse_list_date(text.substr(0, gap.at)),
                         parse_list_date(text.substr(gap.at + gap.width)));
  } else if (const auto date = parse_list_date(text)) {
    born = BirthDate{*date, false, std::nullopt};
  }
  if (born) born->approximate = approximate;
  return born;
}

std::optional<BirthDate> birth_between(std::string_view from_year, std::string_view to_year) {
  return span_of_years(parse_list_date(from_year), parse_list_date(to_year));
}

}  // namespace cardea::lists
