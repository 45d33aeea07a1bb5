#include "cardea/screening/similarity.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace cardea::screening {

namespace {

constexpr std::size_t kLetters = 36;

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

/// The least that a letter costs which the other word lacks: it stands alone or for another.
constexpr std::uint8_t least_loss(std::size_t letter) {
  std::uint8_t least = lone_cost(letter);
  for (std::size_t other = 0; other < kLetters; ++other) {
    least = other == letter ? least : std::min(least, kReplace[letter][other]);
  }
  return least;
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

constexpr std::size_t kLanes = 16;
/// One byte for each of sixteen words.
using Lanes __attribute__((vector_size(kLanes))) = std::uint8_t;

/// More than any limit, and far enough from 255 that one more edit cannot wrap around.
constexpr std::uint8_t kCostCeiling = 200;
static_assert(kCostCeiling + kCostUnit < 256);

constexpr Lanes all(int value) { return Lanes{} + static_cast<std::uint8_t>(value); }
Lanes lesser(Lanes a, Lanes b) { return a < b ? a : b; }

/// What each of sixteen letters costs when it stands alone after `before`.
Lanes lone_costs(Lanes letters, Lanes before) {
  Lanes costs = all(kCostUnit);
  for (const char c : {'A', 'E', 'I', 'O', 'U', 'Y', 'W', 'H'}) {
    costs = letters == all(c) ? all(lone_cost(index_of(c))) : costs;
  }
  return letters == before ? all(kDoubled) : costs;
}

/// A letter that is cheaper than any in the place of another, and by how much.
struct Cheaper {
  std::uint8_t letter;
  std::uint8_t by;
};
struct CheaperLetters {
  std::array<Cheaper, kLetters> letters{};
  std::size_t count = 0;
};

constexpr std::array<CheaperLetters, kLetters> make_cheaper() {
  std::array<CheaperLetters, kLetters> all{};
  for (std::size_t a = 0; a < kLetters; ++a) {
    for (std::size_t b = 0; b < kLetters; ++b) {
      if (kReplace[a][b] != kCostUnit) {
        const auto c = static_cast<std::uint8_t>(b < 26 ? 'A' + b : '0' + b - 26);
        all[a].letters[all[a].count++] = {c, static_cast<std::uint8_t>(kCostUnit - kReplace[a][b])};
      }
    }
  }
  return all;
}
constexpr std::array<CheaperLetters, kLetters> kCheaper = make_cheaper();

/// What each of sixteen letters costs in the place of `letter`.
Lanes replace_costs(char letter, Lanes letters) {
  Lanes costs = all(kCostUnit);
  const CheaperLetters& cheaper = kCheaper[index_of(letter)];
  for (std::size_t i = 0; i < cheaper.count; ++i) {
    costs -= static_cast<Lanes>(letters == all(cheaper.letters[i].letter)) & all(cheaper.letters[i].by);
  }
  return costs;
}

}  // namespace

/// Up to sixteen words beside one: edit_cost of each, all in step. Costs above kCostCeiling read as that.
class WordMatcher::Batch {
 public:
  explicit Batch(const Slot& word) : word_{word}, own_{word} {
    for (std::size_t i = 0; i < word.size; ++i) {
      first_[i] = word.text().find(word.letters[i]);
    }
  }

  void add(std::uint32_t at, const Slot& other) {
    for (std::size_t i = 0; i < other.size; ++i) {
      letters_[i][count_] = static_cast<std::uint8_t>(other.letters[i]);
    }
    at_[count_] = at;
    sizes_[count_++] = other.size;
    longest_ = std::max<std::size_t>(longest_, other.size);
  }
  void clear() { count_ = longest_ = 0; }
  [[nodiscard]] bool full() const { return count_ == kLanes; }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::uint32_t at(std::size_t lane) const { return at_[lane]; }

  [[nodiscard]] std::array<std::uint8_t, kLanes> costs() const {
    std::array<Row, 3> rows;
    std::array<Lanes, 15> alone;
    std::array<std::array<Lanes, 15>, 15> replace;
    rows[0][0] = Lanes{};
    for (std::size_t j = 0; j < longest_; ++j) {
      alone[j] = lone_costs(letters_[j], j == 0 ? Lanes{} : letters_[j - 1]);
      rows[0][j + 1] = lesser(rows[0][j] + alone[j], all(kCostCeiling));
    }
    for (std::size_t i = 0; i < word_.size; ++i) {
      if (first_[i] == i) {
        for (std::size_t j = 0; j < longest_; ++j) {
          replace[i][j] = replace_costs(word_.letters[i], letters_[j]);
        }
      }
      next_row(i, alone, replace[first_[i]], rows[(i + 1) % 3], rows[i % 3], rows[(i + 2) % 3]);
    }
    std::array<std::uint8_t, kLanes> costs{};
    for (std::size_t lane = 0; lane < count_; ++lane) {
      costs[lane] = rows[word_.size % 3][sizes_[lane]][lane];
    }
    return costs;
  }

 private:
  using Row = std::array<Lanes, 16>;

  void next_row(std::size_t i, const std::array<Lanes, 15>& alone, const std::array<Lanes, 15>& replace,
                Row& row, const Row& above, const Row& before) const {
    const Lanes own = all(own_.alone[i]);
    const Lanes letter = all(word_.letters[i]);
    const Lanes letter_before = all(i == 0 ? 0 : word_.letters[i - 1]);
    row[0] = lesser(above[0] + own, all(kCostCeiling));
    for (std::size_t j = 0; j < longest_; ++j) {
      Lanes best = above[j] + replace[j];
      best = lesser(best, above[j + 1] + own);
      best = lesser(best, row[j] + alone[j]);
      if (i > 0 && j > 0) {
        const auto not_swapped =
            static_cast<Lanes>((letters_[j - 1] != letter) | (letters_[j] != letter_before));
        best = lesser(best, (before[j - 1] + static_cast<std::uint8_t>(kSwap)) | not_swapped);
      }
      row[j + 1] = lesser(best, all(kCostCeiling));
    }
  }

  const Slot& word_;
  Coded own_;
  std::array<std::size_t, 15> first_{};  ///< where each of its letters stands first
  std::array<Lanes, 15> letters_{};
  std::array<std::uint32_t, kLanes> at_{};
  std::array<std::uint8_t, kLanes> sizes_{};
  std::size_t count_ = 0;
  std::size_t longest_ = 0;
};

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
    for (std::size_t b = 0; b < kLetters; ++b) {
      into_[b] = std::min(into_[b], kReplace[a][b]);
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
    if (((letters_ >> letter) & 1U) == 0) {
      costs[letter] = into_[letter];
      continue;
    }
    const std::uint32_t spared = least_loss(letter);
    costs[letter] = spared << 16;
    lost_all_ += spared;
  }
  for (std::size_t byte = 0; byte < by_byte_.size(); ++byte) {
    for (std::size_t set = 1; set < by_byte_[byte].size(); ++set) {
      const auto letter = static_cast<std::size_t>(std::countr_zero(set));
      by_byte_[byte][set] = by_byte_[byte][set & (set - 1)] + costs[8 * byte + letter];
    }
  }
}

void WordMatcher::match(std::span<const Slot> words, std::span<const std::uint64_t> letters,
                        std::vector<Met>& met) const {
  Batch batch{slot_};
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    if (!may_match(words[at].size, letters[at])) {
      continue;
    }
    batch.add(at, words[at]);
    if (batch.full()) {
      judge(batch, words, met);
    }
  }
  judge(batch, words, met);
}

void WordMatcher::judge(Batch& batch, std::span<const Slot> words, std::vector<Met>& met) const {
  const std::array<std::uint8_t, kLanes> costs = batch.costs();
  for (std::size_t lane = 0; lane < batch.count(); ++lane) {
    const std::uint32_t at = batch.at(lane);
    const Slot& word = words[at];
    if (costs[lane] > limits_[word.size]) {
      continue;
    }
    const double alike = similarity_of(slot_, word, costs[lane]);
    const Bin bin = costs[lane] == 0 ? Bin::exact : bin_of(std::min(alike, 0.999));
    if (bin != Bin::none) {
      met.push_back({at, bin});
    }
  }
  batch.clear();
}

}  // namespace cardea::screening
