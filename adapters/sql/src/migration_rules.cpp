#include <algorithm>
#include <array>

#include "cardea/kernel/text.hpp"
#include "cardea/sql/migration.hpp"

namespace cardea::sql {
namespace {

enum class Block : std::uint8_t { both, sqlite, postgres };
enum class Allowed : std::uint8_t { nowhere, sqlite_block, postgres_block };

struct BannedWord {
  std::string_view word;
  Allowed allowed;
};

// docs/reference/sql-rules.md, as data: each was tried on both engines and means two things, or nothing on
// one.
constexpr auto kBannedWords = std::to_array<BannedWord>({
    {"LIKE", Allowed::nowhere},         {"ILIKE", Allowed::nowhere},
    {"GLOB", Allowed::nowhere},         {"REGEXP", Allowed::nowhere},
    {"SIMILAR", Allowed::nowhere},      {"GROUP_CONCAT", Allowed::nowhere},
    {"STRING_AGG", Allowed::nowhere},   {"GREATEST", Allowed::nowhere},
    {"LEAST", Allowed::nowhere},        {"ANY", Allowed::nowhere},
    {"COLLATE", Allowed::nowhere},      {"AUTOINCREMENT", Allowed::nowhere},
    {"SERIAL", Allowed::nowhere},       {"BIGSERIAL", Allowed::nowhere},
    {"JSON_EACH", Allowed::nowhere},    {"JSONB_ARRAY_ELEMENTS", Allowed::nowhere},
    {"DATETIME", Allowed::nowhere},     {"STRFTIME", Allowed::nowhere},
    {"NOW", Allowed::nowhere},          {"CURRENT_TIMESTAMP", Allowed::nowhere},
    {"TIMESTAMP", Allowed::nowhere},    {"TIMESTAMPTZ", Allowed::nowhere},
    {"VARCHAR", Allowed::nowhere},      {"NUMERIC", Allowed::nowhere},
    {"REAL", Allowed::nowhere},         {"INT", Allowed::nowhere},
    {"INTEGER", Allowed::sqlite_block}, {"BLOB", Allowed::sqlite_block},
    {"VIRTUAL", Allowed::sqlite_block}, {"PRAGMA", Allowed::sqlite_block},
    {"WITHOUT", Allowed::sqlite_block}, {"JSONB", Allowed::postgres_block},
    {"JSON", Allowed::postgres_block},  {"UUID", Allowed::postgres_block},
    {"BYTEA", Allowed::postgres_block}, {"PARTITION", Allowed::postgres_block},
    {"CONCURRENTLY", Allowed::nowhere}, {"BEGIN", Allowed::nowhere},
    {"COMMIT", Allowed::nowhere},
});

struct BannedPair {
  std::string_view first;
  std::string_view second;
  Allowed allowed;
};

constexpr auto kBannedPairs = std::to_array<BannedPair>({
    {"ADD", "CONSTRAINT", Allowed::postgres_block},
    {"ALTER", "TYPE", Allowed::postgres_block},
    {"FOR", "UPDATE", Allowed::postgres_block},
    {"INSERT", "OR", Allowed::nowhere},
});

struct Token {
  std::string text;  ///< upper-case word, or one character
  int line = 0;
  Block block = Block::both;
};

bool is_word(char c) { return is_ascii_alnum(c) || c == '_'; }

/// Words and single characters; comments vanish, a quoted text becomes one `'`. A template token {{X}}
/// vanishes too.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_{text} {}

  std::vector<Token> all() {
    while (at_ < text_.size()) take();
    return std::move(tokens_);
  }

 private:
  void take() {
    const char c = text_[at_];
    if (c == '\n') ++line_;
    if (text_.substr(at_, 2) == "--") return take_comment();
    if (text_.substr(at_, 2) == "{{") return skip_token();
    if (c == '\'') return take_quoted();
    if (is_word(c)) return take_word();
    if (!is_ascii_space(c)) add(std::string(1, c));
    ++at_;
  }

  void take_comment() {
    const auto end = std::min(text_.find('\n', at_), text_.size());
    const auto comment = trim(text_.substr(at_, end - at_));
    if (comment == "-- @sqlite") block_ = Block::sqlite;
    if (comment == "-- @postgres") block_ = Block::postgres;
    if (comment == "-- @end") block_ = Block::both;
    at_ = end;
  }

  void take_quoted() {
    add("'");
    const auto end = std::min(text_.find('\'', at_ + 1), text_.size());
    line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                         text_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    at_ = end + 1;
  }

  void take_word() {
    const auto start = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    add(to_ascii_upper(text_.substr(start, at_ - start)));
  }

  void skip_token() {
    const auto end = text_.find("}}", at_);
    at_ = end == std::string_view::npos ? text_.size() : end + 2;
  }

  void add(std::string text) { tokens_.push_back({std::move(text), line_, block_}); }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  Block block_ = Block::both;
  std::vector<Token> tokens_;
};

bool permits(Allowed allowed, Block block) {
  switch (allowed) {
    case Allowed::nowhere:
      return false;
    case Allowed::sqlite_block:
      return block == Block::sqlite;
    case Allowed::postgres_block:
      return block == Block::postgres;
  }
  __builtin_unreachable();
}

using Tokens = std::span<const Token>;

void check_words(Tokens tokens, std::vector<RuleBreak>& breaks) {
  for (const auto& token : tokens) {
    for (const auto& banned : kBannedWords) {
      if (token.text == banned.word && !permits(banned.allowed, token.block))
        breaks.push_back({token.line, token.text});
    }
  }
}

void check_pairs(Tokens tokens, std::vector<RuleBreak>& breaks) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    for (const auto& banned : kBannedPairs) {
      if (tokens[i].text == banned.first && tokens[i + 1].text == banned.second &&
          !permits(banned.allowed, tokens[i].block)) {
        breaks.push_back({tokens[i].line, tokens[i].text + " " + tokens[i + 1].text});
      }
    }
    // x'00ff' is bytes on one engine and a bit string on the other.
    if (tokens[i].text == "X" && tokens[i + 1].text == "'") breaks.push_back({tokens[i].line, "X'"});
  }
}

/// True when the parenthesis that opens at `open` holds a comma of its own.
bool has_two_arguments(Tokens tokens, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < tokens.size(); ++i) {
    if (tokens[i].text == "(") ++depth;
    if (tokens[i].text == ")" && --depth == 0) return false;
    if (tokens[i].text == "," && depth == 1) return true;
  }
  return false;
}

/// max(a, b) is a scalar function on one engine only.
void check_scalar_max(Tokens tokens, std::vector<RuleBreak>& breaks) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const bool named = tokens[i].text == "MAX" || tokens[i].text == "MIN";
    if (named && tokens[i + 1].text == "(" && has_two_arguments(tokens, i + 1)) {
      breaks.push_back({tokens[i].line, tokens[i].text + "(a, b)"});
    }
  }
}

bool has(Tokens statement, std::string_view first, std::string_view second) {
  return std::ranges::adjacent_find(statement, [&](const Token& a, const Token& b) {
           return a.text == first && b.text == second;
         }) != statement.end();
}

/// One engine takes the ON of ON CONFLICT for a join unless a WHERE stands before it.
void check_insert_select(Tokens statement, std::vector<RuleBreak>& breaks) {
  const auto is = [](std::string_view word) {
    return [word](const Token& token) { return token.text == word; };
  };
  if (statement.empty() || statement.front().text != "INSERT" || !has(statement, "ON", "CONFLICT")) return;
  if (std::ranges::none_of(statement, is("VALUES")) && std::ranges::any_of(statement, is("SELECT")) &&
      !has(statement, "WHERE", "TRUE")) {
    breaks.push_back({statement.front().line, "INSERT SELECT ON CONFLICT"});
  }
}

void check_statements(Tokens tokens, std::vector<RuleBreak>& breaks) {
  while (!tokens.empty()) {
    const auto end = std::ranges::find(tokens, ";", &Token::text);
    const auto length = static_cast<std::size_t>(end - tokens.begin());
    check_insert_select(tokens.first(length), breaks);
    tokens = tokens.subspan(std::min(length + 1, tokens.size()));
  }
}

}  // namespace

std::vector<RuleBreak> check_sql_rules(std::string_view text) {
  const auto tokens = Scanner{text}.all();
  std::vector<RuleBreak> breaks;
  check_words(tokens, breaks);
  check_pairs(tokens, breaks);
  check_scalar_max(tokens, breaks);
  check_statements(tokens, breaks);
  std::ranges::stable_sort(breaks, {}, &RuleBreak::line);
  return breaks;
}

}  // namespace cardea::sql
