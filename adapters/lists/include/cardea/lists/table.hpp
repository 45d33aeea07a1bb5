#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/result.hpp"

namespace cardea::lists {

/// One row of a table with named columns; a cell that is empty is left out.
struct TableRow {
  std::int64_t line = 0;  ///< from 1
  std::map<std::string, std::string> cells;
};

/// Reads CSV whose first line names the columns, after RFC 4180 within one line. Taken whole or not at all:
/// fails `malformed/table_without_header`, `malformed/table_column_unknown` (detail: the column),
/// `malformed/table_row_invalid` (detail: the line).
[[nodiscard]] Result<std::vector<TableRow>> read_table(std::string_view text,
                                                       const std::vector<std::string>& columns);

}  // namespace cardea::lists
