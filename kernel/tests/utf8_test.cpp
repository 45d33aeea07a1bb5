#include <gtest/gtest.h>

#include "cardea/kernel/text.hpp"

namespace cardea {
namespace {

TEST(Utf8, ReadsEveryLength) { EXPECT_EQ(to_code_points("aé€😀"), U"aé€😀"); }

TEST(Utf8, ComesBackForEveryCodePoint) {
  for (char32_t c = 0; c <= 0x10ffff; c += 7) {
    if (c >= 0xd800 && c <= 0xdfff) continue;
    std::string text;
    append_code_point(text, c);
    std::string_view rest = text;
    ASSERT_EQ(take_code_point(rest), c);
    ASSERT_TRUE(rest.empty());
  }
}

TEST(Utf8, AdvancesPastWhatItRead) {
  std::string_view text = "é!";
  ASSERT_TRUE(take_code_point(text));
  EXPECT_EQ(text, "!");
}

struct Invalid {
  std::string_view what;
  std::string_view bytes;
};

// RFC 3629 sections 3 and 10.
constexpr std::array kInvalid{Invalid{"a lone continuation", "\x80"},
                              Invalid{"an overlong slash", "\xc0\xaf"},
                              Invalid{"an overlong NUL", std::string_view("\xc1\x80", 2)},
                              Invalid{"an overlong form of three", "\xe0\x9f\xbf"},
                              Invalid{"an overlong form of four", "\xf0\x8f\xbf\xbf"},
                              Invalid{"a high surrogate", "\xed\xa0\x80"},
                              Invalid{"a low surrogate", "\xed\xbf\xbf"},
                              Invalid{"a code point beyond Unicode", "\xf4\x90\x80\x80"},
                              Invalid{"a byte that never occurs", "\xff"},
                              Invalid{"a cut sequence", "\xe2\x82"},
                              Invalid{"a sequence broken by a letter", "\xe2\x82z"}};

TEST(Utf8, RefusesWhatIsNot) {
  for (const auto& [what, bytes] : kInvalid) EXPECT_FALSE(is_valid_utf8(bytes)) << what;
}

TEST(Utf8, DoesNotAdvanceWhereItCannotRead) {
  std::string_view text = "\xffz";
  EXPECT_FALSE(take_code_point(text));
  EXPECT_EQ(text.size(), 2U);
}

TEST(Utf8, ReplacesEachInvalidByte) { EXPECT_EQ(to_code_points("a\xff\xe2\x82z"), U"a\xfffd\xfffd\xfffdz"); }

TEST(Utf8, WritesNoSurrogates) { EXPECT_EQ(to_utf8(std::u32string_view(U"\x110000", 1)), "\xef\xbf\xbd"); }

}  // namespace
}  // namespace cardea
