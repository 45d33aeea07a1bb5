#pragma once

#include <map>
#include <string>
#include <string_view>

#include "tables.hpp"

namespace cardea::people {

/// One way to spell: for which language and edition, and which alternative (from 1) is taken for a letter.
struct Spelling {
  std::string_view language;
  Edition edition = Edition::edition_2021;
  std::map<char32_t, std::size_t> alternatives;
};

/// The rule for the letter at `at` of folded text; nullptr when no table knows it.
[[nodiscard]] const TransliterationRule* find_rule(const TransliterationTables& tables,
                                                   std::u32string_view folded, std::size_t at,
                                                   const Spelling& spelling);

/// Writes folded text.
[[nodiscard]] Transliterated spell(const TransliterationTables& tables, std::u32string_view folded,
                                   const Spelling& spelling);

}  // namespace cardea::people
