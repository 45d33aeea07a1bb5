#include "project_cases.hpp"

#include "rows.hpp"

namespace cardea::sql {
namespace {

/// One statement about one case that must be there.
Done change_case(const Applied& applied, std::string_view sql, std::initializer_list<Param> params) {
  auto changed = applied.connection.run(sql, params);
  if (!changed) return pass_on(changed);
  return *changed == 0 ? Done{without_subject(applied)} : Done{};
}

Done add_act(const Applied& applied, const std::string& id, std::string_view detail) {
  return without_count(
      applied.connection.run("INSERT INTO case_act (case_id, origin, sequence, type, officer, at_us, detail) "
                             "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                             {id, applied.entry.origin, applied.entry.sequence, applied.entry.type,
                              applied.entry.actor.officer, applied.entry.recorded_at.us, detail}));
}

}  // namespace

Result<std::string> acting_officer(const Applied& applied) {
  const auto officer = parse_id<OfficerId>(applied.entry.actor.officer);
  if (!officer) return unreadable(applied, "actor");
  return to_text(*officer);
}

Done note_act(const Applied& applied, CaseId id, std::string_view detail) {
  const std::string text = to_text(id);
  return change_case(applied, "UPDATE case_file SET revision = revision + 1 WHERE case_id = $1", {text})
      .and_then([&] { return add_act(applied, text, detail); });
}

Done decide_case(const Applied& applied, CaseId id, const CaseOutcome& outcome) {
  const auto officer = acting_officer(applied);
  if (!officer) return pass_on(officer);
  return change_case(
      applied,
      "UPDATE case_file SET state = 'decided', state_order = 3, outcome = $1, conditions = $2, "
      "handed_to = $3, note = $4, decided_by = $5, decided_us = $6 WHERE case_id = $7",
      {outcome.outcome, stored_json(outcome.conditions), outcome.handed_to, outcome.note, *officer,
       applied.entry.recorded_at.us, to_text(id)});
}

Done project_case_opened(const Applied& applied) {
  const auto opened = payload_as<ports::CaseOpened>(applied);
  if (!opened) return pass_on(opened);
  const auto officer = acting_officer(applied);
  if (!officer) return pass_on(officer);
  const std::string id = to_text(opened->case_id);
  return without_count(applied.connection.run(
                           "INSERT INTO case_file (case_id, inspection_id, opened, opened_by, opened_us, "
                           "due_us, state, state_order, level, asylum, revision) "
                           "VALUES ($1, $2, $3, $4, $5, $6, 'waiting', 1, '', $7, 1)",
                           {id, to_text(opened->inspection_id), stored_json(*opened), *officer,
                            applied.entry.recorded_at.us, opened->due_at.us, false}))
      .and_then([&] { return add_act(applied, id, opened->origin); });
}

Done project_case_taken(const Applied& applied) {
  const auto taken = payload_as<ports::CaseTaken>(applied);
  if (!taken) return pass_on(taken);
  const auto officer = acting_officer(applied);
  if (!officer) return pass_on(officer);
  return change_case(applied,
                     "UPDATE case_file SET state = 'taken', state_order = 2, holder_id = $1, taken_us = $2 "
                     "WHERE case_id = $3",
                     {*officer, applied.entry.recorded_at.us, to_text(taken->case_id)})
      .and_then([&] {
        return note_act(applied, taken->case_id, taken->taken_from ? to_text(*taken->taken_from) : "");
      });
}

Done project_case_interviewed(const Applied& applied) {
  const auto interview = payload_as<ports::CaseInterviewed>(applied);
  if (!interview) return pass_on(interview);
  return change_case(applied, "UPDATE case_file SET interview = $1 WHERE case_id = $2",
                     {stored_json(*interview), to_text(interview->case_id)})
      .and_then(
          [&] { return note_act(applied, interview->case_id, interview->finished ? "finished" : "draft"); });
}

Done project_case_evidence(const Applied& applied) {
  const auto added = payload_as<ports::CaseEvidenceAdded>(applied);
  if (!added) return pass_on(added);
  const auto officer = acting_officer(applied);
  if (!officer) return pass_on(officer);
  return note_act(applied, added->case_id, to_text(added->evidence_id)).and_then([&] {
    return without_count(applied.connection.run(
        "INSERT INTO case_evidence (case_id, evidence_id, file_name, media_type, size_bytes, sha256, "
        "officer_id, added_us) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {to_text(added->case_id), to_text(added->evidence_id), added->file_name, added->media_type,
         added->size, added->sha256, *officer, applied.entry.recorded_at.us}));
  });
}

Done project_case_consulted(const Applied& applied) {
  const auto asked = payload_as<ports::CaseConsulted>(applied);
  if (!asked) return pass_on(asked);
  const auto officer = acting_officer(applied);
  if (!officer) return pass_on(officer);
  return note_act(applied, asked->case_id, asked->unit).and_then([&] {
    return without_count(
        applied.connection.run("INSERT INTO case_consultation (case_id, consultation_id, unit, question, "
                               "due_us, asked_by, asked_us) "
                               "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                               {to_text(asked->case_id), to_text(asked->consultation_id), asked->unit,
                                asked->question, asked->due_at.us, *officer, applied.entry.recorded_at.us}));
  });
}

Done project_case_answered(const Applied& applied) {
  const auto answered = payload_as<ports::CaseAnswered>(applied);
  if (!answered) return pass_on(answered);
  const auto officer = acting_officer(applied);
  if (!officer) return pass_on(officer);
  return change_case(applied,
                     "UPDATE case_consultation SET answer = $1, answered_by = $2, answered_us = $3 "
                     "WHERE case_id = $4 AND consultation_id = $5",
                     {answered->answer, *officer, applied.entry.recorded_at.us, to_text(answered->case_id),
                      to_text(answered->consultation_id)})
      .and_then([&] { return note_act(applied, answered->case_id, to_text(answered->consultation_id)); });
}

Done project_case_asylum(const Applied& applied) {
  const auto requested = payload_as<ports::CaseAsylumRequested>(applied);
  if (!requested) return pass_on(requested);
  return change_case(applied, "UPDATE case_file SET asylum = $1 WHERE case_id = $2",
                     {true, to_text(requested->case_id)})
      .and_then([&] { return note_act(applied, requested->case_id); });
}

Done project_case_escalated(const Applied& applied) {
  const auto escalated = payload_as<ports::CaseEscalated>(applied);
  if (!escalated) return pass_on(escalated);
  return change_case(applied, "UPDATE case_file SET level = $1 WHERE case_id = $2",
                     {escalated->level, to_text(escalated->case_id)})
      .and_then([&] { return note_act(applied, escalated->case_id, escalated->level); });
}

Done project_case_decided(const Applied& applied) {
  const auto decided = payload_as<ports::CaseDecided>(applied);
  if (!decided) return pass_on(decided);
  const ports::InspectionDecided final{
      decided->inspection_id, decided->outcome,      decided->conditions, decided->note,
      decided->purpose,       decided->days_granted, decided->on};
  return decide_case(applied, decided->case_id,
                     {decided->outcome, decided->conditions, decided->handed_to, decided->note})
      .and_then([&] { return project_final_decision(applied, final); })
      .and_then([&] {
        return note_act(applied, decided->case_id,
                        decided->handed_to.empty() ? decided->outcome : decided->handed_to);
      });
}

Done project_case_closed(const Applied& applied) {
  const auto closed = payload_as<ports::CaseClosed>(applied);
  if (!closed) return pass_on(closed);
  return change_case(applied, "UPDATE case_file SET state = 'closed', state_order = 4 WHERE case_id = $1",
                     {to_text(closed->case_id)})
      .and_then([&] { return note_act(applied, closed->case_id, closed->reason); });
}

}  // namespace cardea::sql
