#pragma once

#include <mutex>
#include <optional>

#include "cardea/sql/store.hpp"

namespace cardea::app {

/// The state of the journal's chain, read anew at most once a minute: reading costs seconds when the journal
/// is long, and a page that stands open asks again and again. Thread-safe; one thread reads, others wait.
class ChainWatch {
 public:
  ChainWatch(const sql::Store& store, const Clock& clock) : store_{store}, clock_{clock} {}

  [[nodiscard]] Result<ports::ChainState> state();

 private:
  const sql::Store& store_;
  const Clock& clock_;
  std::mutex mutex_;
  std::optional<ports::ChainState> last_;  // guarded by mutex_
};

}  // namespace cardea::app
