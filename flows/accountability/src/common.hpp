#pragma once

#include "cardea/ports/records.hpp"

namespace cardea::accountability {

/// Fails `conflict/node_not_made`.
[[nodiscard]] Result<ports::NodeCreated> the_node(const ports::Records& records);

}  // namespace cardea::accountability
