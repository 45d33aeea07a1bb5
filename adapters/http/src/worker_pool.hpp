#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace cardea::http {

/// Threads that run handlers. The queue is bounded: work beyond it is refused, so that a flood costs an
/// answer of 503 and not the memory of the node. Thread-safe.
class WorkerPool {
 public:
  WorkerPool(std::size_t workers, std::size_t queue_max);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False when the queue is full or the pool has stopped. `job` must not throw.
  [[nodiscard]] bool try_post(std::function<void()> job);
  [[nodiscard]] std::size_t waiting() const;
  /// Finishes what was taken, then joins. May be called more than once.
  void stop();

 private:
  void run();

  const std::size_t queue_max_;
  mutable std::mutex mutex_;
  std::condition_variable filled_;
  std::deque<std::function<void()>> queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace cardea::http
