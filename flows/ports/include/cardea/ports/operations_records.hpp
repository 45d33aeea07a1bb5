#pragma once

#include "cardea/kernel/result.hpp"

namespace cardea::ports {

/// Lanes, sources, levels of degradation, drills and the figures of the day. Reached through
/// Records::operations; consistency, threads and failures are those of Records.
class OperationsRecords {
 public:
  virtual ~OperationsRecords() = default;
};

}  // namespace cardea::ports
