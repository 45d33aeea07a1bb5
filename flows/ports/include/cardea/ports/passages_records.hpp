#pragma once

#include "cardea/kernel/result.hpp"

namespace cardea::ports {

/// Passages with their vehicles, occupants and groups, and relaxations of checks. Reached through
/// Records::passages; consistency, threads and failures are those of Records.
class PassageRecords {
 public:
  virtual ~PassageRecords() = default;
};

}  // namespace cardea::ports
