#include "cardea/ports/alerts_entries.hpp"
#include "project.hpp"
#include "rows.hpp"

// Alerts of our own from the first draft on. What is in force is projected by alert.published and
// alert.withdrawn, as for every list.

namespace cardea::sql {
namespace {

/// An update of one row that must be there.
Done one_row(const Applied& applied, const Result<std::int64_t>& changed) {
  if (!changed) return pass_on(changed);
  return *changed == 1 ? Done{} : Done{without_subject(applied)};
}

Done set_proposed(const Applied& applied, std::string_view state, OwnAlertId id, const std::string& note,
                  Instant lapses_at) {
  return one_row(applied,
                 applied.connection.run(
                     "UPDATE own_alert SET state = $1, proposed_by = $2, proposed_us = $3, lapses_us = $4, "
                     "note = $5, changed_us = $3 WHERE alert_id = $6",
                     {state, applied.entry.actor.officer, applied.entry.recorded_at.us, lapses_at.us, note,
                      to_text(id)}));
}

}  // namespace

Done project_own_draft(const Applied& applied) {
  const auto drafted = payload_as<ports::OwnAlertDrafted>(applied);
  if (!drafted) return pass_on(drafted);
  return without_count(applied.connection.run(
      "INSERT INTO own_alert (alert_id, reason, state, digest, alert, drafted_by, drafted_us, proposed_by, "
      "note, "
      "approved_by, changed_us) VALUES ($1, $2, 'draft', $3, $4, $5, $6, '', '', '', $6) ON CONFLICT "
      "(alert_id) "
      "DO UPDATE SET reason = excluded.reason, state = excluded.state, digest = excluded.digest, alert = "
      "excluded.alert, drafted_by = excluded.drafted_by, drafted_us = excluded.drafted_us, proposed_by = '', "
      "proposed_us = NULL, lapses_us = NULL, note = '', approved_by = '', changed_us = excluded.changed_us",
      {to_text(drafted->alert_id), drafted->reason, drafted->digest, canonical_json(drafted->alert),
       applied.entry.actor.officer, applied.entry.recorded_at.us}));
}

Done project_own_proposal(const Applied& applied) {
  const auto proposed = payload_as<ports::OwnAlertProposed>(applied);
  if (!proposed) return pass_on(proposed);
  const bool withdrawal = applied.entry.type == "alert.withdrawal_proposed";
  return set_proposed(applied, withdrawal ? "withdrawal_proposed" : "proposed", proposed->alert_id,
                      proposed->note, proposed->lapses_at);
}

Done project_own_emergency(const Applied& applied) {
  const auto raised = payload_as<ports::OwnAlertRaised>(applied);
  if (!raised) return pass_on(raised);
  return set_proposed(applied, "emergency", raised->alert_id, raised->note, raised->until);
}

Done project_own_approval(const Applied& applied) {
  const auto approved = payload_as<ports::OwnAlertApproved>(applied);
  if (!approved) return pass_on(approved);
  return one_row(
      applied, applied.connection.run(
                   "UPDATE own_alert SET state = 'in_force', approved_by = $1, lapses_us = NULL, "
                   "changed_us = $2 WHERE alert_id = $3",
                   {applied.entry.actor.officer, applied.entry.recorded_at.us, to_text(approved->alert_id)}));
}

Done project_own_return(const Applied& applied) {
  const auto returned = payload_as<ports::OwnAlertReturned>(applied);
  if (!returned) return pass_on(returned);
  return one_row(
      applied,
      applied.connection.run(
          "UPDATE own_alert SET state = $1, proposed_by = '', proposed_us = NULL, lapses_us = "
          "NULL, note = $2, changed_us = $3 WHERE alert_id = $4",
          {returned->state, returned->note, applied.entry.recorded_at.us, to_text(returned->alert_id)}));
}

Done project_own_withdrawal(const Applied& applied, const std::string& source_id) {
  // An emergency that is sent back leaves the list too; its entry alert.returned has set its state.
  return without_count(applied.connection.run(
      "UPDATE own_alert SET state = CASE WHEN state = 'draft' THEN state ELSE 'withdrawn' END, "
      "lapses_us = NULL, changed_us = $1 WHERE alert_id = $2",
      {applied.entry.recorded_at.us, source_id}));
}

}  // namespace cardea::sql
