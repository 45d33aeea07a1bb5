#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/sql/driver.hpp"

// Migrations are one text for both engines (db/migrations/NNNN_verb_noun.sql, forward only), compiled into
// the program. Tokens stand for types that differ: {{UUID}} {{JSON}} {{BLOB}} {{TS}}. Where the engines need
// different statements, `-- @sqlite`, `-- @postgres` and `-- @end` lines mark blocks for one of them.

namespace cardea::sql {

struct Migration {
  std::int64_t version = 0;  ///< from 1, without gaps
  std::string_view name;     ///< "0001_create_journal"
  std::string_view text;     ///< the template; its SHA-256 is what a database remembers
};

/// Those of this program, in order.
[[nodiscard]] std::span<const Migration> embedded_migrations();

/// The text for one engine. Fails `malformed/migration_unknown_token`, `malformed/migration_bad_block`
/// (detail: line).
[[nodiscard]] Result<std::string> render(std::string_view text, Dialect dialect);

/// Something in an SQL text that one of the engines does not understand, or understands differently.
struct RuleBreak {
  int line = 0;
  std::string rule;  ///< the word or form that is banned
  friend bool operator==(const RuleBreak&, const RuleBreak&) = default;
};
/// The rules of docs/reference/sql-rules.md. Comments and quoted texts are not looked at. For migration
/// templates, and for every statement the store sends.
[[nodiscard]] std::vector<RuleBreak> check_sql_rules(std::string_view text);

/// How a database stands to a set of migrations.
struct SchemaState {
  std::int64_t applied = 0;  ///< newest version the database has; 0 for an empty one
  std::int64_t known = 0;    ///< newest version the program has
  [[nodiscard]] bool current() const { return applied == known; }
};

/// Fails `conflict/store_newer_than_program` when the database has a version that is not known here, and
/// `broken/migration_altered` when one that was applied had another text.
[[nodiscard]] Result<SchemaState> check_schema(Connection& connection, std::span<const Migration> known);

/// Applies what is missing, each migration in its own transaction; a second call does nothing. Fails like
/// check_schema, and with the error of the statement that failed, after undoing that migration.
[[nodiscard]] Result<SchemaState> migrate(Connection& connection, std::span<const Migration> known,
                                          const Clock& clock);

}  // namespace cardea::sql
