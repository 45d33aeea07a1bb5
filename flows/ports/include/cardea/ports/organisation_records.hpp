#pragma once

#include "cardea/kernel/result.hpp"

namespace cardea::ports {

/// The unit tree, grants, workstations and proposals that wait for a second person. Reached through
/// Records::organisation; consistency, threads and failures are those of Records.
class OrganisationRecords {
 public:
  virtual ~OrganisationRecords() = default;
};

}  // namespace cardea::ports
