#include "reading.hpp"

#include "cardea/documents/mrz.hpp"
#include "stay.hpp"

namespace cardea::inspection {
namespace {

Date day(int year, int month, int day_of_month) { return *Date::create(year, month, day_of_month); }

ports::CrossingRow crossing(std::string direction, Date on, std::string outcome = "admit") {
  return {CrossingId{IdBytes{}},
          FormalityId{IdBytes{}},
          std::move(direction),
          "post",
          std::move(outcome),
          on,
          Instant{}};
}

const crossings::Rules& rules() { return crossings::standard_rules(); }

// REQ: F-E01
TEST(CountHistory, CountsAdmittedDaysOnly) {
  const std::vector<ports::CrossingRow> newest_first{crossing("entry", day(2026, 11, 1), "refuse"),
                                                     crossing("exit", day(2026, 10, 10)),
                                                     crossing("entry", day(2026, 10, 1))};
  const Counted counted = count_history(newest_first, day(2026, 11, 23), rules());
  ASSERT_TRUE(counted.answered);
  EXPECT_EQ(counted.record->used, 10);
  EXPECT_EQ(counted.record->left, 80);
  EXPECT_EQ(counted.record->open_since, std::nullopt);
  EXPECT_EQ(counted.record->rule, "short_stay_90_180@2013-10-18");
}

TEST(CountHistory, TellsTheOpenStayApart) {
  const std::vector<ports::CrossingRow> newest_first{crossing("entry", day(2026, 11, 1))};
  const Counted counted = count_history(newest_first, day(2026, 11, 23), rules());
  EXPECT_EQ(counted.all->open_since, day(2026, 11, 1));
  EXPECT_EQ(counted.without_open->used, 0);
}

TEST(CountHistory, LeavesOutWhatIsRecordedForALaterDay) {
  const std::vector<ports::CrossingRow> newest_first{crossing("entry", day(2026, 11, 24))};
  const Counted counted = count_history(newest_first, day(2026, 11, 23), rules());
  ASSERT_TRUE(counted.answered);
  EXPECT_EQ(counted.all->used, 0);
}

TEST(CountHistory, DoesNotAnswerBeforeAnyRuleIsInForce) {
  EXPECT_FALSE(count_history({}, day(2010, 1, 1), rules()).answered);
}

}  // namespace
}  // namespace cardea::inspection
