#include "cardea/cases/form.hpp"

#include <gmock/gmock.h>

namespace cardea::cases {
namespace {

FormFacts facts() {
  FormFacts facts;
  facts.number = "2026-NG-0007";
  facts.state = "RWA";
  facts.surname = "LINDQVIST";
  facts.sex = "female";
  facts.grounds = {"C"};
  facts.facts = "No visa.";
  facts.signature = "signed";
  return facts;
}

// REQ: F-E04
TEST(PrintedForm, HoldsAllGroundsAndTicksThoseThatHold) {
  const PrintedForm form = lay_out(facts(), *find_form("en"), *find_form("ar"));
  ASSERT_EQ(form.grounds.size(), 10U);
  for (const FormGround& ground : form.grounds)
    EXPECT_EQ(ground.chosen, ground.letter == "C") << ground.letter;
  EXPECT_FALSE(form.rtl);
  EXPECT_TRUE(form.other_rtl);
  EXPECT_EQ(form.facts.value, "No visa.");
  EXPECT_THAT(form.appeal.text, testing::HasSubstr("appeal"));
  EXPECT_FALSE(form.appeal.other.empty());
  EXPECT_FALSE(form.annulled.has_value());
}

TEST(PrintedForm, InOneLanguageSaysEverythingOnce) {
  const PrintedForm form = lay_out(facts(), *find_form("fr"), *find_form("fr"));
  EXPECT_EQ(form.other_language, "");
  EXPECT_EQ(form.title.other, "");
  EXPECT_EQ(form.grounds.front().text.other, "");
  EXPECT_EQ(form.signatures.front().value, "Signé");
}

TEST(PrintedForm, SaysWhenTheRefusalIsAnnulled) {
  FormFacts annulled = facts();
  annulled.annulled = true;
  EXPECT_TRUE(lay_out(annulled, *find_form("en"), *find_form("es")).annulled.has_value());
}

TEST(FormTexts, AreThereInFiveLanguagesAndNoOther) {
  for (const char* language : {"en", "fr", "es", "pt", "ar"})
    EXPECT_NE(find_form(language), nullptr) << language;
  EXPECT_EQ(find_form("xx"), nullptr);
}

TEST(FormTexts, WithoutAGroundAreRefused) {
  EXPECT_FALSE(parse_form_texts(R"({"language":"en","direction":"ltr","edition":"1","legal_source":"x",)"
                                R"("texts":{},"grounds":{}})")
                   .has_value());
}

TEST(AppealInfo, OfEveryStateIsUsedWhereAStateHasNone) {
  EXPECT_EQ(appeal_of("RWA").state, "*");
  EXPECT_EQ(versioned_name(appeal_of("RWA")), "appeal_schengen@2016-03-23");
}

}  // namespace
}  // namespace cardea::cases
