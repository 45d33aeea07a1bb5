// The first line on the real store.
#include <map>
#include <thread>

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

class Inspecting : public testing::Test {
 protected:
  testkit::Post post;
  Inspections inspections = post.inspections();
  ports::Caller anna = post.officer("anna");

  Result<InspectionView> open(const Person& person = {}, Direction direction = Direction::entry) {
    return inspections.open(anna, {testkit::passport_of(person), direction, {}, {}});
  }
  Result<InspectionView> decide(const InspectionView& view, Outcome outcome,
                                std::vector<std::string> reasons = {}) {
    return inspections.decide(anna, view.id, {outcome, std::move(reasons), {}, {}, {}});
  }
  void cross(const Person& person, Direction direction) {
    const auto view = open(person, direction);
    ASSERT_TRUE(view.has_value()) << view.error().reason << " " << view.error().detail;
    const auto decided = decide(*view, Outcome::admit, {"document_examined", "exit_proved_otherwise"});
    ASSERT_TRUE(decided.has_value()) << decided.error().reason;
  }
};

const crossings::Check& check(const InspectionView& view, crossings::CheckName name) {
  return view.checks.at(static_cast<std::size_t>(name));
}

Request keyed(std::string key, std::string_view body) { return {std::move(key), sha256(body), {}}; }

// REQ: F-E01
TEST_F(Inspecting, AClearTravellerIsOpenedAndAdmitted) {
  post.list_in_force();
  const auto view = open();
  ASSERT_TRUE(view.has_value()) << view.error().reason << " " << view.error().detail;
  EXPECT_EQ(view->assessment.verdict, "nothing_found");
  EXPECT_EQ(view->state, "open");
  EXPECT_EQ(view->lane, "1");
  EXPECT_EQ(view->stay->left, 90);
  const auto decided = inspections.decide(anna, view->id, {Outcome::admit, {}, {}, "tourism", 30});
  ASSERT_TRUE(decided.has_value()) << decided.error().reason;
  EXPECT_EQ(decided->state, "decided");
  EXPECT_EQ(decided->decision->days_granted, 30);
  EXPECT_GT(decided->revision, view->revision);
  EXPECT_THAT(post.journal(),
              testing::IsSupersetOf({"passage.opened", "inspection.opened", "inspection.decided"}));
}

// The answer to an act is made of what the act knew: it must not differ from what is read later.
TEST_F(Inspecting, WhatAnActAnswersIsWhatTheStoreHas) {
  post.list_in_force(
      {testkit::alert_about("un_consolidated", "QDi.1", "Anna Maria Lindqvist", "1974-08-12")});
  const auto as_stored = [&](const InspectionView& view) {
    return canonical_json(to_json(inspections.get(anna, view.id).value()));
  };
  const auto as_shown = [](const InspectionView& view) { return canonical_json(to_json(view)); };
  const Person listed;
  Person unlisted;
  unlisted.primary = "BERGMAN";
  unlisted.secondary = "OLOF";
  unlisted.number = "K777777C1";
  const auto first = open(listed).value();
  ASSERT_FALSE(first.hits.empty());
  EXPECT_EQ(as_shown(first), as_stored(first));
  const auto compared = inspections
                            .compare(anna, first.id,
                                     {first.hits.front().source, first.hits.front().source_id,
                                      Comparison::not_same_person, "another nose"})
                            .value();
  EXPECT_EQ(as_shown(compared), as_stored(compared));
  const auto second = open(listed).value();
  EXPECT_EQ(second.also_open.size(), 1U);
  EXPECT_EQ(as_shown(second), as_stored(second));
  const auto referred = decide(second, Outcome::refer, {"identity_doubt"}).value();
  EXPECT_EQ(as_shown(referred), as_stored(referred));
  const auto admitted = decide(first, Outcome::admit);
  ASSERT_TRUE(admitted.has_value()) << admitted.error().reason << " " << admitted.error().detail;
  EXPECT_EQ(as_shown(*admitted), as_stored(*admitted));
  const auto exit = open(listed, Direction::exit).value();
  EXPECT_EQ(as_shown(exit), as_stored(exit));
  const auto clear = open(unlisted).value();
  EXPECT_EQ(as_shown(clear), as_stored(clear));
  const auto refused =
      inspections.decide(anna, clear.id, {Outcome::refuse, std::vector<std::string>{"C"}, "no visa", {}, {}});
  ASSERT_TRUE(refused.has_value()) << refused.error().reason << " " << refused.error().detail;
  EXPECT_EQ(as_shown(*refused), as_stored(*refused));
}

TEST_F(Inspecting, APedestrianIsAPassageWithOneCrossingAndOneFormality) {
  post.list_in_force();
  ASSERT_TRUE(open().has_value());
  const auto digests = post.store().table_digests();
  ASSERT_TRUE(digests.has_value()) << digests.error().reason;
  std::map<std::string, std::int64_t> rows;
  for (const auto& digest : *digests) rows[digest.table] = digest.rows;
  for (const char* table : {"passage", "crossing", "formality", "inspection"})
    EXPECT_EQ(rows[table], 1) << table;
}

TEST_F(Inspecting, NamesTheRulesWeightsAndListsItWasJudgedBy) {
  post.list_in_force();
  const auto view = open();
  ASSERT_TRUE(view.has_value()) << view.error().reason;
  EXPECT_THAT(view->versions.rules, testing::HasSubstr("short_stay_90_180@"));
  EXPECT_FALSE(view->versions.weights.empty());
  EXPECT_THAT(view->versions.lists, testing::ElementsAre(testing::HasSubstr("@")));
}

// REQ: F-E03
TEST_F(Inspecting, WithoutAListNobodyIsAdmittedUnlessAFallbackIsRecorded) {
  const auto view = open();
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(check(*view, crossings::CheckName::watchlist).state, crossings::CheckState::unavailable);
  EXPECT_EQ(decide(*view, Outcome::admit).error().reason, "fallback_reason_required");
  EXPECT_TRUE(decide(*view, Outcome::admit, {"lists_searched_elsewhere"}).has_value());
}

// REQ: F-E02
TEST_F(Inspecting, AListedPersonIsComparedBeforeAnythingElse) {
  post.list_in_force(
      {testkit::alert_about("un_consolidated", "QDi.1", "Anna Maria Lindqvist", "1974-08-12")});
  const auto view = open();
  ASSERT_TRUE(view.has_value());
  ASSERT_EQ(view->hits.size(), 1U);
  EXPECT_GE(view->hits.front().stage, 2);
  EXPECT_EQ(decide(*view, Outcome::admit).error().reason, "admit_blocked");
  const auto compared = inspections.compare(
      anna, view->id, {"un_consolidated", "QDi.1", Comparison::not_same_person, "other face"});
  ASSERT_TRUE(compared.has_value()) << compared.error().reason;
  EXPECT_EQ(compared->hits.front().comparison->result, "not_same_person");
  EXPECT_TRUE(compared->assessment.admit_allowed);
  EXPECT_TRUE(decide(*compared, Outcome::admit).has_value());
}

TEST_F(Inspecting, AConfirmedMatchIsReferredOrRefused) {
  post.list_in_force(
      {testkit::alert_about("un_consolidated", "QDi.1", "Anna Maria Lindqvist", "1974-08-12")});
  const auto view = open();
  const auto compared =
      inspections.compare(anna, view->id, {"un_consolidated", "QDi.1", Comparison::same_person, {}});
  ASSERT_TRUE(compared.has_value());
  EXPECT_THAT(compared->assessment.blocked_by, testing::ElementsAre("match_confirmed"));
  EXPECT_EQ(decide(*compared, Outcome::admit).error().reason, "admit_blocked");
  EXPECT_TRUE(decide(*compared, Outcome::refer, {"possible_match"}).has_value());
}

TEST_F(Inspecting, ADiscreetMatchIsJournaledAndNotShown) {
  auto alert = testkit::alert_about("own", "7", "Anna Maria Lindqvist", "1974-08-12");
  alert.action = watchlist::AlertAction::discreet;
  post.list_in_force({alert});
  const auto view = open();
  ASSERT_TRUE(view.has_value());
  EXPECT_TRUE(view->hits.empty());
  EXPECT_EQ(view->assessment.verdict, "nothing_found");
  EXPECT_EQ(post.records().find_inspection(view->id).value()->opened.hits.size(), 1U);
  const auto compared = inspections.compare(anna, view->id, {"own", "7", Comparison::not_same_person, {}});
  EXPECT_EQ(compared.error().reason, "hit_unknown");
}

TEST_F(Inspecting, BothReadingsOfABirthYearAreSearched) {
  Person old;
  old.birth = "200101";
  post.list_in_force(
      {testkit::alert_about("un_consolidated", "QDi.9", "Anna Maria Lindqvist", "1920-01-01")});
  const auto view = open(old);
  ASSERT_EQ(view->traveller.birth_dates.size(), 2U);
  ASSERT_FALSE(view->hits.empty());
  const auto& fields = view->hits.front().fields;
  const auto birth = std::ranges::find(fields, "birth_date", &screening::FieldEvidence::field);
  ASSERT_NE(birth, fields.end());
  EXPECT_EQ(birth->relation, "same");
}

TEST_F(Inspecting, AWrongCheckDigitNeedsAReason) {
  post.list_in_force();
  const std::string mrz = testkit::with_wrong_digit(testkit::passport_of({}));
  const auto view = inspections.open(anna, {mrz, Direction::entry, {}, {}});
  EXPECT_EQ(view->assessment.verdict, "review");
  EXPECT_EQ(decide(*view, Outcome::admit).error().reason, "reason_required");
  EXPECT_TRUE(decide(*view, Outcome::admit, {"document_examined"}).has_value());
}

TEST_F(Inspecting, WhatCannotBeReadIsRecordedAndNotAdmitted) {
  post.list_in_force();
  const auto view = inspections.open(anna, {"no zone at all", Direction::entry, {}, {}});
  ASSERT_TRUE(view.has_value()) << view.error().reason << " " << view.error().detail;
  EXPECT_THAT(view->assessment.blocked_by, testing::ElementsAre("document_unreadable"));
  EXPECT_TRUE(decide(*view, Outcome::refer, {"document_doubt"}).has_value());
}

// REQ: F-E01
TEST_F(Inspecting, AUsedUpStayStandsAgainstAnEntry) {
  post.list_in_force();
  const Person person;
  cross(person, Direction::entry);
  post.clock.advance_seconds(89 * kDay);
  cross(person, Direction::exit);
  post.clock.advance_seconds(10 * kDay);
  const auto view = open(person);
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->stay->used, 90);
  EXPECT_EQ(view->stay->left, 0);
  EXPECT_THAT(view->assessment.blocked_by, testing::ElementsAre("stay_used_up"));
  EXPECT_THAT(view->assessment.refusal_grounds, testing::ElementsAre("F"));
  EXPECT_EQ(view->history.size(), 2U);
}

// REQ: F-E01
TEST_F(Inspecting, TwoOpenInspectionsOfOneTravellerAreNotBothAdmitted) {
  post.list_in_force();
  const auto first = open();
  const auto second = open();
  post.clock.advance_seconds(1);
  ASSERT_TRUE(decide(*first, Outcome::admit).has_value());
  EXPECT_EQ(decide(*second, Outcome::admit).error().reason, "stay_changed");
  EXPECT_TRUE(decide(*second, Outcome::refer, {"stay_doubt"}).has_value());
}

TEST_F(Inspecting, OwnNationalsAreNotAdmittedTwiceAtOnceEither) {
  post.list_in_force();
  Person national;
  national.nationality = national.issuer = "RWA";
  const auto first = open(national);
  const auto second = open(national);
  post.clock.advance_seconds(1);
  ASSERT_TRUE(decide(*first, Outcome::admit).has_value());
  EXPECT_EQ(decide(*second, Outcome::admit).error().reason, "stay_changed");
}

TEST_F(Inspecting, AnInspectionIsAdmittedOnceTheOtherAdmissionIsTakenBack) {
  post.list_in_force();
  const auto first = open();
  const auto second = open();
  ASSERT_TRUE(decide(*first, Outcome::admit).has_value());
  ASSERT_TRUE(inspections.take_back(anna, first->id).has_value());
  EXPECT_TRUE(decide(*second, Outcome::admit).has_value());
}

TEST_F(Inspecting, AnOpenStayIsCountedFromItsEntry) {
  post.list_in_force();
  cross({}, Direction::entry);
  post.clock.advance_seconds(9 * kDay);
  const auto view = open({}, Direction::exit);
  EXPECT_EQ(view->stay->used, 10);
  EXPECT_EQ(view->stay->open_since, Date::create(2026, 11, 23));
}

TEST_F(Inspecting, OwnNationalsHaveNoStayToCount) {
  post.list_in_force();
  Person national;
  national.nationality = national.issuer = "RWA";
  const auto view = open(national);
  EXPECT_TRUE(view->own_national);
  EXPECT_FALSE(view->stay.has_value());
  EXPECT_EQ(check(*view, crossings::CheckName::stay).reason, "own_national");
}

TEST_F(Inspecting, TheSameDocumentIsTheSameTraveller) {
  const auto first = open();
  const auto second = open();
  EXPECT_EQ(first->traveller.traveller_id, second->traveller.traveller_id);
  Person other;
  other.number = "X1234567";
  EXPECT_NE(open(other)->traveller.traveller_id, first->traveller.traveller_id);
}

TEST_F(Inspecting, TwoLanesAtOnceMakeOneTraveller) {
  std::vector<Result<InspectionView>> views(4, fail(ErrorKind::broken, "not_run"));
  {
    std::vector<std::jthread> lanes;
    for (auto& view : views) lanes.emplace_back([&] { view = open(); });
  }
  for (const auto& view : views) {
    ASSERT_TRUE(view.has_value()) << view.error().reason << " " << view.error().detail;
    EXPECT_EQ(view->traveller.traveller_id, views.front()->traveller.traveller_id);
  }
}

TEST_F(Inspecting, TwoOfficersAtOnceMakeOneDecision) {
  post.list_in_force();
  const auto view = open();
  const auto bert = post.officer("bert");
  Result<InspectionView> first = fail(ErrorKind::broken, "not_run");
  Result<InspectionView> second = first;
  {
    const std::jthread one([&] { first = decide(*view, Outcome::admit); });
    const std::jthread two(
        [&] { second = inspections.decide(bert, view->id, {Outcome::refer, {}, {}, {}, {}}); });
  }
  EXPECT_NE(first.has_value(), second.has_value());
  EXPECT_EQ((first ? second : first).error().reason, "already_decided");
}

TEST_F(Inspecting, ARepeatedRequestFindsWhatTheFirstMade) {
  const OpenInspection input{testkit::passport_of({}), Direction::entry, {}, {}};
  const auto first = inspections.open(anna, input, keyed("k1", "body"));
  const auto entries = post.journal().size();
  const auto again = inspections.open(anna, input, keyed("k1", "body"));
  ASSERT_TRUE(again.has_value()) << again.error().reason;
  EXPECT_EQ(again->id, first->id);
  EXPECT_EQ(post.journal().size(), entries);
}

TEST_F(Inspecting, AKeyIsForOneRequestOnly) {
  const OpenInspection input{testkit::passport_of({}), Direction::entry, {}, {}};
  ASSERT_TRUE(inspections.open(anna, input, keyed("k1", "body")).has_value());
  EXPECT_EQ(inspections.open(anna, input, keyed("k1", "other body")).error().reason,
            "idempotency_key_reused");
}

TEST_F(Inspecting, ARepeatedDecisionIsNotTakenTwice) {
  post.list_in_force();
  const auto view = open();
  const Decide decision{Outcome::admit, {}, {}, {}, {}};
  ASSERT_TRUE(inspections.decide(anna, view->id, decision, keyed("d1", "x")).has_value());
  const auto again = inspections.decide(anna, view->id, decision, keyed("d1", "x"));
  ASSERT_TRUE(again.has_value()) << again.error().reason;
  EXPECT_EQ(again->decision->outcome, "admit");
}

TEST_F(Inspecting, AnOldRevisionIsRefused) {
  post.list_in_force();
  const auto view = open();
  const Request stale{{{}, {}, view->revision - 1}};
  const auto decided = inspections.decide(anna, view->id, {Outcome::refer, {}, {}, {}, {}}, stale);
  EXPECT_EQ(decided.error().reason, "revision_mismatch");
}

// REQ: F-E01
TEST_F(Inspecting, ADecisionIsTakenBackWithinAMinute) {
  post.list_in_force();
  const auto view = open();
  const auto decided = decide(*view, Outcome::admit);
  EXPECT_EQ(decided->decision->take_back_until, plus_seconds(decided->decision->at, 60));
  post.clock.advance_seconds(59);
  const auto back = inspections.take_back(anna, view->id);
  ASSERT_TRUE(back.has_value()) << back.error().reason;
  EXPECT_EQ(back->state, "open");
  EXPECT_FALSE(back->decision.has_value());
  EXPECT_TRUE(decide(*view, Outcome::refer).has_value());
}

TEST_F(Inspecting, ADecisionTakenBackIsNoCrossing) {
  post.list_in_force();
  const auto view = open();
  ASSERT_TRUE(decide(*view, Outcome::admit).has_value());
  ASSERT_TRUE(inspections.take_back(anna, view->id).has_value());
  EXPECT_TRUE(post.records().history(view->traveller.traveller_id, 10)->empty());
}

TEST_F(Inspecting, NobodyTakesBackAnothersDecisionNorAnOldOne) {
  post.list_in_force();
  const auto view = open();
  EXPECT_EQ(inspections.take_back(anna, view->id).error().reason, "not_decided");
  ASSERT_TRUE(decide(*view, Outcome::admit).has_value());
  EXPECT_EQ(inspections.take_back(post.officer("bert"), view->id).error().reason, "not_your_decision");
  post.clock.advance_seconds(61);
  EXPECT_EQ(inspections.take_back(anna, view->id).error().reason, "too_late_to_take_back");
}

TEST_F(Inspecting, LookingAtAnothersInspectionIsRecorded) {
  const auto view = open();
  const auto before = post.journal().size();
  ASSERT_TRUE(inspections.get(anna, view->id).has_value());
  EXPECT_EQ(post.journal().size(), before);
  ASSERT_TRUE(inspections.get(post.officer("bert"), view->id).has_value());
  EXPECT_EQ(post.journal().back(), "personal_data.accessed");
}

TEST_F(Inspecting, LookingAtAHistoryIsRecorded) {
  post.list_in_force();
  cross({}, Direction::entry);
  const auto traveller = open()->traveller.traveller_id;
  const auto history = inspections.history(anna, traveller, 10);
  ASSERT_TRUE(history.has_value());
  EXPECT_EQ(history->size(), 1U);
  EXPECT_EQ(post.journal().back(), "personal_data.accessed");
}

TEST_F(Inspecting, IsNotForAdministrators) {
  const auto administrator = post.officer("root", "administrator");
  const auto view = inspections.open(administrator, {testkit::passport_of({}), Direction::entry, {}, {}});
  EXPECT_EQ(view.error().reason, "role_missing");
}

TEST_F(Inspecting, RefusesAnUnknownLaneAndAnEndlessZone) {
  const std::string mrz = testkit::passport_of({});
  EXPECT_EQ(inspections.open(anna, {mrz, Direction::entry, "9", {}}).error().reason, "lane_unknown");
  EXPECT_EQ(inspections.open(anna, {std::string(2000, '<'), Direction::entry, {}, {}}).error().reason,
            "mrz_too_long");
}

TEST_F(Inspecting, TheViewIsWrittenAndReadBack) {
  post.list_in_force(
      {testkit::alert_about("un_consolidated", "QDi.1", "Anna Maria Lindqvist", "1974-08-12")});
  const auto view = open();
  const auto value = to_json(*view);
  EXPECT_EQ(value.at("checks").as_array().size(), 8U);
  const auto back = from_json<InspectionView>(value);
  ASSERT_TRUE(back.has_value()) << back.error().detail;
  EXPECT_EQ(to_json(*back), value);
}

}  // namespace
}  // namespace cardea::inspection
