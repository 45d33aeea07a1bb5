#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

#include "cardea/sql/migration.hpp"
#include "engine.hpp"

namespace cardea::sql {
namespace {

using namespace testing;  // builders of support.hpp

class StoreFault : public StoreContract {};

/// Makes the n-th statement of the writer fail once armed; statements of the housekeeper and of readers do
/// not count.
class NthStatement {
 public:
  NthStatement(int n, SqlError error) : left_{n}, error_{error} {}
  void arm() { armed_ = true; }
  bool struck() const { return struck_; }
  Fault fault() {
    return [this](std::string_view sql) -> std::optional<SqlError> {
      if (sql.starts_with("SELECT sequence, hash")) return std::nullopt;
      if (!armed_ || --left_ != 0) return std::nullopt;
      struck_ = true;
      return error_;
    };
  }

 private:
  std::atomic<int> left_;
  std::atomic<bool> armed_{false};
  std::atomic<bool> struck_{false};
  SqlError error_;
};

ports::Work whole_inspection() {
  auto drafts = inspection(1);
  drafts.push_back(compared(1, "not_same_person"));
  drafts.push_back(decided(1));
  drafts.push_back(list_imported("1", {{"a.csv", 3, "bad_date", "x"}}));
  drafts.push_back(alert("alert.published", "17", "d1"));
  return [drafts](const ports::Records&) -> Result<ports::Outcome> {
    return ports::Outcome{.drafts = drafts,
                          .mark = ports::RequestMark{"key", kOfficer, sha256("body"), "s"},
                          .service = {.set_password_hash = std::pair{kOfficer, std::string{"phc"}}}};
  };
}

/// True when nothing of the piece is there.
bool nothing_written(const Store& store) {
  const auto& records = store.records();
  return records.journal_head()->sequence == 1 &&
         !records.find_inspection(numbered<FormalityId>(1))->has_value() &&
         !records.find_request("key", kOfficer)->has_value() && records.lists()->empty() &&
         records.quarantined("own", 0, 10)->empty();
}

/// Fails one statement after the other, until the piece has no more statements to fail.
TEST_P(StoreFault, NothingIsHalfWrittenWhicheverStatementFails) {
  for (const auto error : {SqlError::other, SqlError::full, SqlError::busy}) {
    int n = 1;
    for (;; ++n) {
      NthStatement plan{n, error};
      store_ = reopen(OpenMode::existing, plan.fault());
      ASSERT_NE(store_, nullptr);
      plan.arm();
      const auto receipt = store_->record(whole_inspection());
      store_ = reopen();
      if (!plan.struck()) break;
      EXPECT_FALSE(receipt) << "statement " << n;
      EXPECT_TRUE(nothing_written(*store_)) << "statement " << n;
      EXPECT_TRUE(store_->verify()->intact()) << "statement " << n;
    }
    EXPECT_GT(n, 20) << "the loop should have met every statement of the piece";
    database_ = GetParam().make();
    store_ = reopen(OpenMode::create);
    ASSERT_TRUE(record({node_created()}));
  }
}

TEST_P(StoreFault, AcknowledgesNothingWhenTheCommitFails) {
  std::atomic<bool> armed{false};
  store_ = reopen(OpenMode::existing, [&](std::string_view sql) {
    return armed && sql == "COMMIT" ? std::optional{SqlError::full} : std::nullopt;
  });
  armed = true;
  const auto receipt = record(inspection(1));
  ASSERT_FALSE(receipt);
  EXPECT_EQ(receipt.error().reason, "store_full");
  EXPECT_FALSE(store_->healthy());
}

TEST_P(StoreFault, TakesNothingMoreAfterADiskThatFailed) {
  std::atomic<bool> armed{false};
  store_ = reopen(OpenMode::existing, [&](std::string_view sql) {
    return armed && sql == "COMMIT" ? std::optional{SqlError::connection} : std::nullopt;
  });
  armed = true;
  std::ignore = record(inspection(1));
  armed = false;
  EXPECT_EQ(record(inspection(2)).error().reason, "store_away");
  store_ = reopen();
  EXPECT_TRUE(record(inspection(2)));
}

TEST_P(StoreFault, StaysHealthyWhenSomebodyElseHeldTheLock) {
  auto other = connect();
  {
    auto tx = Tx::begin(*other, TxKind::write);
    ASSERT_TRUE(tx);
    EXPECT_EQ(record(inspection(1)).error().reason, "store_busy");
  }
  EXPECT_TRUE(store_->healthy());
  EXPECT_TRUE(record(inspection(1)));
}

TEST_P(StoreFault, RunsAGroupAgainThatCouldNotBeSerialised) {
  std::atomic<int> failures{0};
  store_ = reopen(OpenMode::existing, [&](std::string_view sql) -> std::optional<SqlError> {
    if (sql != "COMMIT" || failures >= 2) return std::nullopt;
    ++failures;
    return SqlError::serialization;
  });
  const auto receipt = record(inspection(1));
  ASSERT_TRUE(receipt);
  EXPECT_EQ(receipt->last_sequence, 3);
  EXPECT_TRUE(store_->verify()->intact());
}

TEST_P(StoreFault, SaysFullAndKeepsWhatWasAcknowledged) {
  store_ = reopen(OpenMode::existing, {}, 90);
  std::int64_t acknowledged = 1;
  std::string_view reason;
  for (std::uint32_t n = 1; n < 2000 && reason.empty(); ++n) {
    const auto receipt = record(inspection(n));
    reason = receipt ? "" : receipt.error().reason;
    acknowledged = receipt ? receipt->last_sequence : acknowledged;
  }
  EXPECT_EQ(reason, "store_full");
  EXPECT_FALSE(store_->healthy());
  store_ = reopen();
  EXPECT_EQ(store_->verify()->entries, acknowledged);
  EXPECT_TRUE(store_->verify()->intact());
}

TEST_P(StoreFault, EveryStatementKeepsTheRulesOfBothEngines) {
  std::vector<std::string> statements;
  std::mutex mutex;
  store_ = reopen(OpenMode::existing, [&](std::string_view sql) -> std::optional<SqlError> {
    const std::scoped_lock lock{mutex};
    statements.emplace_back(sql);
    return std::nullopt;
  });
  ASSERT_TRUE(store_->record(whole_inspection()));
  ASSERT_TRUE(record({voided(1), officer_enrolled(3, "ana"), alert_withdrawn("17")}));
  ASSERT_TRUE(store_->rebuild());
  ASSERT_TRUE(store_->table_digests());
  std::ignore = store_->records().find_inspection(numbered<FormalityId>(1));
  std::ignore = store_->records().officers();
  std::ignore = store_->records().history(numbered<TravellerId>(1), 5);
  store_->stop();
  for (const auto& sql : statements) {
    // Ends of transactions are the driver's own words.
    if (sql.starts_with("BEGIN") || sql == "COMMIT") continue;
    EXPECT_THAT(check_sql_rules(sql), ::testing::IsEmpty()) << sql;
  }
}

TEST_P(StoreFault, ANewerDatabaseIsRefused) {
  {
    auto connection = connect();
    ASSERT_TRUE(connection->run(
        "INSERT INTO schema_migration (version, name, digest, applied_us) VALUES (9999, 'later', 'x', 0)"));
  }
  store_.reset();
  const auto opened = Store::open(database_->open(), OpenMode::existing, clock_, random_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().reason, "store_newer_than_program");
}

TEST_P(StoreFault, AnOlderDatabaseWaitsForItsMigration) {
  const auto empty = GetParam().make();
  EXPECT_EQ(Store::open(empty->open(), OpenMode::existing, clock_, random_).error().reason,
            "store_needs_migration");
  EXPECT_TRUE(Store::open(empty->open(), OpenMode::upgrade, clock_, random_));
  EXPECT_TRUE(Store::open(empty->open(), OpenMode::existing, clock_, random_));
}

TEST_P(StoreFault, AStoreIsNotMadeTwice) {
  EXPECT_EQ(Store::open(database_->open(), OpenMode::create, clock_, random_).error().reason, "store_exists");
}

INSTANTIATE_TEST_SUITE_P(Engines, StoreFault, ::testing::ValuesIn(engines()), engine_name);

/// A disk that takes no more bytes, as the kernel tells it: run in a child, whose files may not grow.
int record_on_a_small_disk(const std::string& path) {
  std::signal(SIGXFSZ, SIG_IGN);
  ManualClock clock{kStart};
  CountingRandom random;
  auto store = Store::open({.path = path, .mode = OpenMode::create}, clock, random);
  if (!store || !(*store)->record(drafting({node_created()}))) return 10;
  const rlimit limit{.rlim_cur = 1u << 20, .rlim_max = 1u << 20};
  if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 11;
  for (std::uint32_t n = 1; n < 5000; ++n) {
    const auto receipt = (*store)->record(drafting(inspection(n)));
    if (receipt) continue;
    const bool told = receipt.error().kind == ErrorKind::unavailable && !(*store)->healthy();
    return told ? 0 : 12;
  }
  return 13;
}

TEST(SmallDisk, StopsTheWriterAndLosesNothing) {
  const TemporaryFolder folder;
  const auto path = folder.file("store.db");
  const pid_t child = ::fork();
  if (child == 0) ::_exit(record_on_a_small_disk(path));
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  ManualClock clock{kStart};
  CountingRandom random;
  const auto store = Store::open({.path = path}, clock, random);
  ASSERT_TRUE(store);
  EXPECT_TRUE((*store)->verify()->intact());
}

}  // namespace
}  // namespace cardea::sql
