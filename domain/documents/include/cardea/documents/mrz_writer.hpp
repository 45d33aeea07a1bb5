#pragma once

#include <string>
#include <vector>

#include "cardea/documents/mrz.hpp"

namespace cardea::documents {

/// Which characters the digit of a long document number counts; see LongNumber.
enum class LongNumberDigit : std::uint8_t { without_filler, with_filler };

/// What the digit's place of an empty personal number holds (TD3): the standard allows both.
enum class EmptyNumberDigit : std::uint8_t { filler, zero };

/// What goes into a zone; the writer adds fillers and digits. Text in the MRZ's characters; a blank, a hyphen
/// or `<` all stand for the filler between words, an apostrophe is dropped (9303-3, 4.6). Fields the layout
/// lacks stay empty.
struct MrzContent {
  Format format = Format::td3;
  std::string document_code;
  std::string issuing_state;
  std::string document_number;  ///< whole, however long
  std::string nationality;
  std::string birth_date;  ///< six characters YYMMDD, unknown parts `<<`
  Sex sex = Sex::unspecified;
  std::string expiry_date;
  std::string optional_data;  ///< without the rest of a long number; personal number of a TD3
  std::string optional_data_2;
  std::string primary_identifier;
  std::string secondary_identifier;
  LongNumberDigit long_number_digit = LongNumberDigit::without_filler;
  EmptyNumberDigit empty_number_digit = EmptyNumberDigit::filler;

  std::string administrative_code;  ///< French identity card, line 1
  std::string pin_code;             ///< Swiss driving licence
  std::string version_number;       ///< Swiss driving licence

  friend bool operator==(const MrzContent&, const MrzContent&) = default;
};

/// The zone's lines, all digits computed. On a French identity card the document number is the twelve
/// characters of issue month, office and sequence.
///
/// Fails `malformed/mrz_field_too_long`, `malformed/mrz_wrong_character`, `malformed/mrz_date_malformed` or
/// `malformed/mrz_field_not_in_layout`; the detail is the field's name. Names are not shortened here: the
/// rules of truncation belong to the room people.
[[nodiscard]] Result<std::vector<std::string>> write_mrz(const MrzContent& content);

/// What a reading says, ready to be written. For every valid reading without the note
/// `name_fillers_irregular`, write_mrz gives back the lines that were read. A reading without format fails
/// `malformed/mrz_format_unknown`.
[[nodiscard]] Result<MrzContent> content_of(const Reading& reading);

}  // namespace cardea::documents
