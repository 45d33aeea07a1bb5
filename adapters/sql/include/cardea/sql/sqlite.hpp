#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cardea/sql/driver.hpp"

namespace cardea::sql {

struct SqliteOptions {
  std::string path;            ///< a file
  bool create = false;         ///< make the file when it is not there; else `not_found/store_missing`
  int busy_timeout_ms = 5000;  ///< how long to wait for another process that writes
  std::optional<std::int64_t> pages_max = {};  ///< limits the file, in pages of 4 KiB: full beyond it
  Fault fault = {};                            ///< tests only; must be thread-safe
};

/// A SQLite database: write-ahead log, flushed to disk at each commit (synchronous=FULL), foreign keys on.
/// A reading connection cannot write.
[[nodiscard]] Result<std::unique_ptr<Database>> open_sqlite(SqliteOptions options);

}  // namespace cardea::sql
