// Runs tests/decisions/paper_number.txt: each line is one test case in words.
#include "cardea/continuity/paper.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "cardea/kernel/codec.hpp"

namespace cardea::continuity {
namespace {

constexpr std::int64_t kMinute = 60;

std::string with_blanks(std::string text) {
  std::ranges::replace(text, '_', ' ');
  return text;
}

std::string make(std::istringstream& cells) {
  std::string post;
  int year = 0;
  std::int64_t count = 0;
  cells >> post >> year >> count;
  return paper_number(with_blanks(post), year, count);
}

std::string read(std::istringstream& cells) {
  std::string typed;
  cells >> typed;
  const auto number = read_paper_number(with_blanks(typed));
  return number ? *number : std::string(number.error().reason);
}

std::string delay(std::istringstream& cells) {
  std::int64_t minutes = 0;
  cells >> minutes;
  const Instant entered = *parse_instant("2026-11-23T10:00:00.000000Z");
  const auto delayed = delay_of(plus_seconds(entered, -minutes * kMinute), entered, standard_paper_rules());
  if (!delayed) return std::string(delayed.error().reason);
  return delayed->late ? "late" : "on_time";
}

// REQ: F-K01
TEST(Paper, IsNumberedAndReadAsTheTableSays) {
  std::ifstream stream(std::string(CARDEA_SOURCE_DIR) + "/tests/decisions/paper_number.txt");
  int rows = 0;
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line.starts_with("#")) continue;
    std::istringstream cells(line);
    std::string verb, arrow, expected;
    cells >> verb;
    const std::string came = verb == "make" ? make(cells) : verb == "read" ? read(cells) : delay(cells);
    ASSERT_TRUE(cells >> arrow >> expected) << line;
    EXPECT_EQ(came, expected) << line;
    ++rows;
  }
  EXPECT_GT(rows, 15);
}

TEST(PaperTexts, HaveTheSameRowsInEveryLanguage) {
  const auto& all = standard_paper_texts();
  ASSERT_EQ(all.size(), 5U);
  for (const auto& texts : all) {
    EXPECT_EQ(texts.rows, all.front().rows) << texts.language;
    for (const auto& row : texts.rows) EXPECT_TRUE(texts.texts.contains(row)) << texts.language << " " << row;
  }
  EXPECT_EQ(find_paper_texts("xx"), nullptr);
}

TEST(PaperRules, OutOfRangeAreRefused) {
  auto rules = standard_paper_rules();
  rules.at_once_max = 0;
  EXPECT_EQ(parse_paper_rules(write_json(rules)).error().reason, "rule_out_of_range");
}

}  // namespace
}  // namespace cardea::continuity
