#include "csv.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"

namespace cardea::lists {
namespace {

void take_plain(std::string_view& line, std::string& field) {
  const std::size_t comma = std::min(line.find(','), line.size());
  field += line.substr(0, comma);
  line.remove_prefix(comma);
}

/// Takes the field at the front of `line`, which begins with a quote; false when the quote is not closed.
/// Text between the closing quote and the comma belongs to the field.
bool take_quoted(std::string_view& line, std::string& field) {
  do {
    line.remove_prefix(1);
    const std::size_t quote = line.find('"');
    field += line.substr(0, quote);
    if (quote == std::string_view::npos) {
      line = {};
      return false;
    }
    line.remove_prefix(quote + 1);
    if (line.starts_with('"')) field += '"';
  } while (line.starts_with('"'));
  take_plain(line, field);
  return true;
}

void split_fields(CsvRow& row) {
  row.fields.clear();
  row.quotes_closed = true;
  std::string_view line = row.raw;
  for (bool more = true; more;) {
    std::string& field = row.fields.emplace_back();
    if (line.starts_with('"')) {
      row.quotes_closed = take_quoted(line, field) && row.quotes_closed;
    } else {
      take_plain(line, field);
    }
    more = !line.empty();
    if (more) line.remove_prefix(1);
  }
}

}  // namespace

bool CsvReader::next(CsvRow& row) {
  while (!rest_.empty()) {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    row.raw = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    row.line = ++line_;
    if (row.raw.ends_with('\r')) row.raw.remove_suffix(1);
    if (trim(row.raw).empty()) continue;
    split_fields(row);
    return true;
  }
  return false;
}

}  // namespace cardea::lists
