#include "cardea/crypto/second_factor.hpp"

#include <gtest/gtest.h>

#include "cardea/crypto/random.hpp"

namespace cardea::crypto {
namespace {

// RFC 6238 appendix B, SHA-1, the last six of its eight digits.
TEST(OneTimeCodes, AreThoseOfTheStandard) {
  struct Vector {
    std::int64_t seconds;
    const char* code;
  };
  const HmacCodes codes;
  for (const Vector& vector :
       {Vector{59, "287082"}, Vector{1111111109, "081804"}, Vector{1111111111, "050471"},
        Vector{1234567890, "005924"}, Vector{2000000000, "279037"}, Vector{20000000000, "353130"}}) {
    EXPECT_EQ(codes.code(bytes_of("12345678901234567890"), vector.seconds / 30), vector.code)
        << vector.seconds;
  }
}

// RFC 4226 appendix D.
TEST(OneTimeCodes, CountFromZero) {
  const HmacCodes codes;
  EXPECT_EQ(codes.code(bytes_of("12345678901234567890"), 0), "755224");
  EXPECT_EQ(codes.code(bytes_of("12345678901234567890"), 9), "520489");
}

class Boxes : public testing::Test {
 protected:
  SystemRandom random;
  AesSecretBox box{BoxKey{1, 2, 3}, random};
  Bytes sealed = box.seal(bytes_of("a secret"));
};

TEST_F(Boxes, GiveBackWhatTheySealed) {
  ASSERT_TRUE(box.open(sealed).has_value());
  EXPECT_EQ(text_of(*box.open(sealed)), "a secret");
}

TEST_F(Boxes, SealTheSameDifferentlyEachTime) { EXPECT_NE(box.seal(bytes_of("a secret")), sealed); }

TEST_F(Boxes, DoNotHoldTheSecretInTheOpen) {
  EXPECT_EQ(text_of(sealed).find("secret"), std::string_view::npos);
}

TEST_F(Boxes, RefuseAnotherKeyAndEveryChange) {
  EXPECT_FALSE(AesSecretBox(BoxKey{9}, random).open(sealed).has_value());
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    Bytes changed = sealed;
    changed[i] ^= 1U;
    EXPECT_FALSE(box.open(changed).has_value()) << i;
  }
  EXPECT_FALSE(box.open(ByteView{sealed}.first(20)).has_value());
}

}  // namespace
}  // namespace cardea::crypto
