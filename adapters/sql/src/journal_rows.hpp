#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/journal/entry.hpp"
#include "cardea/sql/driver.hpp"

namespace cardea::sql {

/// Id of the node whose journal this store writes; nothing before `node.created`.
[[nodiscard]] Result<std::optional<std::string>> own_origin(Connection& connection);
[[nodiscard]] Done set_own_origin(Connection& connection, std::string_view origin);

/// The end of the store's own chain.
[[nodiscard]] Result<journal::Head> read_head(Connection& connection);
/// Of the store's own chain, in order.
[[nodiscard]] Result<std::vector<journal::Entry>> read_entries_after(Connection& connection,
                                                                     std::int64_t sequence, int limit);
[[nodiscard]] Done insert_entry(Connection& connection, const journal::Entry& entry);

}  // namespace cardea::sql
