#include "cardea/sql/sqlite.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <charconv>
#include <map>

namespace cardea::sql {
namespace {

constexpr int kWriterCheckpointPages = 4000;

std::optional<SqlError> constraint_class(int extended) {
  switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return SqlError::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return SqlError::foreign_key;
    case SQLITE_BUSY_SNAPSHOT:
      return SqlError::serialization;
    default:
      return std::nullopt;
  }
}

SqlError class_of_code(int extended) {
  if (const auto found = constraint_class(extended)) return *found;
  switch (extended & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SqlError::busy;
    case SQLITE_FULL:
      return SqlError::full;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_PROTOCOL:
      return SqlError::connection;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return SqlError::damaged;
    default:
      return SqlError::other;
  }
}

struct CloseDatabase {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Handle = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// sqlite3's messages name tables and columns, never values.
Failure failure(sqlite3* db) {
  return Failure(to_error(class_of_code(sqlite3_extended_errcode(db)), sqlite3_errmsg(db)));
}

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_{statement} {}
  int columns() const override { return sqlite3_column_count(statement_); }
  bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
  double real(int column) const override { return sqlite3_column_double(statement_, column); }
  bool boolean(int column) const override { return integer(column) != 0; }
  std::string_view text(int column) const override {
    const auto* start = sqlite3_column_text(statement_, column);
    return {reinterpret_cast<const char*>(start), start == nullptr ? 0u : size(column)};
  }
  ByteView bytes(int column) const override {
    const auto* start = sqlite3_column_blob(statement_, column);
    return {static_cast<const std::uint8_t*>(start), start == nullptr ? 0u : size(column)};
  }

 private:
  std::size_t size(int column) const {
    return static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  }
  sqlite3_stmt* statement_;
};

struct Binder {
  sqlite3_stmt* statement;
  int index;
  int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
  int operator()(bool value) const { return sqlite3_bind_int(statement, index, value ? 1 : 0); }
  int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, index, value); }
  int operator()(double value) const { return sqlite3_bind_double(statement, index, value); }
  int operator()(std::string_view text) const {
    const char* start = text.data() == nullptr ? "" : text.data();  // a null pointer would bind NULL
    return sqlite3_bind_text64(statement, index, start, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  int operator()(ByteView bytes) const {
    if (bytes.empty()) return sqlite3_bind_zeroblob(statement, index, 0);
    return sqlite3_bind_blob64(statement, index, bytes.data(), bytes.size(), SQLITE_STATIC);
  }
};

/// A statement left open would hold its read lock and the caller's parameters.
class ResetAtEnd {
 public:
  explicit ResetAtEnd(sqlite3_stmt* statement) : statement_{statement} {}
  ResetAtEnd(const ResetAtEnd&) = delete;
  ~ResetAtEnd() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }

 private:
  sqlite3_stmt* statement_;
};

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(Handle db, Fault fault) : db_{std::move(db)}, fault_{std::move(fault)} {}

  Dialect dialect() const override { return Dialect::sqlite; }
  bool in_transaction() const override { return sqlite3_get_autocommit(db_.get()) == 0; }

  Result<std::int64_t> run(std::string_view sql, Params params) override {
    auto done = each(sql, params, [](const Row&) { return true; });
    if (!done) return pass_on(done);
    return sqlite3_changes64(db_.get());
  }

  Done each(std::string_view sql, Params params, const Visit& visit) override {
    if (auto stopped = check_fault(sql); !stopped) return stopped;
    auto prepared = prepare(sql);
    if (!prepared) return pass_on(prepared);
    const ResetAtEnd reset{*prepared};
    if (auto bound = bind(*prepared, params); !bound) return bound;
    return step(*prepared, visit);
  }

  Done script(std::string_view sql) override {
    if (auto stopped = check_fault(sql); !stopped) return stopped;
    const std::string text{sql};
    if (sqlite3_exec(db_.get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
      return failure(db_.get());
    return {};
  }

  Done begin(TxKind kind) override {
    auto begun = Connection::run(kind == TxKind::write ? "BEGIN IMMEDIATE" : "BEGIN");
    return begun ? Done{} : Done{pass_on(begun)};
  }

  /// Moves what it can from the log into the file without waiting for anybody, so that no commit has to.
  Done maintain() override {
    const int code =
        sqlite3_wal_checkpoint_v2(db_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY) return {};
    return failure(db_.get());
  }

  using Connection::each;
  using Connection::run;

 private:
  Done check_fault(std::string_view sql) const {
    const auto planned = fault_ ? fault_(sql) : std::nullopt;
    if (planned) return Failure(to_error(*planned, "planned fault"));
    return {};
  }

  Result<sqlite3_stmt*> prepare(std::string_view sql) {
    if (const auto known = statements_.find(sql); known != statements_.end()) return known->second.get();
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    Statement statement{raw};
    if (code != SQLITE_OK) return failure(db_.get());
    for (int i = 1; i <= sqlite3_bind_parameter_count(raw); ++i) {
      const char* named = sqlite3_bind_parameter_name(raw, i);
      if (named == nullptr || "$" + std::to_string(i) != named) {
        return Failure(to_error(SqlError::other, "parameters are not $1..$n in order of first use"));
      }
    }
    return statements_.emplace(std::string{sql}, std::move(statement)).first->second.get();
  }

  Done bind(sqlite3_stmt* statement, Params params) {
    if (sqlite3_bind_parameter_count(statement) != static_cast<int>(params.size())) {
      return Failure(to_error(SqlError::other, "wrong number of parameters"));
    }
    int index = 0;
    for (const auto& param : params) {
      if (std::visit(Binder{statement, ++index}, param.value()) != SQLITE_OK) return failure(db_.get());
    }
    return {};
  }

  Done step(sqlite3_stmt* statement, const Visit& visit) {
    const SqliteRow row{statement};
    for (;;) {
      const int code = sqlite3_step(statement);
      if (code == SQLITE_DONE) return {};
      if (code != SQLITE_ROW) return failure(db_.get());
      if (!visit(row)) return {};
    }
  }

  Handle db_;
  Fault fault_;
  std::map<std::string, Statement, std::less<>> statements_;  // after db_: closed before it
};

std::string pragmas(Access access, const SqliteOptions& options) {
  std::string text = "PRAGMA busy_timeout=" + std::to_string(options.busy_timeout_ms) +
                     ";PRAGMA foreign_keys=ON;PRAGMA temp_store=MEMORY;PRAGMA mmap_size=0;";
  if (access == Access::read) return text + "PRAGMA cache_size=-8192;PRAGMA query_only=ON;";
  text +=
      "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-65536;PRAGMA wal_autocheckpoint=" +
      std::to_string(kWriterCheckpointPages) + ";";
  if (options.pages_max) text += "PRAGMA max_page_count=" + std::to_string(*options.pages_max) + ";";
  return text;
}

class SqliteDatabase final : public Database {
 public:
  explicit SqliteDatabase(SqliteOptions options) : options_{std::move(options)} {}

  Result<std::unique_ptr<Connection>> connect(Access access) override {
    sqlite3* raw = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(options_.path.c_str(), &raw, flags, nullptr);
    Handle db{raw};
    if (raw == nullptr) return Failure(to_error(SqlError::connection, "no memory for a connection"));
    if (code != SQLITE_OK) return failure(raw);
    sqlite3_extended_result_codes(raw, 1);
    const auto text = pragmas(access, options_);
    if (sqlite3_exec(raw, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return failure(raw);
    return std::make_unique<SqliteConnection>(std::move(db), options_.fault);
  }

 private:
  SqliteOptions options_;
};

/// Without its count of memory in use, which every allocation of every connection would lock.
void configure_once() {
  [[maybe_unused]] static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Made here and not by sqlite3, so that only the owner may read it from the first moment on.
Done make_file(const SqliteOptions& options) {
  const int flags = options.create ? O_RDWR | O_CREAT | O_CLOEXEC : O_RDWR | O_CLOEXEC;
  const int file = ::open(options.path.c_str(), flags, 0600);
  if (file >= 0) {
    ::close(file);
    return {};
  }
  if (errno == ENOENT && !options.create) return fail(ErrorKind::not_found, "store_missing");
  return Failure(to_error(SqlError::connection, "the file cannot be opened for writing"));
}

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(SqliteOptions options) {
  configure_once();
  if (auto made = make_file(options); !made) return pass_on(made);
  return std::make_unique<SqliteDatabase>(std::move(options));
}

}  // namespace cardea::sql
