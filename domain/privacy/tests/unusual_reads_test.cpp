// Runs tests/decisions/unusual_reads.txt: each line is one test case in words.
#include "cardea/privacy/unusual_reads.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::privacy {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kColumns = 12;  // "=>" is one of them

std::string blank(std::string cell) {
  if (cell == "-") return {};
  std::ranges::replace(cell, '_', ' ');
  return cell;
}

int minute(const std::string& text) { return std::stoi(text.substr(0, 2)) * 60 + std::stoi(text.substr(3)); }

ReadFacts facts_of(const Words& words) {
  ReadFacts facts;
  facts.officer_name = blank(words[0]);
  if (words[1] != "-") facts.person = people::PersonName{blank(words[1]), blank(words[2]), false};
  facts.what = words[3];
  facts.own_work = words[4] == "own";
  facts.inspected = words[5] == "yes";
  if (words[6] != "?") facts.lane = blank(words[6]);
  facts.subjects = std::stoi(words[7]);
  facts.same_person = std::stoi(words[8]);
  facts.minute_of_day = minute(words[9]);
  return facts;
}

std::string flags_of(const ReadFacts& facts) {
  auto rules = standard_unusual_reads();
  rules.hours_from = "06:00";
  rules.hours_until = "22:00";
  Words flags;
  for (const auto flag : judge(facts, rules)) flags.emplace_back(name(flag));
  return flags.empty() ? "-" : join(flags, ",");
}

// REQ: F-Q04
TEST(UnusualReads, AreJudgedAsTheTableSays) {
  std::ifstream stream(std::string(CARDEA_SOURCE_DIR) + "/tests/decisions/unusual_reads.txt");
  int rows = 0;
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line.starts_with("#")) continue;
    std::istringstream cells(line);
    Words words;
    for (std::string word; cells >> word;) words.push_back(word);
    ASSERT_EQ(words.size(), kColumns) << line;
    EXPECT_EQ(flags_of(facts_of(words)), words.back()) << line;
    ++rows;
  }
  EXPECT_GT(rows, 20);
}

TEST(UnusualReads, HoursMaySpanMidnight) {
  auto rules = standard_unusual_reads();
  rules.hours_from = "22:00";
  rules.hours_until = "06:00";
  ReadFacts facts;
  facts.minute_of_day = 23 * 60;
  EXPECT_TRUE(judge(facts, rules).empty());
  facts.minute_of_day = 12 * 60;
  EXPECT_EQ(judge(facts, rules), std::vector{ReadFlag::outside_hours});
}

TEST(UnusualReads, ARuleWithoutOriginOrThresholdIsRefused) {
  auto rules = standard_unusual_reads();
  rules.edition.clear();
  EXPECT_EQ(parse_unusual_reads(write_json(rules)).error().reason, "rule_out_of_range");
  rules = standard_unusual_reads();
  rules.bulk_minutes = 0;
  EXPECT_EQ(parse_unusual_reads(write_json(rules)).error().reason, "rule_out_of_range");
  rules = standard_unusual_reads();
  rules.hours_until = "25:00";
  EXPECT_EQ(parse_unusual_reads(write_json(rules)).error().reason, "rule_out_of_range");
}

TEST(ReadFlags, ReadBackFromTheirWords) {
  for (const auto word : kReadFlagWords) {
    ReadFlag flag{};
    ASSERT_TRUE(parse(word, flag));
    EXPECT_EQ(name(flag), word);
  }
  ReadFlag flag{};
  EXPECT_FALSE(parse("suspicious", flag));
}

}  // namespace
}  // namespace cardea::privacy
