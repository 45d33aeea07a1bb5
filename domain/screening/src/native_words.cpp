#include "native_words.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"

namespace cardea::screening {

namespace {

constexpr std::size_t kWordsMax = 8;

constexpr bool is_latin(char32_t point) {
  return point < 0x0370 || (point >= 0x1E00 && point < 0x1F00) || (point >= 0xFF00 && point < 0xFF60);
}
constexpr bool is_mark(char32_t point) {
  return (point >= 0x064B && point <= 0x065F) || point == 0x0670 || point == 0x0640 ||
         (point >= 0x0300 && point <= 0x036F);
}
constexpr bool is_gap(char32_t point) {
  return (point >= 0x2000 && point <= 0x206F) || (point >= 0x3000 && point <= 0x303F) || point == 0x30FB ||
         point == 0x060C || point == 0xFFFD || point == 0xFEFF;
}
constexpr bool is_joined_script(char32_t point) {
  return (point >= 0x3040 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) ||
         (point >= 0xF900 && point <= 0xFAFF) || point >= 0x20000;
}

/// Spellings of one Arabic letter, Persian forms included.
constexpr char32_t fold_arabic(char32_t point) {
  switch (point) {
    case U'\u0622':
    case U'\u0623':
    case U'\u0625':
    case U'\u0671':
      return U'\u0627';
    case U'\u0649':
    case U'\u06CC':
      return U'\u064A';
    case U'\u0629':
    case U'\u06C0':
    case U'\u06C1':
      return U'\u0647';
    case U'\u06A9':
      return U'\u0643';
    default:
      return point;
  }
}

constexpr char32_t fold_case(char32_t point) {
  if ((point >= 0x0430 && point <= 0x044F) || (point >= 0x03B1 && point <= 0x03C9)) {
    return point == U'\u03C2' ? U'\u03A3' : point - 0x20;
  }
  if (point >= 0x0450 && point <= 0x045F) {
    return point - 0x50;
  }
  return point >= 0x0561 && point <= 0x0586 ? point - 0x30 : fold_arabic(point);
}

struct Splitter {
  std::vector<std::string> words;
  std::string word;
  std::string joined;

  void end_word() {
    if (!word.empty() && words.size() < kWordsMax) {
      words.push_back(std::move(word));
    }
    word.clear();
  }
  void take(char32_t point) {
    if (is_joined_script(point)) {
      append_code_point(joined, point);
    } else if (is_latin(point) || is_gap(point)) {
      end_word();
    } else if (!is_mark(point)) {
      append_code_point(word, fold_case(point));
    }
  }
};

}  // namespace

std::vector<std::string> native_words(std::string_view utf8) {
  if (std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    return {};
  }
  Splitter splitter;
  for (const char32_t point : to_code_points(utf8)) {
    if (!is_mark(point)) {
      splitter.take(point);
    }
  }
  splitter.end_word();
  if (!splitter.joined.empty()) {
    splitter.words.push_back(std::move(splitter.joined));
  }
  return std::move(splitter.words);
}

std::size_t native_length(std::string_view word) { return to_code_points(word).size(); }

bool is_han_or_kana(std::string_view word) { return is_joined_script(to_code_points(word).front()); }

}  // namespace cardea::screening
