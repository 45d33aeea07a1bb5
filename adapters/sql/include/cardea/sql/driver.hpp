#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/kernel/result.hpp"

// The driver port: what the store needs from a database engine, and no more. One engine is one implementation
// of Database; vendor headers stay in src (ADR 6).

namespace cardea::sql {

enum class Dialect : std::uint8_t { sqlite, postgres };

/// What can go wrong in a database, in the classes that somebody reacts to.
enum class SqlError : std::uint8_t {
  unique,         ///< conflict/store_unique
  foreign_key,    ///< conflict/store_foreign_key
  busy,           ///< unavailable/store_busy: somebody else held the lock for too long
  full,           ///< unavailable/store_full
  serialization,  ///< unavailable/store_serialization: run the transaction again
  connection,     ///< unavailable/store_away: cannot open, read, write or flush
  newer_version,  ///< conflict/store_newer_than_program
  damaged,        ///< broken/store_damaged
  other           ///< broken/store_statement_failed: a mistake in the program or a check that failed
};

[[nodiscard]] Error to_error(SqlError error, std::string detail = {});
/// The class behind an error; nothing when it did not come from a database.
[[nodiscard]] std::optional<SqlError> class_of(const Error& error);

/// One parameter. A view: what it points to must live until the call returns. Ids go as their text.
class Param {
 public:
  using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string_view, ByteView>;

  Param(std::nullopt_t) {}
  Param(bool value) : value_{value} {}
  Param(int value) : value_{std::int64_t{value}} {}
  Param(std::int64_t value) : value_{value} {}
  Param(double value) : value_{value} {}
  Param(std::string_view text) : value_{text} {}
  Param(const std::string& text) : value_{std::string_view{text}} {}
  Param(const char* text) : value_{std::string_view{text}} {}
  Param(ByteView bytes) : value_{bytes} {}
  template <std::size_t N>
  Param(const std::array<std::uint8_t, N>& bytes) : value_{ByteView{bytes}} {}
  template <class T>
  Param(const std::optional<T>& maybe) : value_{maybe ? Param(*maybe).value_ : Value{}} {}

  [[nodiscard]] const Value& value() const { return value_; }

 private:
  Value value_;
};
using Params = std::span<const Param>;

/// The row a query stands on. Columns count from 0; views live until the visit returns.
class Row {
 public:
  virtual ~Row() = default;
  [[nodiscard]] virtual int columns() const = 0;
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  [[nodiscard]] virtual double real(int column) const = 0;
  [[nodiscard]] virtual bool boolean(int column) const = 0;
  [[nodiscard]] virtual std::string_view text(int column) const = 0;
  [[nodiscard]] virtual ByteView bytes(int column) const = 0;
};
/// Called for each row; false stops. It may run other statements on the connection, not the same one.
using Visit = std::function<bool(const Row&)>;

/// A transaction that may write takes the write lock at once, so it cannot fail half-way for want of it.
enum class TxKind : std::uint8_t { read, write };

/// One connection, used by one thread at a time. Statements are prepared once and kept. Parameters are `$1`
/// to `$n`, first used in ascending order (checked when a statement is prepared; else SqlError::other).
class Connection {
 public:
  virtual ~Connection() = default;
  [[nodiscard]] virtual Dialect dialect() const = 0;
  /// Gives the number of rows changed. An engine that pipelines may report a failure at the next query or
  /// commit.
  [[nodiscard]] virtual Result<std::int64_t> run(std::string_view sql, Params params) = 0;
  [[nodiscard]] virtual Done each(std::string_view sql, Params params, const Visit& visit) = 0;
  /// Several statements without parameters: migrations.
  [[nodiscard]] virtual Done script(std::string_view sql) = 0;
  [[nodiscard]] virtual Done begin(TxKind kind) = 0;
  [[nodiscard]] virtual bool in_transaction() const = 0;
  /// What the engine wants done now and then beside the writer: checkpoints, partitions made ahead.
  [[nodiscard]] virtual Done maintain() = 0;

  [[nodiscard]] Result<std::int64_t> run(std::string_view sql, std::initializer_list<Param> params = {}) {
    return run(sql, Params{params.begin(), params.size()});
  }
  [[nodiscard]] Done each(std::string_view sql, std::initializer_list<Param> params, const Visit& visit) {
    return each(sql, Params{params.begin(), params.size()}, visit);
  }
};

enum class Access : std::uint8_t { read, write };

/// A database that can be connected to. Thread-safe.
class Database {
 public:
  virtual ~Database() = default;
  [[nodiscard]] virtual Result<std::unique_ptr<Connection>> connect(Access access) = 0;
};

/// A transaction that rolls back unless it was committed. `begin` first rolls back what an earlier one left
/// open.
class Tx {
 public:
  [[nodiscard]] static Result<Tx> begin(Connection& connection, TxKind kind);
  Tx(Tx&& other) noexcept : connection_{std::exchange(other.connection_, nullptr)} {}
  Tx& operator=(Tx&&) = delete;
  ~Tx();
  [[nodiscard]] Done commit();

 private:
  explicit Tx(Connection& connection) : connection_{&connection} {}
  Connection* connection_;
};

/// Runs `work` so that its changes stand or fall together, inside the transaction that is open. The inner
/// result is that of the work, whose changes are undone when it failed; the outer one fails when the
/// transaction is lost.
[[nodiscard]] Result<Done> in_savepoint(Connection& connection, const std::function<Done()>& work);

/// For tests: asked before each statement; an answer makes that statement fail with it.
using Fault = std::function<std::optional<SqlError>(std::string_view sql)>;

}  // namespace cardea::sql
