// Runs tests/decisions/retention.txt: each line is one test case in words.
#include "cardea/privacy/retention.hpp"

#include <fstream>
#include <sstream>

#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::privacy {
namespace {

Visit visit_of(std::string_view text) {
  const auto pieces = split(text, ':');
  Visit visit{.on = parse_date(pieces.at(1)).value()};
  visit.admitted = pieces[0] != "refused";
  visit.entry = pieces[0] == "in";
  if (pieces.size() > 2) visit.authorised_until = parse_date(pieces[2]);
  return visit;
}

std::string dues_of(const std::string& visits, bool family) {
  std::vector<Visit> parsed;
  for (const auto one : split(visits, ',')) parsed.push_back(visit_of(one));
  std::vector<std::string> dues;
  for (const Due& due : due_on(parsed, family, standard_retention()))
    dues.push_back(due.rule + ":" + to_text(due.on));
  return join(dues, ",");
}

// REQ: F-O07
TEST(Retention, IsCountedAsTheTableSays) {
  std::ifstream stream(std::string(CARDEA_SOURCE_DIR) + "/tests/decisions/retention.txt");
  int rows = 0;
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line.starts_with("#")) continue;
    std::istringstream cells(line);
    std::string visits, family, arrow, due;
    ASSERT_TRUE(cells >> visits >> family >> arrow >> due) << line;
    EXPECT_EQ(dues_of(visits, family == "yes"), due) << line;
    ++rows;
  }
  EXPECT_GT(rows, 10);
}

TEST(Retention, OfNobodyIsNothing) { EXPECT_TRUE(due_on({}, false, standard_retention()).empty()); }

TEST(RetentionSchedule, WithoutOriginOrPeriodIsRefused) {
  auto schedule = standard_retention();
  schedule.legal_source.clear();
  EXPECT_EQ(parse_retention(write_json(schedule)).error().reason, "rule_out_of_range");
  schedule = standard_retention();
  schedule.no_exit = {};
  EXPECT_EQ(parse_retention(write_json(schedule)).error().reason, "rule_out_of_range");
  EXPECT_EQ(versioned_name(standard_retention()), "retention_ees@2017-12-09");
}

}  // namespace
}  // namespace cardea::privacy
