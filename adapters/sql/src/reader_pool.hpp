#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "cardea/ports/records.hpp"
#include "cardea/sql/driver.hpp"

namespace cardea::sql {

/// Reading connections, made when needed and kept: as many as threads that ever read at once. Thread-safe.
class ReaderPool {
 public:
  /// A connection on loan; it goes back when the loan ends.
  class Loan {
   public:
    Loan(ReaderPool& pool, std::unique_ptr<Connection> connection)
        : pool_{&pool}, connection_{std::move(connection)} {}
    Loan(Loan&&) = default;
    Loan& operator=(Loan&&) = delete;
    ~Loan() {
      if (connection_) pool_->give_back(std::move(connection_));
    }
    [[nodiscard]] Connection& connection() const { return *connection_; }

   private:
    ReaderPool* pool_;
    std::unique_ptr<Connection> connection_;
  };

  explicit ReaderPool(Database& database) : database_{database} {}
  [[nodiscard]] Result<Loan> borrow();
  /// What this thread reads from here on is a state of after this moment, in an open scope of
  /// Records::one_state too.
  void end_state_of_thread() const;

 private:
  void give_back(std::unique_ptr<Connection> connection);

  Database& database_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Connection>> idle_;  // guarded by mutex_
};

/// ports::Records for everybody: each call borrows a connection and sees one state.
[[nodiscard]] std::unique_ptr<ports::Records> make_pooled_records(ReaderPool& pool);

}  // namespace cardea::sql
