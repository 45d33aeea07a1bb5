#include "journal_rows.hpp"
#include "rows.hpp"
#include "sql_records.hpp"

namespace cardea::sql {
namespace {

json::object alert_of(Cells& cells, int column) {
  auto value = cells.json(column);
  return value.is_object() ? std::move(value.as_object()) : json::object{};
}

}  // namespace

Result<std::vector<ports::ListRow>> SqlRecords::lists() const {
  return read_many<ports::ListRow>(connection_,
                                   "SELECT v.source, v.version, v.digest, v.alerts, v.added, v.changed, "
                                   "v.withdrawn, v.quarantined, v.imported_us "
                                   "FROM list_version v WHERE v.sequence = (SELECT max(w.sequence) FROM "
                                   "list_version w WHERE w.source = v.source) "
                                   "ORDER BY v.source",
                                   {}, [](Cells& cells) {
                                     return ports::ListRow{.source = cells.text(0),
                                                           .version = cells.text(1),
                                                           .digest = cells.text(2),
                                                           .alerts = cells.integer(3),
                                                           .added = cells.integer(4),
                                                           .changed = cells.integer(5),
                                                           .withdrawn = cells.integer(6),
                                                           .quarantined = cells.integer(7),
                                                           .imported_at = cells.instant(8)};
                                   });
}

Result<std::vector<std::pair<std::string, std::string>>> SqlRecords::alert_digests(
    std::string_view source) const {
  return read_many<std::pair<std::string, std::string>>(
      connection_, "SELECT source_id, digest FROM alert WHERE source = $1 ORDER BY source_id", {source},
      [](Cells& cells) { return std::pair{cells.text(0), cells.text(1)}; });
}

Done SqlRecords::for_each_alert(const std::function<bool(const json::object&)>& visit) const {
  bool damaged = false;
  auto read = connection_.each("SELECT alert FROM alert ORDER BY source, source_id", {}, [&](const Row& row) {
    Cells cells{row};
    const auto alert = alert_of(cells, 0);
    damaged = cells.damaged();
    return !damaged && visit(alert);
  });
  if (!read) return read;
  return damaged ? Done{damaged_row()} : Done{};
}

Result<std::optional<json::object>> SqlRecords::find_alert(std::string_view source,
                                                           std::string_view source_id) const {
  return read_one<json::object>(connection_, "SELECT alert FROM alert WHERE source = $1 AND source_id = $2",
                                {source, source_id}, [](Cells& cells) { return alert_of(cells, 0); });
}

Result<std::vector<ports::QuarantinedRow>> SqlRecords::quarantined(std::string_view source,
                                                                   std::int64_t after, int limit) const {
  return read_many<ports::QuarantinedRow>(
      connection_,
      "SELECT file, line, reason, raw FROM quarantined_row WHERE source = $1 AND position > $2 "
      "ORDER BY position LIMIT $3",
      {source, after, limit}, [](Cells& cells) {
        return ports::QuarantinedRow{
            .file = cells.text(0), .line = cells.integer(1), .reason = cells.text(2), .raw = cells.text(3)};
      });
}

Result<journal::Head> SqlRecords::journal_head() const { return read_head(connection_); }

Result<std::vector<journal::Entry>> SqlRecords::entries_after(std::int64_t sequence, int limit) const {
  return read_entries_after(connection_, sequence, limit);
}

}  // namespace cardea::sql
