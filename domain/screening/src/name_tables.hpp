#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace cardea::screening {

enum class Particle : std::uint8_t { none, article, parent, other };

/// One state of data/names/states.tsv.
struct State {
  std::string_view alpha3;
  std::uint8_t group = 0;  ///< name group, 1 upwards; 0 is not known
};

/// The tables of data/names, parsed once. Views into the program's own constant text; immutable, any thread.
struct NameTables {
  std::vector<std::pair<char32_t, std::string_view>>
      letters;  ///< sorted; "-" already turned into an empty text
  std::unordered_set<std::string_view> honorifics;
  std::unordered_map<std::string_view, Particle> particles;
  std::vector<std::vector<std::string_view>> nickname_sets;
  std::unordered_map<std::string_view, std::vector<std::uint16_t>> nickname_sets_of;
  std::vector<std::pair<std::string_view, double>> common;  ///< word, share of all people
  std::unordered_map<std::string_view, State> states;

  [[nodiscard]] Particle particle(std::string_view word) const;
  /// Whether some set holds both words.
  [[nodiscard]] bool nicknames(std::string_view a, std::string_view b) const;
};

/// Name groups of data/names/states.tsv are counted below this.
inline constexpr std::size_t kGroupsMax = 48;

[[nodiscard]] const NameTables& name_tables();

/// The name group of a state as `normalise_state` writes it; 0 when not known.
[[nodiscard]] std::uint8_t group_of_state(std::string_view alpha3);

}  // namespace cardea::screening
