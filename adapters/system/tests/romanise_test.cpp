#include "cardea/system/romanise.hpp"

#include <gtest/gtest.h>

namespace cardea::system {
namespace {

TEST(RomaniseByIcu, WritesHanInPinyin) { EXPECT_EQ(romanise_by_icu("习近平"), "XI JIN PING"); }

TEST(RomaniseByIcu, LeavesAsciiAsItIsInCapitals) { EXPECT_EQ(romanise_by_icu("Anna Maria"), "ANNA MARIA"); }

TEST(RomaniseByIcu, GivesOnlyAsciiWhateverComes) {
  for (const char* text : {"สมชาย", "रजनीकांत", "\xF0\x9F\x98\x80", "\xFF\xFE", ""}) {
    for (const char c : romanise_by_icu(text)) {
      EXPECT_LT(static_cast<unsigned char>(c), 0x80);
    }
  }
}

}  // namespace
}  // namespace cardea::system
