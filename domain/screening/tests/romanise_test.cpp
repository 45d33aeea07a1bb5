#include "cardea/screening/romanise.hpp"

#include <gtest/gtest.h>

namespace cardea::screening {
namespace {

struct Case {
  std::string_view from;
  std::string_view to;
};

class RomaniseTable : public ::testing::TestWithParam<Case> {};

// REQ: F-E02
TEST_P(RomaniseTable, WritesEachScriptInLatinLetters) { EXPECT_EQ(romanise(GetParam().from), GetParam().to); }

INSTANTIATE_TEST_SUITE_P(Scripts, RomaniseTable,
                         ::testing::Values(Case{"Müller-Łódź Øystein", "MULLER LODZ OYSTEIN"},
                                           Case{"Владимир Путин", "VLADIMIR PUTIN"},
                                           Case{"Щербаков", "SHCHERBAKOV"}, Case{"Νικόλαος", "NIKOLAOS"},
                                           Case{"محمد علي", "MHMD ALY"}, Case{"عبد الرحمن", "ABD AL RHMN"},
                                           Case{"דוד", "DVD"}, Case{"Բարակ Օբամա", "BARAK OBAMA"},
                                           Case{"ბარაკ ობამა", "BARAK OBAMA"},
                                           Case{"バラク・オバマ", "BARAKU OBAMA"}, Case{"きょうこ", "KYOUKO"},
                                           Case{"김정은", "GIM JEONG EUN"}, Case{"Məmmədov", "MAMMADOV"},
                                           Case{"O'Neil", "ONEIL"}, Case{"J.C. Juncker", "J C JUNCKER"},
                                           Case{"St. John", "ST JOHN"}, Case{"金正恩", ""}));

TEST(Romanise, AsksTheFallbackForScriptsWithoutATable) {
  const Romanise fallback = [](std::string_view) { return std::string("jin zhengen"); };
  EXPECT_EQ(romanise("金正恩", fallback), "JIN ZHENGEN");
}

TEST(Romanise, LeavesOutBytesThatAreNotUtf8) {
  EXPECT_EQ(romanise("A\xFF\xFE"
                     "B"),
            "A B");
}

TEST(Romanise, JoinsALetterAndItsCombiningMark) { EXPECT_EQ(romanise("Jose\xCC\x81"), "JOSE"); }

}  // namespace
}  // namespace cardea::screening
