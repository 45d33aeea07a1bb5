#include "cardea/screening/statistics.hpp"

#include <algorithm>
#include <cmath>

#include "name_tables.hpp"

namespace cardea::screening {

namespace {

/// A date nobody on the list has, among sixty years of days.
constexpr double kDateShare = 1.0 / 22'000.0;
constexpr double kDatePseudo = 5'000.0;
constexpr double kStateShare = 1.0 / 150.0;
constexpr double kStatePseudo = 100.0;
constexpr double kLiftPseudo = 2.0;

std::uint32_t packed(const PartialDate& date) {
  return static_cast<std::uint32_t>(*date.year * 512 + *date.month * 32 + *date.day);
}
std::uint64_t group_key(std::uint32_t word, std::uint8_t group) { return (std::uint64_t{word} << 8) | group; }

/// How many times more people bear a word within a bin of a rare word than the word itself.
constexpr std::array<double, kBins> kNeighbours{1, 2, 5, 12, 30};

std::vector<std::uint8_t> groups_of(std::span<const std::string> states) {
  std::vector<std::uint8_t> groups;
  for (const std::string& state : states) {
    const std::uint8_t group = group_of_state(state);
    if (group != 0 && std::ranges::find(groups, group) == groups.end()) {
      groups.push_back(group);
    }
  }
  return groups;
}

}  // namespace

double default_share(std::size_t letters) {
  constexpr std::array<double, 9> kShare{1e-2, 1e-2, 1e-3, 3e-4, 1e-4, 5e-5, 3e-5, 2e-5, 1.2e-5};
  return kShare[std::min(letters, kShare.size() - 1)];
}

ListStatistics::ListStatistics() : group_people_(kGroupsMax, 0.0) {}

void ListStatistics::add(std::span<const std::uint32_t> words, std::span<const PartialDate> births,
                         std::span<const std::string> states) {
  people_ += 1;
  for (const PartialDate& date : births) {
    if (date.year && date.month && date.day) {
      full_dates_ += 1;
      ++dates_[packed(date)];
    }
  }
  with_state_ += states.empty() ? 0 : 1;
  for (const std::string& state : states) {
    ++states_[state];
  }
  const auto groups = groups_of(states);
  for (const std::uint8_t group : groups) {
    group_people_[group] += 1;
    group_people_[0] += 1;
  }
  for (const std::uint32_t word : words) {
    if (word >= holders_.size()) {
      holders_.resize(word + 1);
      holders_with_group_.resize(word + 1);
    }
    ++holders_[word];
    holders_with_group_[word] += groups.empty() ? 0 : 1;
    for (const std::uint8_t group : groups) {
      ++group_holders_[group_key(word, group)];
    }
  }
}

double ListStatistics::word_share(Bin bin, std::size_t letters, double holders, double common) const {
  const double unseen = default_share(letters) * kNeighbours[static_cast<std::size_t>(bin)];
  return (holders + kBackgroundPeople * std::max(common, unseen)) / (people_ + kBackgroundPeople);
}

double ListStatistics::date_share(const PartialDate& date) const {
  const auto at = dates_.find(packed(date));
  const double count = at == dates_.end() ? 0 : at->second;
  // The one alert that is being judged does not make its own date common.
  return (std::max(0.0, count - 1) + kDatePseudo * kDateShare) / (full_dates_ + kDatePseudo);
}

double ListStatistics::state_share(const std::string& state) const {
  const auto at = states_.find(state);
  const double count = at == states_.end() ? 0 : at->second;
  return std::min(1.0, (count + kStatePseudo * kStateShare) / (with_state_ + kStatePseudo));
}

double ListStatistics::group_share(std::uint8_t group) const {
  return (group_people_[group] + 1.0) / (group_people_[0] + static_cast<double>(kGroupsMax));
}

double ListStatistics::log_lift(double in_group, double anywhere, std::uint8_t group) const {
  const double share = group_share(group);
  return std::log2((in_group + kLiftPseudo * share) / ((anywhere + kLiftPseudo) * share));
}

double ListStatistics::lift(std::uint32_t word, std::uint8_t group) const {
  if (group == 0 || word >= holders_with_group_.size()) {
    return 0;
  }
  const auto at = group_holders_.find(group_key(word, group));
  const double in_group = at == group_holders_.end() ? 0 : at->second;
  return log_lift(std::max(0.0, in_group - 1), std::max(0.0, holders_with_group_[word] - 1.0), group);
}

double ListStatistics::mixed_lift(std::span<const std::uint32_t> words) const {
  double sum = 0;
  for (std::uint8_t group = 1; group < kGroupsMax; ++group) {
    if (group_people_[group] <= 0) {
      continue;
    }
    double together = 0;
    for (const std::uint32_t word : words) {
      const auto at = group_holders_.find(group_key(word, group));
      const double anywhere = word < holders_with_group_.size() ? holders_with_group_[word] : 0.0;
      together += log_lift(at == group_holders_.end() ? 0 : at->second, anywhere, group);
    }
    sum += group_share(group) * std::exp2(together);
  }
  return sum > 0 ? std::log2(sum) : 0;
}

std::uint32_t ListStatistics::holders(std::uint32_t word) const {
  return word < holders_.size() ? holders_[word] : 0;
}

}  // namespace cardea::screening
