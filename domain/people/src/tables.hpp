#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "cardea/people/transliteration.hpp"

namespace cardea::people {

enum class Place : std::uint8_t { anywhere, first, last, before };

/// One row of a table: what these letters become, and when.
struct TransliterationRule {
  std::u32string letters;
  std::string language;  // empty: any
  std::optional<Edition> edition;
  Place place = Place::anywhere;
  std::u32string before;  // for Place::before: one of these follows
  bool doubles = false;   // repeats what the letter before it became
  std::string output;
  std::vector<std::string> alternatives;
};

/// Case and marks of one letter.
struct LetterForms {
  char32_t upper = 0;  // 0: itself
  char32_t base = 0;   // 0: none
};

struct TransliterationTables {
  /// By first letter, the most particular first.
  std::unordered_map<char32_t, std::vector<TransliterationRule>> rules;
  std::unordered_map<char32_t, LetterForms> letters;
  /// Letter and combining mark, packed by `pair_key`, to the letter they make.
  std::unordered_map<std::uint64_t, char32_t> compositions;

  [[nodiscard]] char32_t upper(char32_t letter) const;
  [[nodiscard]] char32_t compose(char32_t letter, char32_t mark) const;  // 0: they make none
  /// The letter itself when a rule knows it, else its base letter.
  [[nodiscard]] char32_t known_form(char32_t letter) const;
};

[[nodiscard]] constexpr std::uint64_t pair_key(char32_t letter, char32_t mark) {
  return (std::uint64_t{letter} << 32) | mark;
}

/// Reads the lines of one table into `tables`; the number of the first bad line, or 0.
[[nodiscard]] std::size_t read_table(std::string_view text, TransliterationTables& tables);

}  // namespace cardea::people
