// Opening, taking, asking, deciding: everything about a case but refusals and files.
#include <algorithm>
#include <ranges>

#include "cardea/crossings/decision.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/ports/guidance.hpp"
#include "common.hpp"

namespace cardea::casework {
namespace {

using access::Action;
using journal::EntryType;

constexpr int kConsultMinutesMax = 24 * 60;
constexpr std::int64_t kSecondsPerMinute = 60;

Failure malformed(std::string_view reason) { return fail(ErrorKind::malformed, reason); }

bool among(const std::string& word, const auto& words) {
  return std::ranges::find(words, std::string_view(word)) != std::ranges::end(words);
}

Done check_reasons(const OpenByHand& input) {
  if (input.reasons.empty()) return malformed("reason_required");
  for (const std::string& reason : input.reasons) {
    if (!among(reason, crossings::kReferralReasons)) return malformed("unknown_reason");
  }
  return ports::check_officer_text(input.note.value_or(""), kTextBytesMax);
}

/// What the case is opened with. Fails as Cases::open.
Result<ports::CaseOpened> opened_of(const Parts& parts, const ports::Records& now, const OpenByHand& input,
                                    CaseId id) {
  const auto inspection = now.find_inspection(input.inspection_id);
  if (!inspection) return pass_on(inspection);
  if (!*inspection) return fail(ErrorKind::not_found, "inspection_unknown");
  if (!(*inspection)->decision) return fail(ErrorKind::conflict, "not_decided");
  const auto open = now.cases().find_of(input.inspection_id);
  if (!open) return pass_on(open);
  if (*open) return fail(ErrorKind::conflict, "case_open_already");
  const cases::CaseTarget target = cases::target_of(input.reasons, parts.targets);
  return ports::CaseOpened{id,
                           input.inspection_id,
                           "by_hand",
                           input.reasons,
                           input.note.value_or(""),
                           plus_seconds(parts.clock.now(), target.minutes * kSecondsPerMinute),
                           target.priority,
                           target.protection,
                           versioned_name(parts.targets)};
}

ports::CaseInterviewed interviewed_of(const Parts& parts, CaseId id, const SaveInterview& input) {
  return {id,
          input.form,
          parts.forms.edition,
          input.language,
          input.interpreter.value_or(""),
          input.interpreter_mode,
          input.needs.value_or(std::vector<std::string>{}),
          input.answers,
          input.finished.value_or(false)};
}

Done check_interview_texts(const ports::CaseInterviewed& interview) {
  for (const std::string* word : {&interview.interpreter, &interview.language}) {
    if (const Done fits = ports::check_officer_text(*word, kWordBytesMax); !fits) return fits;
  }
  for (const ports::InterviewAnswer& answer : interview.answers) {
    if (const Done fits = ports::check_officer_text(answer.answer, kTextBytesMax); !fits) return fits;
  }
  return {};
}

Done check_interview(const Parts& parts, const ports::CaseInterviewed& interview) {
  std::vector<std::string> questions;
  for (const ports::InterviewAnswer& answer : interview.answers) questions.push_back(answer.question);
  return cases::check_interview(parts.forms, interview.form, questions, interview.needs,
                                interview.interpreter_mode)
      .and_then([&] { return check_interview_texts(interview); });
}

Done check_consult(const Parts& parts, const Consult& input) {
  if (!among(input.unit, parts.targets.units)) return malformed("unknown_unit");
  if (input.question.empty()) return malformed("question_required");
  if (input.minutes < 1 || input.minutes > kConsultMinutesMax) return malformed("minutes_invalid");
  return ports::check_officer_text(input.question, kTextBytesMax);
}

Done check_hand_over(const DecideCase& input) {
  cases::HandOver to{};
  if (!parse(input.handed_to.value_or(""), to)) return malformed("unknown_authority");
  if (input.conditions && !input.conditions->empty()) return malformed("unknown_condition");
  return {};
}

Done check_admission(const Parts& parts, const DecideCase& input) {
  if (input.handed_to) return malformed("unknown_authority");
  for (const std::string& condition : input.conditions.value_or(std::vector<std::string>{})) {
    if (!among(condition, parts.targets.conditions)) return malformed("unknown_condition");
  }
  return {};
}

Done check_decision(const Parts& parts, const DecideCase& input) {
  const Done texts = ports::check_officer_text(input.note.value_or(""), kTextBytesMax).and_then([&] {
    return ports::check_officer_text(input.purpose.value_or(""), kWordBytesMax);
  });
  if (!texts) return texts;
  if (input.outcome == "hand_over") return check_hand_over(input);
  if (input.outcome == "admit") return check_admission(parts, input);
  return malformed("unknown_outcome");
}

// What the first line could not clear is explained by the second; days stay within the law's count.
Done may_admit(const Parts& parts, const Scene& scene, const DecideCase& input) {
  const auto& assessment = scene.inspection.assessment;
  const bool open_points = !assessment.blocked_by.empty() || !assessment.needs_reason.empty();
  if (open_points && input.note.value_or("").empty()) return malformed("note_required");
  crossings::DecisionContext context;
  context.direction = scene.facts.exit ? crossings::Direction::exit : crossings::Direction::entry;
  context.own_national = scene.facts.own_national;
  if (scene.inspection.opened.stay) context.days_left = scene.inspection.opened.stay->left;
  return crossings::may_decide(context, {crossings::Outcome::admit, {}, "", input.days_granted},
                               parts.grounds);
}

Done may_decide_so(const Parts& parts, const Scene& scene, const ports::Caller& caller,
                   const DecideCase& input) {
  const Done free = cases::may_decide(scene.facts, to_text(caller.officer_id));
  if (!free) return free;
  if (input.outcome == "admit") return may_admit(parts, scene, input);
  return input.days_granted ? Done{malformed("days_granted_not_for_this")} : Done{};
}

}  // namespace

Result<CaseView> Cases::open(const ports::Caller& caller, const OpenByHand& input,
                             const ports::ActRequest& request) const {
  const Done allowed = may(caller, Action::handle_cases).and_then([&] { return check_reasons(input); });
  if (!allowed) return pass_on(allowed);
  CaseId id = parts_.ids.make<CaseId>();
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto repeat = subject_of_repeat(now, caller, request);
    if (!repeat) return pass_on(repeat);
    if (*repeat) {
      id = parse_id<CaseId>(**repeat).value_or(id);
      return ports::Outcome{};
    }
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto opened = opened_of(parts_, now, input, id);
    if (!opened) return pass_on(opened);
    return ports::Outcome{{draft_of(caller, *node, EntryType::case_opened, id, *opened)},
                          mark_of(caller, request, to_text(id)),
                          {}};
  });
  if (!receipt) return pass_on(receipt);
  return view_of(parts_, caller, id);
}

Result<CaseView> Cases::take(const ports::Caller& caller, CaseId id, const Take& input,
                             const ports::ActRequest& request) const {
  const std::string reason = input.reason.value_or("");
  const Done allowed = may(caller, Action::handle_cases).and_then([&] {
    return ports::check_officer_text(reason, kTextBytesMax);
  });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const Done may_be = cases::may_take(scene.facts, to_text(caller.officer_id), reason).and_then([&] {
      return ports::certified(scene.now, caller, "second_line_case", parts_.clock.local_date(scene.at));
    });
    if (!may_be) return pass_on(may_be);
    const ports::CaseTaken taken{id, scene.row.holder, scene.row.holder ? reason : ""};
    return Drafts{draft_of(caller, scene.node, EntryType::case_taken, id, taken)};
  });
}

Result<CaseView> Cases::save_interview(const ports::Caller& caller, CaseId id, const SaveInterview& input,
                                       const ports::ActRequest& request) const {
  const ports::CaseInterviewed interview = interviewed_of(parts_, id, input);
  const Done allowed =
      may(caller, Action::handle_cases).and_then([&] { return check_interview(parts_, interview); });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const Done may_be = cases::may_work(scene.facts, to_text(caller.officer_id));
    if (!may_be) return pass_on(may_be);
    return Drafts{draft_of(caller, scene.node, EntryType::case_interviewed, id, interview)};
  });
}

Result<CaseView> Cases::request_asylum(const ports::Caller& caller, CaseId id,
                                       const ports::ActRequest& request) const {
  const Done allowed = may(caller, Action::handle_cases);
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    if (scene.row.asylum) return Drafts{};
    const bool open = scene.row.state == "waiting" || scene.row.state == "taken";
    if (!open) return fail(ErrorKind::conflict, "case_decided");
    return Drafts{
        draft_of(caller, scene.node, EntryType::case_asylum_requested, id, ports::CaseAsylumRequested{id})};
  });
}

Result<CaseView> Cases::consult(const ports::Caller& caller, CaseId id, const Consult& input,
                                const ports::ActRequest& request) const {
  const Done allowed =
      may(caller, Action::handle_cases).and_then([&] { return check_consult(parts_, input); });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const Done may_be = cases::may_work(scene.facts, to_text(caller.officer_id));
    if (!may_be) return pass_on(may_be);
    const ports::CaseConsulted asked{id, parts_.ids.make<ConsultationId>(), input.unit, input.question,
                                     plus_seconds(scene.at, input.minutes * kSecondsPerMinute)};
    return Drafts{draft_of(caller, scene.node, EntryType::case_consulted, id, asked)};
  });
}

Result<CaseView> Cases::answer(const ports::Caller& caller, CaseId id, ConsultationId consultation,
                               const AnswerConsultation& input, const ports::ActRequest& request) const {
  const Done allowed = may(caller, Action::handle_cases).and_then([&] {
    return input.answer.empty() ? Done{malformed("answer_required")}
                                : ports::check_officer_text(input.answer, kTextBytesMax);
  });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const auto rows = scene.now.cases().consultations(id);
    if (!rows) return pass_on(rows);
    const auto found = std::ranges::find_if(
        *rows, [&](const ports::ConsultationRow& row) { return row.asked.consultation_id == consultation; });
    if (found == rows->end()) return fail(ErrorKind::not_found, "consultation_unknown");
    if (found->answer) return fail(ErrorKind::conflict, "answered_already");
    const ports::CaseAnswered answered{id, consultation, input.answer};
    return Drafts{draft_of(caller, scene.node, EntryType::case_answered, id, answered)};
  });
}

Result<CaseView> Cases::decide(const ports::Caller& caller, CaseId id, const DecideCase& input,
                               const ports::ActRequest& request) const {
  const Done allowed =
      may(caller, Action::handle_cases).and_then([&] { return check_decision(parts_, input); });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const Done may_be = may_decide_so(parts_, scene, caller, input);
    if (!may_be) return pass_on(may_be);
    const ports::CaseDecided decided{id,
                                     scene.row.opened.inspection_id,
                                     input.outcome,
                                     input.conditions.value_or(std::vector<std::string>{}),
                                     input.handed_to.value_or(""),
                                     input.note.value_or(""),
                                     input.purpose.value_or(""),
                                     input.days_granted,
                                     parts_.clock.local_date(scene.at)};
    return Drafts{draft_of(caller, scene.node, EntryType::case_decided, id, decided)};
  });
}

Result<CaseView> Cases::close(const ports::Caller& caller, CaseId id, const GiveReason& input,
                              const ports::ActRequest& request) const {
  const Done allowed = may(caller, Action::handle_cases).and_then([&] {
    return ports::check_officer_text(input.reason, kTextBytesMax);
  });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    if (scene.facts.state != cases::CaseState::decided) return fail(ErrorKind::conflict, "case_not_decided");
    const ports::CaseClosed closed{id, "done", input.reason};
    return Drafts{draft_of(caller, scene.node, EntryType::case_closed, id, closed)};
  });
}

}  // namespace cardea::casework
