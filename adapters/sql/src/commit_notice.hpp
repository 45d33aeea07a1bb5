#pragma once

#include <cstdint>
#include <functional>
#include <mutex>

namespace cardea::sql {

/// Tells an observer which entries have become durable: each once, in order, whoever notices first.
/// Thread-safe.
class CommitNotice {
 public:
  using Observer = std::function<void(std::int64_t first, std::int64_t last)>;

  explicit CommitNotice(std::int64_t head) : told_{head} {}

  void set(Observer observer) {
    const std::scoped_lock lock{mutex_};
    observer_ = std::move(observer);
  }

  void seen(std::int64_t head) {
    const std::scoped_lock lock{mutex_};
    if (head <= told_) return;
    if (observer_) observer_(told_ + 1, head);
    told_ = head;
  }

 private:
  std::mutex mutex_;  // also keeps two observations from overtaking one another
  std::int64_t told_;
  Observer observer_;
};

}  // namespace cardea::sql
