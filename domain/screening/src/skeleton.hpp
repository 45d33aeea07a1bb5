#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace cardea::screening {

/// The consonants of a word as they sound, in two readings: MUHAMMAD, MOHAMED and MHMD are all MMD.
/// A word-initial vowel counts as one symbol. Empty for an empty word.
struct Skeleton {
  std::string primary;
  std::string
      alternate;  ///< CH as K, KH as H, soft G as J ...; equal to `primary` when there is no other reading
};

[[nodiscard]] Skeleton skeleton_of(std::string_view token);

/// Whether two words may sound alike: two primaries agree, or a primary and an alternate.
[[nodiscard]] bool sound_alike(const Skeleton& a, const Skeleton& b);

}  // namespace cardea::screening
