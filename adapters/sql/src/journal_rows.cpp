#include "journal_rows.hpp"

#include "rows.hpp"

namespace cardea::sql {
namespace {

journal::Entry entry_of(Cells& cells) {
  journal::Entry entry;
  entry.origin = cells.text(0);
  entry.sequence = cells.integer(1);
  entry.recorded_at = cells.instant(2);
  entry.actor = {cells.text(3), cells.text(4), cells.text(5)};
  entry.purpose = cells.text(6);
  entry.type = cells.text(7);
  entry.subject = cells.text(8);
  if (!cells.is_null(9)) entry.payload = cells.text(9);
  if (!cells.is_null(10)) entry.salt = cells.bytes<16>(10);
  entry.payload_digest = cells.digest(11);
  entry.previous_hash = cells.digest(12);
  entry.hash = cells.digest(13);
  return entry;
}

}  // namespace

Result<std::optional<std::string>> own_origin(Connection& connection) {
  return read_one<std::string>(connection, "SELECT origin FROM journal_origin", {},
                               [](Cells& cells) { return cells.text(0); });
}

Done set_own_origin(Connection& connection, std::string_view origin) {
  return without_count(
      connection.run("INSERT INTO journal_origin (only_row, origin) VALUES (1, $1)", {origin}));
}

Result<journal::Head> read_head(Connection& connection) {
  auto head = read_one<journal::Head>(
      connection,
      "SELECT sequence, hash FROM journal_entry WHERE origin = (SELECT origin FROM journal_origin) "
      "ORDER BY sequence DESC LIMIT 1",
      {}, [](Cells& cells) { return journal::Head{cells.integer(0), cells.digest(1)}; });
  if (!head) return pass_on(head);
  return head->value_or(journal::Head{});
}

Result<std::vector<journal::Entry>> read_entries_after(Connection& connection, std::int64_t sequence,
                                                       int limit) {
  return read_many<journal::Entry>(
      connection,
      "SELECT origin, sequence, recorded_us, officer, agency, unit, purpose, type, subject, payload, salt, "
      "payload_digest, previous_hash, hash FROM journal_entry "
      "WHERE origin = (SELECT origin FROM journal_origin) AND sequence > $1 ORDER BY sequence LIMIT $2",
      {sequence, limit}, entry_of);
}

Done insert_entry(Connection& connection, const journal::Entry& entry) {
  return without_count(
      connection.run("INSERT INTO journal_entry (origin, sequence, recorded_us, officer, agency, unit, "
                     "purpose, type, subject, "
                     "payload, salt, payload_digest, previous_hash, hash) "
                     "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                     {entry.origin, entry.sequence, entry.recorded_at.us, entry.actor.officer,
                      entry.actor.agency, entry.actor.unit, entry.purpose, entry.type, entry.subject,
                      entry.payload, entry.salt, entry.payload_digest, entry.previous_hash, entry.hash}));
}

}  // namespace cardea::sql
