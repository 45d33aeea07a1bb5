#include "project_cases.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

Done change_refusal(const Applied& applied, std::string_view sql, std::initializer_list<Param> params) {
  auto changed = applied.connection.run(sql, params);
  if (!changed) return pass_on(changed);
  return *changed == 0 ? Done{without_subject(applied)} : Done{};
}

Done judge(const Applied& applied, RefusalId id, std::string_view state, std::string_view reason) {
  const auto officer = acting_officer(applied);
  if (!officer) return pass_on(officer);
  return change_refusal(
      applied,
      "UPDATE refusal SET state = $1, judged_by = $2, judged_us = $3, reason = $4 WHERE refusal_id = $5",
      {state, *officer, applied.entry.recorded_at.us, reason, to_text(id)});
}

// The case waits for somebody again, as if it had just been referred.
Done reopen_case(const Applied& applied, CaseId id) {
  return change_refusal(
      applied,
      "UPDATE case_file SET state = 'waiting', state_order = 1, holder_id = NULL, taken_us = "
      "NULL, outcome = NULL, conditions = NULL, handed_to = NULL, note = NULL, decided_by = "
      "NULL, decided_us = NULL WHERE case_id = $1",
      {to_text(id)});
}

}  // namespace

Done project_refusal_proposed(const Applied& applied) {
  const auto proposed = payload_as<ports::RefusalProposed>(applied);
  if (!proposed) return pass_on(proposed);
  const auto officer = acting_officer(applied);
  if (!officer) return pass_on(officer);
  return note_act(applied, proposed->case_id, proposed->number).and_then([&] {
    return without_count(
        applied.connection.run("INSERT INTO refusal (refusal_id, case_id, number, proposed, proposed_by, "
                               "proposed_us, state, reason) "
                               "VALUES ($1, $2, $3, $4, $5, $6, 'proposed', '')",
                               {to_text(proposed->refusal_id), to_text(proposed->case_id), proposed->number,
                                stored_json(*proposed), *officer, applied.entry.recorded_at.us}));
  });
}

Done project_refusal_approved(const Applied& applied) {
  const auto approved = payload_as<ports::RefusalApproved>(applied);
  if (!approved) return pass_on(approved);
  const ports::InspectionDecided final{
      approved->inspection_id, "refuse", approved->grounds, approved->facts, "", {}, approved->on};
  return judge(applied, approved->refusal_id, "in_force", "")
      .and_then([&] { return decide_case(applied, approved->case_id, {"refuse", {}, "", approved->facts}); })
      .and_then([&] { return project_final_decision(applied, final); })
      .and_then([&] { return note_act(applied, approved->case_id, "refuse"); });
}

Done project_refusal_returned(const Applied& applied) {
  const auto returned = payload_as<ports::RefusalReturned>(applied);
  if (!returned) return pass_on(returned);
  return judge(applied, returned->refusal_id, "returned", returned->reason).and_then([&] {
    return note_act(applied, returned->case_id);
  });
}

Done project_refusal_issued(const Applied& applied) {
  const auto issued = payload_as<ports::RefusalIssued>(applied);
  if (!issued) return pass_on(issued);
  return change_refusal(applied, "UPDATE refusal SET issued = $1, issued_us = $2 WHERE refusal_id = $3",
                        {stored_json(*issued), applied.entry.recorded_at.us, to_text(issued->refusal_id)})
      .and_then([&] { return note_act(applied, issued->case_id, issued->signature); });
}

Done project_refusal_annulled(const Applied& applied) {
  const auto annulled = payload_as<ports::RefusalAnnulled>(applied);
  if (!annulled) return pass_on(annulled);
  const auto officer = acting_officer(applied);
  if (!officer) return pass_on(officer);
  const ports::InspectionDecided referral{annulled->inspection_id, "refer", {}, "", "", {}, annulled->on};
  return change_refusal(
             applied,
             "UPDATE refusal SET state = 'annulled', reason = $1, annulled_by = $2, annulled_us = $3 "
             "WHERE refusal_id = $4",
             {annulled->reason, *officer, applied.entry.recorded_at.us, to_text(annulled->refusal_id)})
      .and_then([&] { return reopen_case(applied, annulled->case_id); })
      .and_then([&] { return project_final_decision(applied, referral); })
      .and_then([&] { return note_act(applied, annulled->case_id); });
}

}  // namespace cardea::sql
