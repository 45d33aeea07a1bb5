#pragma once

#include <span>
#include <string_view>

#include "cardea/journal/entry.hpp"
#include "cardea/kernel/json.hpp"
#include "cardea/kernel/result.hpp"
#include "cardea/sql/driver.hpp"

namespace cardea::sql {

/// Applies one journal entry to the tables. The writer and the rebuild both come through here, so what the
/// tables hold is a function of the journal alone: no clock, no randomness, no other state. `payload` is the
/// entry's, parsed.
///
/// Fails `broken/entry_unreadable` when the payload is not that of its type (ports/entries.hpp) or the type
/// is unknown, `broken/entry_without_subject` when it changes something that is not there; else with the
/// error of the database.
[[nodiscard]] Done project(Connection& connection, const journal::Entry& entry, const json::value& payload);

/// A table that project() fills.
struct ProjectedTable {
  std::string_view name;
  std::string_view key;           ///< columns that give the order
  std::string_view columns;       ///< the others, in a form that reads alike on both engines
  std::string_view json_columns;  ///< compared by meaning: engines keep the text differently
};

/// Parents before children.
[[nodiscard]] std::span<const ProjectedTable> projected_tables();

}  // namespace cardea::sql
