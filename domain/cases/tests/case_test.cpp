#include "cardea/cases/case.hpp"

#include <gmock/gmock.h>

#include "cardea/cases/evidence.hpp"
#include "cardea/cases/interview.hpp"

namespace cardea::cases {
namespace {

CaseFacts held_by(std::string officer) {
  CaseFacts facts;
  facts.state = CaseState::taken;
  facts.holder = std::move(officer);
  return facts;
}

std::string_view reason_of(const Done& done) { return done ? "" : done.error().reason; }

std::string_view proposing(const CaseFacts& facts, std::vector<std::string> grounds = {"C"},
                           std::string_view text = "No visa.") {
  static std::string reason;
  const Done done = may_propose_refusal(facts, "anna", grounds, text, crossings::standard_rules().refusal);
  reason = reason_of(done);
  return reason;
}

TEST(Case, WordsComeBackAsTheyWere) {
  for (const CaseState state :
       {CaseState::waiting, CaseState::taken, CaseState::decided, CaseState::closed}) {
    CaseState read{};
    EXPECT_TRUE(parse(name(state), read));
    EXPECT_EQ(read, state);
  }
  HandOver to{};
  EXPECT_TRUE(parse("health", to));
  EXPECT_FALSE(parse("customs", to));
}

TEST(Case, IsTakenOverOnlyWithAReason) {
  EXPECT_EQ(reason_of(may_take({}, "anna", "")), "");
  EXPECT_EQ(reason_of(may_take(held_by("anna"), "anna", "")), "case_yours_already");
  EXPECT_EQ(reason_of(may_take(held_by("anna"), "berta", " ")), "take_over_needs_reason");
  EXPECT_EQ(reason_of(may_take(held_by("anna"), "berta", "end of shift")), "");
  CaseFacts decided = held_by("anna");
  decided.state = CaseState::decided;
  EXPECT_EQ(reason_of(may_take(decided, "berta", "late")), "case_decided");
}

TEST(Case, IsWorkedOnByItsHolder) {
  EXPECT_EQ(reason_of(may_work({}, "anna")), "case_not_taken");
  EXPECT_EQ(reason_of(may_work(held_by("anna"), "berta")), "case_held_by_another");
  EXPECT_EQ(reason_of(may_work(held_by("anna"), "anna")), "");
}

// REQ: F-E04, F-E09
TEST(Case, ARefusalIsProposedOnlyWhenTheLawAllowsIt) {
  EXPECT_EQ(proposing(held_by("anna")), "");
  EXPECT_EQ(proposing(held_by("anna"), {}), "refusal_needs_ground");
  EXPECT_EQ(proposing(held_by("anna"), {"Z"}), "unknown_ground");
  EXPECT_EQ(proposing(held_by("anna"), {"C"}, " "), "facts_required");
  CaseFacts facts = held_by("anna");
  facts.asylum = true;
  EXPECT_EQ(proposing(facts), "asylum_requested");
  facts = held_by("anna");
  facts.own_national = true;
  EXPECT_EQ(proposing(facts), "own_national_not_refused");
  facts = held_by("anna");
  facts.exit = true;
  EXPECT_EQ(proposing(facts), "refusal_is_for_entry");
  facts = held_by("anna");
  facts.refusal_proposed = true;
  EXPECT_EQ(proposing(facts), "refusal_waits");
}

TEST(Case, AFormHasTheYearThePostAndACount) {
  EXPECT_EQ(form_number(2026, "North Gate", 7), "2026-NG-0007");
  EXPECT_EQ(form_number(2026, "", 12345), "2026-BCP-12345");
}

// REQ: F-J10
TEST(Evidence, IsWhatItsBytesShow) {
  EXPECT_EQ(media_type_of("\xFF\xD8\xFF\xE0 rest"), "image/jpeg");
  EXPECT_EQ(media_type_of("\x89PNG\r\n\x1A\n rest"), "image/png");
  EXPECT_EQ(media_type_of("%PDF-1.7"), "application/pdf");
  EXPECT_EQ(media_type_of("<html>"), "text/plain");
  EXPECT_EQ(media_type_of(std::string_view("a\0b", 3)), "application/octet-stream");
  EXPECT_EQ(media_type_of(""), "application/octet-stream");
  EXPECT_FALSE(may_preview("text/plain"));
  EXPECT_FALSE(may_preview("application/pdf"));
}

TEST(Interview, EveryQuestionIsThereInFiveLanguages) {
  for (const Question& question : standard_interview_forms().questions) {
    for (const char* language : {"en", "fr", "es", "pt", "ar"})
      EXPECT_TRUE(question.text.contains(language)) << question.id << " " << language;
  }
}

TEST(Interview, HoldsOnlyWordsOfItsForm) {
  const InterviewForms& forms = standard_interview_forms();
  const std::vector<std::string> none;
  const std::vector<std::string> company{"company"};
  const std::vector<std::string> song{"a_song"};
  EXPECT_EQ(reason_of(check_interview(forms, "business", company, none, "none")), "");
  EXPECT_EQ(reason_of(check_interview(forms, "tourism", company, none, "none")), "unknown_question");
  EXPECT_EQ(reason_of(check_interview(forms, "picnic", none, none, "none")), "unknown_form");
  EXPECT_EQ(reason_of(check_interview(forms, "tourism", none, song, "none")), "unknown_need");
  EXPECT_EQ(reason_of(check_interview(forms, "tourism", none, none, "mime")), "unknown_interpreter_mode");
}

}  // namespace
}  // namespace cardea::cases
