#pragma once

#include <string_view>

#include "cardea/screening/romanise.hpp"

namespace cardea::screening {

/// From this score on two names are taken for spellings of one name.
inline constexpr double kSameNameScore = 70.0;

/// How alike two names are, 0 to 100, when nothing but the names is known: no list, no birth date. Symmetric.
/// Common words count less than rare ones, order does not count, initials, nicknames, joined and split words
/// and other scripts are understood. Never fails; a name without letters scores 0 against everything.
///
/// The score is of spelling, not of identity: what a screening decides on is ExactScreener's score in bits.
[[nodiscard]] double compare_names(std::string_view a, std::string_view b, const Romanise& fallback = {});

}  // namespace cardea::screening
