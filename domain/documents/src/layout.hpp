#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "cardea/documents/mrz_field.hpp"
#include "cardea/documents/mrz_finding.hpp"
#include "cardea/documents/mrz_format.hpp"

// The layouts as data: which field stands where, which characters it may hold, what each check digit covers.
// Reader, writer and repair all work from these tables, so that a position is written down once.
//
// Within a zone a place is one offset: the lines stand after each other with one separator between them.

namespace cardea::documents::layout {

// Kinds of character; a place allows a set of them.
inline constexpr std::uint8_t kLetter = 1;
inline constexpr std::uint8_t kDigit = 2;
inline constexpr std::uint8_t kFiller = 4;
inline constexpr std::uint8_t kSexLetter = 8;
inline constexpr std::uint8_t kSeparator = 16;

// Three lines of 30 and two separators make 92; a multiple of the block lets loops over a zone run on
// vectors.
inline constexpr int kBlock = 16;
inline constexpr int kZoneMax = 96;

enum class ValueRule : std::uint8_t {
  plain,        // as it stands
  code,         // without trailing fillers
  words,        // fillers between words are blanks
  identifiers,  // primary << secondary
  implied,      // a code taken from a place that prints something else
};

struct FieldSpec {
  FieldName name;
  std::uint8_t line;
  std::uint8_t column;
  std::uint8_t length;
  std::uint8_t allowed;
  ValueRule rule;
  std::uint8_t begin = 0;  // offset in the zone
};

struct Range {
  std::uint8_t line;
  std::uint8_t column;
  std::uint8_t length;
  std::uint8_t begin = 0;
};

// What a filler in the digit's place means.
enum class FillerRule : std::uint8_t {
  missing,      // the digit is missing
  long_number,  // the number may run on in the optional data (9303-5, 4.2.2; 9303-6, 4.2.2)
  empty_field,  // right when the field is empty (9303-4, 4.2.2)
};

struct DigitSpec {
  FieldName over;
  FieldName place;
  FindingReason differs;
  FillerRule filler;
  std::array<Range, 4> ranges;
  std::uint8_t range_count;
  Range at;
  // The same as weights per offset, for the blocks of the zone that hold any.
  std::array<std::uint8_t, kZoneMax> weights = {};
  std::uint8_t first_block = 0;
  std::uint8_t end_block = 0;
};

struct Layout {
  Format format;
  std::uint8_t line_count;
  std::array<std::uint8_t, 3> line_length;
  std::string_view first_letters;  // usual first letters of the document code
  std::array<FieldSpec, 16> fields;
  std::uint8_t field_count;
  std::array<DigitSpec, 5> digits;
  std::uint8_t digit_count;
  std::uint8_t size;                           // characters with separators
  std::array<std::uint8_t, kZoneMax> allowed;  // per offset

  [[nodiscard]] const FieldSpec* find(FieldName name) const;
  [[nodiscard]] const DigitSpec* find_digit(FieldName over) const;
  /// Line and column of an offset.
  [[nodiscard]] Position position(int offset, int length = 1) const;
  /// The field that stands at an offset, the narrowest where fields overlap; nullptr between fields.
  [[nodiscard]] const FieldSpec* field_at(int offset) const;
};

[[nodiscard]] const Layout& of(Format format);

}  // namespace cardea::documents::layout
