#pragma once

#include <string_view>

// The texts of data/rules, compiled in by CMake.

namespace cardea::crossings {

[[nodiscard]] std::string_view stay_rules_text();
[[nodiscard]] std::string_view refusal_grounds_text();
[[nodiscard]] std::string_view document_rules_text();
[[nodiscard]] std::string_view permit_kinds_text();
[[nodiscard]] std::string_view person_classes_text();
[[nodiscard]] std::string_view travel_times_text();
[[nodiscard]] std::string_view relaxation_text();

}  // namespace cardea::crossings
