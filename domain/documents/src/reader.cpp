#include <algorithm>
#include <bit>

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
      : zone_{zone},
        layout_{zone.layout()},
        reading_date_{reading_date},
        issuers_{issuers},
        reading_{reading} {}

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
  void add_name(FieldName name, const FieldSpec& spec, int begin, int length);
  void take_words(Field& field, int begin, int length);
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

// Fillers between words become blanks. The whole block is turned, which is quicker than to find its end.
void blank_fillers(FieldText& text) {
  char* const block = text.data();
  for (std::size_t i = 0; i < FieldText::kCapacity; ++i) block[i] = block[i] == '<' ? ' ' : block[i];
}

void Reader::report_misfits() {
  doubtful_ = true;
  for (int i = 0; i < layout_.size; ++i) {
    if (zone_.fits(i)) continue;
    const FieldSpec* field = layout_.field_at(i);
    const Position at = layout_.position(i);
    reading_.findings.push_back({FindingReason::wrong_character,
                                 field ? std::optional<FieldName>(field->name) : std::nullopt, at.line,
                                 at.column});
  }
}

void Reader::read_field(const FieldSpec& spec) {
  Field* field = reading_.fields.add();
  field->name = spec.name;
  field->position = {spec.line, spec.column, spec.length};
  field->raw.assign_block(zone_.at(spec.begin), spec.length);
  if (spec.rule == ValueRule::words) {
    take_words(*field, spec.begin, spec.length);
  } else {
    const bool whole = spec.rule == ValueRule::plain;
    const int length = whole ? spec.length : zone_.length_without_fillers(spec.begin, spec.length);
    field->value.assign_block(zone_.at(spec.begin), static_cast<std::size_t>(length));
  }
  read_special(spec, *field);
}

// The value is what stands between the fillers at both ends.
void Reader::take_words(Field& field, int begin, int length) {
  const int end = zone_.length_without_fillers(begin, length);
  const int leading = end == 0 ? 0 : std::countr_one(zone_.fillers(begin, length));
  field.value.assign_block(zone_.at(begin + leading), static_cast<std::size_t>(end - leading));
  blank_fillers(field.value);
}

void Reader::read_special(const FieldSpec& spec, const Field& field) {
  switch (spec.name) {
    case FieldName::names:
      read_names(spec);
      break;
    case FieldName::birth_date:
      read_birth(spec);
      break;
    case FieldName::expiry_date:
      read_expiry(spec);
      break;
    case FieldName::issue_date:
      read_issue(spec);
      break;
    case FieldName::issuing_state:
      check_issuer(spec, field.value);
      break;
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
    default:
      break;
  }
}

// 9303-3, 4.6: the primary identifier, two fillers, the secondary identifier; one filler between the parts of
// each. A letter in the last place tells that the name may have been cut.
void Reader::read_names(const FieldSpec& spec) {
  const int length = zone_.length_without_fillers(spec.begin, spec.length);
  const std::uint64_t fillers = zone_.fillers(spec.begin, length);
  const std::uint64_t pairs = fillers & (fillers >> 1);
  const int gap = pairs == 0 ? length : std::countr_zero(pairs);
  const int second = std::min(gap + 2, length);
  add_name(FieldName::primary_identifier, spec, 0, gap);
  add_name(FieldName::secondary_identifier, spec, second, length - second);
  if (gap == 0) note(FindingReason::primary_identifier_missing, spec);
  const bool leading_filler = (fillers & 1) != 0 && gap != 0;
  const bool more_pairs = second < length && ((fillers >> second & 1) != 0 || (pairs >> second) != 0);
  if (leading_filler || more_pairs) note(FindingReason::name_fillers_irregular, spec);
  reading_.name_possibly_truncated = length == spec.length;
  if (reading_.name_possibly_truncated) note(FindingReason::name_possibly_truncated, spec);
}

void Reader::add_name(FieldName name, const FieldSpec& spec, int begin, int length) {
  Field* field = reading_.fields.add();
  field->name = name;
  field->position = {spec.line, spec.column + begin, length};
  field->raw.assign_block(zone_.at(spec.begin + begin), static_cast<std::size_t>(length));
  take_words(*field, spec.begin + begin, length);
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
  const bool usual_place = verdict.at == spec.at.begin;
  *digit = {spec.over,
            spec.place,
            verdict.state,
            verdict.given,
            verdict.expected,
            usual_place ? Position{spec.at.line, spec.at.column, 1} : layout_.position(verdict.at)};
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
