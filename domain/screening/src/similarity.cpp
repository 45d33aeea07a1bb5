#include "cardea/screening/similarity.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace cardea::screening {

namespace {

constexpr std::size_t kLetters = 36;
constexpr std::array<int, 3> kLevels{5, 9, 12};

constexpr std::size_t index_of(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<std::size_t>(c - 'A') : static_cast<std::size_t>(c - '0' + 26);
}
constexpr bool is_vowel(char c) { return c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U'; }

/// Pairs of letters that stand for one sound or look alike, by cost.
struct Kin {
  std::uint8_t cost;
  std::string_view pairs;  ///< two letters each, blanks between
};
constexpr std::array<Kin, 4> kKin{{{4, "CK KQ CQ IY VW SZ OU IJ"},
                                   {5, "AE EI JY FV EY"},
                                   {8, "UW AO BP DT SX SC GQ GK JG FP OW UV"},
                                   {12, "MN GH KH BV ZJ LR DZ TZ TC XK ZC GC QH ZT NM UY"}}};

using Costs = std::array<std::array<std::uint8_t, kLetters>, kLetters>;

constexpr Costs make_costs() {
  Costs costs{};
  for (std::size_t a = 0; a < kLetters; ++a) {
    for (std::size_t b = 0; b < kLetters; ++b) {
      const bool vowels =
          a < 26 && b < 26 && is_vowel(static_cast<char>('A' + a)) && is_vowel(static_cast<char>('A' + b));
      costs[a][b] = static_cast<std::uint8_t>(a == b ? 0 : vowels ? 9 : kCostUnit);
    }
  }
  for (const Kin& kin : kKin) {
    for (std::size_t at = 0; at + 1 < kin.pairs.size(); at += 3) {
      const std::size_t a = index_of(kin.pairs[at]);
      const std::size_t b = index_of(kin.pairs[at + 1]);
      costs[a][b] = costs[b][a] = kin.cost;
    }
  }
  return costs;
}
constexpr Costs kReplace = make_costs();
constexpr int kSwap = 14;
constexpr int kDoubled = 5;

constexpr std::uint8_t lone_cost(std::size_t letter) {
  const char c = letter < 26 ? static_cast<char>('A' + letter) : '0';
  if (is_vowel(c)) {
    return 10;
  }
  return c == 'H' ? 8 : (c == 'Y' || c == 'W') ? 14 : kCostUnit;
}

/// A word as letter numbers with the cost of each letter standing alone.
struct Coded {
  std::array<std::uint8_t, 15> letter{};
  std::array<std::uint8_t, 15> alone{};
  std::size_t size = 0;

  explicit Coded(const Slot& slot) : size{slot.size} {
    for (std::size_t i = 0; i < size; ++i) {
      letter[i] = static_cast<std::uint8_t>(index_of(slot.letters[i]));
      const bool doubled = i > 0 && letter[i] == letter[i - 1];
      alone[i] = doubled ? std::uint8_t{kDoubled} : lone_cost(letter[i]);
    }
  }
};

using Row = std::array<int, 16>;

/// One row of the alignment; gives the least value in it.
int next_row(const Coded& a, const Coded& b, std::size_t i, const Row& before, const Row& above, Row& row) {
  row[0] = above[0] + a.alone[i];
  int least = row[0];
  const auto& replace = kReplace[a.letter[i]];
  for (std::size_t j = 0; j < b.size; ++j) {
    int best = above[j] + replace[b.letter[j]];
    best = std::min(best, above[j + 1] + a.alone[i]);
    best = std::min(best, row[j] + b.alone[j]);
    if (i > 0 && j > 0 && a.letter[i] == b.letter[j - 1] && a.letter[i - 1] == b.letter[j]) {
      best = std::min(best, before[j - 1] + kSwap);
    }
    row[j + 1] = best;
    least = std::min(least, best);
  }
  return least;
}

double norm_of(std::size_t n, std::size_t m) {
  const double half = static_cast<double>(n + m) / 2.0;
  return std::min(n, m) <= 4 ? half : half + 0.8;
}

bool unrelated_starts(const Slot& a, const Slot& b) {
  return kReplace[index_of(a.letters[0])][index_of(b.letters[0])] == kCostUnit;
}

double similarity_of(const Slot& a, const Slot& b, int cost) {
  const double sim =
      1.0 - cost / (kCostUnit * norm_of(a.size, b.size)) - (unrelated_starts(a, b) ? 0.04 : 0.0);
  return std::max(0.0, sim);
}

/// The greatest cost that still leaves a similarity of the lowest bin.
int limit_of(std::size_t n, std::size_t m) {
  return static_cast<int>(std::floor((1.0 - kBinFloors.back()) * kCostUnit * norm_of(n, m) + 1e-9));
}

}  // namespace

Slot make_slot(std::string_view text) {
  Slot slot;
  slot.size = static_cast<std::uint8_t>(std::min(text.size(), slot.letters.size()));
  std::copy_n(text.begin(), slot.size, slot.letters.begin());
  return slot;
}

int edit_cost(const Slot& a, const Slot& b, int limit) {
  const Coded first{a};
  const Coded second{b};
  Row before{};
  Row above{};
  Row row{};
  for (std::size_t j = 0; j < second.size; ++j) {
    above[j + 1] = above[j] + second.alone[j];
  }
  int least_above = 0;
  for (std::size_t i = 0; i < first.size; ++i) {
    const int least = next_row(first, second, i, before, above, row);
    // A swap reaches back two rows, so both must have gone over.
    if (least > limit && least_above > limit) {
      return limit + 1;
    }
    least_above = least;
    before = above;
    above = row;
  }
  return std::min(above[second.size], limit + 1);
}

double similarity(const Slot& a, const Slot& b) {
  if (a.size == 0 || b.size == 0) {
    return 0.0;
  }
  return a == b ? 1.0 : similarity_of(a, b, edit_cost(a, b));
}

double similarity(std::string_view a, std::string_view b) { return similarity(make_slot(a), make_slot(b)); }

Bin bin_of(double similarity) {
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    if (similarity >= kBinFloors[bin]) {
      return static_cast<Bin>(bin);
    }
  }
  return Bin::none;
}

bool parse(std::string_view word, Bin& bin) {
  for (const Bin each : {Bin::exact, Bin::near, Bin::close, Bin::similar, Bin::weak, Bin::none}) {
    if (name(each) == word) {
      bin = each;
      return true;
    }
  }
  return false;
}

std::uint64_t letter_set(std::string_view text) {
  std::uint64_t set = 0;
  for (const char c : text) {
    set |= std::uint64_t{1} << index_of(c);
  }
  return set;
}

WordMatcher::WordMatcher(std::string_view word) : slot_{make_slot(word)}, letters_{letter_set(slot_.text())} {
  into_.fill(kCostUnit);
  for (std::size_t b = 0; b < kLetters; ++b) {
    into_[b] = lone_cost(b);
  }
  for (std::uint64_t rest = letters_; rest != 0; rest &= rest - 1) {
    const auto a = static_cast<std::size_t>(std::countr_zero(rest));
    Own& own = own_[own_count_++];
    own = {std::uint64_t{1} << a, {}, lone_cost(a)};
    for (std::size_t b = 0; b < kLetters; ++b) {
      into_[b] = std::min(into_[b], kReplace[a][b]);
      for (std::size_t level = 0; level < kLevels.size(); ++level) {
        own.alike[level] |= kReplace[a][b] <= kLevels[level] ? std::uint64_t{1} << b : 0;
      }
    }
  }
  for (std::size_t length = 1; length < limits_.size(); ++length) {
    limits_[length] = static_cast<std::uint8_t>(limit_of(slot_.size, length));
  }
  sum_by_byte();
  // Every letter more or less costs at least a doubled one.
  const auto fits = [&](int length) {
    return std::abs(length - slot_.size) * kDoubled <= limits_[static_cast<std::size_t>(length)];
  };
  while (shortest_ < slot_.size && !fits(shortest_)) {
    ++shortest_;
  }
  while (longest_ > slot_.size && !fits(longest_)) {
    --longest_;
  }
}

void WordMatcher::sum_by_byte() {
  std::array<std::uint32_t, 40> costs{};
  for (std::size_t letter = 0; letter < kLetters; ++letter) {
    costs[letter] = ((letters_ >> letter) & 1U) != 0 ? 0U : into_[letter];
  }
  for (std::size_t i = 0; i < own_count_; ++i) {
    const Own& own = own_[i];
    const int least = own.alike[0] != own.bit ? 4 : own.alike[1] != own.bit ? 5 : 9;
    const auto spared = static_cast<std::uint32_t>(std::min(least, own.otherwise));
    costs[static_cast<std::size_t>(std::countr_zero(own.bit))] = spared << 16;
    lost_all_ += spared;
  }
  for (std::size_t byte = 0; byte < by_byte_.size(); ++byte) {
    for (std::size_t set = 1; set < by_byte_[byte].size(); ++set) {
      const auto letter = static_cast<std::size_t>(std::countr_zero(set));
      by_byte_[byte][set] = by_byte_[byte][set & (set - 1)] + costs[8 * byte + letter];
    }
  }
}

/// A lower bound: the first of each letter that one word has and the other lacks must be replaced or stand
/// alone, and no edit serves two letters of one word.
int WordMatcher::least_cost(std::uint64_t letters) const {
  int lost = 0;
  for (std::size_t i = 0; i < own_count_; ++i) {
    const Own& own = own_[i];
    if ((own.bit & letters) != 0) {
      continue;
    }
    int cost = kCostUnit;
    for (std::size_t level = kLevels.size(); level-- > 0;) {
      cost = (own.alike[level] & letters) != 0 ? (level == 0 ? 4 : kLevels[level - 1]) : cost;
    }
    lost += std::min(cost, own.otherwise);
  }
  int gained = 0;
  for (std::uint64_t rest = letters & ~letters_; rest != 0; rest &= rest - 1) {
    gained += into_[static_cast<std::size_t>(std::countr_zero(rest))];
  }
  return std::max(lost, gained);
}

Bin WordMatcher::match(const Slot& word, std::uint64_t letters) const {
  const int limit = limits_[word.size];
  if (!may_match(word.size, letters) || least_cost(letters) > limit) {
    return Bin::none;
  }
  if (word == slot_) {
    return Bin::exact;
  }
  const int cost = edit_cost(slot_, word, limit);
  return cost > limit ? Bin::none : bin_of(std::min(similarity_of(slot_, word, cost), 0.999));
}

}  // namespace cardea::screening
