#pragma once

#include <cstdint>
#include <string_view>

#include "cardea/documents/short_text.hpp"

namespace cardea::documents {

/// Where something stands in the zone: line and column count from 1, as the standard counts.
struct Position {
  int line;
  int column;
  int length;
  friend bool operator==(const Position&, const Position&) = default;
};

/// The parts of a zone. `names` is the whole name field, from which `primary_identifier` and
/// `secondary_identifier` are taken. `optional_data` is the personal number in a TD3. The last six occur in
/// national layouts only.
enum class FieldName : std::uint8_t {
  document_code,
  issuing_state,
  document_number,
  document_number_check,
  nationality,
  birth_date,
  birth_date_check,
  sex,
  expiry_date,
  expiry_date_check,
  optional_data,
  optional_data_2,
  personal_number_check,
  composite_check,
  names,
  primary_identifier,
  secondary_identifier,
  issue_date,
  administrative_code,
  administrative_code_2,
  language_code,
  pin_code,
  version_number,
};
inline constexpr int kFieldNameCount = 23;

[[nodiscard]] std::string_view name(FieldName field);
[[nodiscard]] bool parse(std::string_view word, FieldName& field);

/// No field of any layout is longer than 39 characters; whole vectors are copied faster.
using FieldText = ShortText<48>;

/// One field as read. `raw` is what stands at `position` (normalised to the MRZ's characters); `value` is
/// what it says: trailing fillers removed; in names and optional data the fillers between words are blanks; a
/// long document number (TD1, TD2) put together from both its places, without filler and check digit.
struct Field {
  FieldName name;
  Position position;
  FieldText raw;
  FieldText value;
};

enum class CheckState : std::uint8_t {
  agrees,
  differs,  ///< also when the digit's place or a covered place holds a character that cannot stand there
  absent,   ///< a filler stands in its place
};

[[nodiscard]] constexpr std::string_view name(CheckState state) {
  switch (state) {
    case CheckState::agrees:
      return "agrees";
    case CheckState::differs:
      return "differs";
    case CheckState::absent:
      return "absent";
  }
  __builtin_unreachable();
}

/// One check digit by itself. `over` is the field it protects (`optional_data` for the personal number of a
/// TD3, `composite_check` for the composite); `expected` is '?' when it cannot be computed.
struct CheckDigit {
  FieldName over;
  FieldName place;  ///< the field that holds the digit
  CheckState state;
  char given;
  char expected;
  Position position;
};

}  // namespace cardea::documents
