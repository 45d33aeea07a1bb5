#include "cardea/documents/mrz_writer.hpp"

namespace cardea::documents {
namespace {

// What stands in the zone, fillers within kept, those at the end not.
std::string zone_text(const Reading& reading, FieldName name) {
  const Field* field = reading.find(name);
  std::string_view raw = field == nullptr ? std::string_view{} : field->raw.view();
  while (raw.ends_with('<')) raw.remove_suffix(1);
  return std::string(raw);
}

// After the rest of a long number and the filler that ends it, optional data may follow.
std::string optional_after(std::string optional, const Reading& reading) {
  if (!reading.long_number) return optional;
  const auto used = static_cast<std::size_t>(reading.long_number->remainder.length) + 1;
  return optional.size() > used ? optional.substr(used) : std::string{};
}

LongNumberDigit long_number_digit(const Reading& reading) {
  const bool with_filler = reading.long_number && reading.long_number->agrees_with_filler &&
                           !reading.long_number->agrees_without_filler;
  return with_filler ? LongNumberDigit::with_filler : LongNumberDigit::without_filler;
}

EmptyNumberDigit empty_number_digit(const Reading& reading) {
  const CheckDigit* digit = reading.find_check(FieldName::optional_data);
  return digit != nullptr && digit->given == '0' ? EmptyNumberDigit::zero : EmptyNumberDigit::filler;
}

std::string document_number(const Reading& reading) {
  return reading.long_number ? std::string(reading.text(FieldName::document_number))
                             : zone_text(reading, FieldName::document_number);
}

}  // namespace

Result<MrzContent> content_of(const Reading& reading) {
  if (!reading.format) return fail(ErrorKind::malformed, "mrz_format_unknown");
  const auto text = [&](FieldName name) { return zone_text(reading, name); };
  MrzContent content;
  content.format = *reading.format;
  content.document_code = text(FieldName::document_code);
  content.issuing_state = text(FieldName::issuing_state);
  content.document_number = document_number(reading);
  content.nationality = text(FieldName::nationality);
  content.birth_date = reading.birth ? reading.birth->raw.str() : std::string{};
  content.sex = reading.sex.value_or(Sex::unspecified);
  content.expiry_date = reading.expiry ? reading.expiry->raw.str() : std::string{};
  content.optional_data = optional_after(text(FieldName::optional_data), reading);
  content.optional_data_2 = text(FieldName::optional_data_2);
  content.primary_identifier = text(FieldName::primary_identifier);
  content.secondary_identifier = text(FieldName::secondary_identifier);
  content.long_number_digit = long_number_digit(reading);
  content.empty_number_digit = empty_number_digit(reading);
  content.administrative_code = text(FieldName::administrative_code);
  content.pin_code = text(FieldName::pin_code);
  content.version_number = text(FieldName::version_number);
  return content;
}

}  // namespace cardea::documents
