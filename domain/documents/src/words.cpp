#include "words.hpp"

#include "cardea/documents/mrz_finding.hpp"
#include "cardea/documents/mrz_format.hpp"

namespace cardea::documents {

std::string_view name(FieldName field) {
  switch (field) {
    case FieldName::document_code:
      return "document_code";
    case FieldName::issuing_state:
      return "issuing_state";
    case FieldName::document_number:
      return "document_number";
    case FieldName::document_number_check:
      return "document_number_check";
    case FieldName::nationality:
      return "nationality";
    case FieldName::birth_date:
      return "birth_date";
    case FieldName::birth_date_check:
      return "birth_date_check";
    case FieldName::sex:
      return "sex";
    case FieldName::expiry_date:
      return "expiry_date";
    case FieldName::expiry_date_check:
      return "expiry_date_check";
    case FieldName::optional_data:
      return "optional_data";
    case FieldName::optional_data_2:
      return "optional_data_2";
    case FieldName::personal_number_check:
      return "personal_number_check";
    case FieldName::composite_check:
      return "composite_check";
    case FieldName::names:
      return "names";
    case FieldName::primary_identifier:
      return "primary_identifier";
    case FieldName::secondary_identifier:
      return "secondary_identifier";
    case FieldName::issue_date:
      return "issue_date";
    case FieldName::administrative_code:
      return "administrative_code";
    case FieldName::administrative_code_2:
      return "administrative_code_2";
    case FieldName::language_code:
      return "language_code";
    case FieldName::pin_code:
      return "pin_code";
    case FieldName::version_number:
      return "version_number";
  }
  __builtin_unreachable();
}

std::string_view name(FindingReason reason) {
  switch (reason) {
    case FindingReason::empty:
      return "empty";
    case FindingReason::too_long:
      return "too_long";
    case FindingReason::wrong_line_count:
      return "wrong_line_count";
    case FindingReason::wrong_length:
      return "wrong_length";
    case FindingReason::wrong_character:
      return "wrong_character";
    case FindingReason::check_digit_missing:
      return "check_digit_missing";
    case FindingReason::document_number_check_differs:
      return "document_number_check_differs";
    case FindingReason::birth_date_check_differs:
      return "birth_date_check_differs";
    case FindingReason::expiry_date_check_differs:
      return "expiry_date_check_differs";
    case FindingReason::personal_number_check_differs:
      return "personal_number_check_differs";
    case FindingReason::composite_check_differs:
      return "composite_check_differs";
    case FindingReason::birth_date_impossible:
      return "birth_date_impossible";
    case FindingReason::expiry_date_impossible:
      return "expiry_date_impossible";
    case FindingReason::issue_date_impossible:
      return "issue_date_impossible";
    case FindingReason::issuer_unknown:
      return "issuer_unknown";
    case FindingReason::issuer_specimen:
      return "issuer_specimen";
    case FindingReason::lower_case:
      return "lower_case";
    case FindingReason::blanks_trimmed:
      return "blanks_trimmed";
    case FindingReason::blank_lines:
      return "blank_lines";
    case FindingReason::byte_order_mark:
      return "byte_order_mark";
    case FindingReason::lines_joined:
      return "lines_joined";
    case FindingReason::layout_ambiguous:
      return "layout_ambiguous";
    case FindingReason::document_code_unusual:
      return "document_code_unusual";
    case FindingReason::long_number_digit_with_filler:
      return "long_number_digit_with_filler";
    case FindingReason::name_possibly_truncated:
      return "name_possibly_truncated";
    case FindingReason::name_fillers_irregular:
      return "name_fillers_irregular";
    case FindingReason::primary_identifier_missing:
      return "primary_identifier_missing";
    case FindingReason::expiry_century_ambiguous:
      return "expiry_century_ambiguous";
  }
  __builtin_unreachable();
}

bool parse(std::string_view word, FieldName& field) { return parse_word<kFieldNameCount>(word, field); }
bool parse(std::string_view word, FindingReason& reason) {
  return parse_word<kFindingReasonCount>(word, reason);
}
bool parse(std::string_view word, Format& format) { return parse_word<kFormatCount>(word, format); }
bool parse(std::string_view word, Sex& sex) { return parse_word<3>(word, sex); }

std::string_view standard_name(Format format) {
  switch (format) {
    case Format::td1:
      return "TD1";
    case Format::td2:
      return "TD2";
    case Format::td3:
      return "TD3";
    case Format::mrv_a:
      return "MRV-A";
    case Format::mrv_b:
      return "MRV-B";
    case Format::french_identity_card:
    case Format::french_driving_licence:
    case Format::swiss_driving_licence:
      return name(format);
  }
  __builtin_unreachable();
}

bool parse_standard_name(std::string_view text, Format& format) {
  for (int i = 0; i < kFormatCount; ++i) {
    if (standard_name(static_cast<Format>(i)) != text) continue;
    format = static_cast<Format>(i);
    return true;
  }
  return false;
}

}  // namespace cardea::documents
