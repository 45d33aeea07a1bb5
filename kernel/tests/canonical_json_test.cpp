#include <gtest/gtest.h>

#include <bit>
#include <limits>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/json.hpp"

namespace cardea {
namespace {

std::string canonical(std::string_view text) { return canonical_json(parse_json(text).value()); }

// RFC 8785 section 3.2.2.
TEST(CanonicalJson, WritesThePublishedExample) {
  EXPECT_EQ(canonical(R"({
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    })"),
            R"({"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],)"
            R"("string":"€$\u000f\nA'B\"\\\\\"/"})");
}

// RFC 8785 section 3.2.3.
TEST(CanonicalJson, SortsKeysByUtf16) {
  EXPECT_EQ(
      canonical(R"({
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    })"),
      "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xc2\x80\":\"Control\",\"ö\":\"Latin Small Letter O With "
      "Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\xef\xac\xb3\":\"Hebrew Letter "
      "Dalet With "
      "Dagesh\"}");
}

// First characters of each range where the orders of UTF-8 and UTF-16 could part.
TEST(CanonicalJson, SortsTheEdgesOfUnicodeByUtf16) {
  EXPECT_EQ(canonical("{\"\xef\xbf\xbd\":6,\"\xee\x80\x80\":5,\"\xf4\x8f\xbf\xbf\":4,\"\xf0\x90\x80\x80\":3,"
                      "\"\xed\x9f\xbf\":2,\"ab\":1,\"a\":0}"),
            "{\"a\":0,\"ab\":1,\"\xed\x9f\xbf\":2,\"\xf0\x90\x80\x80\":3,\"\xf4\x8f\xbf\xbf\":4,"
            "\"\xee\x80\x80\":5,\"\xef\xbf\xbd\":6}");
}

struct NumberCase {
  std::uint64_t bits;
  std::string_view text;
};

// RFC 8785 appendix B.
constexpr std::array kNumbers{
    NumberCase{0x0000000000000000, "0"},
    NumberCase{0x8000000000000000, "0"},
    NumberCase{0x0000000000000001, "5e-324"},
    NumberCase{0x8000000000000001, "-5e-324"},
    NumberCase{0x7fefffffffffffff, "1.7976931348623157e+308"},
    NumberCase{0xffefffffffffffff, "-1.7976931348623157e+308"},
    NumberCase{0x4340000000000000, "9007199254740992"},
    NumberCase{0xc340000000000000, "-9007199254740992"},
    NumberCase{0x4430000000000000, "295147905179352830000"},
    NumberCase{0x44b52d02c7e14af5, "9.999999999999997e+22"},
    NumberCase{0x44b52d02c7e14af6, "1e+23"},
    NumberCase{0x44b52d02c7e14af7, "1.0000000000000001e+23"},
    NumberCase{0x444b1ae4d6e2ef4e, "999999999999999700000"},
    NumberCase{0x444b1ae4d6e2ef4f, "999999999999999900000"},
    NumberCase{0x444b1ae4d6e2ef50, "1e+21"},
    NumberCase{0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
    NumberCase{0x3eb0c6f7a0b5ed8d, "0.000001"},
    NumberCase{0x41b3de4355555553, "333333333.3333332"},
    NumberCase{0x41b3de4355555554, "333333333.33333325"},
    NumberCase{0x41b3de4355555555, "333333333.3333333"},
    NumberCase{0x41b3de4355555556, "333333333.3333334"},
    NumberCase{0x41b3de4355555557, "333333333.33333343"},
    NumberCase{0xbecbf647612f3696, "-0.0000033333333333333333"},
    NumberCase{0x43143ff3c1cb0959, "1424953923781206.2"},
};

TEST(CanonicalJson, WritesNumbersAsEcmaScript) {
  for (const auto& [bits, text] : kNumbers) {
    EXPECT_EQ(canonical_json(json::value(std::bit_cast<double>(bits))), text);
  }
}

TEST(CanonicalJson, ReadsItsNumbersBack) {
  for (const auto& [bits, text] : kNumbers) EXPECT_EQ(canonical(text), text);
}

TEST(CanonicalJson, RefusesNumbersThatAreNotFinite) {
  EXPECT_THROW(static_cast<void>(canonical_json(json::value(std::numeric_limits<double>::infinity()))),
               InvariantBroken);
  EXPECT_THROW(static_cast<void>(canonical_json(json::value(std::numeric_limits<double>::quiet_NaN()))),
               InvariantBroken);
}

TEST(CanonicalJson, LosesNoDigitOfLargeIntegers) {
  EXPECT_EQ(canonical("[9223372036854775807,-9223372036854775808,18446744073709551615]"),
            "[9223372036854775807,-9223372036854775808,18446744073709551615]");
}

TEST(CanonicalJson, EscapesOnlyWhatMustBe) {
  EXPECT_EQ(canonical(R"("\b\t\n\f\r\u0001\u001f\u007f\u2028\/é")"),
            "\"\\b\\t\\n\\f\\r\\u0001\\u001f\x7f\xe2\x80\xa8/é\"");
}

TEST(CanonicalJson, SortsAtEveryDepth) {
  EXPECT_EQ(canonical(R"({"b":[{"d":1,"c":2}],"a":{"":0,"A":1,"a":2}})"),
            R"({"a":{"":0,"A":1,"a":2},"b":[{"c":2,"d":1}]})");
}

}  // namespace
}  // namespace cardea
