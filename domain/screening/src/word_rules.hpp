#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cardea::screening {

// Rules on romanised words (A-Z, 0-9), one step of normalisation each.

/// Digits an eye or a machine took for letters, in a word that holds letters too: 0 for O, 1 for I, 5 for S
/// ...
[[nodiscard]] std::string mend_digits(std::string_view word);

/// ABDAL..., ABDEL..., ABDOUL..., ABDUR R... all become ABDUL...; ...EDDINE, ...ALDIN become
/// ...UDDIN; ...ALLAH becomes ...ULLAH.
[[nodiscard]] std::string one_spelling(std::string_view word);

/// Joins ABD + articles + X to ABDULX and X + article + DIN to XUDDIN and X + ALLAH to XULLAH.
[[nodiscard]] std::vector<std::string> join_compounds(const std::vector<std::string>& words);

/// Other writings of a word: BIN, BEN, AL taken off; the X codes of the ICAO table for Arabic (9303-3,
/// section 6 C) read as the letters they stand for.
[[nodiscard]] std::vector<std::string> other_writings(std::string_view word);

}  // namespace cardea::screening
