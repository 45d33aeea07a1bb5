#pragma once

#include <cstdint>
#include <string_view>

namespace cardea::crossings {

/// Which way a person crosses, seen from the state of the post.
enum class Direction : std::uint8_t { entry, exit };

[[nodiscard]] constexpr std::string_view name(Direction direction) {
  switch (direction) {
    case Direction::entry:
      return "entry";
    case Direction::exit:
      return "exit";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, Direction& direction);

}  // namespace cardea::crossings
