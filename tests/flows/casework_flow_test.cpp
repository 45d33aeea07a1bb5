// The second line on the real store.
#include "cardea/kernel/codec.hpp"
#include "cardea/testkit/people.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::casework {
namespace {

using crossings::Direction;
using crossings::Outcome;

class SecondLine : public testing::Test {
 protected:
  testkit::Post post;
  inspection::Inspections inspections = post.inspections();
  Cases cases = post.cases();
  ports::Caller anna = post.officer("anna");
  ports::Caller berta = post.officer("berta", "second_line");
  ports::Caller carl = post.officer("carl", "second_line");
  ports::Caller dora = post.officer("dora", "shift_leader");

  void SetUp() override { post.list_in_force(); }

  FormalityId referred(std::vector<std::string> reasons = {"purpose_doubt"}) {
    const auto view = inspections.open(anna, {testkit::passport_of({}), Direction::entry, {}, {}}).value();
    const inspection::Decide refer{Outcome::refer, std::move(reasons), {}, {}, {}};
    return inspections.decide(anna, view.id, refer).value().id;
  }
  CaseId case_of(FormalityId inspection) {
    return post.records().cases().find_of(inspection).value()->opened.case_id;
  }
  CaseId taken(std::vector<std::string> reasons = {"purpose_doubt"}) {
    const CaseId id = case_of(referred(std::move(reasons)));
    EXPECT_TRUE(cases.take(berta, id, {}).has_value());
    return id;
  }
  Result<CaseView> propose(CaseId id) {
    return cases.propose_refusal(berta, id, {{"C", "E"}, "No visa in the passport.", {}, {}});
  }
  /// A case whose refusal is in force.
  CaseView refused(CaseId id) {
    const RefusalId refusal = propose(id).value().refusals.front().id;
    return cases.approve_refusal(carl, id, refusal, {"0001"}).value();
  }
  std::string outcome_of(const CaseView& view) {
    return post.records().history(view.traveller.traveller_id, 10).value().front().outcome;
  }
};

// REQ: F-E04
TEST_F(SecondLine, AReferralOpensACaseWithReasonsTargetAndPriority) {
  const FormalityId inspection = referred({"protection", "purpose_doubt"});
  const auto list = cases.list(berta, true);
  ASSERT_TRUE(list.has_value()) << list.error().reason;
  ASSERT_EQ(list->size(), 1U);
  const CaseLine& line = list->front();
  EXPECT_EQ(line.inspection_id, inspection);
  EXPECT_EQ(line.state, "waiting");
  EXPECT_EQ(line.priority, "urgent");
  EXPECT_TRUE(line.protection);
  EXPECT_EQ(line.due_at, plus_seconds(post.clock.now(), 15 * 60));
  EXPECT_EQ(line.primary_identifier, "LINDQVIST");
}

TEST_F(SecondLine, AReferralTakenBackClosesItsCaseUnlessSomebodyHasIt) {
  const FormalityId first = referred();
  EXPECT_TRUE(inspections.take_back(anna, first).has_value());
  EXPECT_TRUE(cases.list(berta, true).value().empty());
  const FormalityId second = referred();
  ASSERT_TRUE(cases.take(berta, case_of(second), {}).has_value());
  EXPECT_EQ(inspections.take_back(anna, second).error().reason, "case_taken");
}

TEST_F(SecondLine, IsNotForTheFirstLine) {
  EXPECT_EQ(cases.list(anna, true).error().reason, "role_missing");
  EXPECT_EQ(cases.take(anna, case_of(referred()), {}).error().reason, "role_missing");
}

TEST_F(SecondLine, ACaseIsHeldByOneOfficerAndTakenOverWithAReason) {
  const CaseId id = taken();
  const auto unexplained = cases.take(carl, id, {});
  EXPECT_EQ(unexplained.error().reason, "take_over_needs_reason");
  EXPECT_EQ(cases.decide(carl, id, {"admit", {}, {}, {}, {}, {}}).error().reason, "case_held_by_another");
  const auto view = cases.take(carl, id, {"end of shift"});
  ASSERT_TRUE(view.has_value()) << view.error().reason;
  EXPECT_TRUE(view->yours);
  EXPECT_EQ(view->holder->name, "Officer carl");
  EXPECT_EQ(view->timeline.back().type, "case.taken");
  EXPECT_EQ(view->timeline.back().detail, "Officer berta");
}

TEST_F(SecondLine, LookingAtAColleaguesCaseIsRecorded) {
  const CaseId id = taken();
  ASSERT_TRUE(cases.get(berta, id).has_value());
  EXPECT_THAT(post.journal(), testing::Not(testing::Contains("personal_data.accessed")));
  ASSERT_TRUE(cases.get(carl, id).has_value());
  EXPECT_EQ(post.journal().back(), "personal_data.accessed");
}

// REQ: F-E04
TEST_F(SecondLine, ARefusalTakesEffectWhenASecondPersonApprovesIt) {
  const CaseId id = taken();
  const auto proposed = propose(id);
  ASSERT_TRUE(proposed.has_value()) << proposed.error().reason;
  const RefusalView& refusal = proposed->refusals.front();
  EXPECT_EQ(refusal.number, "2026-NG-0001");
  EXPECT_FALSE(refusal.may_approve);
  EXPECT_EQ(outcome_of(*proposed), "refer");
  EXPECT_EQ(cases.approve_refusal(berta, id, refusal.id, {"0001"}).error().reason, "same_person");
  EXPECT_EQ(cases.approve_refusal(carl, id, refusal.id, {"0002"}).error().reason, "confirmation_wrong");
  EXPECT_EQ(cases.approve_refusal(anna, id, refusal.id, {"0001"}).error().reason, "role_missing");
  const auto approved = cases.approve_refusal(carl, id, refusal.id, {"0001"});
  ASSERT_TRUE(approved.has_value()) << approved.error().reason;
  EXPECT_EQ(approved->state, "decided");
  EXPECT_EQ(approved->refusals.front().state, "in_force");
  EXPECT_EQ(outcome_of(*approved), "refuse");
  EXPECT_EQ(post.records().history(approved->traveller.traveller_id, 10).value().size(), 1U);
}

TEST_F(SecondLine, AProposalReturnedOrLapsedIsWithoutEffect) {
  const CaseId id = taken();
  const RefusalId first = propose(id).value().refusals.front().id;
  EXPECT_EQ(propose(id).error().reason, "refusal_waits");
  EXPECT_EQ(cases.return_refusal(carl, id, first, {""}).error().reason, "reason_required");
  ASSERT_TRUE(cases.return_refusal(carl, id, first, {"facts too thin"}).has_value());
  const RefusalId second = propose(id).value().refusals.back().id;
  post.clock.advance_seconds(25 * 60 * 60);
  EXPECT_EQ(cases.approve_refusal(carl, id, second, {"0002"}).error().reason, "proposal_lapsed");
  EXPECT_EQ(cases.get(berta, id).value().refusals.back().state, "lapsed");
  EXPECT_TRUE(cases.decide(berta, id, {"admit", {}, {}, {}, {}, {}}).has_value());
}

// REQ: F-E09
TEST_F(SecondLine, AnAsylumRequestStopsARefusal) {
  const CaseId id = taken();
  const RefusalId refusal = propose(id).value().refusals.front().id;
  ASSERT_TRUE(cases.request_asylum(carl, id).has_value());
  EXPECT_EQ(cases.approve_refusal(carl, id, refusal, {"0001"}).error().reason, "asylum_requested");
  ASSERT_TRUE(cases.return_refusal(carl, id, refusal, {"asylum requested"}).has_value());
  EXPECT_EQ(propose(id).error().reason, "asylum_requested");
  const auto handed = cases.decide(berta, id, {"hand_over", {}, "asylum_authority", {}, {}, {}});
  ASSERT_TRUE(handed.has_value()) << handed.error().reason;
  EXPECT_EQ(outcome_of(*handed), "hand_over");
}

TEST_F(SecondLine, AnAdmissionBecomesTheOutcomeOfTheCrossingOnce) {
  const CaseId id = taken();
  EXPECT_EQ(cases.decide(berta, id, {"admit", {{"a_song"}}, {}, {}, {}, {}}).error().reason,
            "unknown_condition");
  EXPECT_EQ(cases.decide(berta, id, {"admit", {}, {}, {}, {}, 91}).error().reason, "days_granted_over_limit");
  const auto admitted =
      cases.decide(berta, id, {"admit", {{"address_stated"}}, {}, "hotel called", "tourism", 10});
  ASSERT_TRUE(admitted.has_value()) << admitted.error().reason;
  EXPECT_EQ(outcome_of(*admitted), "admit");
  EXPECT_EQ(post.records().history(admitted->traveller.traveller_id, 10).value().size(), 1U);
  EXPECT_EQ(cases.decide(berta, id, {"admit", {}, {}, {}, {}, {}}).error().reason, "case_decided");
  EXPECT_EQ(inspections.take_back(berta, admitted->inspection_id).error().reason, "case_taken");
}

// REQ: F-E04
TEST_F(SecondLine, AnAnnulmentKeepsTheRefusalAndBringsTheCaseBack) {
  const CaseId id = taken();
  const RefusalId refusal = refused(id).refusals.front().id;
  EXPECT_EQ(cases.annul_refusal(carl, id, refusal, {"visa found"}).error().reason, "role_missing");
  const auto annulled = cases.annul_refusal(dora, id, refusal, {"visa found"});
  ASSERT_TRUE(annulled.has_value()) << annulled.error().reason;
  EXPECT_EQ(annulled->state, "waiting");
  EXPECT_EQ(annulled->refusals.front().state, "annulled");
  EXPECT_EQ(annulled->refusals.front().reason, "visa found");
  EXPECT_EQ(outcome_of(*annulled), "refer");
  EXPECT_TRUE(cases.form(dora, id, refusal, "fr", "en").value().annulled.has_value());
}

// REQ: F-E04
TEST_F(SecondLine, TheFormIsIssuedWithTheDigestOfItsPdf) {
  const CaseId id = taken();
  const RefusalId waiting = propose(id).value().refusals.front().id;
  EXPECT_EQ(cases.form(berta, id, waiting, "ar", "en").error().reason, "refusal_not_in_force");
  const auto approved = cases.approve_refusal(carl, id, waiting, {"0001"}).value();
  EXPECT_EQ(cases.issue_form(berta, id, waiting, {"xx", "en", "signed"}).error().reason, "unknown_language");
  const auto issued = cases.issue_form(berta, id, waiting, {"ar", "en", "refused_to_sign"});
  ASSERT_TRUE(issued.has_value()) << issued.error().reason;
  const std::string pdf = cases.form_pdf(berta, id, waiting, "ar", "en").value();
  EXPECT_TRUE(pdf.starts_with("%PDF"));
  EXPECT_EQ(issued->refusals.front().pdf_sha256, to_hex(sha256(pdf)));
  EXPECT_EQ(issued->refusals.front().signature, "refused_to_sign");
}

// REQ: F-E04
TEST_F(SecondLine, AnInterviewIsSavedAsDraftAndFinished) {
  const CaseId id = taken();
  SaveInterview interview{"tourism", "ar", "telephone", "no. 17", {{"minor"}}, {{"where_stay", "Hotel"}}, {}};
  ASSERT_TRUE(cases.save_interview(berta, id, interview).has_value());
  interview.finished = true;
  const auto view = cases.save_interview(berta, id, interview);
  ASSERT_TRUE(view.has_value()) << view.error().reason;
  EXPECT_TRUE(view->interview->finished);
  EXPECT_EQ(view->interview->answers.front().answer, "Hotel");
  EXPECT_EQ(cases.save_interview(carl, id, interview).error().reason, "case_held_by_another");
  interview.answers.front().question = "company";
  EXPECT_EQ(cases.save_interview(berta, id, interview).error().reason, "unknown_question");
}

// REQ: F-J10
TEST_F(SecondLine, EvidenceIsKeptByItsDigestAndOnlyImagesAreShown) {
  const CaseId id = taken();
  const std::string image = "\x89PNG\r\n\x1A\n rest";
  ASSERT_TRUE(cases.add_evidence(berta, id, "passport.html", image).has_value());
  const auto view = cases.add_evidence(berta, id, "page.png", "<script>");
  ASSERT_TRUE(view.has_value()) << view.error().reason;
  EXPECT_EQ(view->evidence[0].media_type, "image/png");
  EXPECT_TRUE(view->evidence[0].preview);
  EXPECT_EQ(view->evidence[1].media_type, "text/plain");
  EXPECT_FALSE(view->evidence[1].preview);
  EXPECT_EQ(view->evidence[0].sha256, to_hex(sha256(image)));
  EXPECT_EQ(cases.read_evidence(carl, id, view->evidence[0].id).value().bytes, image);
  EXPECT_EQ(post.journal().back(), "personal_data.accessed");
  EXPECT_EQ(cases.add_evidence(berta, id, "../x", image).error().reason, "file_name_invalid");
}

TEST_F(SecondLine, AnotherUnitIsAskedWithADeadlineThatLapses) {
  const CaseId id = taken();
  const auto asked = cases.consult(berta, id, {"consulate", "Was a visa issued?", 30});
  ASSERT_TRUE(asked.has_value()) << asked.error().reason;
  EXPECT_FALSE(asked->consultations.front().lapsed);
  post.clock.advance_seconds(31 * 60);
  EXPECT_TRUE(cases.get(berta, id).value().consultations.front().lapsed);
  const ConsultationId question = asked->consultations.front().id;
  const auto answered = cases.answer(carl, id, question, {"No."});
  ASSERT_TRUE(answered.has_value()) << answered.error().reason;
  EXPECT_EQ(answered->consultations.front().answer, "No.");
  EXPECT_EQ(cases.answer(carl, id, question, {"Yes."}).error().reason, "answered_already");
}

// REQ: F-A05
TEST_F(SecondLine, EachLevelIsToldOnceWhenATimeLimitLapses) {
  const CaseId id = case_of(referred());
  ASSERT_TRUE(cases.sweep().has_value());
  EXPECT_THAT(post.journal(), testing::Not(testing::Contains("case.escalated")));
  post.clock.advance_seconds(61 * 60);
  ASSERT_TRUE(cases.sweep().has_value());
  ASSERT_TRUE(cases.sweep().has_value());
  EXPECT_EQ(cases.list(berta, true).value().front().level, "shift_leader");
  post.clock.advance_seconds(4 * 60 * 60);
  EXPECT_EQ(cases.list(berta, true).value().front().level, "headquarters_desk");
  int told = 0;
  const CaseView view = cases.get(berta, id).value();
  for (const auto& act : view.timeline) told += act.type == "case.escalated" ? 1 : 0;
  EXPECT_EQ(told, 3);
}

TEST_F(SecondLine, TwoActsOnOneRevisionAreOneActAndOneConflict) {
  const CaseId id = case_of(referred());
  const ports::ActRequest seen{{}, {}, 1};
  ASSERT_TRUE(cases.take(berta, id, {}, seen).has_value());
  EXPECT_EQ(cases.take(carl, id, {"mine"}, seen).error().reason, "revision_mismatch");
  const ports::ActRequest keyed{"one-key-for-it", sha256("x"), {}};
  ASSERT_TRUE(cases.consult(berta, id, {"police", "Known?", 5}, keyed).has_value());
  EXPECT_EQ(cases.consult(berta, id, {"police", "Known?", 5}, keyed).value().consultations.size(), 1U);
}

TEST_F(SecondLine, ACaseIsOpenedByHandWhenNoneIsOpen) {
  const auto view = inspections.open(anna, {testkit::passport_of({}), Direction::entry, {}, {}}).value();
  const OpenByHand input{view.id, {"document_doubt"}, {}};
  EXPECT_EQ(cases.open(berta, input).error().reason, "not_decided");
  ASSERT_TRUE(inspections.decide(anna, view.id, {Outcome::admit, {}, {}, {}, {}}).has_value());
  const auto opened = cases.open(berta, input);
  ASSERT_TRUE(opened.has_value()) << opened.error().reason;
  EXPECT_EQ(opened->origin, "by_hand");
  EXPECT_EQ(cases.open(berta, input).error().reason, "case_open_already");
}

TEST_F(SecondLine, TablesAreAFunctionOfTheJournal) {
  const CaseId id = taken({"protection"});
  ASSERT_TRUE(cases.add_evidence(berta, id, "note.txt", "seen").has_value());
  ASSERT_TRUE(cases.consult(berta, id, {"police", "Known?", 5}).has_value());
  const RefusalId refusal = refused(id).refusals.front().id;
  ASSERT_TRUE(cases.issue_form(berta, id, refusal, {"es", "en", "signed"}).has_value());
  ASSERT_TRUE(cases.annul_refusal(dora, id, refusal, {"visa found"}).has_value());
  const auto before = post.store().table_digests().value();
  ASSERT_TRUE(post.store().rebuild().has_value());
  const auto after = post.store().table_digests().value();
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i)
    EXPECT_EQ(before[i].digest, after[i].digest) << before[i].table;
}

}  // namespace
}  // namespace cardea::casework
