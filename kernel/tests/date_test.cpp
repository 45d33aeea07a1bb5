#include "cardea/kernel/date.hpp"

#include <gtest/gtest.h>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/clock.hpp"

namespace cardea {
namespace {

TEST(Date, KnowsLeapYears) {
  EXPECT_TRUE(Date::create(2000, 2, 29));
  EXPECT_TRUE(Date::create(2024, 2, 29));
  EXPECT_FALSE(Date::create(1900, 2, 29));
  EXPECT_FALSE(Date::create(2026, 2, 29));
}

TEST(Date, EndsWhereItsRangeEnds) {
  EXPECT_TRUE(Date::create(1800, 1, 1));
  EXPECT_TRUE(Date::create(2399, 12, 31));
  EXPECT_FALSE(Date::create(1799, 12, 31));
  EXPECT_FALSE(Date::create(2400, 1, 1));
}

TEST(Date, RefusesPartsOutOfRange) {
  EXPECT_FALSE(Date::create(2026, 0, 1));
  EXPECT_FALSE(Date::create(2026, 13, 1));
  EXPECT_FALSE(Date::create(2026, 1, 0));
  EXPECT_FALSE(Date::create(2026, 4, 31));
  EXPECT_FALSE(Date::create(2026, -1, 300));
}

TEST(Date, CountsDaysFrom1970) {
  EXPECT_EQ(Date::create(1970, 1, 1)->days_since_1970(), 0);
  EXPECT_EQ(Date::create(2000, 3, 1)->days_since_1970(), 11'017);
  EXPECT_EQ(Date::create(1969, 12, 31)->days_since_1970(), -1);
}

TEST(Date, ComesBackFromItsPartsOnEveryDay) {
  for (Date day = *Date::create(1800, 1, 1); day < *Date::create(2399, 12, 31); day = day.plus_days(1)) {
    ASSERT_EQ(Date::create(day.year(), day.month(), day.day()), day);
  }
}

TEST(Date, OutOfRangeIsABug) {
  EXPECT_THROW(static_cast<void>(Date::create(2399, 12, 31)->plus_days(1)), InvariantBroken);
}

TEST(DaysBetween, IsNegativeBackwards) {
  EXPECT_EQ(days_between(*Date::create(2026, 3, 1), *Date::create(2026, 2, 28)), -1);
}

TEST(ParseDate, ReadsIsoDays) { EXPECT_EQ(parse_date("2026-11-23"), Date::create(2026, 11, 23)); }

TEST(ParseDate, RefusesEveryOtherForm) {
  for (const auto* text : {"", "2026-11-2", "2026-11-233", "20261123", "2026/11/23", "2026-11-2x",
                           "2026-02-30", " 2026-11-23", "+026-11-23", "2026-1-023", "26-11-2300"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(DateText, ComesBack) {
  for (const auto* text : {"1800-01-01", "1999-12-31", "2024-02-29", "2399-12-31"}) {
    EXPECT_EQ(to_text(*parse_date(text)), text);
  }
}

std::string again(std::string_view text) {
  const auto date = parse_partial_date(text);
  return date ? to_text(*date) : "refused";
}

TEST(PartialDate, IsWrittenInTheShortestForm) {
  EXPECT_EQ(again("1974"), "1974");
  EXPECT_EQ(again("1974-XX"), "1974");
  EXPECT_EQ(again("1974-XX-XX"), "1974");
  EXPECT_EQ(again("1974-08"), "1974-08");
  EXPECT_EQ(again("1974-08-XX"), "1974-08");
  EXPECT_EQ(again("1974-08-12"), "1974-08-12");
  EXPECT_EQ(again("1974-XX-12"), "1974-XX-12");
  EXPECT_EQ(again("XXXX-08"), "XXXX-08");
  EXPECT_EQ(again("XXXX-XX-XX"), "XXXX");
}

TEST(PartialDate, RefusesPartsOutOfRange) {
  for (const auto* text :
       {"1799", "2400", "1974-00", "1974-13", "1974-XX-32", "1974-XX-00", "1974-02-30", "2026-02-29",
        "XXXX-02-30", "XXXX-04-31", "19X4", "1974-1X", "1974-08-1", "", "74", "xxxx"}) {
    EXPECT_EQ(again(text), "refused") << text;
  }
}

TEST(PartialDate, AllowsALeapDayOfAnUnknownYear) { EXPECT_EQ(again("XXXX-02-29"), "XXXX-02-29"); }

TEST(PartialDate, IsFullOnlyWithAllParts) {
  EXPECT_EQ(parse_partial_date("1974-08-12")->full(), Date::create(1974, 8, 12));
  EXPECT_FALSE(parse_partial_date("1974-08")->full());
  EXPECT_FALSE(parse_partial_date("XXXX-08-12")->full());
}

TEST(PartialDate, IsMadeOfADate) {
  EXPECT_EQ(to_text(PartialDate::of(*Date::create(1974, 8, 12))), "1974-08-12");
  EXPECT_EQ(to_text(PartialDate::of_year(1974)), "1974");
}

TEST(PartialDate, IsEmptyWithoutAnyPart) {
  EXPECT_TRUE(parse_partial_date("XXXX")->empty());
  EXPECT_FALSE(parse_partial_date("XXXX-08")->empty());
}

TEST(ManualClock, StandsUntilItIsMoved) {
  ManualClock clock(Instant{0});
  EXPECT_EQ(clock.now(), Instant{0});
  clock.advance_seconds(86'399);
  EXPECT_EQ(clock.local_date(clock.now()), Date::create(1970, 1, 1));
  clock.advance_seconds(1);
  EXPECT_EQ(clock.local_date(clock.now()), Date::create(1970, 1, 2));
}

TEST(ManualClock, CountsDaysBefore1970) {
  const ManualClock clock(Instant{-1});
  EXPECT_EQ(clock.local_date(clock.now()), Date::create(1969, 12, 31));
}

}  // namespace
}  // namespace cardea
