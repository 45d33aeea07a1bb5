#include <algorithm>

#include "cardea/documents/mrz.hpp"
#include "dates.hpp"
#include "input.hpp"
#include "repair.hpp"
#include "zone.hpp"

namespace cardea::documents {
namespace {

using layout::DigitSpec;
using layout::FieldSpec;
using layout::ValueRule;

// Fills one reading from one zone, step by step.
class Reader {
 public:
  Reader(const Zone& zone, Date reading_date, const IssuerCodes& issuers, Reading& reading)
      : zone_{zone}, layout_{zone.layout()}, reading_date_{reading_date}, issuers_{issuers}, reading_{reading} {}

  void read() {
    if (!zone_.fits()) report_misfits();
    for (std::size_t i = 0; i < layout_.field_count; ++i) read_field(layout_.fields[i]);
    for (std::size_t i = 0; i < layout_.digit_count; ++i) read_digit(layout_.digits[i]);
    check_document_code();
    if (doubtful_) reading_.proposals = propose_repairs(zone_);
  }

 private:
  void report_misfits();
  void read_field(const FieldSpec& spec);
  void read_special(const FieldSpec& spec, const Field& field);
  void read_names(const FieldSpec& spec);
  void add_name(FieldName name, const FieldSpec& spec, std::size_t begin, std::string_view raw);
  void read_birth(const FieldSpec& spec);
  void read_expiry(const FieldSpec& spec);
  void read_issue(const FieldSpec& spec);
  void check_date(const FieldSpec& spec, const DateReading& date, FindingReason impossible);
  void check_issuer(const FieldSpec& spec, std::string_view code);
  void check_document_code();
  void read_digit(const DigitSpec& spec);
  void judge_digit(const DigitSpec& spec, const DigitVerdict& verdict);
  void take_long_number(const DigitSpec& spec, const DigitVerdict& verdict);
  void note(FindingReason reason, const FieldSpec& spec) {
    reading_.findings.push_back({reason, spec.name, spec.line, spec.column});
  }
  [[nodiscard]] bool fits(const FieldSpec& spec) const {
    for (int i = 0; i < spec.length; ++i) {
      if (!zone_.fits(spec.begin + i)) return false;
    }
    return true;
  }

  const Zone& zone_;
  const layout::Layout& layout_;
  Date reading_date_;
  const IssuerCodes& issuers_;
  Reading& reading_;
  bool doubtful_ = false;
};

std::size_t length_without_fillers(const char* text, std::size_t length) {
  while (length > 0 && text[length - 1] == '<') --length;
  return length;
}

// Without fillers at both ends; those between words are blanks.
void to_words(FieldText& text) {
  const std::string_view view = text.view();
  const std::size_t begin = std::min(view.find_first_not_of('<'), view.size());
  const std::size_t end = length_without_fillers(view.data(), view.size());
  if (begin > 0 && begin < end) text = FieldText(view.substr(begin, end - begin));
  text.resize_down(begin < end ? end - begin : 0);
  std::replace(text.data(), text.data() + text.size(), '<', ' ');
}

void Reader::report_misfits() {
  doubtful_ = true;
  for (int i = 0; i < layout_.size; ++i) {
    if (zone_.fits(i)) continue;
    const FieldSpec* field = layout_.field_at(i);
    const Position at = layout_.position(i);
    reading_.findings.push_back({FindingReason::wrong_character,
                                 field ? std::optional<FieldName>(field->name) : std::nullopt, at.line, at.column});
  }
}

void Reader::read_field(const FieldSpec& spec) {
  Field* field = reading_.fields.add();
  field->name = spec.name;
  field->position = {spec.line, spec.column, spec.length};
  field->raw.assign_block(zone_.at(spec.begin), spec.length);
  field->value.assign_block(zone_.at(spec.begin), spec.length);
  if (spec.rule == ValueRule::words) to_words(field->value);
  if (spec.rule == ValueRule::code || spec.rule == ValueRule::implied) {
    field->value.resize_down(length_without_fillers(zone_.at(spec.begin), spec.length));
  }
  read_special(spec, *field);
}

void Reader::read_special(const FieldSpec& spec, const Field& field) {
  switch (spec.name) {
    case FieldName::names: read_names(spec); break;
    case FieldName::birth_date: read_birth(spec); break;
    case FieldName::expiry_date: read_expiry(spec); break;
    case FieldName::issue_date: read_issue(spec); break;
    case FieldName::issuing_state: check_issuer(spec, field.value); break;
    case FieldName::nationality:
      if (spec.rule != ValueRule::implied) check_issuer(spec, field.value);
      break;
    case FieldName::sex:
      if (field.raw[0] == 'F') reading_.sex = Sex::female;
      if (field.raw[0] == 'M') reading_.sex = Sex::male;
      if (field.raw[0] == '<') reading_.sex = Sex::unspecified;
      break;
    case FieldName::primary_identifier:
      if (field.value.empty()) note(FindingReason::primary_identifier_missing, spec);
      break;
    default: break;
  }
}

// 9303-3, 4.6: the primary identifier, two fillers, the secondary identifier; one filler between the parts of each. A
// letter in the last place tells that the name may have been cut.
void Reader::read_names(const FieldSpec& spec) {
  const std::string_view all = zone_.view(spec.begin, spec.length);
  const std::size_t length = length_without_fillers(all.data(), all.size());
  const std::string_view text = all.substr(0, length);
  const std::size_t gap = std::min(text.find("<<"), length);
  const std::size_t second = std::min(gap + 2, length);
  const std::string_view secondary = text.substr(second);
  add_name(FieldName::primary_identifier, spec, 0, text.substr(0, gap));
  add_name(FieldName::secondary_identifier, spec, second, secondary);
  if (gap == 0) note(FindingReason::primary_identifier_missing, spec);
  if (text.starts_with('<') && gap != 0) note(FindingReason::name_fillers_irregular, spec);
  if (secondary.starts_with('<') || secondary.find("<<") != std::string_view::npos) {
    note(FindingReason::name_fillers_irregular, spec);
  }
  reading_.name_possibly_truncated = length == all.size();
  if (reading_.name_possibly_truncated) note(FindingReason::name_possibly_truncated, spec);
}

void Reader::add_name(FieldName name, const FieldSpec& spec, std::size_t begin, std::string_view raw) {
  Field* field = reading_.fields.add();
  field->name = name;
  field->position = {spec.line, spec.column + static_cast<int>(begin), static_cast<int>(raw.size())};
  field->raw.assign_block(raw.data(), raw.size());
  field->value.assign_block(raw.data(), raw.size());
  to_words(field->value);
}

void Reader::read_birth(const FieldSpec& spec) {
  reading_.birth = read_birth_date(zone_.view(spec.begin, spec.length), reading_date_);
  check_date(spec, *reading_.birth, FindingReason::birth_date_impossible);
}

void Reader::read_expiry(const FieldSpec& spec) {
  reading_.expiry = read_expiry_date(zone_.view(spec.begin, spec.length), reading_date_);
  check_date(spec, *reading_.expiry, FindingReason::expiry_date_impossible);
  if (century_is_ambiguous(*reading_.expiry)) note(FindingReason::expiry_century_ambiguous, spec);
}

void Reader::read_issue(const FieldSpec& spec) {
  reading_.issue = read_issue_month(zone_.view(spec.begin, spec.length), reading_date_);
  check_date(spec, *reading_.issue, FindingReason::issue_date_impossible);
}

// A character that cannot stand in a date is a finding of its own; one is enough.
void Reader::check_date(const FieldSpec& spec, const DateReading& date, FindingReason impossible) {
  if (date.candidates.empty() && fits(spec)) note(impossible, spec);
}

void Reader::check_issuer(const FieldSpec& spec, std::string_view code) {
  const IssuerCode* issuer = issuers_.find(code);
  if (issuer == nullptr) {
    if (fits(spec)) note(FindingReason::issuer_unknown, spec);
  } else if (issuer->kind == IssuerKind::specimen) {
    note(FindingReason::issuer_specimen, spec);
  }
}

void Reader::check_document_code() {
  const FieldSpec& spec = *layout_.find(FieldName::document_code);
  const char first = zone_[spec.begin];
  if (zone_.fits(spec.begin) && layout_.first_letters.find(first) == std::string_view::npos) {
    note(FindingReason::document_code_unusual, spec);
  }
}

void Reader::read_digit(const DigitSpec& spec) {
  const DigitVerdict verdict = zone_.verdict(spec);
  CheckDigit* digit = reading_.check_digits.add();
  *digit = {spec.over, spec.place, verdict.state, verdict.given, verdict.expected, layout_.position(verdict.at)};
  if (verdict.state != CheckState::agrees) judge_digit(spec, verdict);
  if (verdict.remainder > 0) take_long_number(spec, verdict);
}

void Reader::judge_digit(const DigitSpec& spec, const DigitVerdict& verdict) {
  const Position at = layout_.position(verdict.at);
  if (verdict.state == CheckState::differs) {
    reading_.findings.push_back({spec.differs, spec.place, at.line, at.column});
    doubtful_ = true;
    return;
  }
  const bool field_empty = zone_.view(spec.ranges[0].begin, spec.ranges[0].length).find_first_not_of('<') ==
                           std::string_view::npos;
  if (spec.filler == layout::FillerRule::empty_field && field_empty) return;
  reading_.findings.push_back({FindingReason::check_digit_missing, spec.place, at.line, at.column});
}

void Reader::take_long_number(const DigitSpec& spec, const DigitVerdict& verdict) {
  const FieldSpec& optional = *layout_.find(FieldName::optional_data);
  reading_.long_number = {{optional.line, optional.column, verdict.remainder},
                          verdict.agrees_without_filler,
                          verdict.agrees_with_filler};
  if (verdict.agrees_with_filler && !verdict.agrees_without_filler) {
    note(FindingReason::long_number_digit_with_filler, *layout_.find(spec.place));
  }
  for (Field& field : reading_.fields) {
    if (field.name != FieldName::document_number) continue;
    for (int i = 0; i + 1 < verdict.remainder; ++i) field.value.push_back(zone_[optional.begin + i]);
  }
}

bool is_valid(const std::vector<Finding>& findings) {
  return std::none_of(findings.begin(), findings.end(),
                      [](const Finding& finding) { return severity(finding.reason) == Severity::error; });
}

}  // namespace

Reading read_mrz(std::string_view text, Date reading_date, const IssuerCodes& issuers) {
  Reading reading;
  reading.raw = text.substr(0, kRawKept);
  InputText input;
  if (!clean_text(text, input, reading.findings)) return reading;
  const layout::Layout* layout = choose_layout(input, reading.findings);
  reading.normalised = input.view();
  if (layout == nullptr) return reading;

  reading.format = layout->format;
  const Zone zone(*layout, input.text);
  Reader(zone, reading_date, issuers, reading).read();
  reading.valid = is_valid(reading.findings);
  return reading;
}

}  // namespace cardea::documents
