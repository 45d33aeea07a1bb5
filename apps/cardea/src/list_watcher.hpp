#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "cardea/http/log.hpp"
#include "cardea/kernel/clock.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/ports/screening_index.hpp"

namespace cardea::app {

/// Keeps the screening index in step with the lists in force: loads a snapshot at start and again whenever a
/// list version or an alert of our own was recorded, by this process or another, and with each new day.
/// Searches go on with the old snapshot meanwhile. One thread.
class ListWatcher {
 public:
  /// All are borrowed and must outlive the watcher.
  ListWatcher(const ports::Records& records, ports::ScreeningIndex& index, const Clock& clock,
              http::Log& log);
  ~ListWatcher();
  ListWatcher(const ListWatcher&) = delete;
  ListWatcher& operator=(const ListWatcher&) = delete;

  /// Loads now when the lists in force are not those of the snapshot. Returns when the new one is published.
  Done refresh();
  /// Something was recorded: look soon, on the watcher's thread. Returns at once.
  void notify();

 private:
  void run();

  const ports::Records& records_;
  ports::ScreeningIndex& index_;
  const Clock& clock_;
  http::Log& log_;
  std::mutex refreshing_;            // one load at a time; guards loaded_
  std::vector<std::string> loaded_;  // source and digest of each list in the snapshot
  std::mutex mutex_;                 // guards what follows
  std::condition_variable woken_;
  bool pending_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace cardea::app
