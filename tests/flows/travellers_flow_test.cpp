// Persons over their documents on the real store.
#include "cardea/testkit/people.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::travellers {
namespace {

using crossings::CheckName;
using crossings::CheckState;
using crossings::Direction;
using crossings::Outcome;
using people::LinkColour;
using testkit::Person;

constexpr std::int64_t kDay = 24 * 60 * 60;

class OverDocuments : public testing::Test {
 protected:
  testkit::Post post;
  inspection::Inspections inspections = post.inspections();
  Travellers travellers = post.travellers();
  ports::Caller anna = post.officer("anna");
  ports::Caller sam = post.officer("sam", "second_line");
  Date today = post.clock.local_date(post.clock.now());

  void SetUp() override { post.list_in_force(); }

  inspection::InspectionView open(const Person& person = {}, Direction direction = Direction::entry) {
    const auto view = inspections.open(anna, {testkit::passport_of(person), direction, {}, {}});
    EXPECT_TRUE(view.has_value()) << view.error().reason << " " << view.error().detail;
    return *view;
  }
  inspection::InspectionView cross(const Person& person, Direction direction = Direction::entry) {
    const auto view = open(person, direction);
    const auto decided = inspections.decide(
        anna, view.id, {Outcome::admit, {{"document_examined", "exit_proved_otherwise"}}, {}, {}, {}});
    EXPECT_TRUE(decided.has_value()) << decided.error().reason << " " << decided.error().detail;
    return *decided;
  }
  TravellerView seen(TravellerId id) {
    const auto view = travellers.get(sam, id);
    EXPECT_TRUE(view.has_value()) << view.error().reason << " " << view.error().detail;
    return *view;
  }
  TravellerView judged(TravellerId id, TravellerId other, LinkColour colour) {
    const auto view = travellers.judge_link(sam, id, {other, colour, "compared both passports"});
    EXPECT_TRUE(view.has_value()) << view.error().reason;
    return *view;
  }
  void later(std::int64_t days) {
    post.clock.advance_seconds(days * kDay);
    today = post.clock.local_date(post.clock.now());
  }
};

const Person kSmith{"SMITH", "JOHN PAUL", "GBR", "GBR", "A1000001", "800517", "290415"};
const Person kSmieth{"SMIETH", "JOHN PAUL", "GBR", "GBR", "B2000002", "800517", "350415"};
const Person kRenewed{"SMITH", "JOHN PAUL", "GBR", "GBR", "B2000002", "800517", "350415"};

const crossings::Check& check(const inspection::InspectionView& view, CheckName name) {
  return view.checks.at(static_cast<std::size_t>(name));
}

// REQ: F-J07
TEST_F(OverDocuments, ASimilarPersonWithAnotherPassportIsLinkedInYellowAndNotMerged) {
  const auto first = cross(kSmith);
  later(1);
  const auto second = open(kSmieth);
  EXPECT_NE(first.traveller.traveller_id, second.traveller.traveller_id);
  EXPECT_TRUE(second.history.empty());
  const auto view = seen(second.traveller.traveller_id);
  ASSERT_EQ(view.links.size(), 1U);
  EXPECT_EQ(view.links.front().colour, "yellow");
  EXPECT_EQ(view.links.front().likeness.name, "similar");
  EXPECT_EQ(view.links.front().other.traveller_id, first.traveller.traveller_id);
  EXPECT_THAT(post.journal(), testing::Contains("identity.link_proposed"));
  EXPECT_EQ(travellers.links_to_judge(sam, 50)->size(), 1U);
}

// REQ: F-J07
TEST_F(OverDocuments, WhiteJoinsHistoryAndDaysAndGreenPartsThem) {
  const auto first = cross(kSmith);
  later(9);
  cross(kSmith, Direction::exit);
  later(5);
  const auto second = open(kSmieth);
  EXPECT_EQ(second.stay->used, 0);
  const TravellerId id = second.traveller.traveller_id;
  const auto white = judged(id, first.traveller.traveller_id, LinkColour::white);
  EXPECT_EQ(white.history.size(), 2U);
  EXPECT_EQ(white.documents.size(), 2U);
  EXPECT_EQ(white.stay->used, 10);
  EXPECT_EQ(white.links.front().judged_by, sam.officer_id);
  EXPECT_EQ(open(kSmieth).stay->used, 10);
  EXPECT_EQ(judged(id, first.traveller.traveller_id, LinkColour::green).stay->used, 0);
}

TEST_F(OverDocuments, ARenewedPassportWithTheSameDataIsWhiteAtOnce) {
  cross(kSmith);
  later(9);
  const auto renewed = open(kRenewed, Direction::exit);
  EXPECT_EQ(check(renewed, CheckName::stay).state, CheckState::clear);
  EXPECT_EQ(renewed.history.size(), 1U);
  EXPECT_EQ(seen(renewed.traveller.traveller_id).links.front().colour, "white");
}

// REQ: F-J07
TEST_F(OverDocuments, RedIsAnAttentionAtTheNextInspection) {
  post.list_in_force();
  const auto first = cross(kSmith);
  const auto second = open(kSmieth);
  judged(second.traveller.traveller_id, first.traveller.traveller_id, LinkColour::red);
  const auto again = open(kSmieth);
  EXPECT_EQ(check(again, CheckName::document_status).state, CheckState::review);
  EXPECT_EQ(check(again, CheckName::document_status).reason, "multiple_identity");
  EXPECT_THAT(again.assessment.needs_reason, testing::Contains("document_status"));
  EXPECT_EQ(again.checks.size(), 8U);
}

TEST_F(OverDocuments, StrangersAreNotLinked) {
  cross(kSmith);
  Person other = kSmieth;
  other.primary = "JOHNSSON";
  EXPECT_TRUE(seen(open(other).traveller.traveller_id).links.empty());
  other = kSmieth;
  other.birth = "810517";
  other.number = "C3000003";
  EXPECT_TRUE(seen(open(other).traveller.traveller_id).links.empty());
}

TEST_F(OverDocuments, OnlyALinkThatStandsIsJudgedAndNotInYellow) {
  const auto first = cross(kSmith);
  const auto stranger = open({});
  const JudgeLink white{stranger.traveller.traveller_id, LinkColour::white, "seen"};
  EXPECT_EQ(travellers.judge_link(sam, first.traveller.traveller_id, white).error().reason, "link_unknown");
  const JudgeLink yellow{stranger.traveller.traveller_id, LinkColour::yellow, "seen"};
  EXPECT_EQ(travellers.judge_link(sam, first.traveller.traveller_id, yellow).error().reason,
            "colour_not_for_officers");
  EXPECT_EQ(travellers.judge_link(anna, first.traveller.traveller_id, white).error().reason, "role_missing");
}

TEST_F(OverDocuments, SearchingFindsByNumberNameAndBirthDateAndIsRecorded) {
  cross(kSmith);
  EXPECT_EQ(travellers.search(sam, {"A1000001", {}, {}})->size(), 1U);
  EXPECT_EQ(travellers.search(sam, {{}, "smi", {}})->size(), 1U);
  EXPECT_EQ(travellers.search(sam, {{}, {}, parse_partial_date("1980-05-17")})->size(), 1U);
  EXPECT_EQ(travellers.search(sam, {{}, "smithson", {}})->size(), 0U);
  EXPECT_EQ(travellers.search(sam, {{}, "sm", {}}).error().reason, "search_too_wide");
  EXPECT_EQ(travellers.search(anna, {"A1000001", {}, {}}).error().reason, "role_missing");
  EXPECT_THAT(post.journal(), testing::Contains("personal_data.accessed").Times(4));
}

// REQ: F-C02
TEST_F(OverDocuments, AnOverstayIsListedUntilANeighbourSawThePersonEnter) {
  const auto entered = cross(kSmith);
  later(89);
  EXPECT_TRUE(travellers.overstays(sam, "", 50)->overstays.empty());
  later(3);
  const auto page = travellers.overstays(sam, "", 50);
  ASSERT_TRUE(page.has_value()) << page.error().reason;
  ASSERT_EQ(page->overstays.size(), 1U);
  EXPECT_EQ(page->overstays.front().days_over, 3);
  EXPECT_EQ(page->overstays.front().reason, "no_exit_recorded");
  const TravellerId id = entered.traveller.traveller_id;
  const auto closed = travellers.record_foreign_entry(sam, id, {entered.on.plus_days(20), "UGA", "E-17"});
  ASSERT_TRUE(closed.has_value()) << closed.error().reason << closed.error().detail;
  EXPECT_EQ(closed->stays.front().closed_by, "neighbour");
  EXPECT_EQ(closed->stay->open_since, std::nullopt);
  EXPECT_TRUE(travellers.overstays(sam, "", 50)->overstays.empty());
  EXPECT_EQ(travellers.record_foreign_entry(sam, id, {today, "UGA", "E-18"}).error().reason, "no_open_stay");
}

TEST_F(OverDocuments, WhoLeftOnAnotherDocumentIsNoOverstay) {
  cross(kSmith);
  later(30);
  cross(kRenewed, Direction::exit);
  later(90);
  EXPECT_TRUE(travellers.overstays(sam, "", 50)->overstays.empty());
}

TEST_F(OverDocuments, OverstaysComeInPages) {
  cross(kSmith);
  cross({});
  later(100);
  const auto first = travellers.overstays(sam, "", 1);
  ASSERT_EQ(first->overstays.size(), 1U);
  const auto second = travellers.overstays(sam, *first->next, 1);
  ASSERT_EQ(second->overstays.size(), 1U);
  EXPECT_NE(first->overstays.front().crossing_id, second->overstays.front().crossing_id);
  EXPECT_TRUE(travellers.overstays(sam, *second->next, 1)->overstays.empty());
  EXPECT_EQ(travellers.overstays(sam, "page two", 1).error().reason, "cursor_invalid");
}

// REQ: F-E05
TEST_F(OverDocuments, AnExtensionMovesTheLastDay) {
  const auto entered = cross(kSmith);
  later(95);
  const auto extended = travellers.adjust_stay(
      sam, entered.traveller.traveller_id, {"force_majeure", entered.on.plus_days(90), today, "no flights"});
  ASSERT_TRUE(extended.has_value()) << extended.error().reason;
  EXPECT_EQ(extended->stay->overstayed, 0);
  EXPECT_TRUE(travellers.overstays(sam, "", 50)->overstays.empty());
  later(1);
  EXPECT_EQ(travellers.overstays(sam, "", 50)->overstays.size(), 1U);
}

PermitInput permit(std::string kind, Date from, Date to) {
  return {std::move(kind), "V-1", "GBR", "A1000001", "SMITH JOHN PAUL", {}, from, to, {}, {}, {}, {}};
}

// REQ: F-E05
TEST_F(OverDocuments, AResidencePermitTakesDaysOutOfTheCount) {
  const auto added = travellers.add_permit(sam, permit("residence_permit", today, today.plus_days(700)));
  ASSERT_TRUE(added.has_value()) << added.error().reason;
  const auto entered = cross(kSmith);
  EXPECT_EQ(check(entered, CheckName::visa).reason, "permit_in_force");
  EXPECT_EQ(check(entered, CheckName::stay).reason, "days_not_counted");
  EXPECT_EQ(entered.stay, std::nullopt);
  later(300);
  EXPECT_TRUE(travellers.overstays(sam, "", 50)->overstays.empty());
  const auto ended = travellers.end_permit(sam, added->permit.permit_id, {today, "given up"});
  ASSERT_TRUE(ended.has_value()) << ended.error().reason;
  EXPECT_EQ(ended->ended_on, today);
  EXPECT_EQ(travellers.end_permit(sam, added->permit.permit_id, {today, "again"}).error().reason,
            "permit_ended_already");
}

TEST_F(OverDocuments, PermitsAreCheckedBeforeTheyAreKept) {
  EXPECT_EQ(travellers.add_permit(sam, permit("wish", today, today)).error().reason, "permit_kind_unknown");
  EXPECT_EQ(travellers.add_permit(sam, permit("short_stay_visa", today, today.plus_days(-1))).error().reason,
            "days_run_backwards");
  EXPECT_EQ(travellers.add_permit(anna, permit("short_stay_visa", today, today)).error().reason,
            "role_missing");
  const auto imported = travellers.import_permits(
      sam, {permit("short_stay_visa", today, today), permit("transit_visa", today, today)});
  EXPECT_EQ(*imported, 2);
  EXPECT_EQ(seen(cross(kSmith).traveller.traveller_id).permits.size(), 2U);
}

// REQ: F-E05
TEST_F(OverDocuments, AStayIsPlannedForADayToCome) {
  const auto entered = cross(kSmith);
  later(9);
  cross(kSmith, Direction::exit);
  const TravellerId id = entered.traveller.traveller_id;
  const auto soon = travellers.plan(sam, id, today.plus_days(1));
  ASSERT_TRUE(soon.has_value()) << soon.error().reason;
  EXPECT_EQ(soon->stay->left, 80);
  EXPECT_EQ(travellers.plan(sam, id, today.plus_days(180))->stay->left, 90);
  EXPECT_EQ(travellers.plan(sam, id, today.plus_days(5000)).error().reason, "day_out_of_range");
}

// REQ: F-E05
TEST_F(OverDocuments, AnOfficerStatesAClassWithAReason) {
  const auto entered = cross(kSmith);
  const TravellerId id = entered.traveller.traveller_id;
  const auto stated = travellers.state_class(anna, id, {"rescue_service", "fire brigade on mission"});
  ASSERT_TRUE(stated.has_value()) << stated.error().reason;
  EXPECT_EQ(stated->classified.person_class, "rescue_service");
  EXPECT_EQ(check(open(kSmith), CheckName::stay).reason, "days_not_counted");
  EXPECT_EQ(travellers.state_class(anna, id, {"own_national", "wish"}).error().reason,
            "class_not_to_be_stated");
  EXPECT_EQ(travellers.state_class(anna, id, {"", "left the mission"})->classified.person_class, "visitor");
}

TEST_F(OverDocuments, TheTablesAreThoseOfAReplayedJournal) {
  const auto first = cross(kSmith);
  const auto second = open(kSmieth);
  judged(second.traveller.traveller_id, first.traveller.traveller_id, LinkColour::white);
  static_cast<void>(travellers.add_permit(sam, permit("short_stay_visa", today, today)).value());
  static_cast<void>(
      travellers.state_class(anna, first.traveller.traveller_id, {"transit", "onward"}).value());
  static_cast<void>(
      travellers
          .adjust_stay(sam, first.traveller.traveller_id, {"extension", today, today.plus_days(9), "illness"})
          .value());
  static_cast<void>(
      travellers.record_foreign_entry(sam, first.traveller.traveller_id, {today, "UGA", "E-1"}).value());
  const auto before = post.store().table_digests().value();
  ASSERT_TRUE(post.store().rebuild().has_value());
  EXPECT_EQ(post.store().table_digests().value(), before);
}

}  // namespace
}  // namespace cardea::travellers
