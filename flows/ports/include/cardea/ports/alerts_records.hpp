#pragma once

#include "cardea/kernel/result.hpp"

namespace cardea::ports {

/// Alerts of our own through their lifecycle, and the handling of hits. Reached through Records::alerts;
/// consistency, threads and failures are those of Records.
class AlertRecords {
 public:
  virtual ~AlertRecords() = default;
};

}  // namespace cardea::ports
