#pragma once

#include <string_view>

// The texts of data/rules, compiled in by CMake.

namespace cardea::access {

[[nodiscard]] std::string_view purposes_text();
[[nodiscard]] std::string_view access_policy_text();

}  // namespace cardea::access
