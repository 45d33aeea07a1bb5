#include "layout.hpp"

#include <initializer_list>

namespace cardea::documents::layout {
namespace {

using enum FieldName;
using enum ValueRule;
using enum FillerRule;

constexpr std::uint8_t kLetters = kLetter | kFiller;
constexpr std::uint8_t kNumbers = kDigit | kFiller;
constexpr std::uint8_t kAny = kLetter | kDigit | kFiller;
constexpr std::uint8_t kSexes = kSexLetter | kFiller;

constexpr std::uint8_t offset_of(const Layout& layout, int line, int column) {
  int offset = column - 1;
  for (int before = 1; before < line; ++before)
    offset += layout.line_length[static_cast<std::size_t>(before - 1)] + 1;
  return static_cast<std::uint8_t>(offset);
}

constexpr void place_fields(Layout& layout) {
  for (auto& allowed : layout.allowed) allowed = kFiller;
  for (std::size_t i = 0; i < layout.field_count; ++i) {
    FieldSpec& field = layout.fields[i];
    field.begin = offset_of(layout, field.line, field.column);
    for (std::size_t k = 0; k < field.length; ++k) layout.allowed[field.begin + k] = field.allowed;
    if (field.name == document_code) layout.allowed[field.begin] = kLetter;
  }
  for (int line = 2; line <= layout.line_count; ++line)
    layout.allowed[offset_of(layout, line, 1) - 1u] = kSeparator;
}

constexpr void weigh(DigitSpec& digit) {
  constexpr std::uint8_t kCycle[] = {7, 3, 1};
  digit.weights = {};
  digit.first_block = kZoneMax / kBlock;
  digit.end_block = 0;
  std::size_t counted = 0;
  for (std::size_t i = 0; i < digit.range_count; ++i) {
    const Range& range = digit.ranges[i];
    for (std::size_t k = 0; k < range.length; ++k) digit.weights[range.begin + k] = kCycle[counted++ % 3];
    const int first = range.begin / kBlock;
    const int end = (range.begin + range.length - 1) / kBlock + 1;
    if (first < digit.first_block) digit.first_block = static_cast<std::uint8_t>(first);
    if (end > digit.end_block) digit.end_block = static_cast<std::uint8_t>(end);
  }
}

constexpr void place_digits(Layout& layout) {
  for (std::size_t i = 0; i < layout.digit_count; ++i) {
    DigitSpec& digit = layout.digits[i];
    digit.at.begin = offset_of(layout, digit.at.line, digit.at.column);
    for (Range& range : digit.ranges) {
      if (range.length == 0) continue;
      range.begin = offset_of(layout, range.line, range.column);
      ++digit.range_count;
    }
    weigh(digit);
  }
}

constexpr Layout make(Format format, std::initializer_list<std::uint8_t> lengths,
                      std::string_view first_letters, std::initializer_list<FieldSpec> fields,
                      std::initializer_list<DigitSpec> digits) {
  Layout layout{};
  layout.format = format;
  layout.first_letters = first_letters;
  for (const std::uint8_t length : lengths) {
    layout.line_length[layout.line_count++] = length;
    layout.size = static_cast<std::uint8_t>(layout.size + length + (layout.line_count > 1 ? 1 : 0));
  }
  for (const FieldSpec& field : fields) layout.fields[layout.field_count++] = field;
  for (const DigitSpec& digit : digits) layout.digits[layout.digit_count++] = digit;
  place_fields(layout);
  place_digits(layout);
  return layout;
}

constexpr FieldSpec field(FieldName name, int line, int column, int length, std::uint8_t allowed,
                          ValueRule rule) {
  return {name,
          static_cast<std::uint8_t>(line),
          static_cast<std::uint8_t>(column),
          static_cast<std::uint8_t>(length),
          allowed,
          rule};
}

constexpr Range range(int line, int column, int length) {
  return {static_cast<std::uint8_t>(line), static_cast<std::uint8_t>(column),
          static_cast<std::uint8_t>(length)};
}

constexpr DigitSpec digit(FieldName over, FieldName place, Range at, Range covered, FindingReason differs,
                          FillerRule filler = missing) {
  return {over, place, differs, filler, {covered}, 0, at};
}

constexpr DigitSpec composite(Range at, Range a, Range b = {}, Range c = {}, Range d = {}) {
  return {
      composite_check, composite_check, FindingReason::composite_check_differs, missing, {a, b, c, d}, 0, at};
}

constexpr auto kNumberDiffers = FindingReason::document_number_check_differs;
constexpr auto kBirthDiffers = FindingReason::birth_date_check_differs;
constexpr auto kExpiryDiffers = FindingReason::expiry_date_check_differs;
constexpr auto kPersonalDiffers = FindingReason::personal_number_check_differs;

// 9303-5, 4.2.
constexpr Layout kTd1 = make(
    Format::td1, {30, 30, 30}, "ACI",
    {field(document_code, 1, 1, 2, kAny, code), field(issuing_state, 1, 3, 3, kLetters, code),
     field(document_number, 1, 6, 9, kAny, code), field(document_number_check, 1, 15, 1, kNumbers, plain),
     field(optional_data, 1, 16, 15, kAny, words), field(birth_date, 2, 1, 6, kNumbers, plain),
     field(birth_date_check, 2, 7, 1, kNumbers, plain), field(sex, 2, 8, 1, kSexes, plain),
     field(expiry_date, 2, 9, 6, kNumbers, plain), field(expiry_date_check, 2, 15, 1, kNumbers, plain),
     field(nationality, 2, 16, 3, kLetters, code), field(optional_data_2, 2, 19, 11, kAny, words),
     field(composite_check, 2, 30, 1, kNumbers, plain),
     field(FieldName::names, 3, 1, 30, kLetters, identifiers)},
    {digit(document_number, document_number_check, range(1, 15, 1), range(1, 6, 9), kNumberDiffers,
           long_number),
     digit(birth_date, birth_date_check, range(2, 7, 1), range(2, 1, 6), kBirthDiffers),
     digit(expiry_date, expiry_date_check, range(2, 15, 1), range(2, 9, 6), kExpiryDiffers),
     composite(range(2, 30, 1), range(1, 6, 25), range(2, 1, 7), range(2, 9, 7), range(2, 19, 11))});

constexpr DigitSpec number_digit(FillerRule filler) {
  return digit(document_number, document_number_check, range(2, 10, 1), range(2, 1, 9), kNumberDiffers,
               filler);
}
constexpr DigitSpec birth_digit() {
  return digit(birth_date, birth_date_check, range(2, 20, 1), range(2, 14, 6), kBirthDiffers);
}
constexpr DigitSpec expiry_digit() {
  return digit(expiry_date, expiry_date_check, range(2, 28, 1), range(2, 22, 6), kExpiryDiffers);
}

// The two-line formats share their layout up to the expiry date's digit.
constexpr Layout two_lines(Format format, std::uint8_t width, std::string_view first_letters,
                           std::initializer_list<FieldSpec> tail,
                           std::initializer_list<DigitSpec> tail_digits, FillerRule number_filler) {
  Layout layout = make(
      format, {width, width}, first_letters,
      {field(document_code, 1, 1, 2, kAny, code), field(issuing_state, 1, 3, 3, kLetters, code),
       field(FieldName::names, 1, 6, width - 5, kLetters, identifiers),
       field(document_number, 2, 1, 9, kAny, code), field(document_number_check, 2, 10, 1, kNumbers, plain),
       field(nationality, 2, 11, 3, kLetters, code), field(birth_date, 2, 14, 6, kNumbers, plain),
       field(birth_date_check, 2, 20, 1, kNumbers, plain), field(sex, 2, 21, 1, kSexes, plain),
       field(expiry_date, 2, 22, 6, kNumbers, plain), field(expiry_date_check, 2, 28, 1, kNumbers, plain)},
      {number_digit(number_filler), birth_digit(), expiry_digit()});
  for (const FieldSpec& more : tail) layout.fields[layout.field_count++] = more;
  for (DigitSpec& known : layout.digits) known.range_count = 0;
  for (const DigitSpec& more : tail_digits) layout.digits[layout.digit_count++] = more;
  place_fields(layout);
  place_digits(layout);
  return layout;
}

// 9303-6, 4.2.
constexpr Layout kTd2 = two_lines(
    Format::td2, 36, "ACI",
    {field(optional_data, 2, 29, 7, kAny, words), field(composite_check, 2, 36, 1, kNumbers, plain)},
    {composite(range(2, 36, 1), range(2, 1, 10), range(2, 14, 7), range(2, 22, 14))}, long_number);

// 9303-4, 4.2.
constexpr Layout kTd3 = two_lines(
    Format::td3, 44, "P",
    {field(optional_data, 2, 29, 14, kAny, words), field(personal_number_check, 2, 43, 1, kNumbers, plain),
     field(composite_check, 2, 44, 1, kNumbers, plain)},
    {digit(optional_data, personal_number_check, range(2, 43, 1), range(2, 29, 14), kPersonalDiffers,
           empty_field),
     composite(range(2, 44, 1), range(2, 1, 10), range(2, 14, 7), range(2, 22, 22))},
    missing);

// 9303-7, 4.2 and 5.2: no composite digit.
constexpr Layout kMrvA =
    two_lines(Format::mrv_a, 44, "V", {field(optional_data, 2, 29, 16, kAny, words)}, {}, missing);
constexpr Layout kMrvB =
    two_lines(Format::mrv_b, 36, "V", {field(optional_data, 2, 29, 8, kAny, words)}, {}, missing);

// The number is the twelve characters of issue month, office and sequence; the digit at the end covers
// everything.
constexpr Layout kFrenchIdentityCard = make(
    Format::french_identity_card, {36, 36}, "I",
    {field(document_code, 1, 1, 2, kAny, code), field(issuing_state, 1, 3, 3, kLetters, code),
     field(nationality, 1, 3, 3, kLetters, implied), field(primary_identifier, 1, 6, 25, kLetters, words),
     field(administrative_code, 1, 31, 6, kAny, words), field(document_number, 2, 1, 12, kAny, code),
     field(issue_date, 2, 1, 4, kDigit, plain), field(administrative_code_2, 2, 5, 3, kAny, words),
     field(document_number_check, 2, 13, 1, kNumbers, plain),
     field(secondary_identifier, 2, 14, 14, kLetters, words), field(birth_date, 2, 28, 6, kNumbers, plain),
     field(birth_date_check, 2, 34, 1, kNumbers, plain), field(sex, 2, 35, 1, kSexes, plain),
     field(composite_check, 2, 36, 1, kNumbers, plain)},
    {digit(document_number, document_number_check, range(2, 13, 1), range(2, 1, 12), kNumberDiffers),
     digit(birth_date, birth_date_check, range(2, 34, 1), range(2, 28, 6), kBirthDiffers),
     composite(range(2, 36, 1), range(1, 1, 36), range(2, 1, 35))});

// The number's digit covers the code and the country before it too; the last one covers all.
constexpr Layout kFrenchDrivingLicence = make(
    Format::french_driving_licence, {30}, "D",
    {field(document_code, 1, 1, 2, kAny, code), field(issuing_state, 1, 3, 3, kLetters, code),
     field(document_number, 1, 6, 9, kAny, code), field(document_number_check, 1, 15, 1, kNumbers, plain),
     field(expiry_date, 1, 16, 6, kNumbers, plain), field(primary_identifier, 1, 22, 8, kLetters, words),
     field(composite_check, 1, 30, 1, kNumbers, plain)},
    {digit(document_number, document_number_check, range(1, 15, 1), range(1, 1, 14), kNumberDiffers),
     composite(range(1, 30, 1), range(1, 1, 29))});

// The language letter is also the last character of the number. No check digit at all.
constexpr Layout kSwissDrivingLicence = make(
    Format::swiss_driving_licence, {9, 30, 30}, "F",
    {field(document_number, 1, 1, 9, kAny, code), field(language_code, 1, 7, 1, kLetters, code),
     field(document_code, 2, 1, 2, kAny, code), field(issuing_state, 2, 3, 3, kLetters, code),
     field(pin_code, 2, 6, 9, kDigit, plain), field(version_number, 2, 15, 3, kDigit, plain),
     field(birth_date, 2, 20, 6, kNumbers, plain), field(FieldName::names, 3, 1, 30, kLetters, identifiers)},
    {});

}  // namespace

const Layout& of(Format format) {
  switch (format) {
    case Format::td1:
      return kTd1;
    case Format::td2:
      return kTd2;
    case Format::td3:
      return kTd3;
    case Format::mrv_a:
      return kMrvA;
    case Format::mrv_b:
      return kMrvB;
    case Format::french_identity_card:
      return kFrenchIdentityCard;
    case Format::french_driving_licence:
      return kFrenchDrivingLicence;
    case Format::swiss_driving_licence:
      return kSwissDrivingLicence;
  }
  __builtin_unreachable();
}

const FieldSpec* Layout::find(FieldName wanted) const {
  for (std::size_t i = 0; i < field_count; ++i) {
    if (fields[i].name == wanted) return &fields[i];
  }
  return nullptr;
}

const DigitSpec* Layout::find_digit(FieldName over) const {
  for (std::size_t i = 0; i < digit_count; ++i) {
    if (digits[i].over == over) return &digits[i];
  }
  return nullptr;
}

Position Layout::position(int offset, int length) const {
  int line = 1;
  while (line < line_count && offset > line_length[static_cast<std::size_t>(line - 1)]) {
    offset -= line_length[static_cast<std::size_t>(line - 1)] + 1;
    ++line;
  }
  return {line, offset + 1, length};
}

const FieldSpec* Layout::field_at(int offset) const {
  const FieldSpec* narrowest = nullptr;
  for (std::size_t i = 0; i < field_count; ++i) {
    const FieldSpec& field = fields[i];
    const bool here = field.rule != implied && offset >= field.begin && offset < field.begin + field.length;
    if (here && (narrowest == nullptr || field.length < narrowest->length)) narrowest = &field;
  }
  return narrowest;
}

}  // namespace cardea::documents::layout
