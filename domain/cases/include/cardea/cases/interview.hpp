#pragma once

#include <boost/describe/class.hpp>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/result.hpp"

namespace cardea::cases {

/// A question with its text in each language of the forms.
struct Question {
  std::string id;
  std::map<std::string, std::string> text;
};
BOOST_DESCRIBE_STRUCT(Question, (), (id, text))

/// The questions for one purpose, by their ids.
struct InterviewForm {
  std::string purpose;  ///< "tourism", "business", "family", "transit", "protection"
  std::vector<std::string> questions;
};
BOOST_DESCRIBE_STRUCT(InterviewForm, (), (purpose, questions))

/// data/rules/interview_forms.json. Law: Regulation (EU) 2016/399, Article 8(3)(a) and Annex I, as the
/// default.
struct InterviewForms {
  std::string id;
  std::string edition;
  std::string legal_source;
  std::vector<std::string> needs;              ///< words for what a person needs
  std::vector<std::string> interpreter_modes;  ///< "none", "present", "telephone", "video"
  std::vector<Question> questions;
  std::vector<InterviewForm> forms;
};
BOOST_DESCRIBE_STRUCT(InterviewForms, (),
                      (id, edition, legal_source, needs, interpreter_modes, questions, forms))

/// Fails `malformed/json_...` or `malformed/rule_out_of_range`.
[[nodiscard]] Result<InterviewForms> parse_interview_forms(std::string_view json_text);
[[nodiscard]] const InterviewForms& standard_interview_forms();

/// Whether these words and question ids belong to the form of this purpose. Fails `malformed/unknown_form`,
/// `malformed/unknown_question`, `malformed/unknown_need`, `malformed/unknown_interpreter_mode`.
[[nodiscard]] Done check_interview(const InterviewForms& forms, std::string_view purpose,
                                   std::span<const std::string> questions, std::span<const std::string> needs,
                                   std::string_view interpreter_mode);

}  // namespace cardea::cases
