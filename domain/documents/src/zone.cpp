#include "zone.hpp"

#include <bit>

namespace cardea::documents {
namespace {

// The loops over a whole zone have constant bounds, work on bytes and do not branch, so that compilers turn
// them into vector code: they run for every document read.

constexpr std::uint8_t mask(bool condition) {
  return static_cast<std::uint8_t>(-static_cast<int>(condition));
}

std::uint8_t value_of(std::uint8_t c) {
  const auto from_zero = static_cast<std::uint8_t>(c - '0');
  const auto from_a = static_cast<std::uint8_t>(c - 'A');
  const int digit = mask(from_zero < 10) & from_zero;
  const int letter = mask(from_a < 26) & (from_a + 10);
  return static_cast<std::uint8_t>(digit | letter);
}

std::uint8_t vector_kinds(std::uint8_t c) {
  const int letter = mask(static_cast<std::uint8_t>(c - 'A') < 26) & layout::kLetter;
  const int digit = mask(static_cast<std::uint8_t>(c - '0') < 10) & layout::kDigit;
  const int filler = mask(c == '<') & layout::kFiller;
  const int sex = (mask(c == 'M') | mask(c == 'F')) & layout::kSexLetter;
  const int separator = mask(c == '\n') & layout::kSeparator;
  return static_cast<std::uint8_t>(letter | digit | filler | sex | separator);
}

// Eight bytes of 0 or 1 as eight bits, the first one lowest: the product gathers them in its highest byte.
std::uint64_t eight_bits(const std::uint8_t* bytes) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word * 0x0102040810204080ULL >> 56;
}

DigitVerdict judge(int sum, bool known, char given, int at) {
  const char expected = known ? static_cast<char>('0' + sum % 10) : '?';
  const CheckState state = given == '<'                 ? CheckState::absent
                           : known && given == expected ? CheckState::agrees
                                                        : CheckState::differs;
  return {.expected = expected, .at = static_cast<std::uint8_t>(at), .state = state, .given = given};
}

}  // namespace

Zone::Zone(const layout::Layout& layout, const char* text) : layout_{&layout} {
  std::memset(text_, '<', sizeof text_);
  std::memcpy(text_, text, layout.size);
  classify();
}

void Zone::classify() {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_);
  std::uint8_t fillers[layout::kZoneMax];
  std::uint8_t misfits = 0;
  for (int i = 0; i < layout::kZoneMax; ++i) {
    values_[i] = value_of(bytes[i]);
    fillers[i] = bytes[i] == '<' ? 1 : 0;
    misfits |= mask((vector_kinds(bytes[i]) & layout_->allowed[static_cast<std::size_t>(i)]) == 0);
  }
  fits_ = misfits == 0;
  for (int i = 0; i < layout::kZoneMax; i += 8) fillers_[i / 64] |= eight_bits(fillers + i) << (i % 64);
}

std::uint64_t Zone::fillers(int begin, int length) const {
  std::uint64_t bits = begin < 64 ? fillers_[0] >> begin : fillers_[1] >> (begin - 64);
  if (begin > 0 && begin < 64) bits |= fillers_[1] << (64 - begin);
  return length < 64 ? bits & ((std::uint64_t{1} << length) - 1) : bits;
}

int Zone::length_without_fillers(int begin, int length) const {
  const std::uint64_t all = (std::uint64_t{1} << length) - 1;
  return 64 - std::countl_zero(~fillers(begin, length) & all);
}

void Zone::set(int offset, char c) {
  text_[offset] = c;
  values_[offset] = value_of(static_cast<std::uint8_t>(c));
  fits_ = fits_ && fits(offset);
}

int Zone::sum(const layout::DigitSpec& digit) const {
  int total = 0;
  for (int block = digit.first_block; block < digit.end_block; ++block) {
    const std::uint8_t* values = values_ + block * layout::kBlock;
    const std::uint8_t* weights = digit.weights.data() + block * layout::kBlock;
    for (int i = 0; i < layout::kBlock; ++i) total += values[i] * weights[i];
  }
  return total;
}

int Zone::sum(int begin, int length, std::size_t position) const {
  constexpr int kWeights[] = {7, 3, 1};
  int total = 0;
  for (int i = 0; i < length; ++i) total += values_[begin + i] * kWeights[position++ % 3];
  return total;
}

// Whether every character under the digit has a value.
bool Zone::readable(const layout::DigitSpec& digit) const {
  for (int i = 0; i < layout_->size; ++i) {
    const bool covered = digit.weights[static_cast<std::size_t>(i)] != 0;
    if (covered && check_value(text_[i]) < 0) return false;
  }
  return true;
}

DigitVerdict Zone::verdict(const layout::DigitSpec& digit) const {
  const DigitVerdict verdict =
      judge(sum(digit), fits_ || readable(digit), text_[digit.at.begin], digit.at.begin);
  if (verdict.state != CheckState::absent || digit.filler != layout::FillerRule::long_number) return verdict;
  return long_number(digit, verdict);
}

// 9303-5, 4.2.2 and 9303-6, 4.2.2: nine characters in the field, a filler in the digit's place, the rest and
// the digit at the beginning of the optional data, ended by a filler.
DigitVerdict Zone::long_number(const layout::DigitSpec& digit, DigitVerdict missing) const {
  const layout::FieldSpec& optional = *layout_->find(FieldName::optional_data);
  const layout::Range& field = digit.ranges[0];
  int length = 0;
  while (length < optional.length && text_[optional.begin + length] != '<') ++length;
  if (length < 2 || text_[field.begin + field.length - 1] == '<') return missing;

  const int head = sum(field.begin, field.length, 0);
  const int without_filler = head + sum(optional.begin, length - 1, field.length);
  const int with_filler = head + sum(optional.begin, length - 1, field.length + 1u);
  bool known = readable(digit);
  for (int i = 0; i < length; ++i) known = known && check_value(text_[optional.begin + i]) >= 0;
  const int at = optional.begin + length - 1;
  DigitVerdict verdict = judge(without_filler, known, text_[at], at);
  verdict.remainder = static_cast<std::uint8_t>(length);
  verdict.agrees_without_filler = verdict.state == CheckState::agrees;
  verdict.agrees_with_filler = judge(with_filler, known, text_[at], at).state == CheckState::agrees;
  if (!verdict.agrees_with_filler || verdict.agrees_without_filler) return verdict;
  verdict.state = CheckState::agrees;
  verdict.expected = verdict.given;
  return verdict;
}

}  // namespace cardea::documents
