#include "cardea/ports/data_subject_entries.hpp"
#include "project.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

/// A change of the request itself; the newest entry about it is what a proof is asked of.
Done change_request(const Applied& applied, DataRequestId id, std::string_view sql,
                    std::initializer_list<Param> params) {
  if (!sql.empty()) {
    auto changed = applied.connection.run(sql, params);
    if (!changed) return pass_on(changed);
  }
  auto touched = applied.connection.run("UPDATE data_request SET last_sequence = $1 WHERE request_id = $2",
                                        {applied.entry.sequence, to_text(id)});
  if (!touched) return pass_on(touched);
  return *touched == 0 ? Done{without_subject(applied)} : Done{};
}

}  // namespace

Done project_data_request(const Applied& applied) {
  const auto asked = payload_as<ports::DataRequestRegistered>(applied);
  if (!asked) return pass_on(asked);
  return without_count(applied.connection.run(
      "INSERT INTO data_request (request_id, kind, requester, contact, identity_check, language, statement, "
      "received_on, due_on, rules, state, extension_reason, outcome, answer, registered_by, registered_us, "
      "closed_by, last_sequence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', '', '', '', $11, "
      "$12, '', $13)",
      {to_text(asked->request_id), asked->kind, asked->requester, asked->contact, asked->identity_check,
       asked->language, asked->statement, to_text(asked->received_on), to_text(asked->due_on), asked->rules,
       applied.entry.actor.officer, applied.entry.recorded_at.us, applied.entry.sequence}));
}

Done project_data_extension(const Applied& applied) {
  const auto extended = payload_as<ports::DataRequestExtended>(applied);
  if (!extended) return pass_on(extended);
  return change_request(applied, extended->request_id,
                        "UPDATE data_request SET due_on = $1, extension_reason = $2 WHERE request_id = $3",
                        {to_text(extended->due_on), extended->reason, to_text(extended->request_id)});
}

Done project_data_subject(const Applied& applied) {
  const auto found = payload_as<ports::DataSubjectFound>(applied);
  if (!found) return pass_on(found);
  const auto request = to_text(found->request_id);
  auto done = change_request(applied, found->request_id,
                             "DELETE FROM data_request_person WHERE request_id = $1", {request});
  for (const auto traveller : found->travellers) {
    if (!done) return done;
    done = without_count(
        applied.connection.run("INSERT INTO data_request_person (request_id, traveller_id) VALUES ($1, $2)",
                               {request, to_text(traveller)}));
  }
  return done;
}

Done project_data_export(const Applied& applied) {
  const auto made = payload_as<ports::DataExported>(applied);
  if (!made) return pass_on(made);
  return change_request(applied, made->request_id,
                        "INSERT INTO data_export (request_id, sequence, sha256, records, made_by, made_us) "
                        "VALUES ($1, $2, $3, $4, $5, $6)",
                        {to_text(made->request_id), applied.entry.sequence, made->sha256, made->records,
                         applied.entry.actor.officer, applied.entry.recorded_at.us});
}

Done project_correction(const Applied& applied) {
  const auto made = payload_as<ports::DataCorrected>(applied);
  if (!made) return pass_on(made);
  // Its entry goes with the person's file, so nothing else may depend on it.
  return without_count(applied.connection.run(
      "INSERT INTO data_correction (correction_id, request_id, traveller_id, field, old_value, new_value, "
      "reason, corrected_by, corrected_us) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {to_text(made->correction_id), to_text(made->request_id), to_text(made->traveller_id), made->field,
       made->old_value, made->new_value, made->reason, applied.entry.actor.officer,
       applied.entry.recorded_at.us}));
}

Done project_erasure_asked(const Applied& applied) {
  const auto asked = payload_as<ports::ErasureAsked>(applied);
  if (!asked) return pass_on(asked);
  // A proposal that lapsed may be made anew.
  return change_request(
      applied, asked->request_id,
      "INSERT INTO data_erasure (request_id, traveller_id, state, proposed_by, proposed_us) "
      "VALUES ($1, $2, 'proposed', $3, $4) ON CONFLICT (request_id, traveller_id) DO UPDATE SET "
      "proposed_by = excluded.proposed_by, proposed_us = excluded.proposed_us",
      {to_text(asked->request_id), to_text(asked->traveller_id), applied.entry.actor.officer,
       applied.entry.recorded_at.us});
}

Done project_erasure_agreed(const Applied& applied) {
  const auto agreed = payload_as<ports::ErasureAsked>(applied);
  if (!agreed) return pass_on(agreed);
  return change_request(applied, agreed->request_id,
                        "UPDATE data_erasure SET state = 'approved', approved_by = $1, approved_us = $2 "
                        "WHERE request_id = $3 AND traveller_id = $4",
                        {applied.entry.actor.officer, applied.entry.recorded_at.us,
                         to_text(agreed->request_id), to_text(agreed->traveller_id)});
}

Done project_data_closing(const Applied& applied) {
  const auto closed = payload_as<ports::DataRequestClosed>(applied);
  if (!closed) return pass_on(closed);
  return change_request(applied, closed->request_id,
                        "UPDATE data_request SET state = 'closed', outcome = $1, answer = $2, "
                        "answered_on = $3, closed_by = $4 WHERE request_id = $5",
                        {closed->outcome, closed->answer, to_text(closed->answered_on),
                         applied.entry.actor.officer, to_text(closed->request_id)});
}

Done project_read_review(const Applied& applied) {
  const auto reviewed = payload_as<ports::ReadReviewed>(applied);
  if (!reviewed) return pass_on(reviewed);
  return without_count(applied.connection.run(
      "INSERT INTO read_review (origin, sequence, judgement, note, reviewed_by, reviewed_us) "
      "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (origin, sequence) DO UPDATE SET "
      "judgement = excluded.judgement, note = excluded.note, reviewed_by = excluded.reviewed_by, "
      "reviewed_us = excluded.reviewed_us",
      {applied.entry.origin, reviewed->sequence, reviewed->judgement, reviewed->note,
       applied.entry.actor.officer, applied.entry.recorded_at.us}));
}

Done project_read_explanation(const Applied& applied) {
  const auto explained = payload_as<ports::ReadExplained>(applied);
  if (!explained) return pass_on(explained);
  auto changed = applied.connection.run(
      "UPDATE read_review SET explanation = $1, explained_us = $2 WHERE origin = $3 AND sequence = $4",
      {explained->explanation, applied.entry.recorded_at.us, applied.entry.origin, explained->sequence});
  if (!changed) return pass_on(changed);
  return *changed == 0 ? Done{without_subject(applied)} : Done{};
}

}  // namespace cardea::sql
