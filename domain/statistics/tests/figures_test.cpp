#include "cardea/statistics/figures.hpp"

#include <gmock/gmock.h>

namespace cardea::statistics {
namespace {

using testing::ElementsAre;

std::string shown(const Counts& counts) {
  std::string text;
  for (const Figure& figure : suppressed(counts)) {
    text += figure.word + (figure.count ? std::to_string(*figure.count) : std::string("?")) + " ";
  }
  return text;
}

// REQ: F-O05
TEST(Figures, HideCellsThatCouldPointAtAPerson) {
  EXPECT_EQ(shown({{"a", 4}, {"b", 1}, {"c", 5}}), "a? b? c5 ");
}

// REQ: F-O05
TEST(Figures, HideASecondCellWhenTheTotalWouldGiveTheFirstAway) {
  EXPECT_EQ(shown({{"a", 3}, {"b", 9}, {"c", 7}, {"d", 0}}), "a? b9 c? d0 ");
}

TEST(Figures, ShowZeroAndLargeCells) { EXPECT_EQ(shown({{"a", 0}, {"b", 5}}), "a0 b5 "); }

// REQ: F-O01
TEST(AgeGroup, ChangesOnTheBirthday) {
  const auto birth = parse_partial_date("2011-11-25");
  EXPECT_EQ(age_group_of(birth, Date::create(2026, 11, 24).value()), "0-14");
  EXPECT_EQ(age_group_of(birth, Date::create(2026, 11, 25).value()), "15-24");
}

TEST(AgeGroup, IsUnknownWithoutAYearOrBeforeBirth) {
  const Date on = Date::create(2026, 11, 24).value();
  EXPECT_EQ(age_group_of(std::nullopt, on), "unknown");
  EXPECT_EQ(age_group_of(parse_partial_date("XXXX-03-01"), on), "unknown");
  EXPECT_EQ(age_group_of(parse_partial_date("2027"), on), "unknown");
}

TEST(AgeGroup, TakesTheFirstPossibleDay) {
  EXPECT_EQ(age_group_of(parse_partial_date("1961"), Date::create(2026, 1, 1).value()), "65+");
}

TEST(Quantile, IsTheNearestRank) {
  EXPECT_EQ(quantile({}, 50), std::nullopt);
  EXPECT_EQ(quantile({7}, 90), 7);
  EXPECT_EQ(quantile({4, 1, 3, 2}, 50), 2);
  EXPECT_EQ(quantile({10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 90), 9);
}

}  // namespace
}  // namespace cardea::statistics
