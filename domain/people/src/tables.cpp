#include "tables.hpp"

#include <algorithm>
#include <charconv>

#include "cardea/kernel/text.hpp"

namespace cardea::people {
namespace {

constexpr std::string_view kAny = "*";
constexpr std::string_view kNone = "-";
constexpr std::string_view kBefore = "before=";

std::optional<char32_t> parse_code_point(std::string_view text) {
  if (!text.starts_with("U+")) return std::nullopt;
  text.remove_prefix(2);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (error != std::errc{} || end != text.data() + text.size() || value > 0x10FFFF) return std::nullopt;
  return static_cast<char32_t>(value);
}

/// Code points separated by blanks; empty when one is wrong or there is none.
std::u32string parse_letters(std::string_view text) {
  std::u32string letters;
  for (const auto piece : split(text, ' ')) {
    const auto letter = parse_code_point(piece);
    if (!letter) return {};
    letters += *letter;
  }
  return letters;
}

bool parse_place(std::string_view text, TransliterationRule& rule) {
  if (text == kAny) return true;
  if (text == "first") rule.place = Place::first;
  if (text == "last") rule.place = Place::last;
  if (text.starts_with(kBefore)) {
    rule.place = Place::before;
    rule.before = to_code_points(text.substr(kBefore.size()));
  }
  return rule.place != Place::anywhere;
}

bool parse_edition(std::string_view text, TransliterationRule& rule) {
  if (text == kAny) return true;
  Edition edition{};
  if (!parse(text, edition)) return false;
  rule.edition = edition;
  return true;
}

bool is_mrz_text(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return is_ascii_upper(c) || is_ascii_digit(c); });
}

bool parse_output(std::string_view text, TransliterationRule& rule) {
  if (text == "=") {
    rule.doubles = true;
    return true;
  }
  if (text != kNone) rule.output = text;
  return is_mrz_text(rule.output);
}

bool parse_alternatives(std::string_view text, TransliterationRule& rule) {
  if (text == kNone) return true;
  for (const auto piece : split(text, ' ')) rule.alternatives.emplace_back(piece);
  return std::ranges::all_of(rule.alternatives, is_mrz_text);
}

/// How particular a rule is: longer letters first, then language, then place, then edition.
int rank(const TransliterationRule& rule) {
  return static_cast<int>(rule.letters.size()) * 8 + (rule.language.empty() ? 0 : 4) +
         (rule.place == Place::anywhere ? 0 : 2) + (rule.edition ? 1 : 0);
}

/// Keeps the rules of a letter in order, the most particular first, equals as they came.
void add_rule(std::vector<TransliterationRule>& rules, TransliterationRule rule) {
  const auto place =
      std::ranges::find_if(rules, [&rule](const auto& other) { return rank(other) < rank(rule); });
  rules.insert(place, std::move(rule));
}

bool read_rule(const std::vector<std::string_view>& columns, TransliterationTables& tables) {
  TransliterationRule rule;
  rule.letters = parse_letters(columns[0]);
  if (rule.letters.empty() || columns[2].empty()) return false;
  if (columns[2] != kAny) rule.language = columns[2];
  if (!parse_edition(columns[3], rule) || !parse_place(columns[4], rule)) return false;
  if (!parse_output(columns[5], rule) || !parse_alternatives(columns[6], rule)) return false;
  auto& rules = tables.rules[rule.letters.front()];
  add_rule(rules, std::move(rule));
  return true;
}

/// `-` is 0; nothing when it is neither that nor a code point.
std::optional<char32_t> parse_optional_letter(std::string_view text) {
  return text == kNone ? std::optional<char32_t>{0} : parse_code_point(text);
}

bool read_letter(const std::vector<std::string_view>& columns, TransliterationTables& tables) {
  const auto letter = parse_code_point(columns[0]);
  const auto upper = parse_optional_letter(columns[2]);
  const auto base = parse_optional_letter(columns[3]);
  if (!letter || !upper || !base) return false;
  tables.letters[*letter] = {*upper, *base};
  if (columns[4] == kNone) return true;
  const std::u32string parts = parse_letters(columns[4]);
  if (parts.size() != 2) return false;
  tables.compositions[pair_key(parts[0], parts[1])] = *letter;
  return true;
}

bool read_line(std::string_view line, TransliterationTables& tables) {
  if (line.empty() || line.front() == '#') return true;
  const auto columns = split(line, '\t');
  if (columns.size() == 7) return read_rule(columns, tables);
  return columns.size() == 5 && read_letter(columns, tables);
}

}  // namespace

char32_t TransliterationTables::upper(char32_t letter) const {
  const auto found = letters.find(letter);
  return found == letters.end() || found->second.upper == 0 ? letter : found->second.upper;
}

char32_t TransliterationTables::compose(char32_t letter, char32_t mark) const {
  const auto found = compositions.find(pair_key(letter, mark));
  return found == compositions.end() ? 0 : found->second;
}

char32_t TransliterationTables::known_form(char32_t letter) const {
  if (rules.contains(letter)) return letter;
  const auto found = letters.find(letter);
  return found == letters.end() || found->second.base == 0 ? letter : found->second.base;
}

std::size_t read_table(std::string_view text, TransliterationTables& tables) {
  std::size_t number = 0;
  for (auto line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!read_line(line, tables)) return number;
  }
  return 0;
}

}  // namespace cardea::people
