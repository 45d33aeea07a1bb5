#include "cardea/crossings/relaxation.hpp"

#include <gtest/gtest.h>

#include "cardea/crossings/minor.hpp"

namespace cardea::crossings {
namespace {

std::string file(const std::string& check, int minutes = 60) {
  return R"({"id":"r","edition":"1","legal_source":"law","valid_from":"2026-01-01","minutes_max":)" +
         std::to_string(minutes) + R"(,"checks":[{"check":")" + check + R"(","directions":["exit"]}]})";
}

// REQ: F-E06
TEST(Relaxation, NoFileLetsListsOrTheDocumentGo) {
  EXPECT_TRUE(parse_relaxation_rules(file("stay")).has_value());
  for (const char* check : {"watchlist", "document_status", "check_digits", "validity", "a_song"}) {
    const auto rules = parse_relaxation_rules(file(check));
    ASSERT_FALSE(rules.has_value()) << check;
    EXPECT_EQ(rules.error().reason, "rule_out_of_range");
  }
  EXPECT_FALSE(parse_relaxation_rules(file("stay", 0)).has_value());
  EXPECT_FALSE(parse_relaxation_rules(file("stay", 24 * 60 + 1)).has_value());
}

TEST(Relaxation, TheBuiltInRulesAreNamedWithTheirEdition) {
  EXPECT_EQ(versioned_name(standard_relaxation_rules()), "relaxation@2026-11-25");
}

// REQ: F-E09
TEST(Minors, AreInCareWithTheHolderOrWithConsent) {
  EXPECT_EQ(care_of({"parental_authority", "Eva", "mother", "not_seen"}), MinorCare::in_care);
  EXPECT_EQ(care_of({"other_adult", "Ole", "uncle", "seen"}), MinorCare::in_care);
  EXPECT_EQ(care_of({"other_adult", "Ole", "uncle", "not_seen"}), MinorCare::without_consent);
  EXPECT_EQ(care_of({"nobody", "", "", "not_required"}), MinorCare::in_care);
  EXPECT_EQ(care_of({"nobody", "", "", "not_seen"}), MinorCare::without_consent);
}

TEST(Minors, CompanyIsSaidInKnownWordsAndByName) {
  EXPECT_TRUE(check_company({"nobody", "", "", "seen"}).has_value());
  EXPECT_EQ(check_company({"a_dog", "", "", "seen"}).error().reason, "minor_company_unknown");
  EXPECT_EQ(check_company({"nobody", "", "", "maybe"}).error().reason, "minor_company_unknown");
  EXPECT_EQ(check_company({"other_adult", " ", "", "seen"}).error().reason, "minor_company_name_required");
}

}  // namespace
}  // namespace cardea::crossings
