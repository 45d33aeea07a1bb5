#include "cardea/kernel/json.hpp"

#include <gtest/gtest.h>

namespace cardea {
namespace {

std::string reason_of(std::string_view text, JsonLimits limits = {}) {
  const auto value = parse_json(text, limits);
  return value ? "accepted" : std::string(value.error().reason);
}

TEST(ParseJson, ReadsEveryKind) {
  const auto value = parse_json(R"( {"a":[null,true,false,-1,18446744073709551615,1.5,"x"]} )");
  ASSERT_TRUE(value);
  EXPECT_EQ(json_text(*value), R"({"a":[null,true,false,-1,18446744073709551615,1.5,"x"]})");
}

TEST(ParseJson, RefusesWhatRfc8259Refuses) {
  for (const auto* text :
       {"",   " ",   "{",        "[1,]", "{\"a\":1,}", "{'a':1}", "{a:1}", "01",    "+1",      "1.", ".5",
        "1e", "NaN", "Infinity", "nul",  "\"\t\"",     "\"\\x\"", "1 2",   "[1] x", "// c\n1", "\"a"}) {
    EXPECT_EQ(reason_of(text), "json_invalid") << text;
  }
}

TEST(ParseJson, NamesTheByte) {
  EXPECT_THAT(parse_json("[1,x]").error().detail, testing::StartsWith("at byte 3: "));
}

TEST(ParseJson, RefusesInvalidUtf8InTextAndKeys) {
  for (const auto* text :
       {"\"\xff\"", "\"\xc0\x80\"", "\"\xed\xa0\x80\"", "{\"\xe2\x82\":1}", "\"\xf4\x90\x80\x80\""}) {
    EXPECT_EQ(reason_of(text), "json_invalid");
  }
}

TEST(ParseJson, RefusesHalfASurrogatePair) {
  EXPECT_EQ(reason_of(R"("\ud83d")"), "json_invalid");
  EXPECT_EQ(reason_of(R"("\ude00")"), "json_invalid");
  EXPECT_EQ(reason_of(R"("\ud83d\u0041")"), "json_invalid");
}

TEST(ParseJson, ReadsSurrogatePairsAndNul) {
  EXPECT_EQ(parse_json(R"("\ud83d\ude00")")->as_string(), "😀");
  EXPECT_EQ(parse_json(R"("\u0000")")->as_string().size(), 1U);
}

TEST(ParseJson, RefusesAByteOrderMark) { EXPECT_EQ(reason_of("\xef\xbb\xbf{}"), "json_invalid"); }

TEST(ParseJson, RefusesADuplicateKey) {
  EXPECT_EQ(reason_of(R"({"a":1,"b":2,"a":1})"), "json_duplicate_key");
}

TEST(ParseJson, RefusesADuplicateKeyDeepInside) {
  EXPECT_EQ(reason_of(R"([{"a":[{"x":{"k":1,"k":{"k":2}}}]}])"), "json_duplicate_key");
}

TEST(ParseJson, RefusesADuplicateKeyWrittenInAnotherWay) {
  EXPECT_EQ(reason_of(R"({"a":1,"\u0061":2})"), "json_duplicate_key");
}

TEST(ParseJson, AllowsTheSameKeyInOtherObjects) {
  EXPECT_EQ(reason_of(R"({"a":{"a":{"a":1}},"b":{"a":1}})"), "accepted");
}

TEST(ParseJson, RefusesMoreDepthThanAllowed) {
  EXPECT_EQ(reason_of("[[[1]]]", {3, 100}), "accepted");
  EXPECT_EQ(reason_of("[[[[1]]]]", {3, 100}), "json_too_deep");
  EXPECT_EQ(reason_of(std::string(100'000, '[')), "json_too_deep");
}

TEST(ParseJson, RefusesMoreBytesThanAllowed) {
  EXPECT_EQ(reason_of("[1]", {3, 3}), "accepted");
  EXPECT_EQ(reason_of("[1 ]", {3, 3}), "json_too_large");
}

TEST(ParseJson, RefusesNumbersBeyondDouble) { EXPECT_EQ(reason_of("1e400"), "json_invalid"); }

TEST(ParseJson, RoundsNumbersCorrectly) {
  EXPECT_EQ(parse_json("9007199254740993.0")->as_double(), 9007199254740992.0);
  EXPECT_EQ(parse_json("1.7976931348623157e308")->as_double(), 1.7976931348623157e308);
  EXPECT_EQ(parse_json("2.2250738585072011e-308")->as_double(), 2.2250738585072011e-308);
}

TEST(ParseJson, ReadsTextLongerThanItsBuffers) {
  const std::string text(100'000, 'x');
  EXPECT_EQ(parse_json("{\"" + text + "\":\"" + text + "\\n\"}")->as_object().begin()->value().as_string(),
            text + "\n");
}

TEST(JsonText, KeepsTheOrderOfKeys) {
  EXPECT_EQ(json_text(*parse_json(R"({ "b": 1, "a": [1, 2] })")), R"({"b":1,"a":[1,2]})");
}

}  // namespace
}  // namespace cardea
