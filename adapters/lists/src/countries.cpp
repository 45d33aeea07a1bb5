#include "countries.hpp"

#include <unordered_map>

#include "cardea/kernel/text.hpp"

namespace cardea::lists {

// data/codes/country-names.tsv, compiled in.
std::string_view country_names_table();

namespace {

std::string key_of(std::string_view country) {
  const std::string key = to_ascii_lower(trim(country));
  return key.starts_with("the ") ? key.substr(4) : key;
}

using Codes = std::unordered_map<std::string, std::string>;

/// Names are kept in small letters, two-letter codes in capitals: they never meet.
bool is_code(std::string_view name) {
  return name.size() == 2 && is_ascii_upper(name[0]) && is_ascii_upper(name[1]);
}

Codes read_table() {
  Codes codes;
  for (const auto line : split(country_names_table(), '\n')) {
    const auto columns = split(line, '\t');
    if (line.starts_with('#') || columns.size() != 2) continue;
    codes.emplace(is_code(columns[0]) ? std::string(columns[0]) : key_of(columns[0]), columns[1]);
  }
  return codes;
}

std::string find_code(const std::string& key) {
  static const Codes kCodes = read_table();
  const auto found = kCodes.find(key);
  return found == kCodes.end() ? std::string{} : found->second;
}

}  // namespace

std::string alpha3_of(std::string_view country) { return find_code(key_of(country)); }

std::string alpha3_of_code(std::string_view alpha2) {
  return is_code(alpha2) ? find_code(std::string(alpha2)) : std::string{};
}

std::string alpha3_or_name(std::string_view country) {
  std::string code = alpha3_of(country);
  return code.empty() ? std::string(trim(country)) : code;
}

}  // namespace cardea::lists
