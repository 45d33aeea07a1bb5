#include "cardea/kernel/bytes.hpp"

#include <gtest/gtest.h>

namespace cardea {
namespace {

TEST(Hex, WritesLowerCase) { EXPECT_EQ(to_hex(Bytes{0x00, 0xab, 0xff}), "00abff"); }

TEST(Hex, ReadsBothCases) { EXPECT_EQ(parse_hex("00AbfF"), (Bytes{0x00, 0xab, 0xff})); }

TEST(Hex, RefusesAnOddLength) { EXPECT_FALSE(parse_hex("abc")); }

TEST(Hex, RefusesOtherCharacters) { EXPECT_FALSE(parse_hex("0g")); }

struct Base64Case {
  std::string_view plain;
  std::string_view encoded;
};

// RFC 4648 section 10, without the padding.
constexpr std::array kBase64Cases{Base64Case{"", ""},
                                  Base64Case{"f", "Zg"},
                                  Base64Case{"fo", "Zm8"},
                                  Base64Case{"foo", "Zm9v"},
                                  Base64Case{"foob", "Zm9vYg"},
                                  Base64Case{"fooba", "Zm9vYmE"},
                                  Base64Case{"foobar", "Zm9vYmFy"}};

TEST(Base64Url, WritesThePublishedTexts) {
  for (const auto& [plain, encoded] : kBase64Cases) EXPECT_EQ(to_base64url(bytes_of(plain)), encoded);
}

TEST(Base64Url, ReadsThePublishedTexts) {
  for (const auto& [plain, encoded] : kBase64Cases)
    EXPECT_EQ(text_of(parse_base64url(encoded).value()), plain);
}

TEST(Base64Url, UsesTheSafeAlphabet) { EXPECT_EQ(to_base64url(Bytes{0xfb, 0xff}), "-_8"); }

TEST(Base64Url, RefusesTheOtherAlphabetAndPadding) {
  EXPECT_FALSE(parse_base64url("+/8"));
  EXPECT_FALSE(parse_base64url("Zg=="));
}

TEST(Base64Url, RefusesALengthThatCannotBe) { EXPECT_FALSE(parse_base64url("Zm9vY")); }

TEST(Base64Url, RefusesASecondTextForTheSameBytes) { EXPECT_FALSE(parse_base64url("Zh")); }

TEST(EqualInConstantTime, SeesADifferenceAnywhere) {
  EXPECT_TRUE(equal_in_constant_time(Bytes{1, 2, 3}, Bytes{1, 2, 3}));
  EXPECT_FALSE(equal_in_constant_time(Bytes{1, 2, 3}, Bytes{9, 2, 3}));
  EXPECT_FALSE(equal_in_constant_time(Bytes{1, 2, 3}, Bytes{1, 2, 9}));
}

TEST(EqualInConstantTime, SeesADifferenceInLength) {
  EXPECT_FALSE(equal_in_constant_time(Bytes{1, 2}, Bytes{1, 2, 0}));
}

}  // namespace
}  // namespace cardea
