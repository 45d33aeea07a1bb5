#include "folding.hpp"

#include <algorithm>
#include <array>

#include "cardea/kernel/text.hpp"

namespace cardea::people {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

bool within(char32_t c, std::span<const Range> ranges) {
  return std::ranges::any_of(ranges, [c](Range range) { return c >= range.first && c <= range.last; });
}

/// Blanks, dashes, commas, slashes and the filler: what parts the components of a name.
constexpr std::array<Range, 16> kSeparators = {{{0x09, 0x0D},
                                                {0x20, 0x20},
                                                {0x2C, 0x2D},
                                                {0x2F, 0x2F},
                                                {0x3B, 0x3C},
                                                {0x5F, 0x5F},
                                                {0xA0, 0xA0},
                                                {0x60C, 0x60C},
                                                {0x61B, 0x61B},
                                                {0x2000, 0x200B},
                                                {0x2010, 0x2015},
                                                {0x2028, 0x2029},
                                                {0x202F, 0x202F},
                                                {0x2212, 0x2212},
                                                {0x3000, 0x3001},
                                                {0xFF0C, 0xFF0D}}};

/// Punctuation, modifier letters, combining marks and invisible signs: left out without a trace.
constexpr std::array<Range, 15> kOmitted = {{{0x00, 0x08},
                                             {0x0E, 0x1F},
                                             {0x21, 0x2F},
                                             {0x3A, 0x40},
                                             {0x5B, 0x60},
                                             {0x7B, 0xA9},
                                             {0xAB, 0xB9},
                                             {0xBB, 0xBF},
                                             {0xD7, 0xD7},
                                             {0xF7, 0xF7},
                                             {0x2B0, 0x36F},
                                             {0x1AB0, 0x1AFF},
                                             {0x2000, 0x206F},
                                             {0xFE00, 0xFE2F},
                                             {0xFEFF, 0xFEFF}}};

void append_separator(std::u32string& text) {
  if (!text.empty() && text.back() != U' ') text += U' ';
}

void append_letter(const TransliterationTables& tables, std::u32string& text, char32_t letter) {
  if (!text.empty()) {
    if (const char32_t composed = tables.compose(text.back(), letter); composed != 0) {
      text.back() = composed;
      return;
    }
  }
  if (!within(letter, kOmitted)) text += tables.upper(letter);
}

void append_folded(const TransliterationTables& tables, std::u32string& text, char32_t c) {
  if (c < 0x80 && is_ascii_alnum(static_cast<char>(c))) {
    text += static_cast<char32_t>(ascii_upper(static_cast<char>(c)));
  } else if (within(c, kSeparators)) {
    append_separator(text);
  } else {
    append_letter(tables, text, c);
  }
}

}  // namespace

std::u32string fold(const TransliterationTables& tables, std::string_view utf8) {
  std::u32string text;
  text.reserve(utf8.size());
  for (const char32_t c : to_code_points(utf8)) append_folded(tables, text, c);
  if (text.ends_with(U' ')) text.pop_back();
  for (char32_t& c : text) {
    if (c >= 0x80) c = tables.known_form(c);
  }
  return text;
}

}  // namespace cardea::people
