#include <algorithm>
#include <map>

#include "cardea/sql/migration.hpp"

namespace cardea::sql {
namespace {

constexpr std::string_view kCreateVersions =
    "CREATE TABLE IF NOT EXISTS schema_migration (version BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
    "digest TEXT NOT NULL, applied_us BIGINT NOT NULL)";

std::string digest_of(const Migration& migration) { return to_hex(sha256(migration.text)); }

Result<std::map<std::int64_t, std::string>> applied_versions(Connection& connection) {
  if (auto created = connection.run(kCreateVersions); !created) return pass_on(created);
  std::map<std::int64_t, std::string> applied;
  auto read = connection.each("SELECT version, digest FROM schema_migration ORDER BY version", {},
                              [&](const Row& row) {
                                applied.emplace(row.integer(0), row.text(1));
                                return true;
                              });
  if (!read) return pass_on(read);
  return applied;
}

Done check_version(std::int64_t version, std::string_view digest, std::span<const Migration> known) {
  const auto found = std::ranges::find(known, version, &Migration::version);
  if (found == known.end()) {
    return Failure(to_error(SqlError::newer_version, "version " + std::to_string(version)));
  }
  if (digest_of(*found) != digest)
    return fail(ErrorKind::broken, "migration_altered", std::string{found->name});
  return {};
}

Done apply(Connection& connection, const Migration& migration, const Clock& clock) {
  auto text = render(migration.text, connection.dialect());
  if (!text) return pass_on(text);
  auto tx = Tx::begin(connection, TxKind::write);
  if (!tx) return pass_on(tx);
  // Somebody else may have applied it while this one waited for the lock.
  auto applied = applied_versions(connection);
  if (!applied) return pass_on(applied);
  if (applied->contains(migration.version)) return tx->commit();
  if (auto done = connection.script(*text); !done) return done;
  auto noted = connection.run(
      "INSERT INTO schema_migration (version, name, digest, applied_us) VALUES ($1, $2, $3, $4)",
      {migration.version, migration.name, digest_of(migration), clock.now().us});
  if (!noted) return pass_on(noted);
  return tx->commit();
}

}  // namespace

Result<SchemaState> check_schema(Connection& connection, std::span<const Migration> known) {
  auto applied = applied_versions(connection);
  if (!applied) return pass_on(applied);
  for (const auto& [version, digest] : *applied) {
    if (auto checked = check_version(version, digest, known); !checked) return pass_on(checked);
  }
  SchemaState state;
  state.applied = applied->empty() ? 0 : applied->rbegin()->first;
  state.known = known.empty() ? 0 : known.back().version;
  return state;
}

Result<SchemaState> migrate(Connection& connection, std::span<const Migration> known, const Clock& clock) {
  auto state = check_schema(connection, known);
  if (!state) return state;
  for (const auto& migration : known) {
    if (migration.version <= state->applied) continue;
    if (auto done = apply(connection, migration, clock); !done) return pass_on(done);
  }
  state->applied = state->known;
  return state;
}

}  // namespace cardea::sql
