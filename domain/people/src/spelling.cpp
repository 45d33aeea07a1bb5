#include "spelling.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"

namespace cardea::people {
namespace {

/// Arabic vowel signs: they stand between a letter and the end of its word without being letters.
constexpr bool is_vowel_sign(char32_t c) { return c >= 0x064B && c <= 0x0652; }

bool ends_word(std::u32string_view folded, std::size_t after) {
  while (after < folded.size() && is_vowel_sign(folded[after])) ++after;
  return after == folded.size() || folded[after] == U' ';
}

bool place_holds(const TransliterationRule& rule, std::u32string_view folded, std::size_t at) {
  const std::size_t after = at + rule.letters.size();
  switch (rule.place) {
    case Place::anywhere:
      return true;
    case Place::first:
      return at == 0 || folded[at - 1] == U' ';
    case Place::last:
      return ends_word(folded, after);
    case Place::before:
      return after < folded.size() && rule.before.find(folded[after]) != std::u32string::npos;
  }
  __builtin_unreachable();
}

bool applies(const TransliterationRule& rule, std::u32string_view folded, std::size_t at,
             const Spelling& spelling) {
  return folded.substr(at).starts_with(rule.letters) &&
         (rule.language.empty() || rule.language == spelling.language) &&
         (!rule.edition || *rule.edition == spelling.edition) && place_holds(rule, folded, at);
}

std::string_view choose_output(const TransliterationRule& rule, const Spelling& spelling) {
  if (rule.alternatives.empty()) return rule.output;
  const auto chosen = spelling.alternatives.find(rule.letters.front());
  if (chosen == spelling.alternatives.end() || chosen->second > rule.alternatives.size()) return rule.output;
  return rule.alternatives[chosen->second - 1];
}

void append_unknown(std::vector<char32_t>& unknown, char32_t letter) {
  if (std::ranges::find(unknown, letter) == unknown.end()) unknown.push_back(letter);
}

/// A word of unknown letters only leaves two blanks; the text has single ones.
void tidy_blanks(std::string& text) {
  std::string tidy;
  for (const char c : text) {
    if (c != ' ' || (!tidy.empty() && tidy.back() != ' ')) tidy += c;
  }
  if (tidy.ends_with(' ')) tidy.pop_back();
  text = std::move(tidy);
}

class Speller {
 public:
  Speller(const TransliterationTables& tables, std::u32string_view folded, const Spelling& spelling)
      : tables_{tables}, folded_{folded}, spelling_{spelling} {}

  Transliterated run() {
    for (std::size_t at = 0; at < folded_.size();) at += take(at);
    tidy_blanks(result_.text);
    return std::move(result_);
  }

 private:
  std::size_t take(std::size_t at) {
    const char32_t letter = folded_[at];
    if (letter < 0x80) {
      last_ = std::string(1, static_cast<char>(letter));
      result_.text += last_;
      return 1;
    }
    const TransliterationRule* rule = find_rule(tables_, folded_, at, spelling_);
    if (rule == nullptr) {
      append_unknown(result_.unknown, letter);
      return 1;
    }
    append(*rule);
    return rule->letters.size();
  }

  /// A sign that is not encoded does not come between a letter and its doubling.
  void append(const TransliterationRule& rule) {
    if (!rule.doubles) {
      const std::string_view output = choose_output(rule, spelling_);
      if (output.empty()) return;
      last_ = output;
    }
    result_.text += last_;
  }

  const TransliterationTables& tables_;
  std::u32string_view folded_;
  const Spelling& spelling_;
  Transliterated result_;
  std::string last_;
};

}  // namespace

const TransliterationRule* find_rule(const TransliterationTables& tables, std::u32string_view folded,
                                     std::size_t at, const Spelling& spelling) {
  const auto rules = tables.rules.find(folded[at]);
  if (rules == tables.rules.end()) return nullptr;
  for (const auto& rule : rules->second) {
    if (applies(rule, folded, at, spelling)) return &rule;
  }
  return nullptr;
}

Transliterated spell(const TransliterationTables& tables, std::u32string_view folded,
                     const Spelling& spelling) {
  return Speller(tables, folded, spelling).run();
}

}  // namespace cardea::people
