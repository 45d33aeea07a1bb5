#include "cardea/sql/migration.hpp"

#include "engine.hpp"

namespace cardea::sql {
namespace {

using testing::number_of;

std::string rendered(std::string_view text, Dialect dialect) {
  const auto out = render(text, dialect);
  return out ? *out : std::string{out.error().reason};
}

std::vector<std::string> rules_broken(std::string_view text) {
  std::vector<std::string> rules;
  for (const auto& broken : check_sql_rules(text)) rules.push_back(broken.rule);
  return rules;
}

TEST(Render, PutsTheTypesOfTheEngine) {
  constexpr std::string_view kText = "a {{UUID}}, b {{JSON}}, c {{BLOB}}, d {{TS}}";
  EXPECT_EQ(rendered(kText, Dialect::sqlite), "a TEXT, b TEXT, c BLOB, d INTEGER\n");
  EXPECT_EQ(rendered(kText, Dialect::postgres), "a uuid, b jsonb, c bytea, d BIGINT\n");
}

TEST(Render, KeepsTheBlocksOfTheEngine) {
  constexpr std::string_view kText = "a\n-- @sqlite\nb\n-- @end\n-- @postgres\nc\n-- @end\nd";
  EXPECT_EQ(rendered(kText, Dialect::sqlite), "a\nb\nd\n");
  EXPECT_EQ(rendered(kText, Dialect::postgres), "a\nc\nd\n");
}

TEST(Render, RefusesAnUnknownToken) {
  EXPECT_EQ(rendered("a {{MONEY}}", Dialect::sqlite), "migration_unknown_token");
  EXPECT_EQ(rendered("a {{UUID", Dialect::sqlite), "migration_unknown_token");
}

TEST(Render, RefusesBlocksThatDoNotClose) {
  EXPECT_EQ(rendered("-- @sqlite\na", Dialect::sqlite), "migration_bad_block");
  EXPECT_EQ(rendered("-- @end\na", Dialect::sqlite), "migration_bad_block");
  EXPECT_EQ(rendered("-- @sqlite\n-- @postgres\n-- @end", Dialect::sqlite), "migration_bad_block");
  EXPECT_EQ(rendered("-- @oracle\na\n-- @end", Dialect::sqlite), "migration_bad_block");
}

struct RuleCase {
  const char* sql;
  const char* rule;
};
class SqlRule : public ::testing::TestWithParam<RuleCase> {};

TEST_P(SqlRule, IsNamed) {
  EXPECT_THAT(rules_broken(GetParam().sql), ::testing::ElementsAre(GetParam().rule)) << GetParam().sql;
}

INSTANTIATE_TEST_SUITE_P(
    Banned, SqlRule,
    ::testing::Values(RuleCase{"CREATE TABLE t (j jsonb)", "JSONB"},
                      RuleCase{"CREATE TABLE t (at timestamptz)", "TIMESTAMPTZ"},
                      RuleCase{"CREATE TABLE t (b bytea)", "BYTEA"},
                      RuleCase{"CREATE TABLE t (b BLOB)", "BLOB"},
                      RuleCase{"CREATE TABLE t (n INTEGER)", "INTEGER"},
                      RuleCase{"CREATE TABLE t (n BIGSERIAL)", "BIGSERIAL"},
                      RuleCase{"CREATE TABLE t (n BIGINT AUTOINCREMENT)", "AUTOINCREMENT"},
                      RuleCase{"CREATE TABLE t (a TEXT COLLATE \"C\")", "COLLATE"},
                      RuleCase{"CREATE TABLE t (a TEXT GENERATED ALWAYS AS (b) VIRTUAL)", "VIRTUAL"},
                      RuleCase{"SELECT a FROM t WHERE a LIKE $1", "LIKE"},
                      RuleCase{"SELECT a FROM t WHERE a ilike $1", "ILIKE"},
                      RuleCase{"SELECT a FROM t WHERE a = ANY($1)", "ANY"},
                      RuleCase{"SELECT group_concat(a) FROM t", "GROUP_CONCAT"},
                      RuleCase{"SELECT string_agg(a, b) FROM t", "STRING_AGG"},
                      RuleCase{"SELECT greatest(a, b) FROM t", "GREATEST"},
                      RuleCase{"SELECT max(a, b) FROM t", "MAX(a, b)"},
                      RuleCase{"SELECT min(f(a), b) FROM t", "MIN(a, b)"}, RuleCase{"SELECT x'00ff'", "X'"},
                      RuleCase{"ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)", "ADD CONSTRAINT"},
                      RuleCase{"SELECT a FROM t FOR UPDATE", "FOR UPDATE"},
                      RuleCase{"INSERT OR REPLACE INTO t VALUES (1)", "INSERT OR"},
                      RuleCase{"INSERT INTO t (a) SELECT a FROM u ON CONFLICT DO NOTHING",
                               "INSERT SELECT ON CONFLICT"},
                      RuleCase{"-- @sqlite\nCREATE TABLE t (at timestamptz);\n-- @end", "TIMESTAMPTZ"}));

TEST(SqlRules, NameTheLine) {
  EXPECT_THAT(check_sql_rules("SELECT 1;\nSELECT 'a\nb' LIKE 'c'"),
              ::testing::ElementsAre(RuleBreak{3, "LIKE"}));
}

TEST(SqlRules, LeaveCommentsAndTextsAlone) {
  EXPECT_THAT(rules_broken("-- jsonb, LIKE\nSELECT 'ILIKE' FROM t"), ::testing::IsEmpty());
}

TEST(SqlRules, LetABlockUseItsOwnEngine) {
  EXPECT_THAT(rules_broken("-- @postgres\nALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);\n-- @end"),
              ::testing::IsEmpty());
  EXPECT_THAT(rules_broken("-- @sqlite\nPRAGMA optimize;\n-- @end"), ::testing::IsEmpty());
}

TEST(SqlRules, LetInsertSelectPassWithAWhere) {
  EXPECT_THAT(rules_broken("INSERT INTO t (a) SELECT a FROM u WHERE true ON CONFLICT DO NOTHING"),
              ::testing::IsEmpty());
  EXPECT_THAT(rules_broken("SELECT max(a) FROM t"), ::testing::IsEmpty());
}

TEST(EmbeddedMigrations, KeepTheRules) {
  for (const auto& migration : embedded_migrations()) {
    EXPECT_THAT(check_sql_rules(migration.text), ::testing::IsEmpty()) << migration.name;
  }
}

TEST(EmbeddedMigrations, CountFromOneWithoutGaps) {
  std::int64_t expected = 0;
  for (const auto& migration : embedded_migrations())
    EXPECT_EQ(migration.version, ++expected) << migration.name;
  EXPECT_GT(expected, 0);
}

TEST(EmbeddedMigrations, RenderForBothEngines) {
  for (const auto& migration : embedded_migrations()) {
    EXPECT_TRUE(render(migration.text, Dialect::sqlite)) << migration.name;
    EXPECT_TRUE(render(migration.text, Dialect::postgres)) << migration.name;
  }
}

class MigrateContract : public ::testing::TestWithParam<testing::Engine> {
 protected:
  void SetUp() override {
    database_ = GetParam().make();
    opened_ = database_->open();
    connection_ = std::move(*opened_->connect(Access::write));
  }
  std::string_view migrated(std::span<const Migration> known) {
    const auto state = migrate(*connection_, known, clock_);
    return state ? "" : state.error().reason;
  }

  ManualClock clock_{testing::kStart};
  std::unique_ptr<testing::TestDatabase> database_;
  std::unique_ptr<Database> opened_;
  std::unique_ptr<Connection> connection_;
};

const Migration kFirst{1, "0001_first", "CREATE TABLE first (id BIGINT)"};
const Migration kSecond{2, "0002_second", "CREATE TABLE second (id BIGINT)"};

TEST_P(MigrateContract, AppliesAllOnceAndThenNothing) {
  ASSERT_EQ(migrated(embedded_migrations()), "");
  const auto before = number_of(*connection_, "SELECT count(*) FROM schema_migration");
  ASSERT_EQ(migrated(embedded_migrations()), "");
  EXPECT_EQ(number_of(*connection_, "SELECT count(*) FROM schema_migration"), before);
}

TEST_P(MigrateContract, AppliesWhatIsMissing) {
  const Migration both[] = {kFirst, kSecond};
  ASSERT_EQ(migrated(std::span{both}.first(1)), "");
  EXPECT_FALSE(check_schema(*connection_, both)->current());
  ASSERT_EQ(migrated(both), "");
  EXPECT_TRUE(check_schema(*connection_, both)->current());
}

TEST_P(MigrateContract, RefusesAVersionThatIsNotKnown) {
  const Migration both[] = {kFirst, kSecond};
  ASSERT_EQ(migrated(both), "");
  EXPECT_EQ(migrated(std::span{both}.first(1)), "store_newer_than_program");
}

TEST_P(MigrateContract, RefusesAnAlteredText) {
  const Migration was[] = {kFirst};
  const Migration is[] = {{1, "0001_first", "CREATE TABLE first (id TEXT)"}};
  ASSERT_EQ(migrated(was), "");
  EXPECT_EQ(migrated(is), "migration_altered");
}

TEST_P(MigrateContract, UndoesAMigrationThatFailsHalfWay) {
  const Migration bad[] = {
      kFirst, {2, "0002_bad", "CREATE TABLE second (id BIGINT); CREATE TABLE first (id BIGINT)"}};
  EXPECT_EQ(migrated(bad), "store_statement_failed");
  const Migration good[] = {kFirst, kSecond};
  EXPECT_EQ(migrated(good), "");
}

INSTANTIATE_TEST_SUITE_P(Engines, MigrateContract, ::testing::ValuesIn(testing::engines()),
                         testing::engine_name);

}  // namespace
}  // namespace cardea::sql
