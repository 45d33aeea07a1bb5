#pragma once

#include "cardea/kernel/result.hpp"

namespace cardea::ports {

/// Procedures, directives and certificates. Reached through Records::guidance; consistency, threads and
/// failures are those of Records.
class GuidanceRecords {
 public:
  virtual ~GuidanceRecords() = default;
};

}  // namespace cardea::ports
