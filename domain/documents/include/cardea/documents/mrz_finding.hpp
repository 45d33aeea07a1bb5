#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "cardea/documents/mrz_field.hpp"

namespace cardea::documents {

/// What was found wrong or worth knowing. The words are stable: clients and translations key on them.
enum class FindingReason : std::uint8_t {
  // Errors: the reading is not valid.
  empty,             ///< nothing but white space
  too_long,          ///< more characters than any zone could have; not looked at further
  wrong_line_count,  ///< no layout has so many lines
  wrong_length,      ///< no layout has lines of this length
  wrong_character,   ///< not in the MRZ's set, or not allowed at this place (a letter in a date)
  check_digit_missing,
  document_number_check_differs,
  birth_date_check_differs,
  expiry_date_check_differs,
  personal_number_check_differs,
  composite_check_differs,
  birth_date_impossible,
  expiry_date_impossible,
  issue_date_impossible,
  issuer_unknown,  ///< issuing state or nationality is not in the list of codes
  // Notes: worth knowing, the reading may still be valid.
  issuer_specimen,                ///< the code is the specimen state's
  lower_case,                     ///< read as upper case
  blanks_trimmed,                 ///< white space around a line
  blank_lines,                    ///< empty lines between lines
  byte_order_mark,                ///< before the first line
  lines_joined,                   ///< came as one line; cut at the layout's length
  layout_ambiguous,               ///< two layouts read it without error; the rule decided
  document_code_unusual,          ///< the first letter does not belong to this layout
  long_number_digit_with_filler,  ///< the digit of a long number agrees only with the filler counted
  name_possibly_truncated,        ///< the name field is full (9303-3, 4.6)
  name_fillers_irregular,         ///< fillers where the standard has none
  primary_identifier_missing,
  expiry_century_ambiguous,  ///< the year taken lies more than fifty years ahead
};
inline constexpr int kFindingReasonCount = 28;

[[nodiscard]] std::string_view name(FindingReason reason);
[[nodiscard]] bool parse(std::string_view word, FindingReason& reason);

enum class Severity : std::uint8_t { error, note };

[[nodiscard]] constexpr std::string_view name(Severity severity) {
  return severity == Severity::error ? "error" : "note";
}
/// The reason alone decides.
[[nodiscard]] constexpr Severity severity(FindingReason reason) {
  return reason <= FindingReason::issuer_unknown ? Severity::error : Severity::note;
}

/// `field` is absent when no single field is meant; line and column count from 1 and are 0 when the finding
/// is about the whole text (line) or the whole line (column).
struct Finding {
  FindingReason reason;
  std::optional<FieldName> field;
  int line = 0;
  int column = 0;
  friend bool operator==(const Finding&, const Finding&) = default;
};

/// One character to be read as another.
struct Substitution {
  int line;
  int column;
  char from;
  char to;
  friend bool operator==(const Substitution&, const Substitution&) = default;
};

/// Why a substitution comes to mind.
enum class RepairGround : std::uint8_t {
  field_type,       ///< the character cannot stand there; its optical twin can (a letter O in a date)
  optical_twin,     ///< optical readers confuse the two
  digit_arithmetic  ///< nothing but the arithmetic of two digits speaks for it
};

[[nodiscard]] constexpr std::string_view name(RepairGround ground) {
  switch (ground) {
    case RepairGround::field_type:
      return "field_type";
    case RepairGround::optical_twin:
      return "optical_twin";
    case RepairGround::digit_arithmetic:
      return "digit_arithmetic";
  }
  __builtin_unreachable();
}

/// A way to read one field so that failing check digits agree and none fails for it. A question to the
/// officer, never applied: a wrong digit is also what a forger leaves behind. Several proposals for one field
/// exclude each other.
struct Proposal {
  FieldName field;
  RepairGround ground;
  std::vector<Substitution> substitutions;
  std::vector<FieldName>
      agreeing;  ///< places of the digits over this field that agree once all is substituted
};

}  // namespace cardea::documents
