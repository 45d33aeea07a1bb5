// Runs tests/decisions/release.txt: each line is one test case in words.
#include "cardea/conveyances/release.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cardea/kernel/text.hpp"

namespace cardea::conveyances {
namespace {

OccupantFacts occupant_of(std::string_view text) {
  OccupantFacts facts;
  for (const auto word : split(text, ':')) {
    if (word == "case")
      facts.case_open = true;
    else if (word == "off")
      facts.taken_off = true;
    else if (word != "open")
      facts.outcome = std::string(word);
  }
  return facts;
}

int number_of(std::string_view text) { return static_cast<int>(parse_number(text).value()); }

std::string blocked_by(std::string_view heads, std::string_view occupants, std::string_view manifest) {
  PassageFacts facts;
  if (heads != "-") facts.head_count = number_of(heads);
  if (occupants != "-") {
    for (const auto text : split(occupants, ',')) facts.occupants.push_back(occupant_of(text));
  }
  const auto differences = split(manifest, '/');
  facts.lines_unexplained = number_of(differences.at(0));
  facts.persons_unexplained = number_of(differences.at(1));
  facts.lines_proposed = number_of(differences.at(2));
  const auto words = release_blocked_by(facts);
  return words.empty() ? "+" : join(std::vector<std::string>(words.begin(), words.end()), ",");
}

// REQ: F-B01
TEST(Release, IsAllowedAsTheTableSays) {
  std::ifstream stream(std::string(CARDEA_SOURCE_DIR) + "/tests/decisions/release.txt");
  int rows = 0;
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line.starts_with("#")) continue;
    std::istringstream cells(line);
    std::string heads, occupants, manifest, arrow, blocked;
    ASSERT_TRUE(cells >> heads >> occupants >> manifest >> arrow >> blocked) << line;
    EXPECT_EQ(blocked_by(heads, occupants, manifest), blocked) << line;
    ++rows;
  }
  EXPECT_GE(rows, 20);
}

}  // namespace
}  // namespace cardea::conveyances
