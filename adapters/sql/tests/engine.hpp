#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "support.hpp"

namespace cardea::sql::testing {

/// An empty database of one engine, for one test.
class TestDatabase {
 public:
  virtual ~TestDatabase() = default;
  /// Can be called again: the same database, opened anew.
  [[nodiscard]] virtual std::unique_ptr<Database> open(Fault fault = {},
                                                       std::optional<std::int64_t> pages_max = {}) = 0;
};

/// The contract suites run once for each engine.
struct Engine {
  std::string name;
  std::function<std::unique_ptr<TestDatabase>()> make;
  friend std::ostream& operator<<(std::ostream& out, const Engine& engine) { return out << engine.name; }
};

class SqliteTestDatabase final : public TestDatabase {
 public:
  std::unique_ptr<Database> open(Fault fault, std::optional<std::int64_t> pages_max) override {
    auto opened = open_sqlite({.path = folder_.file("store.db"),
                               .create = true,
                               .busy_timeout_ms = 50,
                               .pages_max = pages_max,
                               .fault = std::move(fault)});
    return opened ? std::move(*opened) : nullptr;
  }

 private:
  TemporaryFolder folder_;
};

[[nodiscard]] inline std::vector<Engine> engines() {
  return {{"sqlite", [] { return std::make_unique<SqliteTestDatabase>(); }}};
}

[[nodiscard]] inline std::string engine_name(const ::testing::TestParamInfo<Engine>& info) {
  return info.param.name;
}

/// A store with a node, on one engine.
class StoreContract : public ::testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    database_ = GetParam().make();
    store_ = reopen(OpenMode::create);
    ASSERT_NE(store_, nullptr);
    ASSERT_TRUE(record({node_created()}));
  }

  std::unique_ptr<Store> reopen(OpenMode mode = OpenMode::existing, Fault fault = {},
                                std::optional<std::int64_t> pages_max = {}) {
    store_.reset();
    auto opened = Store::open(database_->open(std::move(fault), pages_max), mode, clock_, random_);
    return opened ? std::move(*opened) : nullptr;
  }

  Result<ports::Receipt> record(std::vector<journal::Draft> drafts) {
    return store_->record(drafting(std::move(drafts)));
  }
  std::unique_ptr<Connection> connect(Access access = Access::write) {
    auto connected = database_->open()->connect(access);
    return connected ? std::move(*connected) : nullptr;
  }

  ManualClock clock_{kStart};
  CountingRandom random_;
  std::unique_ptr<TestDatabase> database_;
  std::unique_ptr<Store> store_;
};

/// A number that a query gives.
[[nodiscard]] inline std::int64_t number_of(Connection& connection, std::string_view sql) {
  std::int64_t number = -1;
  std::ignore = connection.each(sql, {}, [&](const Row& row) {
    number = row.integer(0);
    return false;
  });
  return number;
}

}  // namespace cardea::sql::testing
