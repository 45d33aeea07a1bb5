#pragma once

#include "cardea/kernel/result.hpp"

namespace cardea::ports {

/// Who read what, requests of data subjects, holds and erasures. Reached through Records::accountability;
/// consistency, threads and failures are those of Records.
class AccountabilityRecords {
 public:
  virtual ~AccountabilityRecords() = default;
};

}  // namespace cardea::ports
