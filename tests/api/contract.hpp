#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "http_client.hpp"

namespace cardea::test {

/// api/openapi.yaml, and what of it has been seen at work.
class Contract {
 public:
  Contract();
  ~Contract();
  Contract(const Contract&) = delete;
  Contract& operator=(const Contract&) = delete;

  /// Every operation, as "GET /api/v1/node".
  [[nodiscard]] std::set<std::string> operations() const;
  /// Every operation with each status it names, as "GET /api/v1/node 200". `default` is not one.
  [[nodiscard]] std::set<std::string> answers() const;
  /// Operations that take a session and answer 401 without one.
  [[nodiscard]] std::set<std::string> answers_with(int status) const;

  /// The `x-action` of an operation: a word of access::Action, `session` or `public`; empty when it has none.
  [[nodiscard]] std::string action_of(const std::string& operation) const;
  /// A body that an operation takes as far as its schema goes; empty when it takes none.
  [[nodiscard]] std::string sample_body(const std::string& operation) const;
  /// The path with something in the place of each {name}, and the query parameters that must be there.
  [[nodiscard]] std::string sample_target(const std::string& operation) const;

  /// What is wrong with an answer to an operation; empty when it keeps the contract. Remembers that it was
  /// seen.
  [[nodiscard]] std::string judge(const std::string& operation, const Answer& answer);
  [[nodiscard]] std::set<std::string> not_seen() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cardea::test
