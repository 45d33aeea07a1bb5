#pragma once

#include <string_view>

// The texts of data/rules, compiled in by CMake.

namespace cardea::privacy {

[[nodiscard]] std::string_view unusual_reads_text();
[[nodiscard]] std::string_view retention_text();

}  // namespace cardea::privacy
