#include "cardea/crossings/short_stay.hpp"

#include <random>
#include <set>

namespace cardea::crossings {
namespace {

Date day(int year, int month, int day_of_month) { return *Date::create(year, month, day_of_month); }

const StayRule& rule() { return standard_rules().stay.front(); }

StayCount count(const std::vector<Stay>& stays, Date on) { return *count_stay(stays, on, rule()); }

const std::vector<Stay> kTwoStays{{day(2024, 1, 1), day(2024, 1, 10)}, {day(2024, 3, 1), day(2024, 4, 9)}};

// REQ: F-E01
TEST(ShortStay, NinetyDaysFreeTheFirstDayAfterTheWindowMovedOn) {
  const std::vector<Stay> stays{{day(2024, 1, 1), day(2024, 3, 30)}};
  EXPECT_EQ(count(stays, day(2024, 3, 30)).used, 90);
  EXPECT_EQ(count(stays, day(2024, 6, 28)).remaining, 0);
  EXPECT_EQ(count(stays, day(2024, 6, 28)).last_day, std::nullopt);
  EXPECT_EQ(count(stays, day(2024, 6, 29)).remaining, 90);
}

struct Vector {
  Date on;
  int used;
  int remaining;
};

class ShortStayVectors : public testing::TestWithParam<Vector> {};

TEST_P(ShortStayVectors, AgreeWithTheWorkedExample) {
  const StayCount result = count(kTwoStays, GetParam().on);
  EXPECT_EQ(result.used, GetParam().used);
  EXPECT_EQ(result.remaining, GetParam().remaining);
  EXPECT_EQ(result.last_day, GetParam().on.plus_days(GetParam().remaining - 1));
}

INSTANTIATE_TEST_SUITE_P(TwoStays, ShortStayVectors,
                         testing::Values(Vector{day(2024, 4, 10), 50, 40}, Vector{day(2024, 6, 1), 50, 50},
                                         Vector{day(2024, 7, 1), 47, 50}, Vector{day(2024, 8, 27), 40, 90}));

TEST(ShortStay, AnOpenStayNamesItsFirstOverstayDay) {
  const std::vector<Stay> stays{{day(2024, 2, 1), std::nullopt}};
  EXPECT_EQ(count(stays, day(2024, 4, 30)).first_overstay_day, std::nullopt);
  const StayCount late = count(stays, day(2024, 5, 3));
  EXPECT_EQ(late.first_overstay_day, day(2024, 5, 1));
  EXPECT_EQ(late.overstayed, 3);
  EXPECT_EQ(late.open_since, day(2024, 2, 1));
}

TEST(ShortStay, AnOpenStayMayLastThroughItsNinetiethDay) {
  const std::vector<Stay> stays{{day(2024, 2, 1), std::nullopt}};
  EXPECT_EQ(count(stays, day(2024, 4, 30)).remaining, 1);
  EXPECT_EQ(count(stays, day(2024, 4, 30)).last_day, day(2024, 4, 30));
  EXPECT_EQ(count(stays, day(2024, 5, 1)).remaining, 0);
}

TEST(ShortStay, CountsADayTripAsOneDay) {
  EXPECT_EQ(count({{day(2024, 5, 5), day(2024, 5, 5)}}, day(2024, 5, 6)).used, 1);
}

TEST(ShortStay, CountsASharedDayOnce) {
  const std::vector<Stay> stays{{day(2024, 5, 1), day(2024, 5, 5)}, {day(2024, 5, 5), day(2024, 5, 8)}};
  EXPECT_EQ(count(stays, day(2024, 5, 9)).used, 8);
}

TEST(ShortStay, CountsOverlappingStaysOnce) {
  const std::vector<Stay> stays{{day(2024, 5, 1), day(2024, 5, 20)}, {day(2024, 5, 5), day(2024, 5, 8)}};
  EXPECT_EQ(count(stays, day(2024, 6, 1)).used, 20);
}

TEST(ShortStay, GivesNinetyDaysAfterNinetyDaysOfAbsence) {
  const std::vector<Stay> stays{{day(2024, 1, 1), day(2024, 3, 30)}};
  EXPECT_EQ(count(stays, day(2024, 3, 30).plus_days(91)).remaining, 90);
}

TEST(ShortStay, SaysTheWholeLimitToSomebodyNew) {
  const StayCount result = count({}, day(2024, 2, 28));
  EXPECT_EQ(result.used, 0);
  EXPECT_EQ(result.remaining, 90);
  EXPECT_EQ(result.last_day, day(2024, 5, 27));
}

TEST(ShortStay, LooksAtPlannedStays) {
  const std::vector<Stay> stays{{day(2024, 6, 1), day(2024, 7, 30)}};
  EXPECT_EQ(count(stays, day(2024, 5, 2)).remaining, 90);
  const std::vector<Stay> earlier{{day(2024, 1, 1), day(2024, 1, 20)}, {day(2024, 3, 1), day(2024, 4, 29)}};
  EXPECT_EQ(count(earlier, day(2024, 2, 1)).remaining, 10);
}

TEST(ShortStay, RefusesAStayThatRunsBackwards) {
  const std::vector<Stay> stays{{day(2026, 3, 2), day(2026, 3, 1)}};
  const auto result = count_stay(stays, day(2026, 3, 2), rule());
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().reason, "stay_ends_before_start");
}

TEST(ShortStay, RefusesAnOpenStayThatBeginsTomorrow) {
  const std::vector<Stay> stays{{day(2026, 3, 2), std::nullopt}};
  EXPECT_FALSE(count_stay(stays, day(2026, 3, 1), rule()).has_value());
}

TEST(ShortStay, ALimitOfTheWholeWindowIsNeverReached) {
  StayRule whole = rule();
  whole.limit = whole.window = 30;
  const std::vector<Stay> stays{{day(2026, 1, 1), std::nullopt}};
  const auto result = count_stay(stays, day(2026, 6, 1), whole);
  EXPECT_EQ(result->remaining, 30);
  EXPECT_EQ(result->overstayed, 0);
}

TEST(StaysFrom, PairsEntriesWithTheNextExit) {
  const std::vector<PastCrossing> crossings{{Direction::exit, day(2025, 1, 1)},
                                            {Direction::entry, day(2025, 2, 1)},
                                            {Direction::exit, day(2025, 2, 3)},
                                            {Direction::exit, day(2025, 2, 4)},
                                            {Direction::entry, day(2025, 3, 1)}};
  const auto stays = stays_from(crossings);
  ASSERT_EQ(stays.size(), 2U);
  EXPECT_EQ(stays[0].left, day(2025, 2, 3));
  EXPECT_EQ(stays[1].left, std::nullopt);
}

TEST(StaysFrom, KeepsAnEntryWithoutExitOpen) {
  const std::vector<PastCrossing> crossings{{Direction::entry, day(2025, 2, 1)},
                                            {Direction::entry, day(2025, 3, 1)}};
  const auto stays = stays_from(crossings);
  ASSERT_EQ(stays.size(), 2U);
  EXPECT_EQ(stays[0].left, std::nullopt);
}

// The rule counted the slow way, by the words of the law: a set of days, and one day after the other.
class Naive {
 public:
  Naive(const std::vector<Stay>& stays, Date on, const StayRule& rule)
      : rule_{rule}, on_{on.days_since_1970()} {
    for (const Stay& stay : stays) {
      const Date last = stay.left.value_or(on);
      for (Date each = stay.entered; each <= last; each = each.plus_days(1))
        days_.insert(each.days_since_1970());
    }
  }
  [[nodiscard]] int used() const { return used_on(days_, on_); }
  [[nodiscard]] int remaining() const {
    std::set<std::int32_t> days = days_;
    for (int n = 0; n < rule_.window; ++n) {
      days.insert(on_ + n);
      const bool over = std::any_of(days.lower_bound(on_), days.end(),
                                    [&](std::int32_t each) { return used_on(days, each) > rule_.limit; });
      if (over) return n;
    }
    return rule_.window;
  }

 private:
  [[nodiscard]] int used_on(const std::set<std::int32_t>& days, std::int32_t last) const {
    int used = 0;
    for (std::int32_t each = last - rule_.window + 1; each <= last; ++each)
      used += days.contains(each) ? 1 : 0;
    return used;
  }
  const StayRule& rule_;
  std::int32_t on_;
  std::set<std::int32_t> days_;
};

std::vector<Stay> random_stays(std::mt19937& random, Date on) {
  std::vector<Stay> stays;
  const int stay_count = static_cast<int>(random() % 8);
  for (int i = 0; i < stay_count; ++i) {
    const Date entered = on.plus_days(-static_cast<int>(random() % 400));
    const bool open = random() % 10 == 0;
    stays.push_back(
        {entered, open ? std::nullopt : std::optional(entered.plus_days(static_cast<int>(random() % 60)))});
  }
  return stays;
}

TEST(ShortStay, AgreesWithANaiveRecount) {
  constexpr unsigned kSeed = 20131018;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  for (int round = 0; round < 100; ++round) {
    const Date on = day(2024, 1, 1).plus_days(static_cast<int>(random() % 900));
    const auto stays = random_stays(random, on);
    StayRule any = rule();
    any.window = 5 + static_cast<int>(random() % 200);
    any.limit = 1 + static_cast<int>(random() % static_cast<unsigned>(any.window));
    const StayCount result = *count_stay(stays, on, any);
    const Naive naive(stays, on, any);
    ASSERT_EQ(result.used, naive.used());
    ASSERT_EQ(result.remaining, naive.remaining());
  }
}

}  // namespace
}  // namespace cardea::crossings
