#include "cardea/cases/interview.hpp"

#include <algorithm>

#include "data_files.hpp"

namespace cardea::cases {
namespace {

bool among(const auto& word, const auto& words) { return std::ranges::find(words, word) != words.end(); }

bool has_questions(const InterviewForms& forms, const InterviewForm& form) {
  return std::ranges::all_of(form.questions, [&](const std::string& id) {
    return std::ranges::find(forms.questions, id, &Question::id) != forms.questions.end();
  });
}

}  // namespace

Result<InterviewForms> parse_interview_forms(std::string_view json_text) {
  auto forms = parse_file<InterviewForms>(json_text);
  if (!forms) return forms;
  if (forms->id.empty() || forms->edition.empty() || forms->legal_source.empty())
    return out_of_range(forms->id);
  for (const InterviewForm& form : forms->forms) {
    if (!has_questions(*forms, form)) return out_of_range(form.purpose);
  }
  return forms;
}

const InterviewForms& standard_interview_forms() {
  static const InterviewForms forms = built_in(parse_interview_forms(interview_forms_text()));
  return forms;
}

Done check_interview(const InterviewForms& forms, std::string_view purpose,
                     std::span<const std::string> questions, std::span<const std::string> needs,
                     std::string_view interpreter_mode) {
  const auto form = std::ranges::find(forms.forms, purpose, &InterviewForm::purpose);
  if (form == forms.forms.end()) return fail(ErrorKind::malformed, "unknown_form");
  for (const std::string& id : questions) {
    if (!among(id, form->questions)) return fail(ErrorKind::malformed, "unknown_question");
  }
  for (const std::string& need : needs) {
    if (!among(need, forms.needs)) return fail(ErrorKind::malformed, "unknown_need");
  }
  if (!among(interpreter_mode, forms.interpreter_modes))
    return fail(ErrorKind::malformed, "unknown_interpreter_mode");
  return {};
}

}  // namespace cardea::cases
