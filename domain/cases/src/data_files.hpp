#pragma once

#include <string_view>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/codec.hpp"

namespace cardea::cases {

// What cardea_embed makes of the files named in CMakeLists.txt.
std::string_view case_targets_text();
std::string_view interview_forms_text();
std::string_view appeal_info_text();
std::string_view refusal_form_en_text();
std::string_view refusal_form_fr_text();
std::string_view refusal_form_es_text();
std::string_view refusal_form_pt_text();
std::string_view refusal_form_ar_text();

template <class T>
[[nodiscard]] Result<T> parse_file(std::string_view json_text) {
  const auto value = parse_json(json_text);
  if (!value) return pass_on(value);
  return from_json<T>(*value);
}

// What is built in was tested; a damaged build must not start.
template <class T>
[[nodiscard]] T built_in(Result<T> parsed) {
  CARDEA_ASSERT(parsed.has_value());
  return *std::move(parsed);
}

[[nodiscard]] inline Failure out_of_range(std::string_view rule) {
  return fail(ErrorKind::malformed, "rule_out_of_range", std::string(rule));
}

}  // namespace cardea::cases
