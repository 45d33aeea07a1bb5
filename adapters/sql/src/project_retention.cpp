#include "cardea/ports/accountability_entries.hpp"
#include "project.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

using ports::RetentionErased;

Done run_all(Connection& connection, std::initializer_list<std::string_view> statements,
             std::initializer_list<Param> params) {
  for (const auto sql : statements) {
    if (auto ran = connection.run(sql, params); !ran) return pass_on(ran);
  }
  return {};
}

struct Place {
  std::int64_t passage_us = 0;
  std::string crossing_id;
};

/// The rows of an inspection; nothing when the journal is replayed and its entries are erased already.
Done remove_inspection(const Applied& applied, FormalityId id) {
  auto& connection = applied.connection;
  const auto text = to_text(id);
  auto looks = run_all(connection,
                       {"DELETE FROM read_log WHERE subject = $1 AND own_work",
                        "UPDATE read_log SET traveller_id = NULL WHERE subject = $1",
                        "DELETE FROM inspection_detail WHERE inspection_id = $1",
                        "DELETE FROM procedure_followed WHERE subject_id = $1",
                        "DELETE FROM occupant_note WHERE inspection_id = $1"},
                       {text});
  if (!looks) return looks;
  const auto place =
      read_one<Place>(connection, "SELECT passage_us, crossing_id FROM formality WHERE formality_id = $1",
                      {text}, [](Cells& cells) { return Place{cells.integer(0), cells.text(1)}; });
  if (!place) return pass_on(place);
  if (!*place) return {};
  const auto& [passage_us, crossing_id] = **place;
  auto removed = run_all(connection,
                         {"DELETE FROM comparison WHERE passage_us = $1 AND formality_id = $2",
                          "DELETE FROM decision WHERE passage_us = $1 AND formality_id = $2",
                          "DELETE FROM inspection WHERE passage_us = $1 AND formality_id = $2",
                          "DELETE FROM formality WHERE passage_us = $1 AND formality_id = $2"},
                         {passage_us, text});
  if (!removed) return removed;
  removed = run_all(connection, {"DELETE FROM crossing WHERE passage_us = $1 AND crossing_id = $2"},
                    {passage_us, crossing_id});
  return removed ? run_all(connection, {"DELETE FROM stay WHERE crossing_id = $1"}, {crossing_id}) : removed;
}

/// What is left of the person was first seen at the oldest inspection that is left.
Done shorten_person(const Applied& applied, const std::string& traveller) {
  return run_all(
      applied.connection,
      {"DELETE FROM document WHERE traveller_id = $1 AND NOT EXISTS "
       "(SELECT 1 FROM crossing c WHERE c.document_id = document.document_id)",
       "UPDATE document SET first_seen_us = (SELECT MIN(f.opened_us) FROM crossing c JOIN formality f ON "
       "f.passage_us = c.passage_us AND f.crossing_id = c.crossing_id WHERE c.document_id = "
       "document.document_id) WHERE traveller_id = $1",
       "DELETE FROM traveller_key WHERE traveller_id = $1 AND NOT EXISTS "
       "(SELECT 1 FROM crossing c WHERE c.traveller_id = traveller_key.traveller_id)",
       "DELETE FROM traveller WHERE traveller_id = $1 AND NOT EXISTS "
       "(SELECT 1 FROM crossing c WHERE c.traveller_id = traveller.traveller_id)",
       "UPDATE traveller SET first_seen_us = (SELECT MIN(f.opened_us) FROM crossing c JOIN formality f ON "
       "f.passage_us = c.passage_us AND f.crossing_id = c.crossing_id WHERE c.traveller_id = "
       "traveller.traveller_id) WHERE traveller_id = $1"},
      {traveller});
}

Done forget_person(const Applied& applied, const std::string& traveller) {
  return run_all(applied.connection,
                 {"UPDATE read_log SET traveller_id = NULL WHERE traveller_id = $1",
                  "DELETE FROM retention_notice WHERE traveller_id = $1",
                  "DELETE FROM data_correction WHERE traveller_id = $1",
                  "DELETE FROM data_request_person WHERE traveller_id = $1"},
                 {traveller});
}

Done erase_entries(const Applied& applied, const RetentionErased& erased) {
  for (const auto sequence : erased.entries) {
    auto done = applied.connection.run(
        "UPDATE journal_entry SET payload = NULL, salt = NULL WHERE origin = $1 AND sequence = $2",
        {applied.entry.origin, sequence});
    if (!done) return pass_on(done);
  }
  return {};
}

Done change_hold(const Applied& applied, ports::HoldId id, std::string_view sql) {
  auto changed =
      applied.connection.run(sql, {applied.entry.actor.officer, applied.entry.recorded_at.us, to_text(id)});
  if (!changed) return pass_on(changed);
  return *changed == 0 ? Done{without_subject(applied)} : Done{};
}

}  // namespace

Done project_erasure(const Applied& applied) {
  const auto erased = payload_as<RetentionErased>(applied);
  if (!erased) return pass_on(erased);
  const auto traveller = to_text(erased->traveller_id);
  for (const auto id : erased->inspections) {
    if (auto removed = remove_inspection(applied, id); !removed) return removed;
  }
  auto done = shorten_person(applied, traveller);
  if (done && erased->whole_file) done = forget_person(applied, traveller);
  return done ? erase_entries(applied, *erased) : done;
}

Done project_notice(const Applied& applied) {
  const auto notice = payload_as<ports::RetentionNotice>(applied);
  if (!notice) return pass_on(notice);
  return without_count(applied.connection.run(
      "INSERT INTO retention_notice (traveller_id, due_on, given_us) VALUES ($1, $2, $3)",
      {to_text(notice->traveller_id), to_text(notice->due_on), applied.entry.recorded_at.us}));
}

Done project_hold(const Applied& applied) {
  const auto hold = payload_as<ports::HoldProposed>(applied);
  if (!hold) return pass_on(hold);
  return without_count(applied.connection.run(
      "INSERT INTO erasure_hold (hold_id, traveller_id, reason, state, proposed_by, proposed_us) "
      "VALUES ($1, $2, $3, 'proposed', $4, $5)",
      {to_text(hold->hold_id), to_text(hold->traveller_id), hold->reason, applied.entry.actor.officer,
       applied.entry.recorded_at.us}));
}

Done project_hold_approval(const Applied& applied) {
  const auto hold = payload_as<ports::HoldApproved>(applied);
  if (!hold) return pass_on(hold);
  return change_hold(applied, hold->hold_id,
                     "UPDATE erasure_hold SET state = 'in_force', approved_by = $1, approved_us = $2 "
                     "WHERE hold_id = $3");
}

Done project_hold_lift(const Applied& applied) {
  const auto hold = payload_as<ports::HoldLifted>(applied);
  if (!hold) return pass_on(hold);
  return change_hold(applied, hold->hold_id,
                     "UPDATE erasure_hold SET state = 'lifted', lifted_by = $1, lifted_us = $2 "
                     "WHERE hold_id = $3");
}

}  // namespace cardea::sql
