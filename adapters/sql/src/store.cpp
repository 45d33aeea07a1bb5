#include "cardea/sql/store.hpp"

#include <chrono>
#include <condition_variable>
#include <thread>

#include "cardea/sql/migration.hpp"
#include "cardea/sql/sqlite.hpp"
#include "journal_rows.hpp"
#include "reader_pool.hpp"
#include "writer.hpp"

namespace cardea::sql {
namespace {

constexpr std::chrono::seconds kMaintenanceInterval{1};

Done prepare_schema(Connection& connection, OpenMode mode, const Clock& clock) {
  const auto known = embedded_migrations();
  auto state = check_schema(connection, known);
  if (!state) return pass_on(state);
  if (mode == OpenMode::create && state->applied > 0) return fail(ErrorKind::conflict, "store_exists");
  if (state->current()) return {};
  if (mode == OpenMode::existing) return fail(ErrorKind::conflict, "store_needs_migration");
  auto migrated = migrate(connection, known, clock);
  return migrated ? Done{} : Done{pass_on(migrated)};
}

/// Does, beside the writer, what no commit should have to wait for, and notices what other processes
/// recorded.
class Housekeeper {
 public:
  Housekeeper(std::unique_ptr<Connection> connection, CommitNotice& notice)
      : connection_{std::move(connection)}, notice_{notice}, thread_{[this] { run(); }} {}
  Housekeeper(const Housekeeper&) = delete;
  Housekeeper& operator=(const Housekeeper&) = delete;
  ~Housekeeper() { stop(); }

  void stop() {
    {
      const std::scoped_lock lock{mutex_};
      stopping_ = true;
    }
    waiting_.notify_all();
    if (thread_.joinable()) thread_.join();
  }

 private:
  void run() {
    std::unique_lock lock{mutex_};
    while (!waiting_.wait_for(lock, kMaintenanceInterval, [this] { return stopping_; })) {
      lock.unlock();
      // A failure here is the writer's to report: it meets the same disk.
      std::ignore = connection_->maintain();
      if (const auto head = read_head(*connection_)) notice_.seen(head->sequence);
      lock.lock();
    }
  }

  std::unique_ptr<Connection> connection_;  // its thread only
  CommitNotice& notice_;
  std::mutex mutex_;
  std::condition_variable waiting_;
  bool stopping_ = false;  // guarded by mutex_
  std::thread thread_;     // last: starts when all else is there
};

}  // namespace

struct Store::Parts {
  Parts(std::unique_ptr<Database> opened, std::unique_ptr<Connection> writing,
        std::unique_ptr<Connection> keeping, std::int64_t head, const Clock& clock,
        ports::RandomSource& random)
      : database{std::move(opened)},
        readers{*database},
        records{make_pooled_records(readers)},
        notice{head},
        housekeeper{std::move(keeping), notice},
        writer{std::move(writing), clock, random, notice} {}

  std::unique_ptr<Database> database;
  ReaderPool readers;
  std::unique_ptr<ports::Records> records;
  CommitNotice notice;
  Housekeeper housekeeper;
  Writer writer;
};

Result<std::unique_ptr<Store>> Store::open(const StoreOptions& options, const Clock& clock,
                                           ports::RandomSource& random) {
  auto database = open_sqlite({.path = options.path, .create = options.mode == OpenMode::create});
  if (!database) return pass_on(database);
  return open(std::move(*database), options.mode, clock, random);
}

Result<std::unique_ptr<Store>> Store::open(std::unique_ptr<Database> database, OpenMode mode,
                                           const Clock& clock, ports::RandomSource& random) {
  auto writing = database->connect(Access::write);
  if (!writing) return pass_on(writing);
  if (auto prepared = prepare_schema(**writing, mode, clock); !prepared) return pass_on(prepared);
  auto keeping = database->connect(Access::write);
  if (!keeping) return pass_on(keeping);
  auto head = read_head(**writing);
  if (!head) return pass_on(head);
  auto parts = std::make_unique<Parts>(std::move(database), std::move(*writing), std::move(*keeping),
                                       head->sequence, clock, random);
  return std::unique_ptr<Store>(new Store(std::move(parts)));
}

Store::Store(std::unique_ptr<Parts> parts) : parts_{std::move(parts)} {}
Store::~Store() { stop(); }

void Store::stop() {
  parts_->writer.stop();
  parts_->housekeeper.stop();
}

Result<ports::Receipt> Store::record(const ports::Work& work) {
  parts_->readers.end_state_of_thread();
  return parts_->writer.record(work);
}
void Store::touch_session(SessionId id, Instant at) { parts_->writer.touch(id, at); }
bool Store::healthy() const { return parts_->writer.healthy(); }
const ports::Records& Store::records() const { return *parts_->records; }

void Store::on_committed(std::function<void(std::int64_t first, std::int64_t last)> observer) {
  parts_->notice.set(std::move(observer));
}

Result<VerifyReport> Store::verify(const std::optional<journal::Head>& witness) const {
  auto loan = parts_->readers.borrow();
  return loan ? verify_journal(loan->connection(), witness) : Result<VerifyReport>{pass_on(loan)};
}

Result<RebuildReport> Store::rebuild() {
  auto connection = parts_->database->connect(Access::write);
  return connection ? rebuild_tables(**connection) : Result<RebuildReport>{pass_on(connection)};
}

Result<std::vector<TableDigest>> Store::table_digests() const {
  auto loan = parts_->readers.borrow();
  return loan ? digest_tables(loan->connection()) : Result<std::vector<TableDigest>>{pass_on(loan)};
}

Result<ports::ChainState> chain_state(const Store& store, const Clock& clock) {
  const auto report = store.verify();
  if (!report) return pass_on(report);
  ports::ChainState state{report->intact(), report->head.sequence, report->head.hash, {}, clock.now(), {}};
  if (report->bad) state.fault = report->bad->sequence;
  if (state.entries == 0) return state;
  const auto last = store.records().entries_after(state.entries - 1, 1);
  if (!last) return pass_on(last);
  if (!last->empty()) state.head_at = last->front().recorded_at;
  return state;
}

}  // namespace cardea::sql
