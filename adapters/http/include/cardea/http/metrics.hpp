#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace cardea::http {

/// What the server counts, in the Prometheus text format. No label holds an id, a name or a query: requests
/// are counted by the pattern of their route. Thread-safe.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  void count_request(std::string_view method, std::string_view route, int status,
                     std::chrono::microseconds took);
  void count_commit(std::chrono::microseconds took, bool succeeded);
  void count_refused_connection();
  /// Work that waits for a worker, and work that was refused because the queue was full.
  void set_queue(std::size_t waiting);
  void count_queue_full();
  void add_connections(int by);
  void add_streams(int by);
  void count_slow_stream();

  /// Prometheus text format 0.0.4.
  [[nodiscard]] std::string text() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cardea::http
