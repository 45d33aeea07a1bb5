#pragma once

#include <functional>
#include <optional>
#include <type_traits>

#include "cardea/sql/driver.hpp"

namespace cardea::sql {

/// Where a read runs: on the one connection whose transaction is open, or on a loan of the pool in a
/// transaction of its own. So each area of the records is written once for both.
class Reading {
 public:
  virtual ~Reading() = default;

  /// The answer of `work`, a Result; or why no connection could be had.
  template <class Work>
  [[nodiscard]] std::invoke_result_t<Work, Connection&> on(const Work& work) const {
    std::optional<std::invoke_result_t<Work, Connection&>> answer;
    const Done ran = run([&](Connection& connection) { answer.emplace(work(connection)); });
    if (!ran) return pass_on(ran);
    return *std::move(answer);
  }

 private:
  [[nodiscard]] virtual Done run(const std::function<void(Connection&)>& work) const = 0;
};

/// The caller sees to it that a transaction is open.
class ReadingOnConnection final : public Reading {
 public:
  explicit ReadingOnConnection(Connection& connection) : connection_{connection} {}

 private:
  [[nodiscard]] Done run(const std::function<void(Connection&)>& work) const override {
    work(connection_);
    return {};
  }

  Connection& connection_;
};

}  // namespace cardea::sql
