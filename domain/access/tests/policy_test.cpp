#include "cardea/access/policy.hpp"

#include <gtest/gtest.h>

#include "cardea/access/unit.hpp"
#include "policy_data.hpp"

namespace cardea::access {
namespace {

std::string with(std::string text, std::string_view old_text, std::string_view new_text) {
  const auto at = text.find(old_text);
  EXPECT_NE(at, std::string::npos) << old_text;
  return text.replace(at, old_text.size(), new_text);
}

// REQ: F-Q01
TEST(Purposes, NameTheirLawAndOneDefaultForEachAction) {
  const auto& purposes = standard_policy().purposes;
  EXPECT_EQ(purposes.purposes.size(), 7U);
  for (const Purpose& purpose : purposes.purposes) EXPECT_FALSE(purpose.legal_basis.empty()) << purpose.word;
  EXPECT_EQ(default_purpose(standard_policy(), Action::inspect), "border_control");
  EXPECT_EQ(default_purpose(standard_policy(), Action::manage_officers), "administration");
  EXPECT_EQ(default_purpose(standard_policy(), Action::read_audit), "oversight");
}

TEST(Purposes, LimitWhatMayBeDone) {
  EXPECT_TRUE(serves(standard_policy(), "law_enforcement", Action::search_travellers));
  EXPECT_FALSE(serves(standard_policy(), "law_enforcement", Action::decide));
  EXPECT_FALSE(serves(standard_policy(), "statistics", Action::read_history));
  EXPECT_TRUE(serves(standard_policy(), "statistics", Action::read_events));
  EXPECT_FALSE(serves(standard_policy(), "curiosity", Action::read_events));
}

TEST(Purposes, AreRefusedWithoutLaw) {
  const std::string text(purposes_text());
  const auto lawless = parse_purposes(with(
      text, "Directive (EU) 2016/680, Articles 4 and 8; Regulation (EU) 2017/2226, Articles 29 to 32", ""));
  ASSERT_FALSE(lawless);
  EXPECT_EQ(lawless.error(), (Error{ErrorKind::malformed, "rule_out_of_range", "law_enforcement"}));
}

TEST(Purposes, AreRefusedWhenAnActionHasNoDefaultOrTwo) {
  const std::string text(purposes_text());
  EXPECT_EQ(parse_purposes(with(text, R"("default_for": ["read_statistics"])", R"("default_for": [])"))
                .error()
                .detail,
            "read_statistics");
  EXPECT_EQ(parse_purposes(with(text, R"("default_for": ["read_statistics"])",
                                R"("default_for": ["read_statistics", "read_board"])"))
                .error()
                .detail,
            "read_board");
}

TEST(AccessRules, LetNobodyTakeAnAdministratorsRoleInAnEmergency) {
  const std::string text(access_policy_text());
  EXPECT_EQ(parse_access_rules(with(text, R"(["second_line", "shift_leader"])", R"(["administrator"])"))
                .error()
                .detail,
            "break_glass_roles");
}

TEST(UnitWord, KeepsLettersAndDigits) {
  EXPECT_EQ(unit_word("North Gate"), "north_gate");
  EXPECT_EQ(unit_word("lane-1"), "lane_1");
  EXPECT_EQ(unit_word(" Poste 12 / Est "), "poste_12_est");
}

TEST(UnitWord, NamesWhatHasNoLetterOfAsciiByItsHash) {
  EXPECT_TRUE(unit_word("نقطة").starts_with("unit_"));
  EXPECT_EQ(unit_word("نقطة"), unit_word("نقطة"));
  EXPECT_NE(unit_word("نقطة"), unit_word("معبر"));
  EXPECT_TRUE(check_unit_path(unit_word("نقطة")));
}

TEST(UnitPath, IsWordsBetweenSlashes) {
  for (const char* path : {"hq", "hq/north/north_gate/lane_1", "1"})
    EXPECT_TRUE(check_unit_path(path)) << path;
  for (const char* path : {"", "/hq", "hq/", "hq//north", "HQ", "hq/../north", "a/b/c/d/e/f/g/h/i"}) {
    EXPECT_FALSE(check_unit_path(path)) << path;
  }
  EXPECT_EQ(unit_above("hq/north/north_gate"), "hq/north");
  EXPECT_EQ(unit_above("hq"), "");
}

TEST(UnitKind, StandsBelowWhatIsFurtherUp) {
  EXPECT_TRUE(may_stand_below(UnitKind::lane, UnitKind::post));
  EXPECT_TRUE(may_stand_below(UnitKind::post, UnitKind::regional_centre));
  EXPECT_TRUE(may_stand_below(UnitKind::headquarters_department, UnitKind::headquarters_department));
  EXPECT_FALSE(may_stand_below(UnitKind::post, UnitKind::lane));
  EXPECT_FALSE(may_stand_below(UnitKind::post, UnitKind::post));
  EXPECT_FALSE(may_stand_below(UnitKind::lane, UnitKind::lane));
}

TEST(UnitKind, ComesBackFromItsWord) {
  for (const std::string_view word : kUnitKindWords) {
    UnitKind kind{};
    EXPECT_TRUE(parse(word, kind));
    EXPECT_EQ(name(kind), word);
  }
}

}  // namespace
}  // namespace cardea::access
