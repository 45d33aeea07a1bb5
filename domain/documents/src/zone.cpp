#include "zone.hpp"

namespace cardea::documents {
namespace {

// Weights 7, 3, 1 for as many characters as a digit can cover.
struct Weights {
  std::array<std::int8_t, layout::kZoneMax> weights{};
  constexpr Weights() {
    constexpr std::int8_t kCycle[] = {7, 3, 1};
    for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = kCycle[i % 3];
  }
};
constexpr Weights kWeights;

}  // namespace

Zone::Zone(const layout::Layout& layout, const char* text) : layout_{&layout} {
  std::memcpy(text_, text, layout.size);
  std::memset(text_ + layout.size, '<', sizeof text_ - layout.size);
  for (int i = 0; i < layout.size; ++i) values_[i] = kCharacters.values[static_cast<unsigned char>(text[i])];
}

void Zone::set(int offset, char c) {
  text_[offset] = c;
  values_[offset] = kCharacters.values[static_cast<unsigned char>(c)];
}

bool Zone::fits() const {
  int misfits = 0;
  for (int i = 0; i < layout_->size; ++i) misfits += fits(i) ? 0 : 1;
  return misfits == 0;
}

void Zone::add(Sum& sum, int begin, int length) const {
  int value = 0;
  int lowest = 0;
  for (int i = 0; i < length; ++i) {
    value += values_[begin + i] * kWeights.weights[static_cast<std::size_t>(sum.position + i)];
    lowest |= values_[begin + i];
  }
  sum.value += value;
  sum.position += length;
  sum.known = sum.known && lowest >= 0;
}

DigitVerdict Zone::judge(const Sum& sum, int at) const {
  const char expected = sum.known ? static_cast<char>('0' + sum.value % 10) : '?';
  const CheckState state = text_[at] == '<'        ? CheckState::absent
                           : text_[at] == expected ? CheckState::agrees
                                                   : CheckState::differs;
  return {sum.known || state == CheckState::absent ? state : CheckState::differs, text_[at], expected,
          static_cast<std::uint8_t>(at)};
}

DigitVerdict Zone::verdict(const layout::DigitSpec& digit) const {
  Sum sum;
  for (std::size_t i = 0; i < digit.range_count; ++i) add(sum, digit.ranges[i].begin, digit.ranges[i].length);
  const DigitVerdict verdict = judge(sum, digit.at.begin);
  if (verdict.state != CheckState::absent || digit.filler != layout::FillerRule::long_number) return verdict;
  return long_number(digit, verdict);
}

// 9303-5, 4.2.2 and 9303-6, 4.2.2: nine characters in the field, a filler in the digit's place, the rest and the digit
// at the beginning of the optional data, ended by a filler.
DigitVerdict Zone::long_number(const layout::DigitSpec& digit, DigitVerdict missing) const {
  const layout::FieldSpec& optional = *layout_->find(FieldName::optional_data);
  const int number_end = digit.ranges[0].begin + digit.ranges[0].length - 1;
  int length = 0;
  while (length < optional.length && text_[optional.begin + length] != '<') ++length;
  if (length < 2 || text_[number_end] == '<') return missing;

  Sum without_filler;
  add(without_filler, digit.ranges[0].begin, digit.ranges[0].length);
  Sum with_filler = without_filler;
  with_filler.position += 1;
  add(without_filler, optional.begin, length - 1);
  add(with_filler, optional.begin, length - 1);
  const int at = optional.begin + length - 1;
  DigitVerdict verdict = judge(without_filler, at);
  verdict.remainder = static_cast<std::uint8_t>(length);
  verdict.agrees_without_filler = verdict.state == CheckState::agrees;
  verdict.agrees_with_filler = judge(with_filler, at).state == CheckState::agrees;
  if (verdict.agrees_with_filler && !verdict.agrees_without_filler) {
    verdict.state = CheckState::agrees;
    verdict.expected = verdict.given;
  }
  return verdict;
}

}  // namespace cardea::documents
