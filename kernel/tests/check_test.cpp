#include "cardea/kernel/check.hpp"

#include <gtest/gtest.h>

namespace cardea {
namespace {

TEST(Checks, AreSilentWhenTheyHold) {
  CARDEA_ASSERT(1 + 1 == 2);
  CARDEA_ASSUME(1 + 1 == 2);
  EXPECT_NO_THROW(CARDEA_INVARIANT(1 + 1 == 2));
}

TEST(Invariant, NamesConditionAndPlace) {
  try {
    CARDEA_INVARIANT(1 + 1 == 3);
    FAIL() << "nothing was thrown";
  } catch (const InvariantBroken& broken) {
    EXPECT_THAT(broken.what(), testing::HasSubstr("check_test.cpp:"));
    EXPECT_THAT(broken.what(), testing::HasSubstr("1 + 1 == 3"));
  }
}

TEST(AssertDeathTest, StopsTheProgram) {
  EXPECT_DEATH(CARDEA_ASSERT(1 + 1 == 3), "event=assertion_failed .*1 \\+ 1 == 3");
}

}  // namespace
}  // namespace cardea
