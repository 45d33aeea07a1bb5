#pragma once

#include <functional>

#include "cardea/ports/operations_records.hpp"
#include "cardea/ports/records.hpp"

namespace cardea::reporting {

/// Every crossing decided in [from, to), page by page, so that a year does not stand in memory.
[[nodiscard]] Done for_each_decided(const ports::Records& records, Date from, Date to,
                                    const std::function<void(const ports::DecidedRow&)>& visit);

/// Decided on paper while nothing else worked, and entered later.
[[nodiscard]] bool is_from_paper(const ports::DecidedRow& row);

}  // namespace cardea::reporting
