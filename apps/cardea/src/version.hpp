#pragma once

#include <string_view>

namespace cardea::app {

/// Set by the build from the project's version.
inline constexpr std::string_view kVersion = CARDEA_VERSION;

}  // namespace cardea::app
