#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cardea::documents {

/// The characters that optical readers confuse with `c` and that are of one of the kinds allowed, likeliest
/// first.
[[nodiscard]] std::string optical_twins(char c, std::uint8_t allowed);

/// The character of an allowed kind that is most often misread as `c`, for a `c` that cannot stand there; 0
/// if none.
[[nodiscard]] char forced_twin(char c, std::uint8_t allowed);

}  // namespace cardea::documents
