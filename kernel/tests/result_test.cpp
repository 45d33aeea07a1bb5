#include "cardea/kernel/result.hpp"

#include <gtest/gtest.h>

#include "cardea/kernel/secret.hpp"

namespace cardea {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorKind::malformed, "not_even", "number");
  return number / 2;
}

Result<std::string> half_in_words(int number) {
  const auto result = half(number);
  if (!result) return pass_on(result);
  return std::to_string(*result);
}

TEST(Result, CarriesItsValue) { EXPECT_EQ(half(8), 4); }

TEST(Result, CarriesItsError) {
  EXPECT_EQ(half(7).error(), (Error{ErrorKind::malformed, "not_even", "number"}));
}

TEST(PassOn, KeepsTheErrorInAnotherType) { EXPECT_EQ(half_in_words(7).error(), half(7).error()); }

TEST(ErrorKindName, IsTheEnumerator) {
  EXPECT_EQ(name(ErrorKind::malformed), "malformed");
  EXPECT_EQ(name(ErrorKind::broken), "broken");
}

TEST(Secret, IsSeenOnlyWhenRevealed) { EXPECT_EQ(Secret<std::string>("word").reveal(), "word"); }

}  // namespace
}  // namespace cardea
