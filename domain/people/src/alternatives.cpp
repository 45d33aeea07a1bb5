#include <algorithm>

#include "folding.hpp"
#include "spelling.hpp"

namespace cardea::people {
namespace {

/// Spellings tried for one text before giving up on finding new ones.
constexpr std::size_t kSpellingsTriedMax = 256;

struct Profile {
  std::string_view language;
  Edition edition = Edition::edition_2021;
};

/// What may vary in one text: whose rules are taken, and each letter that has alternatives.
struct Variation {
  std::vector<Profile> profiles{Profile{}};
  std::vector<std::pair<char32_t, std::size_t>> letters;  // letter and how many alternatives
};

void add_language(Variation& variation, std::string_view language) {
  const auto known = [&](const Profile& profile) { return profile.language == language; };
  if (std::ranges::any_of(variation.profiles, known)) return;
  variation.profiles.push_back({language, Edition::edition_2021});
  variation.profiles.push_back({language, Edition::edition_2006});
}

void add_letter(Variation& variation, const TransliterationRule& rule) {
  const char32_t letter = rule.letters.front();
  const auto known = std::ranges::find(variation.letters, letter, &std::pair<char32_t, std::size_t>::first);
  if (known == variation.letters.end()) {
    variation.letters.emplace_back(letter, rule.alternatives.size());
  } else {
    known->second = std::max(known->second, rule.alternatives.size());
  }
}

Variation variation_of(const TransliterationTables& tables, std::u32string_view folded) {
  Variation variation;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const auto rules = tables.rules.find(folded[at]);
    if (rules == tables.rules.end()) continue;
    for (const auto& rule : rules->second) {
      if (!folded.substr(at).starts_with(rule.letters)) continue;
      if (!rule.language.empty()) add_language(variation, rule.language);
      if (!rule.alternatives.empty()) add_letter(variation, rule);
    }
  }
  return variation;
}

/// Tries spellings in the order of how many things they do otherwise than the first choice.
class AlternativeFinder {
 public:
  AlternativeFinder(const TransliterationTables& tables, std::u32string_view folded)
      : tables_{tables}, folded_{folded}, variation_{variation_of(tables, folded)} {}

  std::vector<std::string> run() {
    for (std::size_t changes = 0; changes <= variation_.letters.size() + 1 && !full(); ++changes) {
      for (std::size_t profile = 0; profile < variation_.profiles.size() && !full(); ++profile) {
        try_profile(profile, changes);
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool full() const {
    return found_.size() == kAlternativesMax || tried_ == kSpellingsTriedMax;
  }

  void try_profile(std::size_t index, std::size_t changes) {
    if (index > 0 && changes == 0) return;
    const Profile& profile = variation_.profiles[index];
    Spelling spelling{profile.language, profile.edition, {}};
    vary(spelling, 0, index > 0 ? changes - 1 : changes);
  }

  void vary(Spelling& spelling, std::size_t from, std::size_t changes) {
    if (full()) return;
    if (changes == 0) return keep(spelling);
    for (std::size_t at = from; at < variation_.letters.size(); ++at) {
      const auto [letter, count] = variation_.letters[at];
      for (std::size_t pick = 1; pick <= count; ++pick) {
        spelling.alternatives[letter] = pick;
        vary(spelling, at + 1, changes - 1);
      }
      spelling.alternatives.erase(letter);
    }
  }

  void keep(const Spelling& spelling) {
    ++tried_;
    std::string text = spell(tables_, folded_, spelling).text;
    if (text.empty() || std::ranges::find(found_, text) != found_.end()) return;
    found_.push_back(std::move(text));
  }

  const TransliterationTables& tables_;
  std::u32string_view folded_;
  Variation variation_;
  std::vector<std::string> found_;
  std::size_t tried_ = 0;
};

}  // namespace

std::vector<std::string> Transliterator::alternatives(std::string_view utf8) const {
  const std::u32string folded = fold(*tables_, utf8);
  return AlternativeFinder(*tables_, folded).run();
}

}  // namespace cardea::people
