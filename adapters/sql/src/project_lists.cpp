#include "cardea/ports/alerts_entries.hpp"
#include "project.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

Done replace_quarantine(const Applied& applied, const ports::ListImported& list) {
  auto emptied = applied.connection.run("DELETE FROM quarantined_row WHERE source = $1", {list.source});
  if (!emptied) return pass_on(emptied);
  std::int64_t position = 0;
  for (const auto& row : list.quarantined) {
    auto added = applied.connection.run(
        "INSERT INTO quarantined_row (source, position, file, line, reason, raw) VALUES ($1, $2, $3, $4, $5, "
        "$6)",
        {list.source, ++position, row.file, row.line, row.reason, row.raw});
    if (!added) return pass_on(added);
  }
  return {};
}

}  // namespace

Done project_list(const Applied& applied) {
  const auto list = payload_as<ports::ListImported>(applied);
  if (!list) return pass_on(list);
  auto added = applied.connection.run(
      "INSERT INTO list_version (origin, sequence, source, version, digest, alerts, added, changed, "
      "withdrawn, "
      "quarantined, imported_us) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      {applied.entry.origin, applied.entry.sequence, list->source, list->version, list->digest, list->alerts,
       list->added, list->changed, list->withdrawn, static_cast<std::int64_t>(list->quarantined.size()),
       applied.entry.recorded_at.us});
  return added ? replace_quarantine(applied, *list) : Done{pass_on(added)};
}

Done project_alert(const Applied& applied) {
  const auto recorded = payload_as<ports::AlertRecorded>(applied);
  if (!recorded) return pass_on(recorded);
  return without_count(applied.connection.run(
      "INSERT INTO alert (source, source_id, digest, alert, published_us, changed_us) "
      "VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT (source, source_id) "
      "DO UPDATE SET digest = excluded.digest, alert = excluded.alert, changed_us = excluded.changed_us",
      {recorded->source, recorded->source_id, recorded->digest, canonical_json(recorded->alert),
       applied.entry.recorded_at.us}));
}

Done project_withdrawal(const Applied& applied) {
  const auto withdrawn = payload_as<ports::AlertWithdrawn>(applied);
  if (!withdrawn) return pass_on(withdrawn);
  auto removed = applied.connection.run("DELETE FROM alert WHERE source = $1 AND source_id = $2",
                                        {withdrawn->source, withdrawn->source_id});
  if (!removed) return pass_on(removed);
  if (*removed != 1) return without_subject(applied);
  return withdrawn->source == ports::kOwnAlerts ? project_own_withdrawal(applied, withdrawn->source_id)
                                                : Done{};
}

}  // namespace cardea::sql
