#pragma once

#include <string_view>

// The texts of data/rules and data/forms, compiled in by CMake.

namespace cardea::privacy {

[[nodiscard]] std::string_view unusual_reads_text();
[[nodiscard]] std::string_view retention_text();
[[nodiscard]] std::string_view data_subject_rights_text();
[[nodiscard]] std::string_view data_subject_letter_en_text();
[[nodiscard]] std::string_view data_subject_letter_fr_text();
[[nodiscard]] std::string_view data_subject_letter_es_text();
[[nodiscard]] std::string_view data_subject_letter_pt_text();
[[nodiscard]] std::string_view data_subject_letter_ar_text();

}  // namespace cardea::privacy
