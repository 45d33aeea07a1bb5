#include "cardea/lists/table.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"
#include "csv.hpp"

namespace cardea::lists {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view text) {
  return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
}

Failure invalid_row(const CsvRow& row) {
  return fail(ErrorKind::malformed, "table_row_invalid", "line " + std::to_string(row.line));
}

}  // namespace

Result<std::vector<TableRow>> read_table(std::string_view text, const std::vector<std::string>& columns) {
  CsvReader reader(without_mark(text));
  CsvRow header;
  if (!reader.next(header) || !header.quotes_closed)
    return fail(ErrorKind::malformed, "table_without_header");
  for (const std::string& name : header.fields) {
    if (std::ranges::find(columns, name) == columns.end()) {
      return fail(ErrorKind::malformed, "table_column_unknown", name);
    }
  }
  std::vector<TableRow> rows;
  for (CsvRow row; reader.next(row);) {
    const bool whole = row.quotes_closed && row.fields.size() == header.fields.size();
    if (!whole || !is_valid_utf8(row.raw)) return invalid_row(row);
    TableRow read{row.line, {}};
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      if (!row.fields[i].empty()) read.cells[header.fields[i]] = row.fields[i];
    }
    rows.push_back(std::move(read));
  }
  return rows;
}

}  // namespace cardea::lists
