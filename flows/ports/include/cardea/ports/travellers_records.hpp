#pragma once

#include "cardea/kernel/result.hpp"

namespace cardea::ports {

/// Persons over their documents: links, permits, stays, overstays. Reached through Records::travellers;
/// consistency, threads and failures are those of Records.
class TravellerRecords {
 public:
  virtual ~TravellerRecords() = default;
};

}  // namespace cardea::ports
