// What the first line hands on and what it says of a person, on the real store.
#include "cardea/kernel/codec.hpp"
#include "cardea/testkit/people.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::inspection {
namespace {

using crossings::Comparison;
using crossings::Direction;
using crossings::Outcome;
using testkit::Person;

constexpr std::int64_t kDay = 24 * 60 * 60;

class FirstLine : public testing::Test {
 protected:
  testkit::Post post;
  Inspections inspections = post.inspections();
  casework::Cases cases = post.cases();
  travellers::Travellers people = post.travellers();
  ports::Caller anna = post.officer("anna");
  ports::Caller bert = post.officer("bert");
  ports::Caller berta = post.officer("berta", "second_line");
  ports::Caller dora = post.officer("dora", "shift_leader");

  void SetUp() override { post.list_in_force(); }

  InspectionView open(const Person& person = {}, Direction direction = Direction::entry) {
    return inspections.open(anna, {testkit::passport_of(person), direction, {}, {}}).value();
  }
  Result<InspectionView> decide(const InspectionView& view, Outcome outcome,
                                std::vector<std::string> reasons = {}, std::string note = {}) {
    return inspections.decide(anna, view.id, {outcome, std::move(reasons), std::move(note), {}, {}});
  }
  Result<InspectionView> refuse(const InspectionView& view) {
    return decide(view, Outcome::refuse, {"E"}, "No address for the stay.");
  }
  Result<casework::CaseView> approve(const InspectionView& view, const ports::Caller& by) {
    const CaseId id = view.second_line->case_id;
    const RefusalId refusal = cases.get(by, id).value().refusals.back().id;
    return cases.approve_refusal(by, id, refusal, {view.second_line->number->substr(8)});
  }
  std::string outcome_of(const InspectionView& view) {
    const auto history = post.records().history(view.traveller.traveller_id, 1).value();
    return history.empty() ? "none" : history.front().outcome;
  }
  void admit_in_the_second_line(const InspectionView& view) {
    ASSERT_TRUE(decide(view, Outcome::refer, {"purpose_doubt"}).has_value());
    const CaseId id = post.records().cases().find_of(view.id).value()->opened.case_id;
    ASSERT_TRUE(cases.take(berta, id, {}).has_value());
    const auto admitted = cases.decide(berta, id, {"admit", {}, {}, "host called", "tourism", {}});
    ASSERT_TRUE(admitted.has_value()) << admitted.error().reason;
  }
  std::vector<ports::StayRow> stays_of(const InspectionView& view) {
    return post.records().travellers().stays(view.traveller.traveller_id).value();
  }
  static Person child() {
    Person person;
    person.birth = "140812";
    person.number = "C7654321";
    return person;
  }
};

// ---- asylum ----

// REQ: F-E09
TEST_F(FirstLine, ARequestForAsylumOpensTheCaseAtOnceAndStopsARefusal) {
  const auto view = open();
  const auto asked = inspections.request_asylum(anna, view.id, {});
  ASSERT_TRUE(asked.has_value()) << asked.error().reason;
  EXPECT_EQ(asked->state, "decided");
  EXPECT_EQ(asked->decision->outcome, "refer");
  ASSERT_TRUE(asked->second_line.has_value());
  EXPECT_TRUE(asked->second_line->asylum);
  const auto line = cases.list(berta, true).value().front();
  EXPECT_TRUE(line.asylum);
  EXPECT_TRUE(line.protection);
  EXPECT_EQ(line.priority, "urgent");
  EXPECT_EQ(refuse(view).error().reason, "already_decided");
  ASSERT_TRUE(cases.take(berta, line.id, {}).has_value());
  EXPECT_EQ(cases.propose_refusal(berta, line.id, {{"C"}, "No visa.", {}, {}}).error().reason,
            "asylum_requested");
}

// REQ: F-E09
TEST_F(FirstLine, ARefusalThatWaitsIsNotApprovedOnceAsylumIsRequested) {
  const auto refused = refuse(open());
  ASSERT_TRUE(refused.has_value()) << refused.error().reason;
  const auto asked = inspections.request_asylum(anna, refused->id, {});
  ASSERT_TRUE(asked.has_value()) << asked.error().reason;
  EXPECT_EQ(asked->second_line->case_id, refused->second_line->case_id);
  EXPECT_EQ(approve(*asked, dora).error().reason, "asylum_requested");
}

// REQ: F-E09
TEST_F(FirstLine, ADocumentSwipedAnewDoesNotGetAroundARequestForAsylum) {
  ASSERT_TRUE(inspections.request_asylum(anna, open().id, {}).has_value());
  EXPECT_EQ(refuse(open()).error().reason, "asylum_requested");
}

// REQ: F-E09
TEST_F(FirstLine, NeitherTakesARequestForAsylumBackNorRecordsItTwice) {
  const auto view = open();
  ASSERT_TRUE(inspections.request_asylum(anna, view.id, {}).has_value());
  const auto entries = post.journal().size();
  ASSERT_TRUE(inspections.request_asylum(bert, view.id, {}).has_value());
  EXPECT_EQ(post.journal().size(), entries);
  EXPECT_EQ(inspections.take_back(anna, view.id).error().reason, "asylum_requested");
}

// REQ: F-E09
TEST_F(FirstLine, SomebodyWithoutADocumentAsksForAsylumAsWell) {
  const auto view = inspections.open(anna, {"", Direction::entry, {}, {}});
  ASSERT_TRUE(view.has_value()) << view.error().reason;
  const auto asked = inspections.request_asylum(anna, view->id, {"Says: Amina, speaks Somali"});
  ASSERT_TRUE(asked.has_value()) << asked.error().reason;
  const auto kept = cases.get(berta, asked->second_line->case_id).value();
  EXPECT_EQ(kept.note, "Says: Amina, speaks Somali");
  EXPECT_EQ(kept.origin, "asylum");
}

// REQ: F-E09
TEST_F(FirstLine, AsylumIsRequestedAfterAnAdmissionAndAfterARefusalInForceToo) {
  const auto admitted = open();
  ASSERT_TRUE(decide(admitted, Outcome::admit).has_value());
  ASSERT_TRUE(inspections.request_asylum(anna, admitted.id, {})->second_line->asylum);
  EXPECT_EQ(outcome_of(admitted), "admit");
  Person other;
  other.number = "X1234567";
  other.primary = "OKAFOR";
  const auto refused = refuse(open(other));
  ASSERT_TRUE(approve(*refused, dora).has_value());
  post.clock.advance_seconds(1);
  const auto asked = inspections.request_asylum(anna, refused->id, {});
  ASSERT_TRUE(asked.has_value()) << asked.error().reason;
  EXPECT_TRUE(asked->second_line->asylum);
  EXPECT_NE(asked->second_line->case_id, refused->second_line->case_id);
}

// ---- a refusal needs a second person ----

// REQ: F-E04
TEST_F(FirstLine, ARefusalAtTheBoothTakesEffectWhenASecondPersonApprovesIt) {
  const auto refused = refuse(open());
  ASSERT_TRUE(refused.has_value()) << refused.error().reason;
  EXPECT_EQ(refused->state, "decided");
  EXPECT_EQ(refused->second_line->refusal, "proposed");
  EXPECT_EQ(refused->second_line->number, "2026-NG-0001");
  EXPECT_EQ(outcome_of(*refused), "refer");
  const auto line = cases.list(dora, true).value().front();
  EXPECT_TRUE(line.waits_for_approval);
  EXPECT_THAT(line.reasons, testing::ElementsAre("refusal_proposed"));
  EXPECT_EQ(approve(*refused, berta).value().state, "decided");
  EXPECT_EQ(outcome_of(*refused), "refuse");
  EXPECT_EQ(inspections.get(anna, refused->id)->second_line->refusal, "in_force");
  EXPECT_TRUE(stays_of(*refused).empty());
}

// REQ: F-E04
TEST_F(FirstLine, WhoProposedARefusalDoesNotApproveIt) {
  const auto view = open();
  const auto refused = inspections.decide(dora, view.id, {Outcome::refuse, {{"E"}}, "No address.", {}, {}});
  ASSERT_TRUE(refused.has_value()) << refused.error().reason;
  EXPECT_EQ(approve(*refused, dora).error().reason, "same_person");
  EXPECT_TRUE(approve(*refused, berta).has_value());
}

// REQ: F-E04
TEST_F(FirstLine, AProposalHasGroundsAndFactsAndIsNeverAboutAnOwnNational) {
  const auto view = open();
  EXPECT_EQ(decide(view, Outcome::refuse, {}, "facts").error().reason, "refusal_needs_ground");
  EXPECT_EQ(decide(view, Outcome::refuse, {"E"}).error().reason, "facts_required");
  Person national;
  national.nationality = national.issuer = "RWA";
  EXPECT_EQ(refuse(open(national)).error().reason, "own_national_not_refused");
  EXPECT_EQ(refuse(open({}, Direction::exit)).error().reason, "refusal_is_for_entry");
}

TEST_F(FirstLine, AProposalTakenBackIsNotApproved) {
  const auto refused = refuse(open());
  const auto case_id = refused->second_line->case_id;
  ASSERT_TRUE(inspections.take_back(anna, refused->id).has_value());
  const RefusalId refusal = cases.get(dora, case_id).value().refusals.front().id;
  EXPECT_EQ(cases.approve_refusal(dora, case_id, refusal, {"0001"}).error().reason, "case_decided");
  EXPECT_TRUE(inspections.decide(anna, refused->id, {Outcome::admit, {}, {}, {}, {}}).has_value());
}

// REQ: F-E01
TEST_F(FirstLine, AnAdmissionByTheSecondLineOpensAStayThatALaterExitCloses) {
  const auto view = open();
  admit_in_the_second_line(view);
  ASSERT_EQ(stays_of(view).size(), 1U);
  EXPECT_FALSE(stays_of(view).front().left.has_value());
  post.clock.advance_seconds(100 * kDay);
  EXPECT_EQ(people.overstays(dora, "", 10)->overstays.size(), 1U);
  const auto leaving = open({}, Direction::exit);
  admit_in_the_second_line(leaving);
  EXPECT_TRUE(stays_of(view).front().left.has_value());
  EXPECT_TRUE(people.overstays(dora, "", 10)->overstays.empty());
}

TEST_F(FirstLine, ARefusalThatFollowsAnAdmissionLeavesNoStay) {
  const auto view = open();
  ASSERT_TRUE(decide(view, Outcome::admit).has_value());
  ASSERT_EQ(stays_of(view).size(), 1U);
  const auto opened = cases.open(berta, {view.id, {"document_doubt"}, {}}).value();
  ASSERT_TRUE(cases.take(berta, opened.id, {}).has_value());
  const auto proposed = cases.propose_refusal(berta, opened.id, {{"B"}, "Forged page.", {}, {}}).value();
  ASSERT_TRUE(cases.approve_refusal(dora, opened.id, proposed.refusals.front().id, {"0001"}).has_value());
  EXPECT_TRUE(stays_of(view).empty());
}

// ---- who the person is ----

// REQ: F-E05
TEST_F(FirstLine, AnOfficerStatesAClassAndTicksItsDuties) {
  const auto view = open();
  EXPECT_EQ(view.person.person_class, "visitor");
  EXPECT_THAT(view.person.may_be_stated, testing::Contains("pilot"));
  EXPECT_THAT(view.person.may_be_stated, testing::Not(testing::Contains("asylum_applicant")));
  const auto stated = inspections.record_person(anna, view.id, {"pilot", "in uniform", {{"licence"}}, {}});
  ASSERT_TRUE(stated.has_value()) << stated.error().reason;
  EXPECT_EQ(stated->person.person_class, "pilot");
  EXPECT_TRUE(stated->person.stated);
  EXPECT_EQ(stated->person.reason, "in uniform");
  EXPECT_THAT(stated->person.duties, testing::ElementsAre("licence", "crew_list"));
  EXPECT_THAT(stated->person.duties_done, testing::ElementsAre("licence"));
  EXPECT_EQ(stated->checks.at(6).reason, "days_not_counted");
  EXPECT_FALSE(stated->stay.has_value());
  EXPECT_GT(stated->revision, view.revision);
  ASSERT_TRUE(decide(*stated, Outcome::admit).has_value());
  EXPECT_TRUE(stays_of(view).empty());
  EXPECT_EQ(open().person.person_class, "visitor");
}

TEST_F(FirstLine, AClassIsStatedWithAReasonAndOnlyOneThatMayBe) {
  const auto view = open();
  const auto state = [&](const char* word, const char* reason, std::vector<std::string> duties) {
    return inspections.record_person(anna, view.id, {word, reason, std::move(duties), {}}).error().reason;
  };
  EXPECT_EQ(state("own_national", "says so", {}), "class_not_to_be_stated");
  EXPECT_EQ(state("asylum_applicant", "says so", {}), "class_not_to_be_stated");
  EXPECT_EQ(state("pilot", " ", {}), "reason_required");
  EXPECT_EQ(state("pilot", "in uniform", {"interpreter"}), "unknown_duty");
  ASSERT_TRUE(decide(view, Outcome::admit).has_value());
  EXPECT_EQ(state("pilot", "in uniform", {}), "already_decided");
}

// REQ: F-E05
TEST_F(FirstLine, ADocumentOfARefugeeShowsItsClass) {
  Person refugee;
  refugee.nationality = "XXB";
  EXPECT_EQ(open(refugee).person.person_class, "refugee");
}

// REQ: F-E09
TEST_F(FirstLine, AMinorIsAdmittedWhenSomebodySaysWithWhom) {
  const auto view = open(child());
  EXPECT_EQ(view.person.minor, "not_recorded");
  EXPECT_THAT(view.person.duties, testing::Contains("parental_authority"));
  EXPECT_EQ(decide(view, Outcome::admit).error().reason, "minor_company_required");
  const auto with = inspections.record_person(
      anna, view.id,
      {{}, {}, {}, crossings::MinorCompany{"parental_authority", "Eva Lindqvist", "mother", "not_required"}});
  ASSERT_TRUE(with.has_value()) << with.error().reason;
  EXPECT_EQ(with->person.minor, "in_care");
  EXPECT_EQ(with->person.company->relation, "mother");
  EXPECT_TRUE(decide(view, Outcome::admit).has_value());
}

// REQ: F-E09
TEST_F(FirstLine, AMinorAloneWithoutConsentIsAdmittedWithARecordedReasonOnly) {
  const auto view = open(child());
  const auto alone = inspections.record_person(
      anna, view.id, {{}, {}, {}, crossings::MinorCompany{"nobody", "", "", "not_seen"}});
  ASSERT_TRUE(alone.has_value()) << alone.error().reason;
  EXPECT_EQ(alone->person.minor, "without_consent");
  EXPECT_EQ(decide(view, Outcome::admit).error().reason, "minor_reason_required");
  EXPECT_TRUE(decide(view, Outcome::admit, {"guardian_reached"}).has_value());
}

// REQ: F-E09
TEST_F(FirstLine, AMissingChildIsReferredForProtectionAndNeverSuggestedForRefusal) {
  auto alert = testkit::alert_about("own", "7", "Anna Maria Lindqvist", "1974-08-12");
  alert.action = watchlist::AlertAction::protect;
  post.list_in_force({alert});
  const auto view = open();
  ASSERT_EQ(view.hits.size(), 1U);
  const auto compared = inspections.compare(anna, view.id, {"own", "7", Comparison::same_person, {}});
  ASSERT_TRUE(compared.has_value()) << compared.error().reason;
  EXPECT_TRUE(compared->assessment.refusal_grounds.empty());
  EXPECT_EQ(decide(*compared, Outcome::admit).error().reason, "admit_blocked");
  ASSERT_TRUE(decide(*compared, Outcome::refer, {"protection"}).has_value());
  EXPECT_TRUE(cases.list(berta, true).value().front().protection);
}

// ---- parked and found ----

// REQ: F-E01
TEST_F(FirstLine, AnOpenTravellerIsFoundAgainByNameAndNumber) {
  const auto first = open();
  Person other;
  other.number = "X1234567";
  other.primary = "OKAFOR";
  const auto second = open(other);
  EXPECT_EQ(inspections.list_open(anna, "")->size(), 2U);
  const auto found = inspections.list_open(anna, "okaf");
  ASSERT_EQ(found->size(), 1U);
  EXPECT_EQ(found->front().id, second.id);
  EXPECT_TRUE(found->front().yours);
  EXPECT_EQ(inspections.list_open(anna, "x123")->size(), 1U);
  ASSERT_TRUE(decide(first, Outcome::admit).has_value());
  EXPECT_EQ(inspections.list_open(anna, "")->size(), 1U);
}

TEST_F(FirstLine, ALookAtAColleaguesOpenTravellersIsRecorded) {
  open();
  const auto entries = post.journal().size();
  ASSERT_EQ(inspections.list_open(anna, "")->size(), 1U);
  EXPECT_EQ(post.journal().size(), entries);
  ASSERT_EQ(inspections.list_open(bert, "")->size(), 1U);
  EXPECT_FALSE(inspections.list_open(bert, "")->front().yours);
  EXPECT_EQ(post.journal().back(), "personal_data.accessed");
  ports::Caller elsewhere = bert;
  elsewhere.lane = "2";
  EXPECT_TRUE(inspections.list_open(elsewhere, "")->empty());
}

// REQ: F-E01
TEST_F(FirstLine, ASecondOpenInspectionOfOneTravellerIsNamed) {
  const auto first = open();
  EXPECT_TRUE(first.also_open.empty());
  const auto second = inspections.open(bert, {testkit::passport_of({}), Direction::entry, "2", {}}).value();
  ASSERT_EQ(second.also_open.size(), 1U);
  EXPECT_EQ(second.also_open.front().inspection_id, first.id);
  EXPECT_EQ(second.also_open.front().lane, "1");
  EXPECT_EQ(second.also_open.front().officer, "Officer anna");
}

// ---- relaxation of checks ----

// REQ: F-E06
TEST_F(FirstLine, AnOrderLeavesOutWhatTheRuleAllowsUntilItEnds) {
  auto operations = post.operations();
  const operations::Relax order{Direction::exit, {"stay"}, 30, "nine coaches at once"};
  EXPECT_EQ(operations.relax(anna, order).error().reason, "role_missing");
  const auto level = operations.relax(dora, order);
  ASSERT_TRUE(level.has_value()) << level.error().reason;
  ASSERT_EQ(level->relaxations.size(), 1U);
  EXPECT_EQ(level->relaxations.front().officer, "Officer dora");
  EXPECT_EQ(operations.level(anna)->relaxations.size(), 1U);
  const auto leaving = open({}, Direction::exit);
  EXPECT_EQ(leaving.checks.at(6).state, crossings::CheckState::not_checked);
  EXPECT_EQ(leaving.checks.at(6).reason, "relaxed");
  EXPECT_THAT(leaving.versions.rules, testing::HasSubstr("relaxation@"));
  EXPECT_NE(open().checks.at(6).reason, "relaxed");
  ASSERT_TRUE(decide(leaving, Outcome::admit).has_value());
  const auto coverage = post.reporting().coverage(dora, leaving.on, leaving.on.plus_days(1));
  ASSERT_TRUE(coverage.has_value()) << coverage.error().reason;
  EXPECT_EQ(coverage->gaps_total, 0);
  const auto stay = std::ranges::find(coverage->checks, std::string("stay"), &reporting::CheckFigures::check);
  EXPECT_EQ(stay->relaxed, 1);
  EXPECT_EQ(stay->not_checked, 0);
  post.clock.advance_seconds(31 * 60);
  EXPECT_TRUE(operations.level(dora)->relaxations.empty());
  EXPECT_NE(open({}, Direction::exit).checks.at(6).reason, "relaxed");
}

// REQ: F-E06
TEST_F(FirstLine, NeitherListsNorDocumentsAreLeftOutNorAnythingForTooLong) {
  auto operations = post.operations();
  const auto order = [&](std::vector<std::string> checks, int minutes,
                         Direction direction = Direction::exit) {
    const auto level = operations.relax(dora, {direction, std::move(checks), minutes, "queue"});
    return level ? std::string("allowed") : std::string(level.error().reason);
  };
  for (const char* check : {"watchlist", "document_status", "check_digits", "validity"})
    EXPECT_EQ(order({check}, 30), "check_not_relaxable") << check;
  EXPECT_EQ(order({"stay"}, 30, Direction::entry), "check_not_relaxable");
  EXPECT_EQ(order({"stay"}, 241), "relaxation_too_long");
  EXPECT_EQ(order({"stay"}, 0), "relaxation_too_long");
  EXPECT_EQ(order({}, 30), "relaxation_needs_check");
  EXPECT_EQ(operations.relax(dora, {Direction::exit, {"stay"}, 30, " "}).error().reason, "note_required");
  EXPECT_EQ(order({"stay"}, 240), "allowed");
}

// REQ: F-E06
TEST_F(FirstLine, AnOrderIsEndedOnce) {
  auto operations = post.operations();
  const auto level = operations.relax(dora, {Direction::exit, {"stay"}, 30, "queue"});
  const RelaxationId id = level->relaxations.front().id;
  ASSERT_TRUE(operations.end_relaxation(dora, id, {"queue gone"})->relaxations.empty());
  EXPECT_EQ(operations.end_relaxation(dora, id, {"again"}).error().reason, "relaxation_unknown");
}

TEST_F(FirstLine, TablesAreAFunctionOfTheJournal) {
  ASSERT_TRUE(post.operations().relax(dora, {Direction::exit, {"stay"}, 30, "queue"}).has_value());
  const auto view = open();
  ASSERT_TRUE(
      inspections.record_person(anna, view.id, {"pilot", "in uniform", {{"licence"}}, {}}).has_value());
  const auto refused = refuse(view);
  ASSERT_TRUE(inspections.request_asylum(anna, view.id, {}).has_value());
  Person other;
  other.number = "X1234567";
  other.primary = "OKAFOR";
  admit_in_the_second_line(open(other));
  const auto before = post.store().table_digests().value();
  ASSERT_TRUE(post.store().rebuild().has_value());
  const auto after = post.store().table_digests().value();
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i)
    EXPECT_EQ(before[i].digest, after[i].digest) << before[i].table;
}

}  // namespace
}  // namespace cardea::inspection
