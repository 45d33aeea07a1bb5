#pragma once

#include "cardea/kernel/result.hpp"

namespace cardea::ports {

/// Cases of the second line and refusals of entry. Reached through Records::cases; consistency, threads and
/// failures are those of Records.
class CaseRecords {
 public:
  virtual ~CaseRecords() = default;
};

}  // namespace cardea::ports
