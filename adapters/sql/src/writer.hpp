#pragma once

#include <semaphore.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "commit_notice.hpp"
#include "piece.hpp"

namespace cardea::sql {

/// Says once, to the one thread that waits, that something is done. A commit takes longer than any spinning
/// pays for, which is what std::binary_semaphore does first.
class Signal {
 public:
  Signal() { ::sem_init(&semaphore_, 0, 0); }
  Signal(const Signal&) = delete;
  Signal& operator=(const Signal&) = delete;
  ~Signal() { ::sem_destroy(&semaphore_); }

  void give() { ::sem_post(&semaphore_); }
  void wait() {
    while (::sem_wait(&semaphore_) != 0) {
      // A signal handler ran: the wait goes on.
    }
  }

 private:
  ::sem_t semaphore_{};
};

/// The writer's thread and its queue. What store.hpp says about `record` is kept here.
class Writer {
 public:
  Writer(std::unique_ptr<Connection> connection, const Clock& clock, ports::RandomSource& random,
         CommitNotice& notice);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  [[nodiscard]] Result<ports::Receipt> record(const ports::Work& work);
  void touch(SessionId id, Instant at);
  [[nodiscard]] bool healthy() const { return healthy_.load(std::memory_order_acquire); }
  void stop();

 private:
  /// Lives on the stack of the thread that waits for it.
  struct Job {
    const ports::Work* work;
    Result<ports::Receipt> result;
    Signal answered;
  };
  using Group = std::vector<Job*>;
  using Touches = std::map<SessionId, Instant>;

  void run();
  bool take(Group& group, Touches& touches);
  void commit(const Group& group, const Touches& touches);
  Result<journal::Head> write(const Group& group, const Touches& touches);
  Done write_jobs(const Group& group, Chain& chain);
  Done write_job(Job& job, Chain& chain);
  Done write_touches(const Touches& touches);
  void refuse_all(const Group& group, const Error& error);

  std::unique_ptr<Connection> connection_;  // the writer's thread only
  PieceTools tools_;                        // the writer's thread only
  CommitNotice& notice_;
  std::atomic<bool> healthy_{true};
  std::mutex mutex_;
  std::condition_variable waiting_;
  std::deque<Job*> queue_;        // guarded by mutex_
  Touches touches_;               // guarded by mutex_
  bool stopping_ = false;         // guarded by mutex_
  std::optional<Error> latched_;  // the writer's thread only
  std::thread thread_;            // last: starts when all else is there
};

}  // namespace cardea::sql
