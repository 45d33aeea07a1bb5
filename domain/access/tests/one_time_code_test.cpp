#include "cardea/access/one_time_code.hpp"

#include <gtest/gtest.h>

namespace cardea::access {
namespace {

// RFC 4648 section 10.
TEST(Base32, IsThatOfTheStandardWithoutPadding) {
  EXPECT_EQ(to_base32(bytes_of("")), "");
  EXPECT_EQ(to_base32(bytes_of("f")), "MY");
  EXPECT_EQ(to_base32(bytes_of("foobar")), "MZXW6YTBOI");
}

// RFC 6238 section 4.2 and appendix B.
TEST(CodeStep, CountsThirtySeconds) {
  EXPECT_EQ(code_step(Instant{59'000'000}), 1);
  EXPECT_EQ(code_step(Instant{60'000'000}), 2);
  EXPECT_EQ(code_step(Instant{1'111'111'109'000'000}), 0x23523EC);
}

TEST(CodeSteps, ToleratesOneToEachSide) {
  EXPECT_EQ(code_steps(Instant{300'000'000}), (std::array<std::int64_t, 3>{10, 9, 11}));
}

TEST(OtpauthUri, EscapesWhatAPostIsCalled) {
  EXPECT_EQ(otpauth_uri("North Gate", "a.b", "MZXW6"),
            "otpauth://totp/Cardea%20North%20Gate:a.b?secret=MZXW6&issuer=Cardea%20North%20Gate"
            "&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace cardea::access
