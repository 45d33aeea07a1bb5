#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace cardea::screening {

/// A word in sixteen bytes: at most fifteen letters and their number. What stands beyond is cut.
struct Slot {
  std::array<char, 15> letters{};
  std::uint8_t size = 0;

  [[nodiscard]] std::string_view text() const { return {letters.data(), size}; }
  friend bool operator==(const Slot&, const Slot&) = default;
};
static_assert(sizeof(Slot) == 16);

[[nodiscard]] Slot make_slot(std::string_view text);

/// Costs are counted in twentieths of one full edit, so that they fit a byte.
inline constexpr int kCostUnit = 20;

/// Weighted optimal string alignment (insert, delete, replace, swap neighbours) between words of A-Z and 0-9,
/// in twentieths: 0 for equal words. Vowels, doubled letters and letters that sound or look alike are cheap
/// (C for K costs 4, a vowel for another 5 to 9, any two others 20). Symmetric. Stops early and gives `limit`
/// + 1 once the cost is sure to exceed `limit`.
[[nodiscard]] int edit_cost(const Slot& a, const Slot& b, int limit = 1'000);

/// 1 for equal words, down to 0: 1 - cost / ((n + m) / 2 + 0.8), without the 0.8 when the shorter word has at
/// most four letters, and 0.04 less when the first letters have nothing to do with each other.
[[nodiscard]] double similarity(const Slot& a, const Slot& b);
[[nodiscard]] double similarity(std::string_view a, std::string_view b);

/// Steps of similarity, best first. What lies below `weak` counts as another word.
enum class Bin : std::uint8_t { exact, near, close, similar, weak, none };
inline constexpr std::size_t kBins = 5;
inline constexpr std::array<double, kBins> kBinFloors{1.0, 0.93, 0.86, 0.78, 0.70};

[[nodiscard]] constexpr std::string_view name(Bin bin) {
  switch (bin) {
    case Bin::exact:
      return "exact";
    case Bin::near:
      return "near";
    case Bin::close:
      return "close";
    case Bin::similar:
      return "similar";
    case Bin::weak:
      return "weak";
    case Bin::none:
      return "none";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, Bin& bin);

/// The bin of a similarity as `similarity` gives it; `exact` only for 1.
[[nodiscard]] Bin bin_of(double similarity);

/// The letters of a word as a set: bit 0 is A, bit 26 is digit 0.
[[nodiscard]] std::uint64_t letter_set(std::string_view text);

/// One query word, ready to be compared with many words: most are ruled out by their length and set of
/// letters alone. The rule is exact: it never drops a word that `similarity` would place in a bin (tests hold
/// it to that).
class WordMatcher {
 public:
  explicit WordMatcher(std::string_view word);

  /// False for most words that cannot fall into a bin, by their length and letters alone; costs five
  /// look-ups.
  [[nodiscard]] bool may_match(std::size_t size, std::uint64_t letters) const {
    std::uint32_t sum = 0;
    for (std::size_t byte = 0; byte < by_byte_.size(); ++byte) {
      sum += by_byte_[byte][(letters >> (8 * byte)) & 0xFF];
    }
    const std::uint32_t gained = sum & 0xFFFF;
    const std::uint32_t lost = lost_all_ - (sum >> 16);
    return gained <= limits_[size] && lost <= limits_[size];
  }
  /// A word in a bin: its place among those asked about.
  struct Met {
    std::uint32_t at = 0;
    Bin bin = Bin::none;
  };
  /// Adds those of `words` that fall into a bin, in their order; `letters` are their letter sets.
  void match(std::span<const Slot> words, std::span<const std::uint64_t> letters,
             std::vector<Met>& met) const;
  /// Words outside these lengths cannot fall into a bin.
  [[nodiscard]] int shortest() const { return shortest_; }
  [[nodiscard]] int longest() const { return longest_; }

 private:
  class Batch;

  void judge(Batch& batch, std::span<const Slot> words, std::vector<Met>& met) const;
  void sum_by_byte();

  Slot slot_;
  std::uint64_t letters_ = 0;
  std::array<std::uint8_t, 64> into_{};    ///< least cost of a letter the query lacks
  std::array<std::uint8_t, 16> limits_{};  ///< cost still in a bin, by length of the other word
  /// By eight letters of the other word: low half, what those the query lacks cost; high half, what those it
  /// shares spare of `lost_all_`, the least cost of losing every letter.
  std::array<std::array<std::uint32_t, 256>, 5> by_byte_{};
  std::uint32_t lost_all_ = 0;
  int shortest_ = 1;
  int longest_ = 15;
};

}  // namespace cardea::screening
