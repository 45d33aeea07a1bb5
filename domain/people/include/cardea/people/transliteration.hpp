#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/result.hpp"

namespace cardea::people {

/// Which edition of ICAO Doc 9303 part 3, section 6, a document was written by. They differ in Cyrillic only:
/// Ukrainian, above all. A passport lives ten years, so both are met at a border.
enum class Edition : std::uint8_t { edition_2006, edition_2021 };

[[nodiscard]] constexpr std::string_view name(Edition edition) {
  switch (edition) {
    case Edition::edition_2006:
      return "edition_2006";
    case Edition::edition_2021:
      return "edition_2021";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, Edition& edition);

/// A text in the characters of an MRZ: A to Z, 0 to 9 and single blanks where the MRZ has fillers.
struct Transliterated {
  std::string text;
  /// Letters no table knows (Han, Hangul, Thai ...), in order of appearance, each once. They are left out of
  /// `text`: an empty `text` with unknown letters is a name that was not transliterated, not a person without
  /// a name.
  std::vector<char32_t> unknown;
};

struct TransliterationTables;

/// The most spellings `Transliterator::alternatives` gives for one text.
inline constexpr std::size_t kAlternativesMax = 16;

/// Writes names in MRZ characters by the tables of ICAO 9303-3, section 6 (Latin, Cyrillic, Arabic), and of
/// ELOT 743 for Greek. The tables are data with an edition (data/transliteration); this class holds the
/// mechanism: case, letters with combining marks, exceptions by language, edition, place in the word and next
/// letter.
///
/// Apostrophes, dots and combining marks vanish; hyphens and other punctuation become blanks (9303-3, 4.6).
/// Arabic vowel signs are ignored, as the table says. Invalid UTF-8 bytes are reported as U+FFFD.
///
/// Immutable once made, so any number of threads may use one. Copies share the tables.
class Transliterator {
 public:
  /// From the texts of the tables, all together, in any order. A line is `code points, character, language,
  /// edition, place, output, alternatives`, separated by tabs; `*` means any; lines with `#` are comments.
  /// Fails `malformed/transliteration_table` with the line in the detail.
  [[nodiscard]] static Result<Transliterator> parse(std::span<const std::string_view> tables);

  /// The standard's first choice. `language` is a BCP 47 primary tag (`uk`, `sr`, `be` ...), empty when not
  /// known.
  [[nodiscard]] Transliterated to_mrz_characters(std::string_view utf8, std::string_view language = {},
                                                 Edition edition = Edition::edition_2021) const;

  /// Every spelling the standard allows or allowed for the text: the first choice first, then the
  /// alternatives
  /// (`Ä` AE or A, `Ü` UE, U or UXX, `Ñ` N or NXX), the exceptions of each language and both editions. Sorted
  /// by nearness to the first choice, without repetition, at most `kAlternativesMax`; a letter is spelled one
  /// way throughout. Empty when nothing could be transliterated.
  [[nodiscard]] std::vector<std::string> alternatives(std::string_view utf8) const;

 private:
  explicit Transliterator(std::shared_ptr<const TransliterationTables> tables);
  // Shared: copies of a transliterator read the same immutable tables.
  std::shared_ptr<const TransliterationTables> tables_;
};

/// The tables this program was built with.
[[nodiscard]] const Transliterator& standard_transliterator();

}  // namespace cardea::people
