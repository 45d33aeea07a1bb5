#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cardea::people {

/// The sex as a document or a list states it. `unspecified` is what the filler of an MRZ and the X of a
/// visual zone say (ICAO 9303-3, 4.7), and what is taken when nothing is stated: it never contradicts another
/// value.
enum class Sex : std::uint8_t { female, male, unspecified };

[[nodiscard]] constexpr std::string_view name(Sex sex) {
  switch (sex) {
    case Sex::female:
      return "female";
    case Sex::male:
      return "male";
    case Sex::unspecified:
      return "unspecified";
  }
  __builtin_unreachable();
}

/// The words of `name`, nothing else.
[[nodiscard]] bool parse(std::string_view word, Sex& sex);

/// `F`, `M`, `<` of an MRZ or `X` of a visual zone; nothing for another character.
[[nodiscard]] std::optional<Sex> sex_from_mrz(char character);

}  // namespace cardea::people
