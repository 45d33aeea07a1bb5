#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "cardea/kernel/result.hpp"

namespace cardea::access {

/// What a unit of the organisation is. A unit stands below one that is further up in this order.
enum class UnitKind : std::uint8_t {
  headquarters_department,
  regional_centre,
  post,  ///< border crossing point
  inspection_point,
  inland_control_station,
  lane,
  workstation,
};

inline constexpr std::array<std::string_view, 7> kUnitKindWords{
    "headquarters_department",
    "regional_centre",
    "post",
    "inspection_point",
    "inland_control_station",
    "lane",
    "workstation",
};

[[nodiscard]] constexpr std::string_view name(UnitKind kind) {
  return kUnitKindWords.at(static_cast<std::size_t>(kind));
}
[[nodiscard]] bool parse(std::string_view word, UnitKind& kind);

inline constexpr std::size_t kUnitPathMax = 200;
inline constexpr std::size_t kUnitDepthMax = 8;

/// One step of a path for a unit that people call `unit_name`: "North Gate" is `north_gate`. Letters and
/// digits of ASCII stay, everything between becomes one underscore; a name without any gets one by its hash.
[[nodiscard]] std::string unit_word(std::string_view unit_name);

/// Fails `malformed/unit_path_invalid`: steps of a-z 0-9 _ between slashes, at most eight, at most 200 bytes.
[[nodiscard]] Done check_unit_path(std::string_view path);

/// The path above; empty for a unit at the top.
[[nodiscard]] std::string_view unit_above(std::string_view path);

/// Whether a unit of one kind may stand below another: a post below a centre, a lane below a post, never the
/// other way round nor side by side. Departments and centres may stand below their own kind.
[[nodiscard]] bool may_stand_below(UnitKind kind, UnitKind above);

}  // namespace cardea::access
