#include "cardea/screening/compare.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "cardea/screening/normalise.hpp"
#include "cardea/screening/similarity.hpp"
#include "name_tables.hpp"
#include "skeleton.hpp"

namespace cardea::screening {

namespace {

// Shares of a word's weight that a meeting of that kind is worth.
constexpr double kNicknameWorth = 0.86;
constexpr double kInitialWorth = 0.80;
constexpr double kSoundWorth = 0.80;
constexpr double kJoinedWorth = 0.97;
constexpr double kMeetingFloor = 0.70;
/// A word left over on the shorter side contradicts; on the longer side it may be a middle name.
constexpr double kExtraOnLonger = 0.30;
constexpr double kExtraOnShorter = 1.0;

struct Word {
  NameToken token;
  Skeleton skeleton;
  double weight = 1.0;
  bool met = false;
};

/// Initials and very short words say less than a whole name.
double weight_of(const NameToken& token) {
  switch (token.text.size()) {
    case 1:
      return 0.35;
    case 2:
      return 0.75;
    case 3:
      return 0.9;
    default:
      return 1.0;
  }
}

std::vector<Word> words_of(const NormalName& name) {
  std::vector<Word> words;
  for (const NameToken& token : name.tokens) {
    words.push_back({token, skeleton_of(token.text), weight_of(token)});
  }
  return words;
}

double spelling(const Word& a, const Word& b) {
  double best = similarity(a.token.text, b.token.text);
  for (const std::string& other : a.token.alternatives) {
    best = std::max(best, 0.95 * similarity(other, b.token.text));
  }
  for (const std::string& other : b.token.alternatives) {
    best = std::max(best, 0.95 * similarity(a.token.text, other));
  }
  return best;
}

/// 0 to 1: how well two words stand for one.
double meeting(const Word& a, const Word& b) {
  if (a.token.initial() || b.token.initial()) {
    const bool same = a.token.text.front() == b.token.text.front();
    const bool both = a.token.initial() && b.token.initial();
    return !same ? 0.0 : both ? 1.0 : kInitialWorth;
  }
  double best = spelling(a, b);
  best = best < kMeetingFloor ? 0.0 : best;
  if (name_tables().nicknames(a.token.text, b.token.text)) {
    best = std::max(best, kNicknameWorth);
  }
  const bool sounds = a.skeleton.primary.size() >= 3 && sound_alike(a.skeleton, b.skeleton);
  return sounds && similarity(a.token.text, b.token.text) >= 0.5 ? std::max(best, kSoundWorth) : best;
}

struct Pair {
  double worth;
  std::size_t a;
  std::size_t b;
};

struct Tally {
  double earned = 0;    ///< weight times worth, both sides
  double possible = 0;  ///< weight of what met, both sides
  double met_weight = 0;
};

void take(Tally& tally, double weight, double worth) {
  tally.earned += weight * worth;
  tally.possible += weight;
  tally.met_weight += weight;
}

void pair_best(std::vector<Word>& a, std::vector<Word>& b, Tally& tally) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      if (const double worth = meeting(a[i], b[j]); worth > 0) {
        pairs.push_back({worth, i, j});
      }
    }
  }
  std::ranges::sort(pairs, [](const Pair& x, const Pair& y) {
    return std::tuple(y.worth, x.a, x.b) < std::tuple(x.worth, y.a, y.b);
  });
  for (const Pair& pair : pairs) {
    Word& x = a[pair.a];
    Word& y = b[pair.b];
    if (!x.met && !y.met) {
      x.met = y.met = true;
      take(tally, x.weight, pair.worth);
      take(tally, y.weight, pair.worth);
    }
  }
}

/// Runs of two or three words of `many` that read as one word of `few`; what greedy pairing took is given
/// back.
void pair_joined(std::vector<Word>& few, std::vector<Word>& many, Tally& tally) {
  for (Word& whole : few) {
    for (std::size_t from = 0; !whole.met && from + 1 < many.size(); ++from) {
      std::string text = many[from].token.text;
      double weight = many[from].weight;
      for (std::size_t to = from + 1; to < many.size() && to < from + 3 && !whole.met; ++to) {
        text += many[to].token.text;
        weight += many[to].weight;
        const bool free = std::none_of(many.begin() + static_cast<std::ptrdiff_t>(from),
                                       many.begin() + static_cast<std::ptrdiff_t>(to) + 1,
                                       [](const Word& word) { return word.met; });
        const double worth = free ? similarity(text, whole.token.text) : 0.0;
        if (worth >= 0.86) {
          std::for_each(many.begin() + static_cast<std::ptrdiff_t>(from),
                        many.begin() + static_cast<std::ptrdiff_t>(to) + 1,
                        [](Word& word) { word.met = true; });
          whole.met = true;
          take(tally, weight + whole.weight, worth * kJoinedWorth);
        }
      }
    }
  }
}

double left_over(const std::vector<Word>& words) {
  double weight = 0;
  for (const Word& word : words) {
    weight += word.met ? 0.0 : word.weight;
  }
  return weight;
}

double whole_weight(const std::vector<Word>& words) {
  double weight = 0;
  for (const Word& word : words) {
    weight += word.weight;
  }
  return weight;
}

double compare_words(std::vector<Word> a, std::vector<Word> b) {
  if (a.empty() || b.empty()) {
    return 0;
  }
  Tally tally;
  pair_best(a, b, tally);
  pair_joined(a, b, tally);
  pair_joined(b, a, tally);
  const bool a_shorter = whole_weight(a) <= whole_weight(b);
  const double shorter = left_over(a_shorter ? a : b);
  const double longer = left_over(a_shorter ? b : a);
  const double lost =
      2 * (kExtraOnShorter * std::max(shorter, 0.0) + kExtraOnLonger * std::max(longer - shorter, 0.0));
  return tally.earned / (tally.possible + lost);
}

bool same_native(const NormalName& a, const NormalName& b) {
  return !a.native.empty() && std::ranges::is_permutation(a.native, b.native);
}

}  // namespace

double compare_names(std::string_view a, std::string_view b, const Romanise& fallback) {
  const NormalName first = normalise_name(a, {.fallback = &fallback});
  const NormalName second = normalise_name(b, {.fallback = &fallback});
  if (same_native(first, second)) {
    return 100.0;
  }
  // Where words can be joined in two ways the order of the arguments must not decide.
  return 100.0 * std::max(compare_words(words_of(first), words_of(second)),
                          compare_words(words_of(second), words_of(first)));
}

}  // namespace cardea::screening
