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

[[nodiscard]] inline std::uint8_t kinds_of(char c) { return kCharacters.kinds[static_cast<unsigned char>(c)]; }

/// How one check digit fares, and where it was found: a long number has it in the optional data.
struct DigitVerdict {
  CheckState state;
  char given;
  char expected;
  std::uint8_t at;
  std::uint8_t remainder = 0;  // characters of a long number in the optional data, its digit included
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
  /// Whether all do.
  [[nodiscard]] bool fits() const;
  [[nodiscard]] DigitVerdict verdict(const layout::DigitSpec& digit) const;

 private:
  struct Sum {
    int value = 0;
    int position = 0;
    bool known = true;
  };
  void add(Sum& sum, int begin, int length) const;
  [[nodiscard]] DigitVerdict judge(const Sum& sum, int at) const;
  [[nodiscard]] DigitVerdict long_number(const layout::DigitSpec& digit, DigitVerdict missing) const;

  const layout::Layout* layout_;
  // Blocks of a field's full capacity are copied from any offset, hence the room behind the zone.
  char text_[layout::kZoneMax + FieldText::kCapacity];
  std::int8_t values_[layout::kZoneMax];
};

}  // namespace cardea::documents
