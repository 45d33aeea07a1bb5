#include <algorithm>

#include "cardea/documents/check_digit.hpp"
#include "cardea/documents/mrz_json.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::documents {
namespace {

void append_two(std::string& text, int number) {
  text.push_back(static_cast<char>('0' + number / 10 % 10));
  text.push_back(static_cast<char>('0' + number % 10));
}

void append_part(std::string& text, const std::optional<std::uint8_t>& part) {
  text.push_back('-');
  if (part) {
    append_two(text, *part);
  } else {
    text += "XX";
  }
}

// YYYY-MM-DD with XX for unknown parts; null when nothing is known.
json::value date_value(const std::optional<DateReading>& reading) {
  const auto date = reading ? reading->best() : std::nullopt;
  if (!date || date->empty()) return nullptr;
  std::string text;
  if (date->year) {
    append_two(text, *date->year / 100);
    append_two(text, *date->year % 100);
  } else {
    text = "XXXX";
  }
  append_part(text, date->month);
  append_part(text, date->day);
  return json::value(text);
}

json::value sex_value(const std::optional<Sex>& sex) {
  if (!sex) return nullptr;
  switch (*sex) {
    case Sex::female:
      return "F";
    case Sex::male:
      return "M";
    case Sex::unspecified:
      return "X";
  }
  __builtin_unreachable();
}

json::value field_value(const Reading& reading, FieldName name) {
  const Field* field = reading.find(name);
  if (field == nullptr) return nullptr;
  return json::value(json::string_view(field->value.view()));
}

// The two office codes of the French identity card stand where other cards have optional data.
json::value optional_value(const Reading& reading, FieldName usual, FieldName french) {
  return field_value(reading, reading.format == Format::french_identity_card ? french : usual);
}

json::value word(std::string_view text) { return json::value(json::string_view(text)); }

json::value finding_value(const Finding& finding) {
  return json::object{{"reason", word(name(finding.reason))},
                      {"field", finding.field ? word(name(*finding.field)) : json::value(nullptr)},
                      {"line", finding.line},
                      {"column", finding.column}};
}

json::value substitution_value(const Substitution& one) {
  return json::object{{"line", one.line},
                      {"column", one.column},
                      {"from", word(std::string_view(&one.from, 1))},
                      {"to", word(std::string_view(&one.to, 1))}};
}

json::value proposal_value(const Proposal& proposal) {
  json::array substitutions;
  for (const Substitution& one : proposal.substitutions) substitutions.push_back(substitution_value(one));
  json::array agreeing;
  for (const FieldName place : proposal.agreeing) agreeing.push_back(word(name(place)));
  return json::object{{"field", word(name(proposal.field))},
                      {"ground", word(name(proposal.ground))},
                      {"substitutions", std::move(substitutions)},
                      {"agreeing", std::move(agreeing)}};
}

template <class T, class Write>
json::array array_of(const std::vector<T>& values, Write write) {
  json::array array;
  for (const T& value : values) array.push_back(write(value));
  return array;
}

// ---- the way back ----

// One text field of the input and where it goes.
struct TextField {
  std::string_view key;
  std::string MrzContent::* member;
};

constexpr TextField kTextFields[] = {
    {"document_code", &MrzContent::document_code},
    {"issuing_state", &MrzContent::issuing_state},
    {"document_number", &MrzContent::document_number},
    {"nationality", &MrzContent::nationality},
    {"birth_date", &MrzContent::birth_date},
    {"expiry_date", &MrzContent::expiry_date},
    {"optional_data", &MrzContent::optional_data},
    {"optional_data_2", &MrzContent::optional_data_2},
    {"primary_identifier", &MrzContent::primary_identifier},
    {"secondary_identifier", &MrzContent::secondary_identifier},
    {"administrative_code", &MrzContent::administrative_code},
    {"pin_code", &MrzContent::pin_code},
    {"version_number", &MrzContent::version_number},
};
constexpr std::string_view kIgnored[] = {"format", "sex", "valid", "findings", "proposals"};

Failure refuse(std::string_view reason, std::string_view key) {
  return fail(ErrorKind::malformed, reason, "/" + std::string(key));
}

const TextField* find_text_field(std::string_view key) {
  const auto* found = std::find_if(std::begin(kTextFields), std::end(kTextFields),
                                   [&](const TextField& field) { return field.key == key; });
  return found == std::end(kTextFields) ? nullptr : found;
}

Done take_texts(const json::object& object, MrzContent& content) {
  for (const auto& member : object) {
    const std::string_view key = member.key();
    if (std::find(std::begin(kIgnored), std::end(kIgnored), key) != std::end(kIgnored)) continue;
    const TextField* field = find_text_field(key);
    if (field == nullptr) return refuse("json_unknown_field", key);
    if (member.value().is_null()) continue;
    if (!member.value().is_string()) return refuse("json_wrong_type", key);
    content.*(field->member) = std::string(member.value().get_string());
  }
  return {};
}

Done take_format(const json::object& object, MrzContent& content) {
  const json::value* value = object.if_contains("format");
  if (value == nullptr) return refuse("json_missing_field", "format");
  if (!value->is_string()) return refuse("json_wrong_type", "format");
  const std::string_view text = value->get_string();
  if (parse_standard_name(text, content.format) || parse(text, content.format)) return {};
  return refuse("json_bad_value", "format");
}

Done take_sex(const json::object& object, MrzContent& content) {
  const json::value* value = object.if_contains("sex");
  if (value == nullptr || value->is_null()) return {};
  if (!value->is_string()) return refuse("json_wrong_type", "sex");
  const std::string_view text = value->get_string();
  if (text != "F" && text != "M" && text != "X") return refuse("json_bad_value", "sex");
  content.sex = text == "F" ? Sex::female : text == "M" ? Sex::male : Sex::unspecified;
  return {};
}

// Two digits, or fillers for an unknown part.
template <class Part>
void append_printed(std::string& text, const std::optional<Part>& part) {
  if (part) {
    append_two(text, *part % 100);
  } else {
    text += "<<";
  }
}

// From YYYY-MM-DD to the six characters of a zone.
Done to_zone_date(std::string& text, std::string_view key, bool in_layout) {
  if (text.empty()) {
    if (in_layout) text = "<<<<<<";
    return {};
  }
  const auto date = parse_partial_date(text);
  if (!date) return refuse("json_bad_value", key);
  text.clear();
  append_printed(text, date->year);
  append_printed(text, date->month);
  append_printed(text, date->day);
  return {};
}

Done to_zone_dates(MrzContent& content) {
  const bool birth = content.format != Format::french_driving_licence;
  const bool expiry =
      content.format != Format::french_identity_card && content.format != Format::swiss_driving_licence;
  const Done done = to_zone_date(content.birth_date, "birth_date", birth);
  return done ? to_zone_date(content.expiry_date, "expiry_date", expiry) : done;
}

// The reader shows the optional data of a long number as printed: rest of the number and digit, filler, other
// data. The writer wants the other data only; which digit was printed tells how it was computed.
void split_long_number(MrzContent& content) {
  constexpr std::size_t kNumberField = 9;
  const std::string& number = content.document_number;
  const bool runs_on =
      (content.format == Format::td1 || content.format == Format::td2) && number.size() > kNumberField;
  const std::string rest = runs_on ? number.substr(kNumberField) : std::string{};
  if (!runs_on || content.optional_data.size() <= rest.size() || !content.optional_data.starts_with(rest))
    return;

  const char digit = content.optional_data[rest.size()];
  const bool plain = digit - '0' == check_digit(number);
  const bool filled = digit - '0' == check_digit(number.substr(0, kNumberField) + '<' + rest);
  const std::string after = content.optional_data.substr(rest.size() + 1);
  const bool ends_here = after.empty() || after.front() == ' ' || after.front() == '<';
  if (!ends_here || (!plain && !filled)) return;
  content.long_number_digit = plain ? LongNumberDigit::without_filler : LongNumberDigit::with_filler;
  content.optional_data = after.empty() ? std::string{} : after.substr(1);
}

void place_french_codes(MrzContent& content) {
  if (content.format != Format::french_identity_card) return;
  if (content.administrative_code.empty()) content.administrative_code = std::move(content.optional_data);
  content.optional_data.clear();
  content.optional_data_2.clear();  // part of the document number
}

}  // namespace

json::object to_command_json(const Reading& reading) {
  const auto field = [&](FieldName name) { return field_value(reading, name); };
  return {
      {"format", reading.format ? word(standard_name(*reading.format)) : json::value(nullptr)},
      {"valid", reading.valid},
      {"document_code", field(FieldName::document_code)},
      {"issuing_state", field(FieldName::issuing_state)},
      {"document_number", field(FieldName::document_number)},
      {"nationality", field(FieldName::nationality)},
      {"birth_date", date_value(reading.birth)},
      {"sex", sex_value(reading.sex)},
      {"expiry_date", date_value(reading.expiry)},
      {"optional_data", optional_value(reading, FieldName::optional_data, FieldName::administrative_code)},
      {"optional_data_2",
       optional_value(reading, FieldName::optional_data_2, FieldName::administrative_code_2)},
      {"primary_identifier", field(FieldName::primary_identifier)},
      {"secondary_identifier", field(FieldName::secondary_identifier)},
      {"findings", array_of(reading.findings, finding_value)},
      {"proposals", array_of(reading.proposals, proposal_value)},
  };
}

Result<MrzContent> parse_command_json(const json::object& object) {
  MrzContent content;
  if (Done format = take_format(object, content); !format) return pass_on(format);
  if (Done texts = take_texts(object, content); !texts) return pass_on(texts);
  if (Done sex = take_sex(object, content); !sex) return pass_on(sex);
  if (Done dates = to_zone_dates(content); !dates) return pass_on(dates);
  split_long_number(content);
  place_french_codes(content);
  return content;
}

}  // namespace cardea::documents
