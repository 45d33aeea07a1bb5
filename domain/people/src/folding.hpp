#pragma once

#include <string>
#include <string_view>

#include "tables.hpp"

namespace cardea::people {

/// Makes a text ready for the rules: capital letters in the form the rules know, composed with their marks
/// where that makes a letter of its own; separators as single blanks between words; other punctuation gone.
[[nodiscard]] std::u32string fold(const TransliterationTables& tables, std::string_view utf8);

}  // namespace cardea::people
