#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "cardea/kernel/clock.hpp"
#include "cardea/ports/crypto.hpp"
#include "cardea/ports/journal_proof.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/sql/driver.hpp"
#include "cardea/sql/journal_check.hpp"

namespace cardea::sql {

enum class OpenMode : std::uint8_t {
  create,    ///< makes the schema; fails `conflict/store_exists` when there is one already
  existing,  ///< as `cardea serve` opens it; fails `conflict/store_needs_migration` when it is older than the
             ///< program
  upgrade    ///< as `cardea migrate` opens it: applies what is missing
};

struct StoreOptions {
  std::string path;
  OpenMode mode = OpenMode::existing;
};

/// The node's database: the one writer, a pool of readers, and the journal's checks.
///
/// `record` puts the work into a queue; one thread takes all that waits (at most 256), runs each piece in a
/// savepoint of one transaction and answers after the commit is on disk (ADR 10). Another process may write
/// to the same file: the end of the chain is read inside each transaction. Thread-safe.
///
/// After a commit that failed for another reason than a lock, the writer takes nothing more and `healthy` is
/// false for good: open the store again once the disk is in order. Work with uncertain end was not
/// acknowledged.
class Store final : public ports::Recorder {
 public:
  /// Fails `not_found/store_missing`, `conflict/store_newer_than_program`, `broken/migration_altered` and as
  /// OpenMode says. `random` gives the salts of the journal. Clock and random are borrowed and must outlive
  /// the store.
  [[nodiscard]] static Result<std::unique_ptr<Store>> open(const StoreOptions& options, const Clock& clock,
                                                           ports::RandomSource& random);
  [[nodiscard]] static Result<std::unique_ptr<Store>> open(std::unique_ptr<Database> database, OpenMode mode,
                                                           const Clock& clock, ports::RandomSource& random);
  /// Stops.
  ~Store() override;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  [[nodiscard]] Result<ports::Receipt> record(const ports::Work& work) override;
  void touch_session(SessionId id, Instant at) override;
  [[nodiscard]] bool healthy() const override;

  /// Reading beside the writer, from any thread. Lives as long as the store.
  [[nodiscard]] const ports::Records& records() const;

  /// Called with the sequences of the entries that have become durable, each exactly once and in order, those
  /// of other processes within about a second. Called from the store's threads: be quick and do not record
  /// from within.
  void on_committed(std::function<void(std::int64_t first, std::int64_t last)> observer);

  /// What stands in the queue is recorded, then `record` fails `unavailable/store_stopped`.
  void stop();

  /// See journal_check.hpp. Each works on its own connection.
  [[nodiscard]] Result<VerifyReport> verify(const std::optional<journal::Head>& witness = {}) const;
  [[nodiscard]] Result<RebuildReport> rebuild();
  [[nodiscard]] Result<std::vector<TableDigest>> table_digests() const;

 private:
  struct Parts;
  explicit Store(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// Verifies the whole chain now, and says when its last entry was recorded.
[[nodiscard]] Result<ports::ChainState> chain_state(const Store& store, const Clock& clock);

}  // namespace cardea::sql
