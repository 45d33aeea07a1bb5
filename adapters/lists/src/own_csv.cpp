#include <algorithm>

#include "cardea/kernel/text.hpp"
#include "collector.hpp"
#include "csv.hpp"
#include "own_columns.hpp"

namespace cardea::lists {
namespace {

constexpr std::string_view kMark = "# cardea-list";
constexpr std::int64_t kRowsBetweenReports = 1024;

/// What the first line of the file says: `# cardea-list source=own version=2026-11-20 rows=12`.
struct Declaration {
  std::string source{watchlist::kOwnSource};
  std::string version;
  std::int64_t rows = -1;
};

/// The names of published lists: a file of our own must not replace one.
bool is_taken(std::string_view source) {
  return source == "ofac_sdn" || source == "un_consolidated" || source == "eu_fsf";
}

bool is_word(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return is_ascii_lower(c) || is_ascii_digit(c) || c == '_'; });
}

bool take_setting(std::string_view setting, Declaration& declaration) {
  const std::size_t equals = setting.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view key = setting.substr(0, equals);
  const std::string_view value = setting.substr(equals + 1);
  if (key == "source") declaration.source = value;
  if (key == "version") declaration.version = value;
  if (key == "rows") declaration.rows = parse_number(value).value_or(-1);
  return key == "source" || key == "version" || key == "rows";
}

std::optional<Declaration> parse_declaration(std::string_view line) {
  if (!line.starts_with(kMark)) return std::nullopt;
  Declaration declaration;
  for (const auto setting : split(trim(line.substr(kMark.size())), ' ')) {
    if (!setting.empty() && !take_setting(setting, declaration)) return std::nullopt;
  }
  const bool usable = is_word(declaration.source) && !is_taken(declaration.source) && declaration.rows >= 0;
  return usable ? std::optional(std::move(declaration)) : std::nullopt;
}

Failure wrong_format(std::string detail) {
  return fail(ErrorKind::malformed, "list_wrong_format", std::move(detail));
}

Result<std::vector<TakeField>> parse_columns(const CsvRow& row) {
  std::vector<TakeField> columns;
  std::size_t required = 0;
  for (const auto& name : row.fields) {
    const TakeField take = find_own_column(trim(name));
    if (take == nullptr) return wrong_format("unknown column");
    if (std::ranges::find(columns, take) != columns.end()) return wrong_format("column twice");
    if (is_required_own_column(trim(name))) ++required;
    columns.push_back(take);
  }
  if (required != kRequiredOwnColumns) return wrong_format("column missing");
  return columns;
}

class OwnReader {
 public:
  OwnReader(std::string_view text, Declaration declaration, const Progress& progress)
      : size_{text.size()},
        reader_{text},
        progress_{progress},
        declaration_{std::move(declaration)},
        collector_{declaration_.source, declaration_.source + ".csv"} {}

  Result<ParsedList> run() {
    CsvRow row;
    const bool headed = reader_.next(row) && reader_.next(row);  // the declaration, then the columns
    if (!headed) return fail(ErrorKind::malformed, declaration_.rows == 0 ? "list_empty" : "list_truncated");
    auto columns = parse_columns(row);
    if (!columns) return pass_on(columns);
    columns_ = std::move(*columns);
    std::int64_t rows = 0;
    for (; reader_.next(row); ++rows) {
      take_row(row);
      if (rows % kRowsBetweenReports == 0) report();
    }
    report();
    return finish(rows);
  }

 private:
  void report() const {
    if (progress_) progress_(reader_.bytes_read(), size_);
  }

  void take_row(const CsvRow& row) {
    if (!row.quotes_closed) return collector_.reject(row.line, "unclosed_quote", row.raw);
    if (row.fields.size() != columns_.size()) return collector_.reject(row.line, "column_count", row.raw);
    if (!is_valid_utf8(row.raw)) return collector_.reject(row.line, "not_utf8", row.raw);
    watchlist::Alert alert;
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      const std::string_view reason = columns_[at](row.fields[at], alert);
      if (!reason.empty()) return collector_.reject(row.line, reason, row.raw);
    }
    alert.source = declaration_.source;
    collector_.take(std::move(alert), row.line, row.raw);
  }

  Result<ParsedList> finish(std::int64_t rows) {
    const std::string counts = std::to_string(rows) + " of " + std::to_string(declaration_.rows);
    if (rows < declaration_.rows) return fail(ErrorKind::malformed, "list_truncated", counts);
    if (rows > declaration_.rows) return fail(ErrorKind::malformed, "list_row_count", counts);
    return collector_.finish(declaration_.version);
  }

  std::size_t size_;
  CsvReader reader_;
  const Progress& progress_;
  Declaration declaration_;
  Collector collector_;
  std::vector<TakeField> columns_;
};

}  // namespace

Result<ParsedList> read_own_csv(std::string_view text, const Progress& progress) {
  if (const Done is_text = check_is_text(text); !is_text) return pass_on(is_text);
  text = without_bom(text);
  auto declaration = parse_declaration(trim(text.substr(0, text.find('\n'))));
  if (!declaration) return wrong_format("first line");
  return OwnReader(text, std::move(*declaration), progress).run();
}

}  // namespace cardea::lists
