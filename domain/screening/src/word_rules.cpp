#include "word_rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "cardea/kernel/text.hpp"
#include "name_tables.hpp"

namespace cardea::screening {

namespace {

using Views = std::initializer_list<std::string_view>;

constexpr bool is_vowel(char c) {
  return c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U' || c == 'Y';
}

bool one_of(std::string_view word, Views words) { return std::ranges::find(words, word) != words.end(); }

bool is_servant(std::string_view word) {
  return one_of(word, {"ABD", "ABDUL", "ABDEL", "ABDOUL", "ABDAL", "ABDIL", "ABDOL", "ABDOOL", "ABDUR",
                       "ABDER", "ABDUS", "ABDES", "ABDUN", "ABDEN", "ABDUSH"});
}

bool is_article(std::string_view word) { return name_tables().particle(word) == Particle::article; }

bool is_faith(std::string_view word) { return one_of(word, {"DIN", "DEEN", "DINE", "DDIN", "DYN"}); }

constexpr std::array<std::string_view, 15> kFaithEndings{"OUDDINE", "EDDINE", "UDDINE", "EDDEEN", "UDDEEN",
                                                         "ALDEEN",  "ELDEEN", "ELDINE", "UDDIN",  "EDDIN",
                                                         "ADDIN",   "ELDIN",  "ALDIN",  "ULDIN",  "UDEEN"};

bool is_god(std::string_view word) {
  return one_of(word, {"ALLAH", "ULLAH", "OLLAH", "ELLAH", "LLAH", "ALAH", "ALLH", "LLH"});
}

constexpr std::array<std::string_view, 3> kGodEndings{"ALLAH", "OLLAH", "ELLAH"};

bool is_faith_with_article(std::string_view word) {
  return std::ranges::find(kFaithEndings, word) != kFaithEndings.end();
}

/// Where the second half of ABD... begins: after the vowels, and after the L or the doubled sun letter.
std::optional<std::string> servant_of(std::string_view word) {
  std::size_t at = 3;
  while (at < word.size() && is_vowel(word[at])) {
    ++at;
  }
  if (at == 3 || at + 3 > word.size()) {
    return std::nullopt;
  }
  const char c = word[at];
  if (c == 'L' && at + 4 <= word.size()) {
    return "ABDUL" + std::string(word.substr(at + 1));
  }
  const bool sun = c == 'R' || c == 'S' || c == 'N' || c == 'T' || c == 'D' || c == 'Z';
  if (sun && word[at + 1] == c) {
    return "ABDUL" + std::string(word.substr(at + 1));
  }
  const bool single = (c == 'R' || c == 'S') && is_vowel(word[at + 1]) && at + 5 <= word.size();
  return single ? std::optional("ABDUL" + std::string(word.substr(at))) : std::nullopt;
}

std::string servant_name(std::string_view noun) {
  const bool god = one_of(noun, {"ALLAH", "ALAH", "LLAH", "LAH", "LH", "ALLH"});
  return god ? "ABDULLAH" : "ABDUL" + std::string(noun);
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kArabicCodes{{{"XSS", "S"},
                                                                                      {"XSH", "SH"},
                                                                                      {"XKH", "KH"},
                                                                                      {"XTH", "TH"},
                                                                                      {"XDH", "DH"},
                                                                                      {"XDZ", "D"},
                                                                                      {"XTT", "T"},
                                                                                      {"XZZ", "Z"},
                                                                                      {"XAA", "A"},
                                                                                      {"XAE", "A"},
                                                                                      {"XTA", "A"},
                                                                                      {"XAH", "A"},
                                                                                      {"XH", "H"}}};

std::string read_arabic_codes(std::string_view word) {
  std::string out;
  while (!word.empty()) {
    const auto code =
        std::ranges::find_if(kArabicCodes, [&](const auto& row) { return word.starts_with(row.first); });
    out.append(code == kArabicCodes.end() ? word.substr(0, 1) : code->second);
    word.remove_prefix(code == kArabicCodes.end() ? 1 : code->first.size());
  }
  return out;
}

/// The noun that ABD at `at` belongs to, articles skipped; the end when there is none.
std::size_t noun_after(const std::vector<std::string>& words, std::size_t at) {
  std::size_t noun = at + 1;
  while (noun < words.size() && is_article(words[noun])) {
    ++noun;
  }
  return noun;
}

/// How many words from `at` on write "the faith" (UD DIN, UDDIN); 0 when they do not.
std::size_t faith_at(const std::vector<std::string>& words, std::size_t at) {
  if (at < words.size() && is_faith_with_article(words[at])) {
    return 1;
  }
  return at + 1 < words.size() && is_article(words[at]) && is_faith(words[at + 1]) ? 2 : 0;
}

}  // namespace

std::string mend_digits(std::string_view word) {
  constexpr std::string_view kLetters = "OIZEASGTBG";
  std::string out(word);
  if (std::ranges::any_of(word, is_ascii_upper)) {
    std::ranges::replace_if(out, is_ascii_digit, '\0');
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i] = out[i] == '\0' ? kLetters[static_cast<std::size_t>(word[i] - '0')] : out[i];
    }
  }
  return out;
}

std::string one_spelling(std::string_view word) {
  if (word.size() >= 7 && word.starts_with("ABD")) {
    if (auto servant = servant_of(word)) {
      return *servant;
    }
  }
  const auto with_ending = [&](const auto& endings, std::string_view standard) -> std::optional<std::string> {
    for (const std::string_view ending : endings) {
      if (word.size() >= ending.size() + 3 && word.ends_with(ending)) {
        return std::string(word.substr(0, word.size() - ending.size())) + std::string(standard);
      }
    }
    return std::nullopt;
  };
  const auto faith = with_ending(kFaithEndings, "UDDIN");
  return faith ? *faith : with_ending(kGodEndings, "ULLAH").value_or(std::string(word));
}

std::vector<std::string> join_compounds(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::size_t noun = is_servant(words[at]) ? noun_after(words, at) : words.size();
    if (noun < words.size()) {
      out.push_back(servant_name(words[noun]));
      at = noun;
    } else if (const std::size_t faith = out.empty() ? 0 : faith_at(words, at);
               faith > 0 && out.back().size() >= 3) {
      out.back() += "UDDIN";
      at += faith - 1;
    } else if (!out.empty() && is_god(words[at]) && out.back().size() >= 3 &&
               !out.back().ends_with("ULLAH")) {
      out.back() += "ULLAH";
    } else {
      out.push_back(one_spelling(words[at]));
    }
  }
  return out;
}

std::vector<std::string> other_writings(std::string_view word) {
  std::vector<std::string> out;
  for (const std::string_view prefix :
       Views{"BINAL", "BINEL", "BENAL", "BENEL", "BIN", "BEN", "IBN", "AL", "EL"}) {
    const bool fits = word.size() >= prefix.size() + 4 && word.starts_with(prefix);
    if (fits && !is_vowel(word[prefix.size()])) {
      out.emplace_back(word.substr(prefix.size()));
    }
  }
  if (std::string read = read_arabic_codes(word); read != word) {
    out.push_back(std::move(read));
  }
  return out;
}

}  // namespace cardea::screening
