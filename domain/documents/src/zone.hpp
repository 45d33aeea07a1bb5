#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "cardea/documents/check_digit.hpp"
#include "layout.hpp"

namespace cardea::documents {

/// Kinds (layout::kLetter and so on) and check value of every character.
struct CharacterTable {
  std::array<std::uint8_t, 256> kinds{};
  std::array<std::int8_t, 256> values{};

  constexpr CharacterTable() {
    for (std::size_t i = 0; i < 256; ++i) {
      const char c = static_cast<char>(static_cast<unsigned char>(i));
      values[i] = static_cast<std::int8_t>(check_value(c));
      if (c >= 'A' && c <= 'Z') kinds[i] = layout::kLetter;
      if (c >= '0' && c <= '9') kinds[i] = layout::kDigit;
    }
    kinds['<'] = layout::kFiller;
    kinds['\n'] = layout::kSeparator;
    kinds['M'] |= layout::kSexLetter;
    kinds['F'] |= layout::kSexLetter;
  }
};
inline constexpr CharacterTable kCharacters;

[[nodiscard]] inline std::uint8_t kinds_of(char c) {
  return kCharacters.kinds[static_cast<unsigned char>(c)];
}

/// How one check digit fares, and where it was found: a long number has it in the optional data.
/// The order keeps members that are copied together apart: written as bytes and read as words they would
/// stall.
struct DigitVerdict {
  char expected;
  std::uint8_t at;
  CheckState state;
  std::uint8_t remainder = 0;  // characters of a long number in the optional data, its digit included
  char given;
  bool agrees_with_filler = false;
  bool agrees_without_filler = false;
};

/// The characters of one zone laid out by one layout, with their check values.
class Zone {
 public:
  /// `text` has layout.size characters, lines separated by '\n'.
  Zone(const layout::Layout& layout, const char* text);

  [[nodiscard]] const layout::Layout& layout() const { return *layout_; }
  [[nodiscard]] const char* at(int offset) const { return text_ + offset; }
  [[nodiscard]] char operator[](int offset) const { return text_[offset]; }
  [[nodiscard]] std::string_view view(int begin, int length) const {
    return {text_ + begin, static_cast<std::size_t>(length)};
  }
  void set(int offset, char c);
  /// Whether the character may stand at its place.
  [[nodiscard]] bool fits(int offset) const {
    return (kinds_of(text_[offset]) & layout_->allowed[static_cast<std::size_t>(offset)]) != 0;
  }
  /// Whether all do, and did since construction.
  [[nodiscard]] bool fits() const { return fits_; }
  [[nodiscard]] DigitVerdict verdict(const layout::DigitSpec& digit) const;

  /// Bit i is set when a filler stands at begin + i; for lengths up to 64. As constructed.
  [[nodiscard]] std::uint64_t fillers(int begin, int length) const;
  /// The length of what begins at `begin` without the fillers at the end of `length` characters. As
  /// constructed.
  [[nodiscard]] int length_without_fillers(int begin, int length) const;

 private:
  void classify();
  [[nodiscard]] bool readable(const layout::DigitSpec& digit) const;
  [[nodiscard]] int sum(int begin, int length, std::size_t position) const;
  [[nodiscard]] int sum(const layout::DigitSpec& digit) const;
  [[nodiscard]] DigitVerdict long_number(const layout::DigitSpec& digit, DigitVerdict missing) const;

  const layout::Layout* layout_;
  // Blocks of a field's full capacity are copied from any offset, hence the room behind the zone.
  char text_[layout::kZoneMax + FieldText::kCapacity];
  std::uint8_t values_[layout::kZoneMax];  // 0 where there is none
  std::uint64_t fillers_[2] = {0, 0};
  bool fits_ = true;
};

}  // namespace cardea::documents
