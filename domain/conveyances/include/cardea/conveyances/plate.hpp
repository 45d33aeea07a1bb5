#pragma once

#include <string>
#include <string_view>

#include "cardea/kernel/result.hpp"

namespace cardea::conveyances {

/// A registration plate in the form in which plates are compared: blanks, hyphens, dots and other ASCII
/// punctuation go, a to z become capitals, letters of other scripts stay as they were written. `0` and `O`
/// stay apart: which of them a state uses where is not known here.
///
/// Fails `malformed/plate_invalid`: nothing is left, more than 16 characters are, or the text is not UTF-8.
[[nodiscard]] Result<std::string> normalised_plate(std::string_view as_read);

}  // namespace cardea::conveyances
