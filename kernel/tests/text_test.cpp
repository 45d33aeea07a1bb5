#include "cardea/kernel/text.hpp"

#include <gtest/gtest.h>

namespace cardea {
namespace {

TEST(Ascii, ChangesOnlyLetters) {
  EXPECT_EQ(to_ascii_upper("abz{é0"), "ABZ{é0");
  EXPECT_EQ(to_ascii_lower("ABZ[É0"), "abz[É0");
}

TEST(Trim, TakesWhiteSpaceFromBothEnds) { EXPECT_EQ(trim(" \t\r\n a b \v\f"), "a b"); }

TEST(Trim, LeavesNothingOfBlanks) { EXPECT_EQ(trim(" \n "), ""); }

TEST(Split, KeepsEmptyPieces) {
  EXPECT_THAT(split(",a,,b,", ','), testing::ElementsAre("", "a", "", "b", ""));
}

TEST(Split, GivesOnePieceOfNothing) { EXPECT_THAT(split("", ','), testing::ElementsAre("")); }

TEST(Join, PutsTheSeparatorBetween) {
  EXPECT_EQ(join({"a", "b", "c"}, ", "), "a, b, c");
  EXPECT_EQ(join({}, ", "), "");
}

TEST(ParseNumber, ReadsDigits) { EXPECT_EQ(parse_number("0123"), 123); }

TEST(ParseNumber, RefusesAnythingElse) {
  for (const auto* text : {"", "-1", "+1", " 1", "1 ", "1.0", "0x1", "9223372036854775808"}) {
    EXPECT_FALSE(parse_number(text)) << text;
  }
}

}  // namespace
}  // namespace cardea
