#include "cardea/crypto/password_hasher.hpp"

#include <gtest/gtest.h>

namespace cardea::crypto {
namespace {

Secret<std::string> secret(std::string text) { return Secret<std::string>(std::move(text)); }

std::string hash_of(std::string text) {
  return Argon2PasswordHasher(cheapest_argon2()).hash(secret(std::move(text))).value();
}

bool verifies(std::string_view phc, std::string text) {
  return Argon2PasswordHasher(cheapest_argon2()).verify(phc, secret(std::move(text)));
}

TEST(PasswordHash, VerifiesItsPassword) {
  EXPECT_TRUE(verifies(hash_of("the tide is out"), "the tide is out"));
}

TEST(PasswordHash, RefusesAnother) { EXPECT_FALSE(verifies(hash_of("the tide is out"), "the tide is in")); }

TEST(PasswordHash, IsArgon2idInPhcForm) {
  EXPECT_THAT(hash_of("x"), testing::StartsWith("$argon2id$v=19$m="));
}

TEST(PasswordHash, DiffersEachTime) { EXPECT_NE(hash_of("the tide is out"), hash_of("the tide is out")); }

TEST(PasswordHash, CountsBytesAfterANul) {
  const std::string phc = hash_of(std::string("a\0b", 3));
  EXPECT_FALSE(verifies(phc, std::string("a\0c", 3)));
}

TEST(PasswordHash, ThatIsNoneVerifiesNothing) {
  EXPECT_FALSE(verifies("", ""));
  EXPECT_FALSE(verifies("$argon2id$", "x"));
  EXPECT_FALSE(verifies(std::string(1000, 'a'), "x"));
  EXPECT_FALSE(verifies(hash_of("x") + '\0', "x"));
}

TEST(PasswordHash, IsMadeAgainWhenTheCostHasChanged) {
  auto dearer = cheapest_argon2();
  dearer.passes += 1;
  const std::string phc = hash_of("x");
  EXPECT_FALSE(Argon2PasswordHasher(cheapest_argon2()).needs_rehash(phc));
  EXPECT_TRUE(Argon2PasswordHasher(dearer).needs_rehash(phc));
  EXPECT_TRUE(Argon2PasswordHasher(dearer).verify(phc, secret("x")));
}

TEST(PasswordHash, ThatIsNoneIsMadeAgain) {
  EXPECT_TRUE(Argon2PasswordHasher(cheapest_argon2()).needs_rehash("plain"));
}

TEST(PasswordHash, FailsWithoutTheMemory) {
  const Argon2PasswordHasher hasher(Argon2Cost{1, std::size_t{1} << 60});
  const auto phc = hasher.hash(secret("x"));
  ASSERT_FALSE(phc);
  EXPECT_EQ(phc.error().reason, "password_hash_memory");
}

}  // namespace
}  // namespace cardea::crypto
