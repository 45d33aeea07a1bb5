#include "cardea/crypto/random.hpp"

#include <gtest/gtest.h>

#include <array>

namespace cardea::crypto {
namespace {

TEST(SystemRandom, GivesOtherBytesEachTime) {
  SystemRandom random;
  std::array<std::uint8_t, 32> first{};
  std::array<std::uint8_t, 32> second{};
  random.fill(first);
  random.fill(second);
  EXPECT_NE(first, second);
}

// More than one call of the system gives.
TEST(SystemRandom, FillsLongSpansToTheirEnd) {
  SystemRandom random;
  std::vector<std::uint8_t> bytes(1U << 20);
  random.fill(bytes);
  const auto tail = std::span(bytes).last(64);
  EXPECT_NE(std::count(tail.begin(), tail.end(), 0), 64);
}

}  // namespace
}  // namespace cardea::crypto
