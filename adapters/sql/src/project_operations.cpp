#include "cardea/ports/operations_entries.hpp"
#include "project.hpp"
#include "rows.hpp"

namespace cardea::sql {

Done project_lane(const Applied& applied) {
  const auto changed = payload_as<ports::LaneChanged>(applied);
  if (!changed) return pass_on(changed);
  const auto officer = officer_of(applied);
  if (!officer) return pass_on(officer);
  return without_count(applied.connection.run(
      "INSERT INTO lane (lane, state, queue, queue_method, note, officer_id, changed_us) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (lane) DO UPDATE SET state = excluded.state, "
      "queue = excluded.queue, queue_method = excluded.queue_method, note = excluded.note, "
      "officer_id = excluded.officer_id, changed_us = excluded.changed_us",
      {changed->lane, changed->state, changed->queue, changed->queue_method, changed->note, *officer,
       applied.entry.recorded_at.us}));
}

Done project_level(const Applied& applied) {
  const auto step = payload_as<ports::LevelSet>(applied);
  if (!step) return pass_on(step);
  const auto officer = officer_of(applied);
  if (!officer) return pass_on(officer);
  return without_count(applied.connection.run(
      "INSERT INTO level_step (origin, sequence, level, reason, until_us, officer_id, set_us) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      {applied.entry.origin, applied.entry.sequence, step->level, step->reason, step->until.us, *officer,
       applied.entry.recorded_at.us}));
}

Done project_relaxation(const Applied& applied) {
  const auto begun = payload_as<ports::RelaxationBegun>(applied);
  if (!begun) return pass_on(begun);
  const auto officer = officer_of(applied);
  if (!officer) return pass_on(officer);
  return without_count(applied.connection.run(
      "INSERT INTO relaxation (relaxation_id, begun, until_us, officer_id, begun_us, end_reason) "
      "VALUES ($1, $2, $3, $4, $5, '')",
      {to_text(begun->relaxation_id), stored_json(*begun), begun->until.us, *officer,
       applied.entry.recorded_at.us}));
}

Done project_relaxation_end(const Applied& applied) {
  const auto ended = payload_as<ports::RelaxationEnded>(applied);
  if (!ended) return pass_on(ended);
  const auto officer = officer_of(applied);
  if (!officer) return pass_on(officer);
  const auto changed = applied.connection.run(
      "UPDATE relaxation SET ended_us = $1, ended_by = $2, end_reason = $3 WHERE relaxation_id = $4",
      {applied.entry.recorded_at.us, *officer, ended->reason, to_text(ended->relaxation_id)});
  if (!changed) return pass_on(changed);
  return *changed == 0 ? Done{without_subject(applied)} : Done{};
}

Done project_drill_start(const Applied& applied) {
  const auto drill = payload_as<ports::DrillStarted>(applied);
  if (!drill) return pass_on(drill);
  const auto officer = officer_of(applied);
  if (!officer) return pass_on(officer);
  return without_count(applied.connection.run(
      "INSERT INTO drill (drill_id, scenario, level, started_by, started_us, summary) "
      "VALUES ($1, $2, $3, $4, $5, '')",
      {to_text(drill->drill_id), drill->scenario, drill->level, *officer, applied.entry.recorded_at.us}));
}

Done project_drill_finding(const Applied& applied) {
  const auto finding = payload_as<ports::DrillFinding>(applied);
  if (!finding) return pass_on(finding);
  const auto officer = officer_of(applied);
  if (!officer) return pass_on(officer);
  return without_count(applied.connection.run(
      "INSERT INTO drill_finding (drill_id, position, text, officer_id, found_us) "
      "SELECT $1, COUNT(*) + 1, $2, $3, $4 FROM drill_finding WHERE drill_id = $1",
      {to_text(finding->drill_id), finding->text, *officer, applied.entry.recorded_at.us}));
}

Done project_drill_end(const Applied& applied) {
  const auto end = payload_as<ports::DrillEnded>(applied);
  if (!end) return pass_on(end);
  auto ended = applied.connection.run("UPDATE drill SET ended_us = $1, summary = $2 WHERE drill_id = $3",
                                      {applied.entry.recorded_at.us, end->summary, to_text(end->drill_id)});
  if (!ended) return pass_on(ended);
  return *ended == 1 ? Done{} : Done{without_subject(applied)};
}

Done project_paper_printed(const Applied& applied) {
  const auto printed = payload_as<ports::PaperPrinted>(applied);
  if (!printed) return pass_on(printed);
  for (const auto& number : printed->numbers) {
    auto made = applied.connection.run(
        "INSERT INTO paper_form (number, batch_id, language, printed_by, printed_us, entered_by, decided_by, "
        "delay_minutes, late) VALUES ($1, $2, $3, $4, $5, '', '', 0, $6)",
        {number, to_text(printed->batch_id), printed->language, applied.entry.actor.officer,
         applied.entry.recorded_at.us, false});
    if (!made) return pass_on(made);
  }
  return {};
}

// What the lists had of the person was found later than the crossing.
Done project_paper_entered(const Applied& applied) {
  const auto entered = payload_as<ports::PaperEntered>(applied);
  if (!entered) return pass_on(entered);
  const auto inspection = to_text(entered->inspection_id);
  auto changed = applied.connection.run(
      "UPDATE paper_form SET inspection_id = $1, happened_us = $2, entered_us = $3, entered_by = $4, "
      "decided_by = $5, delay_minutes = $6, late = $7 WHERE number = $8",
      {inspection, entered->happened_at.us, applied.entry.recorded_at.us, applied.entry.actor.officer,
       entered->decided_by, entered->delay_minutes, entered->late, entered->number});
  if (!changed) return pass_on(changed);
  if (*changed == 0) return without_subject(applied);
  return without_count(
      applied.connection.run("UPDATE hit SET found_later = $1 WHERE inspection_id = $2", {true, inspection}));
}

}  // namespace cardea::sql
