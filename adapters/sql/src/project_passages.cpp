#include "cardea/ports/passages_entries.hpp"
#include "project.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

using Sequences = std::vector<std::int64_t>;

/// The entries that hold data of this passage's manifest, with the one that is applied.
Result<std::string> manifest_entries(const Applied& applied, const std::string& id) {
  auto known =
      read_one<Sequences>(applied.connection, "SELECT entries FROM passage_manifest WHERE passage_id = $1",
                          {id}, [](Cells& cells) { return cells.described<Sequences>(0); });
  if (!known) return pass_on(known);
  Sequences entries = known->value_or(Sequences{});
  entries.push_back(applied.entry.sequence);
  return stored_json(entries);
}

}  // namespace

Done project_passage_described(const Applied& applied) {
  const auto described = payload_as<ports::PassageDescribed>(applied);
  if (!described) return pass_on(described);
  const auto officer = officer_of(applied);
  if (!officer) return pass_on(officer);
  return without_count(applied.connection.run(
      "INSERT INTO passage_file (passage_id, opened_by, opened_us, described, state, revision) "
      "VALUES ($1, $2, $3, $4, 'open', 1) ON CONFLICT (passage_id) DO UPDATE SET described = "
      "excluded.described, revision = passage_file.revision + 1",
      {to_text(described->passage_id), *officer, applied.entry.recorded_at.us, stored_json(*described)}));
}

Done project_occupant_noted(const Applied& applied) {
  const auto noted = payload_as<ports::OccupantNoted>(applied);
  if (!noted) return pass_on(noted);
  return without_count(applied.connection.run(
      "INSERT INTO occupant_note (inspection_id, passage_id, note, revision) VALUES ($1, $2, $3, 1) "
      "ON CONFLICT (inspection_id) DO UPDATE SET note = excluded.note, revision = occupant_note.revision + 1",
      {to_text(noted->inspection_id), to_text(noted->passage_id), stored_json(*noted)}));
}

// What was said about the lines of an earlier manifest says nothing about this one's.
Done project_manifest_attached(const Applied& applied) {
  const auto attached = payload_as<ports::ManifestAttached>(applied);
  if (!attached) return pass_on(attached);
  const auto id = to_text(attached->passage_id);
  const auto entries = manifest_entries(applied, id);
  if (!entries) return pass_on(entries);
  const auto cleared = applied.connection.run("DELETE FROM manifest_explanation WHERE passage_id = $1", {id});
  if (!cleared) return pass_on(cleared);
  return without_count(applied.connection.run(
      "INSERT INTO passage_manifest (passage_id, attached, attached_us, entries, revision) "
      "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (passage_id) DO UPDATE SET attached = excluded.attached, "
      "attached_us = excluded.attached_us, entries = excluded.entries, revision = excluded.revision",
      {id, stored_json(*attached), applied.entry.recorded_at.us, *entries, applied.entry.sequence}));
}

Done project_line_explained(const Applied& applied) {
  const auto explained = payload_as<ports::LineExplained>(applied);
  if (!explained) return pass_on(explained);
  const auto id = to_text(explained->passage_id);
  const auto entries = manifest_entries(applied, id);
  if (!entries) return pass_on(entries);
  const auto kept = applied.connection.run("UPDATE passage_manifest SET entries = $1 WHERE passage_id = $2",
                                           {*entries, id});
  if (!kept) return pass_on(kept);
  return without_count(applied.connection.run(
      "INSERT INTO manifest_explanation (passage_id, line, reason, note, revision) "
      "VALUES ($1, $2, $3, $4, 1) ON CONFLICT (passage_id, line) DO UPDATE SET reason = excluded.reason, "
      "note = excluded.note, revision = manifest_explanation.revision + 1",
      {id, explained->line, explained->reason, explained->note}));
}

Done project_manifest_erased(const Applied& applied) {
  const auto erased = payload_as<ports::ManifestErased>(applied);
  if (!erased) return pass_on(erased);
  const auto id = to_text(erased->passage_id);
  for (const auto sql : {"DELETE FROM manifest_explanation WHERE passage_id = $1",
                         "DELETE FROM passage_manifest WHERE passage_id = $1"}) {
    if (auto ran = applied.connection.run(sql, {id}); !ran) return pass_on(ran);
  }
  for (const auto sequence : erased->entries) {
    auto done = applied.connection.run(
        "UPDATE journal_entry SET payload = NULL, salt = NULL WHERE origin = $1 AND sequence = $2",
        {applied.entry.origin, sequence});
    if (!done) return pass_on(done);
  }
  return {};
}

Done project_passage_released(const Applied& applied) {
  const auto released = payload_as<ports::PassageReleased>(applied);
  if (!released) return pass_on(released);
  const auto officer = officer_of(applied);
  if (!officer) return pass_on(officer);
  const auto changed = applied.connection.run(
      "UPDATE passage_file SET state = 'released', released = $1, released_by = $2, released_us = $3, "
      "revision = revision + 1 WHERE passage_id = $4",
      {stored_json(*released), *officer, applied.entry.recorded_at.us, to_text(released->passage_id)});
  if (!changed) return pass_on(changed);
  return *changed == 0 ? Done{without_subject(applied)} : Done{};
}

}  // namespace cardea::sql
