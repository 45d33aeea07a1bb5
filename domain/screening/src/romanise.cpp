#include "cardea/screening/romanise.hpp"

#include <algorithm>
#include <array>

#include "cardea/kernel/text.hpp"
#include "name_tables.hpp"

namespace cardea::screening {

namespace {

constexpr std::u32string_view kDropped =
    U"'`\u00B4\u2018\u2019\u02BB\u02BC\u02BE\u02BF\u02B9\u02BA\u0640\u200C\u200D\uFEFF";

// Revised Romanisation of Korean, syllable by syllable, without the changes between syllables: names are
// written so.
constexpr std::array<std::string_view, 19> kHangulFirst{"G", "KK", "N", "D", "TT", "R", "M", "B", "PP", "S",
                                                        "S", "",   "J", "J", "CH", "K", "T", "P", "H"};
constexpr std::array<std::string_view, 21> kHangulVowel{"A",  "AE", "YA", "YAE", "EO", "E",  "YEO",
                                                        "YE", "O",  "WA", "WAE", "OE", "YO", "U",
                                                        "WO", "WE", "WI", "YU",  "EU", "UI", "I"};
constexpr std::array<std::string_view, 28> kHangulLast{"",  "K",  "K", "K", "N", "N", "N", "T", "L", "K",
                                                       "M", "L",  "L", "L", "P", "L", "M", "P", "P", "T",
                                                       "T", "NG", "T", "T", "K", "T", "P", "H"};

constexpr bool is_hangul(char32_t point) { return point >= 0xAC00 && point <= 0xD7A3; }
constexpr bool is_combining(char32_t point) { return point >= 0x0300 && point <= 0x036F; }
constexpr bool is_small_kana_y(char32_t point) {
  const char32_t hiragana = point >= 0x30A1 ? point - 0x60 : point;
  return hiragana == U'\u3083' || hiragana == U'\u3085' || hiragana == U'\u3087';
}
constexpr bool is_small_kana_vowel(char32_t point) {
  const char32_t hiragana = point >= 0x30A1 ? point - 0x60 : point;
  return hiragana >= 0x3041 && hiragana <= 0x3049 && hiragana % 2 == 1;
}
/// Marks and punctuation outside ASCII: a blank, as between words.
constexpr bool is_punctuation(char32_t point) {
  return point < 0xC0 || point == 0xD7 || point == 0xF7 || (point >= 0x2000 && point <= 0x206F) ||
         (point >= 0x3000 && point <= 0x303F) || point == 0x30FB || point == 0x060C || point == 0x061B ||
         (point >= 0xFF00 && point <= 0xFF0F) || point == 0xFFFD || point == 0xFF65;
}

/// Writes one name, letter after letter. Letters nobody knows wait in `unknown_` until the run of them ends.
class Writer {
 public:
  explicit Writer(const Romanise& fallback) : fallback_{fallback}, tables_{name_tables()} {}

  void write(std::u32string_view points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
      write_point(points, i);
    }
    flush_unknown();
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void write_point(std::u32string_view points, std::size_t at) {
    const char32_t point = points[at];
    if (is_combining(point) || kDropped.find(point) != std::u32string_view::npos) {
      return;
    }
    if (point < 0x80 || is_punctuation(point)) {
      flush_unknown();
      write_ascii(point < 0x80 ? static_cast<char>(point) : ' ');
    } else if (is_hangul(point)) {
      flush_unknown();
      write_hangul(point - 0xAC00);
    } else if (!write_from_table(points, at)) {
      append_code_point(unknown_, point);
    }
  }

  void write_ascii(char c) {
    if (is_ascii_alnum(c)) {
      out_.push_back(ascii_upper(c));
    } else if (c != '.' || after_single_letter()) {
      blank();
    }
  }

  /// "J.C." is two initials, "St." one word.
  [[nodiscard]] bool after_single_letter() const {
    const auto size = out_.size();
    return size >= 1 && out_.back() != ' ' && (size == 1 || out_[size - 2] == ' ');
  }

  void write_hangul(char32_t index) {
    blank();
    out_.append(kHangulFirst[index / 588]);
    out_.append(kHangulVowel[index % 588 / 28]);
    out_.append(kHangulLast[index % 28]);
    blank();
  }

  bool write_from_table(std::u32string_view points, std::size_t at) {
    const char32_t point = points[at];
    const auto entry = std::lower_bound(tables_.letters.begin(), tables_.letters.end(), point,
                                        [](const auto& row, char32_t wanted) { return row.first < wanted; });
    if (entry == tables_.letters.end() || entry->first != point) {
      return false;
    }
    flush_unknown();
    if (is_small_kana_y(point) || is_small_kana_vowel(point)) {
      write_small_kana(entry->second);
      return true;
    }
    out_.append(entry->second);
    split_arabic_article(points, at);
    return true;
  }

  /// KI + small YA is KYA, SHI + small YA is SHA, FU + small A is FA.
  void write_small_kana(std::string_view text) {
    if (!out_.empty() && (out_.back() == 'I' || out_.back() == 'U')) {
      out_.pop_back();
    }
    const bool palatal = out_.ends_with("SH") || out_.ends_with("CH") || out_.ends_with("J");
    out_.append(text.substr(palatal && text.size() == 2 ? 1 : 0));
  }

  /// Arabic writes the article and its noun as one word of at least five letters: alef lam X.
  void split_arabic_article(std::u32string_view points, std::size_t at) {
    if (at == 0 || points[at] != U'\u0644' || points[at - 1] != U'\u0627' ||
        (at >= 2 && points[at - 2] > 0x2F)) {
      return;
    }
    std::size_t end = at;
    while (end < points.size() && points[end] > 0x2F) {
      ++end;
    }
    if (end - at >= 4) {
      blank();
    }
  }

  void flush_unknown() {
    if (unknown_.empty()) {
      return;
    }
    if (fallback_) {
      blank();
      for (const char c : fallback_(unknown_)) {
        is_ascii_alnum(c) ? out_.push_back(ascii_upper(c)) : void(c == ' ' ? blank() : void());
      }
      blank();
    }
    unknown_.clear();
  }

  void blank() {
    if (!out_.empty() && out_.back() != ' ') {
      out_.push_back(' ');
    }
  }

  const Romanise& fallback_;
  const NameTables& tables_;
  std::string out_;
  std::string unknown_;
};

}  // namespace

std::string romanise(std::string_view utf8, const Romanise& fallback) {
  Writer writer{fallback};
  writer.write(to_code_points(utf8));
  std::string out = writer.take();
  if (!out.empty() && out.back() == ' ') {
    out.pop_back();
  }
  return out;
}

}  // namespace cardea::screening
