#include <optional>

#include "cardea/kernel/text.hpp"
#include "cardea/sql/migration.hpp"

namespace cardea::sql {
namespace {

struct TypeToken {
  std::string_view token;
  std::string_view sqlite;
  std::string_view postgres;
};

constexpr TypeToken kTokens[] = {
    {"UUID", "TEXT", "uuid"},
    {"JSON", "TEXT", "jsonb"},
    {"BLOB", "BLOB", "bytea"},
    {"TS", "INTEGER", "BIGINT"},
};

std::optional<std::string_view> type_for(std::string_view token, Dialect dialect) {
  for (const auto& known : kTokens) {
    if (known.token == token) return dialect == Dialect::sqlite ? known.sqlite : known.postgres;
  }
  return std::nullopt;
}

Failure at_line(std::string_view reason, int line) {
  return fail(ErrorKind::malformed, reason, "line " + std::to_string(line));
}

Done render_line(std::string_view line, int number, Dialect dialect, std::string& out) {
  for (;;) {
    const auto open = line.find("{{");
    out += line.substr(0, open);
    if (open == std::string_view::npos) return {};
    const auto close = line.find("}}", open);
    if (close == std::string_view::npos) return at_line("migration_unknown_token", number);
    const auto type = type_for(line.substr(open + 2, close - open - 2), dialect);
    if (!type) return at_line("migration_unknown_token", number);
    out += *type;
    line.remove_prefix(close + 2);
  }
}

/// Which engines the lines that follow are for.
class Blocks {
 public:
  /// True when the line is a marker.
  Result<bool> take(std::string_view line, int number) {
    const auto marker = trim(line);
    if (!marker.starts_with("-- @")) return false;
    const auto word = marker.substr(4);
    const bool opens = word == "sqlite" || word == "postgres";
    if (opens == open_ || (!opens && word != "end")) return at_line("migration_bad_block", number);
    open_ = opens;
    if (opens) only_ = word == "sqlite" ? Dialect::sqlite : Dialect::postgres;
    return true;
  }
  bool holds_for(Dialect dialect) const { return !open_ || only_ == dialect; }
  bool open() const { return open_; }

 private:
  bool open_ = false;
  Dialect only_ = Dialect::sqlite;  // while open_
};

}  // namespace

Result<std::string> render(std::string_view text, Dialect dialect) {
  std::string out;
  Blocks blocks;
  int number = 0;
  for (const auto line : split(text, '\n')) {
    ++number;
    auto marker = blocks.take(line, number);
    if (!marker) return pass_on(marker);
    if (*marker || !blocks.holds_for(dialect)) continue;
    if (auto done = render_line(line, number, dialect, out); !done) return pass_on(done);
    out += '\n';
  }
  if (blocks.open()) return at_line("migration_bad_block", number);
  return out;
}

}  // namespace cardea::sql
