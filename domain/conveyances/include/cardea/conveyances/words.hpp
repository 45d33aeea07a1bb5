#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace cardea::conveyances {

// Words of a passage, as they stand in the API, the journal and the tables.

/// How a passage comes. Which of them have a vehicle with a plate says `has_vehicle`.
inline constexpr auto kPassageKinds = std::to_array<std::string_view>(
    {"pedestrian", "family", "group", "car", "motorcycle", "bus", "truck", "train", "ship", "aircraft_crew"});

/// What somebody is in the passage.
inline constexpr auto kOccupantRoles =
    std::to_array<std::string_view>({"traveller", "driver", "passenger", "crew", "pupil", "escort"});

/// What somebody is to the others; empty when nothing is stated.
inline constexpr auto kRelations =
    std::to_array<std::string_view>({"", "parent", "child", "spouse", "sibling", "guardian", "relative"});

/// Why a line of a manifest was not seen, or somebody seen is not on it.
inline constexpr auto kDifferenceReasons = std::to_array<std::string_view>(
    {"did_not_travel", "left_before", "joined_later", "double_line", "wrong_line", "other"});

template <std::size_t N>
[[nodiscard]] constexpr bool is_word_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// Whether a passage of this kind has a vehicle whose plate is recorded.
[[nodiscard]] constexpr bool has_vehicle(std::string_view kind) {
  return kind == "car" || kind == "motorcycle" || kind == "bus" || kind == "truck";
}

}  // namespace cardea::conveyances
