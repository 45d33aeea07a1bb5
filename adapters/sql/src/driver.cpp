#include "cardea/sql/driver.hpp"

namespace cardea::sql {
namespace {

struct Words {
  SqlError error;
  ErrorKind kind;
  std::string_view reason;
};

constexpr Words kWords[] = {
    {SqlError::unique, ErrorKind::conflict, "store_unique"},
    {SqlError::foreign_key, ErrorKind::conflict, "store_foreign_key"},
    {SqlError::busy, ErrorKind::unavailable, "store_busy"},
    {SqlError::full, ErrorKind::unavailable, "store_full"},
    {SqlError::serialization, ErrorKind::unavailable, "store_serialization"},
    {SqlError::connection, ErrorKind::unavailable, "store_away"},
    {SqlError::newer_version, ErrorKind::conflict, "store_newer_than_program"},
    {SqlError::damaged, ErrorKind::broken, "store_damaged"},
    {SqlError::other, ErrorKind::broken, "store_statement_failed"},
};

Done undo_savepoint(Connection& connection) {
  auto undone = connection.run("ROLLBACK TO SAVEPOINT piece");
  if (!undone) return pass_on(undone);
  auto released = connection.run("RELEASE SAVEPOINT piece");
  return released ? Done{} : Done{pass_on(released)};
}

}  // namespace

Error to_error(SqlError error, std::string detail) {
  for (const auto& words : kWords) {
    if (words.error == error) return {words.kind, words.reason, std::move(detail)};
  }
  __builtin_unreachable();
}

std::optional<SqlError> class_of(const Error& error) {
  for (const auto& words : kWords) {
    if (words.reason == error.reason) return words.error;
  }
  return std::nullopt;
}

Result<Tx> Tx::begin(Connection& connection, TxKind kind) {
  if (connection.in_transaction()) std::ignore = connection.run("ROLLBACK");
  auto begun = connection.begin(kind);
  if (!begun) return pass_on(begun);
  return Tx{connection};
}

Tx::~Tx() {
  if (connection_ != nullptr && connection_->in_transaction()) std::ignore = connection_->run("ROLLBACK");
}

Done Tx::commit() {
  auto committed = connection_->run("COMMIT");
  if (!committed) return pass_on(committed);
  connection_ = nullptr;
  return {};
}

Result<Done> in_savepoint(Connection& connection, const std::function<Done()>& work) {
  auto begun = connection.run("SAVEPOINT piece");
  if (!begun) return pass_on(begun);
  auto done = work();
  if (done) {
    auto released = connection.run("RELEASE SAVEPOINT piece");
    if (released) return Done{};
    done = pass_on(released);
  }
  // Some failures (a full disk) make the engine roll the whole transaction back by itself.
  if (!connection.in_transaction()) return pass_on(done);
  if (auto undone = undo_savepoint(connection); !undone) return pass_on(undone);
  return done;
}

}  // namespace cardea::sql
