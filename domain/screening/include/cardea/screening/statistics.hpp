#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/screening/similarity.hpp"

namespace cardea::screening {

/// Weight of the world at large beside the list when a word's rarity is estimated, in people. A list of a few
/// hundred says little about how common a name is among travellers; one of a million says it all.
inline constexpr double kBackgroundPeople = 20'000.0;

/// The share of people who bear a word the common-names table does not hold, by its length; the shorter the
/// commoner.
[[nodiscard]] double default_share(std::size_t letters);

/// What is common and what is rare on the lists, and therefore what a coincidence is worth. Counted in
/// alerts, each word, date, state once per alert. A delta segment is scored with the statistics of its base.
///
/// Filled once by `add`, then read by any thread.
class ListStatistics {
 public:
  ListStatistics();

  /// Counts one alert: its different words by number (`word` below), its full birth dates, its states by
  /// their normalised names. Numbers may come in any order.
  void add(std::span<const std::uint32_t> words, std::span<const PartialDate> births,
           std::span<const std::string> states);

  /// Share of people with a word as close as bin `bin` or closer to a word of `letters` letters, `holders` of
  /// them on the list and `common` of them in the table of common names.
  [[nodiscard]] double word_share(Bin bin, std::size_t letters, double holders, double common) const;
  [[nodiscard]] double date_share(const PartialDate& date) const;
  [[nodiscard]] double state_share(const std::string& state) const;

  /// How much commoner a word is in a name group than everywhere, log2, without the one alert that is being
  /// judged: a word nobody else bears gives 0. Groups are numbered as in data/names/states.tsv; group 0 gives
  /// 0.
  [[nodiscard]] double lift(std::uint32_t word, std::uint8_t group) const;
  [[nodiscard]] double group_share(std::uint8_t group) const;
  /// log2 of the chance of the words together against the product of their chances, states unknown.
  [[nodiscard]] double mixed_lift(std::span<const std::uint32_t> words) const;

  [[nodiscard]] std::uint32_t holders(std::uint32_t word) const;
  [[nodiscard]] double people() const { return people_; }

 private:
  [[nodiscard]] double log_lift(double in_group, double anywhere, std::uint8_t group) const;

  double people_ = 0;
  double full_dates_ = 0;
  double with_state_ = 0;
  std::unordered_map<std::uint32_t, std::uint32_t> dates_;
  std::unordered_map<std::string, std::uint32_t> states_;
  std::vector<double> group_people_;
  std::vector<std::uint32_t> holders_;
  std::vector<std::uint32_t> holders_with_group_;
  std::unordered_map<std::uint64_t, std::uint32_t> group_holders_;
};

}  // namespace cardea::screening
