#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace cardea::screening {

/// Writes a word of a script this room has no table for (Han, Thai, Devanagari ...) in Latin letters, or
/// gives an empty text. The domain has no such table under a clear licence: an adapter that owns one (ICU
/// `Any-Latin`) may hand in this function. It must be pure and thread-safe. Both sides of a search must use
/// the same function.
using Romanise = std::function<std::string(std::string_view utf8)>;

/// `utf8` in A-Z, 0-9 and blanks, for searching, not for documents: what sounds alike is written alike, marks
/// vanish, short vowels an Arabic or Hebrew spelling leaves out stay out. Known scripts: Latin, Cyrillic,
/// Greek, Arabic, Hebrew, Armenian, Georgian, kana (data/names/romanisation.tsv) and Hangul (Revised
/// Romanisation by rule). Letters nobody knows go to `fallback`; without one they are left out. Never fails;
/// invalid UTF-8 is left out.
[[nodiscard]] std::string romanise(std::string_view utf8, const Romanise& fallback = {});

}  // namespace cardea::screening
