// Passages of several persons on the real store.
#include <algorithm>
#include <array>

#include "cardea/ports/accountability_records.hpp"
#include "cardea/ports/passages_records.hpp"
#include "cardea/testkit/people.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::passages {
namespace {

using crossings::Direction;
using crossings::Outcome;
using testing::ElementsAre;
using testkit::Person;

constexpr std::string_view kHeader =
    "surname,given_names,birth_date,sex,nationality,document_type,document_number,issuing_state,role\n";

/// The last digit of the number makes another person of each: given name and day of birth.
Person person_named(std::string primary, std::string number) {
  constexpr std::array kGiven{"SELAM",  "ANNA MARIA", "GRACE",   "PETER", "AMANI",
                              "JABALI", "RUTH",       "TESFAYE", "LUCIA", "NADIA"};
  const char digit = number.back();
  Person person;
  person.primary = std::move(primary);
  person.secondary = kGiven.at(static_cast<std::size_t>(digit - '0'));
  person.birth = std::string("7") + digit + "0812";
  person.number = std::move(number);
  return person;
}

class OnePassage : public testing::Test {
 protected:
  testkit::Post post;
  inspection::Inspections inspections = post.inspections();
  casework::Cases cases = post.cases();
  Passages passages = post.passages();
  ports::Caller anna = post.officer("anna");
  ports::Caller olga = post.officer("olga");
  ports::Caller berta = post.officer("berta", "second_line");

  void SetUp() override { post.list_in_force(); }

  PassageId open(std::string kind, std::optional<int> heads, std::optional<VehicleInput> vehicle = {}) {
    const auto view = passages.open(anna, {std::move(kind), Direction::entry, {}, heads, std::move(vehicle)});
    EXPECT_TRUE(view.has_value()) << view.error().reason;
    return view.value().id;
  }
  PassageId open_car(std::optional<int> heads) {
    return open("car", heads, VehicleInput{"kaa 123-b", "KEN", "Toyota", "white", {}});
  }
  Result<inspection::InspectionView> join(PassageId id, const Person& person,
                                          Direction direction = Direction::entry) {
    return inspections.open(anna, {testkit::passport_of(person), direction, {}, {}, id});
  }
  FormalityId joined(PassageId id, std::string primary, std::string number) {
    return join(id, person_named(std::move(primary), std::move(number))).value().id;
  }
  void decide(FormalityId id, Outcome outcome, std::vector<std::string> reasons = {}) {
    const auto done = inspections.decide(anna, id, {outcome, std::move(reasons), {}, {}, {}});
    ASSERT_TRUE(done.has_value()) << done.error().reason;
  }
  void admit(PassageId id, std::string primary, std::string number) {
    decide(joined(id, std::move(primary), std::move(number)), Outcome::admit);
  }
  PassageView get(PassageId id) { return passages.get(anna, id).value(); }
  std::vector<std::string> blocked_by(PassageId id) { return get(id).blocked_by; }
  std::string released(PassageId id) {
    const auto view = passages.release(anna, id, {});
    return view ? "released" : std::string(view.error().reason) + ": " + view.error().detail;
  }
  Result<PassageView> attach(PassageId id, std::string_view rows) {
    return passages.attach_manifest(anna, id, "bus.csv", std::string(kHeader).append(rows));
  }
  void expect_rebuilt_alike() {
    const auto before = post.store().table_digests();
    ASSERT_TRUE(post.store().rebuild().has_value());
    EXPECT_EQ(*before, *post.store().table_digests());
  }
};

// REQ: F-B01
TEST_F(OnePassage, AFamilyInACarIsOneFileAndIsLetGoWhenEachIsDecided) {
  const PassageId id = open_car(4);
  admit(id, "OKAFOR", "A1");
  admit(id, "OKAFOR", "A2");
  const FormalityId child = joined(id, "OKAFOR", "A3");
  ASSERT_TRUE(passages.note_occupant(anna, id, child, {"passenger", "child", {}, {}, {}}).has_value());
  const PassageView view = get(id);
  EXPECT_EQ(view.occupants.size(), 3U);
  EXPECT_EQ(view.occupants.at(2).relation, "child");
  EXPECT_EQ(view.vehicle->plate_normalised, "KAA123B");
  EXPECT_EQ(view.vehicle_check->state, "not_checked");
  EXPECT_EQ(released(id), "passage_head_count: passage_head_count passage_person_open");
  decide(child, Outcome::admit);
  admit(id, "OKAFOR", "A4");
  EXPECT_EQ(released(id), "released");
  EXPECT_EQ(get(id).release->officer.name, "Officer anna");
  expect_rebuilt_alike();
}

TEST_F(OnePassage, HasOnePassageEntryAndAnInspectionForEachPerson) {
  const PassageId id = open("family", 2);
  admit(id, "OKAFOR", "A1");
  admit(id, "OKAFOR", "A2");
  const auto types = post.journal();
  EXPECT_EQ(std::ranges::count(types, "passage.opened"), 1);
  EXPECT_EQ(std::ranges::count(types, "inspection.opened"), 2);
  EXPECT_FALSE(get(id).vehicle_check.has_value());
}

// REQ: F-B01
TEST_F(OnePassage, OnePersonsReferralDoesNotKeepTheOthersAndTheyGoWithoutThatPerson) {
  const PassageId id = open_car(2);
  const FormalityId driver = joined(id, "MWANGI", "B1");
  decide(driver, Outcome::refer, {"document_doubt"});
  admit(id, "OKAFOR", "A1");
  EXPECT_THAT(blocked_by(id), ElementsAre("passage_case_open", "passage_person_referred"));
  ASSERT_TRUE(passages.note_occupant(anna, id, driver, {"driver", {}, true, {}, {}}).has_value());
  EXPECT_EQ(released(id), "released");
}

TEST_F(OnePassage, AnOpenCaseHoldsUntilTheSecondLineDecides) {
  const PassageId id = open_car(1);
  const FormalityId driver = joined(id, "MWANGI", "B1");
  decide(driver, Outcome::refer, {"document_doubt"});
  const CaseId file = cases.list(berta, true).value().front().id;
  ASSERT_TRUE(cases.take(berta, file, {}).has_value());
  EXPECT_THAT(blocked_by(id), ElementsAre("passage_case_open", "passage_person_referred"));
  ASSERT_TRUE(cases.decide(berta, file, {"admit", {}, {}, {}, {}, {}}).has_value());
  EXPECT_EQ(released(id), "released");
}

TEST_F(OnePassage, NobodyJoinsWhatWasLetGoOrGoesTheOtherWay) {
  const PassageId id = open("group", 1);
  EXPECT_EQ(join(id, {}, Direction::exit).error().reason, "passage_direction_differs");
  admit(id, "OKAFOR", "A1");
  EXPECT_EQ(released(id), "released");
  EXPECT_EQ(join(id, {}).error().reason, "passage_released");
  EXPECT_EQ(released(id), "passage_released: ");
  EXPECT_EQ(passages.describe(anna, id, {3, {}}).error().reason, "passage_released");
  EXPECT_EQ(join(post.ids.make<PassageId>(), {}).error().reason, "passage_unknown");
}

TEST_F(OnePassage, IsDescribedAnewWhenTheFirstReadingWasWrong) {
  const PassageId id = open_car(2);
  const auto view = passages.describe(anna, id, {3, VehicleInput{"KAB 124 C", {}, {}, {}, "T 9"}});
  ASSERT_TRUE(view.has_value()) << view.error().reason;
  EXPECT_EQ(view->head_count, 3);
  EXPECT_EQ(view->vehicle->plate_normalised, "KAB124C");
  ports::ActRequest seen_before;
  seen_before.revision = view->revision - 1;
  EXPECT_EQ(passages.describe(anna, id, {2, {}}, seen_before).error().reason, "revision_mismatch");
  EXPECT_EQ(passages.describe(anna, id, {0, {}}).error().reason, "head_count_invalid");
  EXPECT_EQ(passages.describe(anna, id, {2, VehicleInput{"-", {}, {}, {}, {}}}).error().reason,
            "plate_invalid");
  EXPECT_EQ(passages.describe(anna, id, {2, VehicleInput{"A1", "XYZ", {}, {}, {}}}).error().reason,
            "registration_state_unknown");
  const auto german = passages.describe(anna, id, {2, VehicleInput{"A1", "DEU", {}, {}, {}}});
  EXPECT_TRUE(german.has_value());
  EXPECT_EQ(
      passages.describe(anna, open("family", 2), {2, VehicleInput{"A1", {}, {}, {}, {}}}).error().reason,
      "vehicle_not_expected");
}

TEST_F(OnePassage, RefusesWordsThatAreNone) {
  EXPECT_EQ(passages.open(anna, {"spaceship", Direction::entry, {}, {}, {}}).error().reason,
            "passage_kind_unknown");
  EXPECT_EQ(passages.open(anna, {"car", Direction::entry, "99", {}, {}}).error().reason, "lane_unknown");
  const PassageId id = open("family", 1);
  const FormalityId one = joined(id, "OKAFOR", "A1");
  EXPECT_EQ(passages.note_occupant(anna, id, one, {"captain", {}, {}, {}, {}}).error().reason,
            "occupant_role_unknown");
  EXPECT_EQ(passages.note_occupant(anna, id, one, {"crew", "boss", {}, {}, {}}).error().reason,
            "occupant_relation_unknown");
  EXPECT_EQ(passages.note_occupant(anna, id, one, {"crew", {}, {}, {}, "whim"}).error().reason,
            "difference_reason_unknown");
  EXPECT_EQ(passages.note_occupant(anna, id, one, {"crew", {}, {}, 7, {}}).error().reason,
            "manifest_line_unknown");
  const FormalityId alone =
      inspections.open(anna, {testkit::passport_of({}), Direction::entry, {}, {}}).value().id;
  EXPECT_EQ(passages.note_occupant(anna, id, alone, {"crew", {}, {}, {}, {}}).error().reason,
            "occupant_unknown");
}

TEST_F(OnePassage, IsNotForThoseWhoDoNotInspect) {
  const ports::Caller auditor = post.officer("aude", "auditor");
  const PassageId id = open("family", 1);
  EXPECT_EQ(passages.list(auditor, true, "").error().reason, "role_missing");
  EXPECT_EQ(passages.get(auditor, id).error().reason, "role_missing");
  EXPECT_EQ(passages.release(auditor, id, {}).error().reason, "role_missing");
}

TEST_F(OnePassage, IsListedByLaneAndLooksByOthersAreRecorded) {
  const PassageId id = open_car(1);
  ASSERT_EQ(passages.list(anna, true, "1").value().size(), 1U);
  EXPECT_TRUE(passages.list(anna, true, "2").value().empty());
  EXPECT_THAT(post.journal(), testing::Not(testing::Contains("personal_data.accessed")));
  const auto lines = passages.list(olga, true, "").value();
  EXPECT_EQ(lines.front().plate, "kaa 123-b");
  EXPECT_EQ(post.journal().back(), "personal_data.accessed");
  const auto entries = post.journal().size();
  ASSERT_TRUE(passages.get(olga, id).has_value());
  EXPECT_EQ(post.journal().size(), entries + 1);
  admit(id, "OKAFOR", "A1");
  EXPECT_EQ(released(id), "released");
  EXPECT_TRUE(passages.list(anna, true, "1").value().empty());
  EXPECT_EQ(passages.list(anna, false, "1").value().front().state, "released");
}

TEST_F(OnePassage, TheSameRequestAgainFindsTheSamePassage) {
  const ports::ActRequest keyed{"key-of-this-car", sha256("a car"), {}};
  const OpenPassage car{"car", Direction::entry, {}, 2, {}};
  const auto first = passages.open(anna, car, keyed);
  EXPECT_EQ(passages.open(anna, car, keyed).value().id, first.value().id);
  const ports::ActRequest other{"key-of-this-car", sha256("a bus"), {}};
  EXPECT_EQ(passages.open(anna, car, other).error().reason, "idempotency_key_reused");
}

// REQ: F-E08
TEST_F(OnePassage, AManifestSaysWhoIsExpectedAndEachDifferenceIsExplained) {
  const PassageId id = open("bus", 3);
  const auto attached = attach(id,
                               "Okafor,Anna Maria,1971-08-12,F,KEN,P,A1,SWE,driver\n"
                               "Nkemelu,Grace,1972-08-12,F,KEN,,,,\n"
                               "Haile,Selam,1990-01-01,F,ETH,P,H1,ETH,\n"
                               "Kaput\n");
  ASSERT_TRUE(attached.has_value()) << attached.error().reason << " " << attached.error().detail;
  EXPECT_EQ(attached->manifest->unread.front().reason, "column_count");
  EXPECT_EQ(attached->manifest->unread.front().line, 5);
  admit(id, "OKAFOR", "A1");
  admit(id, "NKEMELU", "B2");
  admit(id, "ZORAN", "C3");
  const PassageView view = get(id);
  EXPECT_EQ(view.occupants.at(0).on_manifest, "document");
  EXPECT_EQ(view.occupants.at(1).on_manifest, "proposed");
  EXPECT_EQ(view.occupants.at(2).on_manifest, "unlisted");
  EXPECT_EQ(view.manifest->lines.at(2).seen, "");
  EXPECT_THAT(view.blocked_by, ElementsAre("passage_manifest_unseen", "passage_manifest_unlisted",
                                           "passage_manifest_proposed"));

  ASSERT_TRUE(passages.explain_line(anna, id, 4, {"did_not_travel", {}}).has_value());
  EXPECT_THAT(blocked_by(id), testing::Contains("passage_manifest_unseen"));
  EXPECT_EQ(passages.explain_line(anna, id, 5, {"other", {}}).error().reason, "note_required");
  ASSERT_TRUE(passages.explain_line(anna, id, 5, {"other", "a remark of the driver"}).has_value());
  EXPECT_EQ(passages.explain_line(anna, id, 99, {"double_line", {}}).error().reason, "manifest_line_unknown");
  const auto note = [&](std::size_t at, NoteOccupant input) {
    return passages.note_occupant(anna, id, view.occupants.at(at).inspection_id, input).has_value();
  };
  EXPECT_TRUE(note(1, {"passenger", {}, {}, 3, {}}));
  EXPECT_TRUE(note(2, {"passenger", {}, {}, {}, "joined_later"}));
  EXPECT_EQ(released(id), "released");
  EXPECT_THAT(get(id).manifest->lines.at(1).seen, "confirmed");
  expect_rebuilt_alike();
}

TEST_F(OnePassage, ANewManifestBeginsAnew) {
  const PassageId id = open("bus", 1);
  ASSERT_TRUE(attach(id, "Okafor,Anna Maria,1974-08-12,F,KEN,P,A1,SWE,\n").has_value());
  const auto before = post.journal().size();
  ASSERT_TRUE(attach(id, "Okafor,Anna Maria,1974-08-12,F,KEN,P,A1,SWE,\n").has_value());
  EXPECT_EQ(post.journal().size(), before);
  ASSERT_TRUE(passages.explain_line(anna, id, 2, {"did_not_travel", {}}).has_value());
  const auto one = joined(id, "ZORAN", "Z9");
  ASSERT_TRUE(passages.note_occupant(anna, id, one, {"crew", {}, {}, 2, {}}).has_value());
  EXPECT_EQ(get(id).occupants.front().on_manifest, "confirmed");
  ASSERT_TRUE(attach(id, "Nkemelu,Ada,1990-08-12,F,KEN,P,A2,SWE,\n").has_value());
  EXPECT_EQ(get(id).occupants.front().on_manifest, "unlisted");
  EXPECT_FALSE(get(id).manifest->lines.front().explanation.has_value());
  EXPECT_EQ(attach(id, "").error().reason, "manifest_empty");
}

// REQ: F-E08
TEST_F(OnePassage, ExpectedPersonsAreSearchedAndDiscreetAlertsAreShownToNobody) {
  auto open_alert = testkit::alert_about("own", "A-1", "OKAFOR CHIDI", "1974-08-12");
  auto discreet = testkit::alert_about("own", "A-2", "NKEMELU ADA", "1974-08-12");
  discreet.action = watchlist::AlertAction::discreet;
  post.list_in_force({open_alert, discreet});
  const PassageId id = open("bus", 2);
  const auto view = attach(id,
                           "Okafor,Chidi,1974-08-12,F,KEN,P,A1,KEN,\n"
                           "Nkemelu,Ada,1974-08-12,F,KEN,P,A2,KEN,\n");
  ASSERT_TRUE(view.has_value()) << view.error().reason;
  ASSERT_EQ(view->manifest->lines.at(0).hits.size(), 1U);
  EXPECT_EQ(view->manifest->lines.at(0).hits.front().source_id, "A-1");
  EXPECT_TRUE(view->manifest->lines.at(1).hits.empty());
  EXPECT_TRUE(passages.get(berta, id).value().manifest->lines.at(1).hits.empty());
  const auto stored = post.records().passages().manifest(id).value();
  EXPECT_EQ(stored->attached.lines.at(1).hits.front().source_id, "A-2");
}

// REQ: F-O07
TEST_F(OnePassage, AManifestIsErasedADayAfterItsPassageWasLetGo) {
  const PassageId id = open("bus", 1);
  ASSERT_TRUE(attach(id, "Zawadi,Ada,1990-08-12,F,KEN,P,A2,SWE,\n").has_value());
  ASSERT_TRUE(attach(id, "Zawadi,Ada Lovelace,1990-08-12,F,KEN,P,A2,SWE,\n").has_value());
  ASSERT_TRUE(passages.explain_line(anna, id, 2, {"other", "Zawadi missed the bus"}).has_value());
  const FormalityId one = joined(id, "OKAFOR", "A1");
  ASSERT_TRUE(passages.note_occupant(anna, id, one, {"driver", {}, {}, {}, "wrong_line"}).has_value());
  decide(one, Outcome::admit);
  EXPECT_EQ(released(id), "released");
  post.clock.advance_seconds(24 * 60 * 60 - 60);
  ASSERT_TRUE(passages.sweep().has_value());
  EXPECT_TRUE(get(id).manifest.has_value());
  post.clock.advance_seconds(120);
  ASSERT_TRUE(passages.sweep().has_value());
  EXPECT_FALSE(get(id).manifest.has_value());
  std::string text;
  const auto all = post.records().entries_after(0, 1000);
  for (const auto& entry : *all) text += entry.payload.value_or("");
  EXPECT_EQ(text.find("Zawadi"), std::string::npos);
  EXPECT_TRUE(post.store().verify()->intact());
  expect_rebuilt_alike();
  const auto entries = post.journal().size();
  ASSERT_TRUE(passages.sweep().has_value());
  EXPECT_EQ(post.journal().size(), entries);
}

TEST_F(OnePassage, AManifestOfAPassageThatNeverLeftIsErasedAfterAWeek) {
  const PassageId id = open("bus", 1);
  ASSERT_TRUE(attach(id, "Zawadi,Ada,1990-08-12,F,KEN,P,A2,SWE,\n").has_value());
  post.clock.advance_seconds(std::int64_t{8} * 24 * 60 * 60);
  ASSERT_TRUE(passages.sweep().has_value());
  EXPECT_FALSE(get(id).manifest.has_value());
}

// REQ: F-O07
TEST_F(OnePassage, WhatAnErasedPersonWasInItIsErasedToo) {
  const PassageId id = passages.open(anna, {"car", Direction::exit, {}, 1, {}}).value().id;
  const FormalityId driver = join(id, person_named("OKAFOR", "A1"), Direction::exit).value().id;
  ASSERT_TRUE(passages.note_occupant(anna, id, driver, {"driver", {}, {}, {}, {}}).has_value());
  decide(driver, Outcome::admit, {"exit_proved_otherwise"});
  const ports::Caller dora = post.officer("dora", "data_officer");
  post.clock.advance_seconds(std::int64_t{4} * 366 * 24 * 60 * 60);
  const auto report = post.retention().run(dora, false);
  ASSERT_TRUE(report.has_value()) << report.error().reason;
  EXPECT_EQ(report->erased_files, 1);
  EXPECT_TRUE(post.records().passages().occupants(id).value().empty());
  expect_rebuilt_alike();
}

}  // namespace
}  // namespace cardea::passages
