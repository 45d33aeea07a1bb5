#include "engine.hpp"

namespace cardea::sql {
namespace {

using testing::Engine;
using testing::number_of;

class DriverContract : public ::testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    database_ = GetParam().make();
    opened_ = database_->open();
    connection_ = std::move(*opened_->connect(Access::write));
    ASSERT_TRUE(connection_->script(
        "CREATE TABLE parent (id BIGINT NOT NULL PRIMARY KEY); CREATE TABLE child (id BIGINT NOT NULL "
        "PRIMARY KEY, "
        "parent BIGINT NOT NULL REFERENCES parent (id), note TEXT, amount DOUBLE PRECISION, done BOOLEAN);"));
  }
  std::optional<SqlError> failure_of(std::string_view sql, std::initializer_list<Param> params = {}) {
    const auto ran = connection_->run(sql, params);
    return ran ? std::nullopt : class_of(ran.error());
  }

  std::unique_ptr<testing::TestDatabase> database_;
  std::unique_ptr<Database> opened_;
  std::unique_ptr<Connection> connection_;
};

TEST_P(DriverContract, GivesBackEveryTypeOfValue) {
  ASSERT_TRUE(connection_->run("INSERT INTO parent (id) VALUES ($1)", {std::int64_t{1} << 60}));
  ASSERT_TRUE(
      connection_->run("INSERT INTO child (id, parent, note, amount, done) VALUES ($1, $2, $3, $4, $5)",
                       {1, std::int64_t{1} << 60, "Zo\xC3\xAB", 0.1, true}));
  ASSERT_TRUE(connection_->each("SELECT parent, note, amount, done FROM child", {}, [](const Row& row) {
    EXPECT_EQ(row.integer(0), std::int64_t{1} << 60);
    EXPECT_EQ(row.text(1), "Zo\xC3\xAB");
    EXPECT_EQ(row.real(2), 0.1);
    EXPECT_TRUE(row.boolean(3));
    return true;
  }));
}

TEST_P(DriverContract, KeepsNothingApartFromEmpty) {
  ASSERT_TRUE(connection_->run("INSERT INTO parent (id) VALUES (1)"));
  ASSERT_TRUE(connection_->run("INSERT INTO child (id, parent, note) VALUES (1, 1, $1), (2, 1, $2)",
                               {std::string_view{}, std::optional<std::string>{}}));
  EXPECT_EQ(number_of(*connection_, "SELECT count(*) FROM child WHERE note IS NULL"), 1);
  EXPECT_EQ(number_of(*connection_, "SELECT count(*) FROM child WHERE note = ''"), 1);
}

TEST_P(DriverContract, TakesAParameterTwice) {
  ASSERT_TRUE(connection_->run("INSERT INTO parent (id) VALUES ($1), ($2), ($1 + 10)", {1, 2}));
  EXPECT_EQ(number_of(*connection_, "SELECT max(id) FROM parent"), 11);
}

TEST_P(DriverContract, RefusesParametersOutOfOrder) {
  EXPECT_EQ(failure_of("INSERT INTO parent (id) VALUES ($2), ($1)", {1, 2}), SqlError::other);
}

TEST_P(DriverContract, RefusesAWrongNumberOfParameters) {
  EXPECT_EQ(failure_of("INSERT INTO parent (id) VALUES ($1)", {1, 2}), SqlError::other);
}

TEST_P(DriverContract, CountsChangedRows) {
  EXPECT_EQ(connection_->run("INSERT INTO parent (id) VALUES (1), (2), (3)"), 3);
  EXPECT_EQ(connection_->run("DELETE FROM parent WHERE id > $1", {1}), 2);
  EXPECT_EQ(connection_->run("DELETE FROM parent WHERE id > $1", {1}), 0);
}

TEST_P(DriverContract, NamesARepeatedKey) {
  ASSERT_TRUE(connection_->run("INSERT INTO parent (id) VALUES (1)"));
  EXPECT_EQ(failure_of("INSERT INTO parent (id) VALUES (1)"), SqlError::unique);
}

TEST_P(DriverContract, NamesAMissingParent) {
  EXPECT_EQ(failure_of("INSERT INTO child (id, parent) VALUES (1, 99)"), SqlError::foreign_key);
}

TEST_P(DriverContract, NamesABrokenStatement) { EXPECT_EQ(failure_of("SELEKT 1"), SqlError::other); }

TEST_P(DriverContract, RollsBackATransactionThatWasNotCommitted) {
  {
    auto tx = Tx::begin(*connection_, TxKind::write);
    ASSERT_TRUE(tx);
    ASSERT_TRUE(connection_->run("INSERT INTO parent (id) VALUES (1)"));
  }
  EXPECT_EQ(number_of(*connection_, "SELECT count(*) FROM parent"), 0);
}

TEST_P(DriverContract, UndoesASavepointAlone) {
  auto tx = Tx::begin(*connection_, TxKind::write);
  ASSERT_TRUE(tx);
  ASSERT_TRUE(connection_->run("INSERT INTO parent (id) VALUES (1)"));
  const auto undone = in_savepoint(*connection_, [&]() -> Done {
    std::ignore = connection_->run("INSERT INTO parent (id) VALUES (2)");
    return fail(ErrorKind::conflict, "changed_my_mind");
  });
  ASSERT_TRUE(undone);
  EXPECT_EQ(undone->error().reason, "changed_my_mind");
  ASSERT_TRUE(tx->commit());
  EXPECT_EQ(number_of(*connection_, "SELECT count(*) FROM parent"), 1);
}

TEST_P(DriverContract, LetsOnlyOneWriterIn) {
  auto other = std::move(*opened_->connect(Access::write));
  auto tx = Tx::begin(*connection_, TxKind::write);
  ASSERT_TRUE(tx);
  const auto second = Tx::begin(*other, TxKind::write);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().reason, "store_busy");
}

TEST_P(DriverContract, AReaderCannotWrite) {
  auto reader = std::move(*opened_->connect(Access::read));
  EXPECT_FALSE(reader->run("INSERT INTO parent (id) VALUES (1)"));
}

TEST_P(DriverContract, AReaderSeesOneStateForItsWholeTransaction) {
  auto reader = std::move(*opened_->connect(Access::read));
  auto tx = Tx::begin(*reader, TxKind::read);
  ASSERT_TRUE(tx);
  EXPECT_EQ(number_of(*reader, "SELECT count(*) FROM parent"), 0);
  ASSERT_TRUE(connection_->run("INSERT INTO parent (id) VALUES (1)"));
  EXPECT_EQ(number_of(*reader, "SELECT count(*) FROM parent"), 0);
}

TEST_P(DriverContract, APlannedFaultStopsTheStatementBeforeItRuns) {
  auto faulty = database_->open([](std::string_view sql) {
    return sql.starts_with("INSERT") ? std::optional{SqlError::full} : std::nullopt;
  });
  auto connection = std::move(*faulty->connect(Access::write));
  const auto ran = connection->run("INSERT INTO parent (id) VALUES (1)");
  ASSERT_FALSE(ran);
  EXPECT_EQ(ran.error().reason, "store_full");
  EXPECT_EQ(number_of(*connection, "SELECT count(*) FROM parent"), 0);
}

INSTANTIATE_TEST_SUITE_P(Engines, DriverContract, ::testing::ValuesIn(testing::engines()),
                         testing::engine_name);

TEST(OpenSqlite, SaysThatAFileIsMissing) {
  const testing::TemporaryFolder folder;
  const auto opened = open_sqlite({.path = folder.file("none.db")});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().reason, "store_missing");
}

TEST(OpenSqlite, SaysThatAFileIsNoDatabase) {
  const auto database = open_sqlite({.path = CARDEA_ROOM_DIR "/README.md"});
  ASSERT_TRUE(database);
  const auto connection = (*database)->connect(Access::read);
  ASSERT_FALSE(connection);
  EXPECT_EQ(connection.error().reason, "store_damaged");
}

}  // namespace
}  // namespace cardea::sql
