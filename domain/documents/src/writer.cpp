#include <algorithm>

#include "cardea/documents/mrz_writer.hpp"
#include "cardea/kernel/text.hpp"
#include "zone.hpp"

namespace cardea::documents {
namespace {

using layout::FieldSpec;
using layout::kZoneMax;

Failure refuse(std::string_view reason, FieldName field) {
  return fail(ErrorKind::malformed, reason, std::string(name(field)));
}

bool is_word_gap(char c) { return c == ' ' || c == '-'; }

// Blanks and hyphens become one filler, an apostrophe nothing (9303-3, 4.6); fillers stay as they are.
std::string to_zone_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = ascii_upper(text[i]);
    if (c == '\'' || (is_word_gap(c) && i > 0 && is_word_gap(text[i - 1]))) continue;
    out.push_back(is_word_gap(c) ? '<' : c);
  }
  return out;
}

constexpr std::size_t kNumberField = 9;

bool may_run_on(Format format) { return format == Format::td1 || format == Format::td2; }

// Builds the zone in place, field by field, then the digits.
class Writer {
 public:
  explicit Writer(const MrzContent& content)
      : content_{content},
        layout_{layout::of(content.format)},
        zone_{layout_, blank(layout_).data()},
        number_{to_zone_text(content.document_number)},
        number_runs_on_{may_run_on(content.format) && number_.size() > kNumberField} {}

  [[nodiscard]] Result<std::vector<std::string>> write();

 private:
  static std::string blank(const layout::Layout& layout);
  [[nodiscard]] Done put(FieldName name, std::string_view text);
  [[nodiscard]] Done put_date(FieldName name, std::string_view text);
  [[nodiscard]] Done put_number();
  [[nodiscard]] Done put_long_number();
  [[nodiscard]] Done put_names();
  [[nodiscard]] Done put_all();
  void put_sex();
  void put_digits();
  [[nodiscard]] char digit_for(const layout::DigitSpec& digit) const;
  [[nodiscard]] Done check_characters() const;

  const MrzContent& content_;
  const layout::Layout& layout_;
  Zone zone_;
  std::string number_;
  bool number_runs_on_;
};

std::string Writer::blank(const layout::Layout& layout) {
  std::string text(layout.size, '<');
  for (std::size_t i = 0; i < layout.size; ++i) {
    if (layout.allowed[i] == layout::kSeparator) text[i] = '\n';
  }
  return text;
}

Done Writer::put(FieldName field, std::string_view text) {
  const FieldSpec* spec = layout_.find(field);
  if (spec == nullptr || spec->rule == layout::ValueRule::implied) {
    return text.empty() ? Done{} : Done{refuse("mrz_field_not_in_layout", field)};
  }
  if (text.size() > spec->length) return refuse("mrz_field_too_long", field);
  for (std::size_t i = 0; i < text.size(); ++i) zone_.set(spec->begin + static_cast<int>(i), text[i]);
  return {};
}

// A date the layout has is six characters, digits or unknown parts.
Done Writer::put_date(FieldName field, std::string_view text) {
  const bool wanted = layout_.find(field) != nullptr;
  const bool digits =
      std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(c) || c == '<'; });
  if (wanted && (text.size() != 6 || !digits)) return refuse("mrz_date_malformed", field);
  return put(field, text);
}

Done Writer::put_number() {
  if (number_runs_on_) return put_long_number();
  const Done number = put(FieldName::document_number, number_);
  return number ? put(FieldName::optional_data, to_zone_text(content_.optional_data)) : number;
}

Done Writer::put_long_number() {
  const std::string head = number_.substr(0, kNumberField);
  const std::string rest = number_.substr(kNumberField);
  if (head.ends_with('<') || rest.find('<') != std::string::npos) {
    return refuse("mrz_wrong_character", FieldName::document_number);
  }
  const bool with_filler = content_.long_number_digit == LongNumberDigit::with_filler;
  const int digit = check_digit(with_filler ? head + '<' + rest : number_);
  if (digit < 0) return refuse("mrz_wrong_character", FieldName::document_number);
  std::string optional = rest + static_cast<char>('0' + digit);
  if (!content_.optional_data.empty()) optional += '<' + to_zone_text(content_.optional_data);
  const Done number = put(FieldName::document_number, head);
  return number ? put(FieldName::optional_data, optional) : number;
}

Done Writer::put_names() {
  const std::string primary = to_zone_text(content_.primary_identifier);
  const std::string secondary = to_zone_text(content_.secondary_identifier);
  if (layout_.find(FieldName::names) == nullptr) {
    const Done first = put(FieldName::primary_identifier, primary);
    return first ? put(FieldName::secondary_identifier, secondary) : first;
  }
  if (primary.find("<<") != std::string::npos || primary.ends_with('<')) {
    return refuse("mrz_wrong_character", FieldName::primary_identifier);
  }
  const Done names = put(FieldName::names, secondary.empty() ? primary : primary + "<<" + secondary);
  return names ? names : Done{refuse(names.error().reason, FieldName::primary_identifier)};
}

void Writer::put_sex() {
  if (const FieldSpec* spec = layout_.find(FieldName::sex)) {
    zone_.set(spec->begin, content_.sex == Sex::female ? 'F' : content_.sex == Sex::male ? 'M' : '<');
  }
}

Done Writer::put_all() {
  const struct {
    FieldName name;
    const std::string& text;
  } plain[] = {{FieldName::document_code, content_.document_code},
               {FieldName::issuing_state, content_.issuing_state},
               {FieldName::optional_data_2, content_.optional_data_2},
               {FieldName::administrative_code, content_.administrative_code},
               {FieldName::pin_code, content_.pin_code},
               {FieldName::version_number, content_.version_number}};
  for (const auto& [field, text] : plain) {
    if (Done put_it = put(field, to_zone_text(text)); !put_it) return put_it;
  }
  const FieldSpec* nationality = layout_.find(FieldName::nationality);
  const bool implied = nationality != nullptr && nationality->rule == layout::ValueRule::implied;
  if (!implied) {
    if (Done put_it = put(FieldName::nationality, to_zone_text(content_.nationality)); !put_it) return put_it;
  }
  if (Done number = put_number(); !number) return number;
  if (Done names = put_names(); !names) return names;
  put_sex();
  const Done birth = put_date(FieldName::birth_date, content_.birth_date);
  return birth ? put_date(FieldName::expiry_date, content_.expiry_date) : birth;
}

// The composite comes last in every table: it covers the other digits.
char Writer::digit_for(const layout::DigitSpec& digit) const {
  const DigitVerdict verdict = zone_.verdict(digit);
  const auto range = digit.ranges[0];
  const bool empty = zone_.view(range.begin, range.length).find_first_not_of('<') == std::string_view::npos;
  const bool leave_filler = digit.filler == layout::FillerRule::empty_field && empty &&
                            content_.empty_number_digit == EmptyNumberDigit::filler;
  return leave_filler ? '<' : verdict.expected;
}

void Writer::put_digits() {
  for (std::size_t i = 0; i < layout_.digit_count; ++i) {
    const layout::DigitSpec& digit = layout_.digits[i];
    if (digit.filler == layout::FillerRule::long_number && number_runs_on_) continue;
    zone_.set(digit.at.begin, '0');  // with a filler there, a number would seem to run on
    zone_.set(digit.at.begin, digit_for(digit));
  }
}

Done Writer::check_characters() const {
  for (int i = 0; i < layout_.size; ++i) {
    if (zone_.fits(i)) continue;
    const FieldSpec* field = layout_.field_at(i);
    return refuse("mrz_wrong_character", field ? field->name : FieldName::names);
  }
  return {};
}

Result<std::vector<std::string>> Writer::write() {
  if (Done put = put_all(); !put) return pass_on(put);
  if (Done good = check_characters(); !good) return pass_on(good);
  put_digits();
  std::vector<std::string> lines;
  for (const std::string_view line : split(zone_.view(0, layout_.size), '\n')) lines.emplace_back(line);
  return lines;
}

}  // namespace

Result<std::vector<std::string>> write_mrz(const MrzContent& content) { return Writer(content).write(); }

}  // namespace cardea::documents
