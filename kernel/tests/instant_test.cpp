#include <gtest/gtest.h>

#include "cardea/kernel/date.hpp"

namespace cardea {
namespace {

std::string again(std::string_view text) {
  const auto instant = parse_instant(text);
  return instant ? to_text(*instant) : "refused";
}

TEST(InstantText, HasMicroseconds) {
  EXPECT_EQ(to_text(Instant{0}), "1970-01-01T00:00:00.000000Z");
  EXPECT_EQ(to_text(Instant{1'799'999'999'999'999}), "2027-01-15T07:59:59.999999Z");
}

TEST(InstantText, GoesBackBefore1970) { EXPECT_EQ(to_text(Instant{-1}), "1969-12-31T23:59:59.999999Z"); }

TEST(ParseInstant, ReadsFractionsOfAnyLengthUpToSix) {
  EXPECT_EQ(again("2026-11-23T10:11:12Z"), "2026-11-23T10:11:12.000000Z");
  EXPECT_EQ(again("2026-11-23T10:11:12.5Z"), "2026-11-23T10:11:12.500000Z");
  EXPECT_EQ(again("2026-11-23T10:11:12.000001Z"), "2026-11-23T10:11:12.000001Z");
}

TEST(ParseInstant, ReadsOffsets) {
  EXPECT_EQ(again("2026-11-23T01:11:12+02:00"), "2026-11-22T23:11:12.000000Z");
  EXPECT_EQ(again("2026-11-23T23:11:12.25-05:30"), "2026-11-24T04:41:12.250000Z");
}

TEST(ParseInstant, RefusesEveryOtherForm) {
  for (const auto* text :
       {"", "2026-11-23", "2026-11-23T10:11:12", "2026-11-23 10:11:12Z", "2026-11-23t10:11:12z",
        "2026-11-23T24:00:00Z", "2026-11-23T10:60:00Z", "2026-12-31T23:59:60Z", "2026-11-23T10:11:12.Z",
        "2026-11-23T10:11:12.1234567Z", "2026-11-23T10:11:12Z ", "2026-11-23T10:11:12+2:00",
        "2026-11-23T10:11:12+24:00", "2026-02-30T10:11:12Z", "2026-11-23T10:11Z", "2026-11-23T10:11:12.5",
        "2026-11-23T-1:11:12Z"}) {
    EXPECT_EQ(again(text), "refused") << text;
  }
}

TEST(PlusSeconds, MovesBothWays) {
  EXPECT_EQ(plus_seconds(Instant{5}, 2).us, 2'000'005);
  EXPECT_EQ(plus_seconds(Instant{5}, -2).us, -1'999'995);
}

}  // namespace
}  // namespace cardea
