#pragma once

#include "common.hpp"

namespace cardea::inspection {

/// Other inspections of this traveller that wait for a decision, newest first.
[[nodiscard]] Result<std::vector<AlsoOpenView>> also_open(const ports::Records& now,
                                                          const ports::InspectionOpened& opened);

}  // namespace cardea::inspection
