#include "cardea/screening/compare.hpp"

#include <gtest/gtest.h>

#include "list_files.hpp"

namespace cardea::screening {
namespace {

const std::string kData = std::string(CARDEA_ROOM_DIR) + "/tests/data";

TEST(CompareNames, GivesAHundredForOneNameInAnyOrder) {
  EXPECT_EQ(compare_names("Smith, John", "John Smith"), 100.0);
}
TEST(CompareNames, GivesNothingForUnrelatedNames) {
  EXPECT_LT(compare_names("Olga Petrova", "Kim Jong Un"), 30.0);
}
TEST(CompareNames, GivesNothingForAnEmptyName) { EXPECT_EQ(compare_names("", "John Smith"), 0.0); }
TEST(CompareNames, ReadsAcrossScripts) {
  EXPECT_GE(compare_names("Владимир Путин", "Vladimir Putin"), kSameNameScore);
}
TEST(CompareNames, KnowsNicknames) { EXPECT_GE(compare_names("Ted Doe", "Theodore Doe"), kSameNameScore); }
TEST(CompareNames, KnowsJoinedWords) {
  EXPECT_GE(compare_names("RamiMakhlouf", "Rami Makhlouf"), kSameNameScore);
}
TEST(CompareNames, MeetsAHanNameInItsOwnScript) { EXPECT_EQ(compare_names("金正恩", "金 正恩"), 100.0); }

struct Counts {
  int hits = 0;
  int false_hits = 0;
  int misses = 0;
  [[nodiscard]] double f1() const { return 2.0 * hits / (2.0 * hits + false_hits + misses); }
};

// REQ: F-E02
TEST(CompareNames, TellsSameFromDifferentPersonsOnTheLabelledPairs) {
  Counts counts;
  for (const auto& row : testing::csv_rows(kData + "/nk_name_bench_part.csv")) {
    if (row[1] == "Person") {
      const bool same = compare_names(row[2], row[3]) >= kSameNameScore;
      const bool truly = row[4] == "true";
      counts.hits += same && truly ? 1 : 0;
      counts.false_hits += same && !truly ? 1 : 0;
      counts.misses += !same && truly ? 1 : 0;
    }
  }
  EXPECT_GE(counts.f1(), 0.90);
}

TEST(CompareNames, IsSymmetricOnTheLabelledPairs) {
  for (const auto& row : testing::csv_rows(kData + "/nk_name_bench_part.csv")) {
    EXPECT_EQ(compare_names(row[2], row[3]), compare_names(row[3], row[2])) << row[2];
  }
}

// Han and Thai need an adapter's romanisation; the other fifteen pairs do not.
TEST(CompareNames, FindsTheCrossScriptPairsOfItsOwnTables) {
  int found = 0;
  for (const auto& row : testing::csv_rows(kData + "/watchman_cross_script_pairs.csv", 0)) {
    found += compare_names(row[0], row[1]) >= kSameNameScore ? 1 : 0;
  }
  EXPECT_GE(found, 15);
}

}  // namespace
}  // namespace cardea::screening
