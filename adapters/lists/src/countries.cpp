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

std::unordered_map<std::string, std::string> read_table() {
  std::unordered_map<std::string, std::string> codes;
  for (const auto line : split(country_names_table(), '\n')) {
    const auto columns = split(line, '\t');
    if (line.starts_with('#') || columns.size() != 2) continue;
    codes.emplace(key_of(columns[0]), columns[1]);
  }
  return codes;
}

}  // namespace

std::string alpha3_of(std::string_view country) {
  static const auto kCodes = read_table();
  const auto found = kCodes.find(key_of(country));
  return found == kCodes.end() ? std::string{} : found->second;
}

std::string alpha3_or_name(std::string_view country) {
  std::string code = alpha3_of(country);
  return code.empty() ? std::string(trim(country)) : code;
}

}  // namespace cardea::lists
