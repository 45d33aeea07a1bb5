#include "cardea/lists/manifest.hpp"

#include <algorithm>

#include "cardea/conveyances/words.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/watchlist/quarantine.hpp"
#include "collector.hpp"
#include "csv.hpp"

namespace cardea::lists {
namespace {

using Columns = std::vector<std::string>;

Result<Columns> columns_of(const CsvRow& header) {
  Columns columns;
  for (const std::string& field : header.fields) {
    std::string column = to_ascii_lower(trim(field));
    const bool known = conveyances::is_word_of(conveyances::kManifestColumns, column);
    if (!known || std::ranges::find(columns, column) != columns.end()) {
      return fail(ErrorKind::malformed, "manifest_column_unknown",
                  is_valid_utf8(column) ? column : std::string{});
    }
    columns.push_back(std::move(column));
  }
  if (std::ranges::find(columns, "surname") != columns.end()) return columns;
  return fail(ErrorKind::malformed, "manifest_column_missing", "surname");
}

std::string_view whole(const CsvRow& row, const Columns& columns) {
  if (!row.quotes_closed) return "unclosed_quote";
  if (row.fields.size() != columns.size()) return "column_count";
  return is_valid_utf8(row.raw) ? std::string_view{} : "not_utf8";
}

conveyances::ReadLine read_row(const CsvRow& row, const Columns& columns) {
  return conveyances::read_line(row.line, [&](std::string_view column) -> std::string_view {
    const auto found = std::ranges::find(columns, column);
    return found == columns.end() ? std::string_view{}
                                  : row.fields.at(static_cast<std::size_t>(found - columns.begin()));
  });
}

void put_aside(conveyances::ParsedManifest& manifest, const CsvRow& row, std::string_view reason) {
  auto kept = watchlist::quarantine({}, row.line, reason, row.raw);
  manifest.unread.push_back({kept.line, std::move(kept.reason), std::move(kept.raw)});
}

}  // namespace

Result<conveyances::ParsedManifest> read_manifest(std::string_view text) {
  CsvReader reader(without_bom(text));
  CsvRow row;
  if (!reader.next(row)) return fail(ErrorKind::malformed, "manifest_empty");
  const auto columns = columns_of(row);
  if (!columns) return pass_on(columns);
  conveyances::ParsedManifest manifest;
  for (std::size_t lines = 0; reader.next(row); ++lines) {
    if (lines == kManifestLinesMax) return fail(ErrorKind::malformed, "manifest_too_long");
    if (const auto reason = whole(row, *columns); !reason.empty()) {
      put_aside(manifest, row, reason);
      continue;
    }
    auto read = read_row(row, *columns);
    if (read.reason.empty())
      manifest.persons.push_back(std::move(read.person));
    else
      put_aside(manifest, row, read.reason);
  }
  if (manifest.persons.empty() && manifest.unread.empty())
    return fail(ErrorKind::malformed, "manifest_empty");
  return manifest;
}

}  // namespace cardea::lists
