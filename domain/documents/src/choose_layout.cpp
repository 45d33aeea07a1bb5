#include <cstring>

#include "input.hpp"
#include "zone.hpp"

namespace cardea::documents {
namespace {

constexpr std::size_t kStrangeCharactersNamed = 16;

// The layout whose lines, run together, have this length. 88 is 2 x 44, 72 is 2 x 36, 90 is 3 x 30.
int joined_width(int size) {
  switch (size) {
    case 88:
      return 44;
    case 72:
      return 36;
    case 90:
      return 30;
    default:
      return 0;
  }
}

void cut_joined_line(InputText& input, int width) {
  char cut[layout::kZoneMax];
  int size = 0;
  input.line_count = 0;
  for (int begin = 0; begin < input.size; begin += width) {
    if (begin > 0) cut[size++] = '\n';
    std::memcpy(cut + size, input.text + begin, static_cast<std::size_t>(width));
    input.lines[input.line_count++] = {static_cast<std::uint16_t>(size), static_cast<std::uint16_t>(width)};
    size += width;
  }
  std::memcpy(input.text, cut, static_cast<std::size_t>(size));
  input.size = size;
}

bool all_digits_agree(const layout::Layout& layout, const InputText& input) {
  const Zone zone(layout, input.text);
  for (std::size_t i = 0; i < layout.digit_count; ++i) {
    if (zone.verdict(layout.digits[i]).state != CheckState::agrees) return false;
  }
  return true;
}

// IDFRA in 36 columns is the French card issued before 2021; the country's newer cards are TD1. A TD2 that
// begins so would be a document nobody has described, so only digits that all agree there, and not here,
// speak for it.
const layout::Layout* choose_french_or_td2(const InputText& input, std::vector<Finding>& findings) {
  const layout::Layout& french = layout::of(Format::french_identity_card);
  const layout::Layout& td2 = layout::of(Format::td2);
  if (!all_digits_agree(td2, input)) return &french;
  if (!all_digits_agree(french, input)) return &td2;
  findings.push_back({FindingReason::layout_ambiguous, std::nullopt, 0, 0});
  return &french;
}

// A 1 is an I misread: letters are what a document code begins with.
bool begins_as_french_card(std::string_view line) {
  return (line[0] == 'I' || line[0] == '1') && line.substr(1, 4) == "DFRA";
}

const layout::Layout* choose_of_two(const InputText& input, std::vector<Finding>& findings) {
  const std::string_view first = input.line(1);
  if (first.size() != input.line(2).size()) return nullptr;
  const bool visa = first.starts_with('V');
  if (first.size() == 44) return &layout::of(visa ? Format::mrv_a : Format::td3);
  if (first.size() != 36) return nullptr;
  if (visa) return &layout::of(Format::mrv_b);
  return begins_as_french_card(first) ? choose_french_or_td2(input, findings) : &layout::of(Format::td2);
}

const layout::Layout* choose_of_three(const InputText& input) {
  if (input.line(2).size() != 30 || input.line(3).size() != 30) return nullptr;
  if (input.line(1).size() == 30) return &layout::of(Format::td1);
  return input.line(1).size() == 9 ? &layout::of(Format::swiss_driving_licence) : nullptr;
}

const layout::Layout* choose_of_one(const InputText& input) {
  const std::string_view line = input.line(1);
  const bool licence = line.size() == 30 && line[0] == 'D' && line.substr(2, 3) == "FRA";
  return licence ? &layout::of(Format::french_driving_licence) : nullptr;
}

const layout::Layout* choose(const InputText& input, std::vector<Finding>& findings) {
  switch (input.line_count) {
    case 1:
      return choose_of_one(input);
    case 2:
      return choose_of_two(input, findings);
    case 3:
      return choose_of_three(input);
    default:
      return nullptr;
  }
}

// The length the other lines suggest; 0 when they suggest none.
std::size_t expected_length(const InputText& input) {
  if (input.line_count == 3) return 30;
  for (const std::size_t width : {44u, 36u}) {
    if (input.line(1).size() == width || input.line(2).size() == width) return width;
  }
  return 0;
}

void report_lengths(const InputText& input, std::vector<Finding>& findings) {
  const std::size_t expected = expected_length(input);
  for (int number = 1; number <= input.line_count; ++number) {
    const std::size_t length = input.line(number).size();
    if (length == expected) continue;
    const std::size_t column = expected == 0 ? 0 : (length < expected ? length : expected) + 1;
    findings.push_back({FindingReason::wrong_length, std::nullopt, number, static_cast<int>(column)});
  }
}

void report_strange_characters(const InputText& input, std::vector<Finding>& findings) {
  int line = 1;
  int column = 0;
  std::size_t named = 0;
  for (const char c : input.view()) {
    ++column;
    if (c == '\n') {
      ++line;
      column = 0;
    } else if (kinds_of(c) == 0 && named < kStrangeCharactersNamed) {
      ++named;
      findings.push_back({FindingReason::wrong_character, std::nullopt, line, column});
    }
  }
}

}  // namespace

const layout::Layout* choose_layout(InputText& input, std::vector<Finding>& findings) {
  const int width = input.line_count == 1 ? joined_width(input.size) : 0;
  if (width != 0) {
    cut_joined_line(input, width);
    findings.push_back({FindingReason::lines_joined, std::nullopt, 1, width + 1});
  }
  if (const layout::Layout* chosen = choose(input, findings)) return chosen;
  if (input.line_count == 2 || input.line_count == 3) {
    report_lengths(input, findings);
  } else {
    findings.push_back({FindingReason::wrong_line_count, std::nullopt, input.line_count > 3 ? 4 : 1, 0});
  }
  report_strange_characters(input, findings);
  return nullptr;
}

}  // namespace cardea::documents
