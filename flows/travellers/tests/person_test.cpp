#include "cardea/travellers/person.hpp"

namespace cardea::travellers {
namespace {

Date day(int year, int month, int day_of_month) { return *Date::create(year, month, day_of_month); }

IdBytes bytes(std::uint8_t last) {
  IdBytes id{};
  id.back() = last;
  return id;
}

ports::CrossingRow crossing(std::string direction, Date on, std::string outcome = "admit",
                            std::uint8_t id = 0) {
  return {CrossingId{bytes(id)},
          FormalityId{IdBytes{}},
          std::move(direction),
          "post",
          std::move(outcome),
          on,
          Instant{}};
}

const crossings::Rules& rules() { return crossings::standard_rules(); }

Standing stand(const std::vector<ports::CrossingRow>& newest_first, const PersonFile& file = {},
               Date on = day(2026, 11, 23), std::string state = "RWA") {
  return standing_of(newest_first, file, {std::move(state), "IND", "P", {}, on}, rules());
}

ports::PermitRow permit(std::string kind, Date from, Date to, std::optional<int> days = {}) {
  return {{PermitId{IdBytes{}}, std::move(kind), "V1", "IND", "P1", "", {}, from, to, days, {}, {}, ""},
          {},
          "",
          Instant{}};
}

// REQ: F-E01
TEST(Standing, CountsAdmittedDaysOnly) {
  const Standing standing = stand({crossing("entry", day(2026, 11, 1), "refuse"),
                                   crossing("exit", day(2026, 10, 10)), crossing("entry", day(2026, 10, 1))});
  ASSERT_TRUE(standing.counted);
  EXPECT_EQ(standing.record->used, 10);
  EXPECT_EQ(standing.record->left, 80);
  EXPECT_EQ(standing.record->open_since, std::nullopt);
  EXPECT_EQ(standing.record->rule, "short_stay_90_180@2013-10-18");
}

TEST(Standing, TellsTheOpenStayApart) {
  const Standing standing = stand({crossing("entry", day(2026, 11, 1))});
  EXPECT_EQ(standing.all->open_since, day(2026, 11, 1));
  EXPECT_EQ(standing.without_open->used, 0);
}

TEST(Standing, LeavesOutWhatIsRecordedForALaterDay) {
  const Standing standing = stand({crossing("entry", day(2026, 11, 24))});
  ASSERT_TRUE(standing.counted);
  EXPECT_EQ(standing.all->used, 0);
}

TEST(Standing, IsNotCountedBeforeAnyRuleIsInForce) { EXPECT_FALSE(stand({}, {}, day(2010, 1, 1)).counted); }

// REQ: F-C02
TEST(Standing, ANeighboursEntryRecordClosesTheStay) {
  PersonFile file;
  file.deemed_exits.push_back(
      {TravellerId{IdBytes{}}, CrossingId{bytes(7)}, day(2026, 10, 5), "UGA", "reference"});
  const Standing standing = stand({crossing("entry", day(2026, 10, 1), "admit", 7)}, file);
  EXPECT_EQ(standing.all->open_since, std::nullopt);
  EXPECT_EQ(standing.all->used, 5);
}

// REQ: F-E05
TEST(Standing, DaysOfAnExtensionDoNotCount) {
  PersonFile file;
  file.adjustments.push_back(
      {TravellerId{IdBytes{}}, "extension", day(2026, 11, 1), day(2026, 11, 30), "illness"});
  const Standing standing = stand({crossing("entry", day(2026, 8, 3))}, file);
  EXPECT_EQ(standing.all->used, 90);
  EXPECT_EQ(standing.all->last_day, day(2026, 11, 30));
}

// REQ: F-E05
TEST(Standing, AResidencePermitMakesAClassOfItsOwn) {
  PersonFile file;
  file.permits_kept = true;
  file.permits.push_back(permit("residence_permit", day(2026, 1, 1), day(2027, 1, 1)));
  const Standing standing = stand({crossing("entry", day(2026, 2, 1))}, file);
  EXPECT_EQ(standing.classified.rule->word, "residence_holder");
  EXPECT_EQ(standing.regime, crossings::StayRegime::by_permit);
  EXPECT_TRUE(standing.visa.in_force);
  EXPECT_EQ(standing.all->used, 0);
}

TEST(Standing, AVisaGrantsItsDaysAndSaysWhenItIsOver) {
  PersonFile file;
  file.permits_kept = true;
  file.permits.push_back(permit("short_stay_visa", day(2026, 11, 1), day(2026, 12, 31), 10));
  EXPECT_EQ(stand({}, file, day(2026, 11, 23), "FRA").all->remaining, 10);
  const Standing late = stand({}, file, day(2027, 1, 1), "FRA");
  EXPECT_FALSE(late.visa.in_force);
  EXPECT_EQ(late.visa.shortcoming, "permit_expired");
  EXPECT_EQ(late.visa.regime, crossings::VisaRegime::required);
}

std::vector<std::string> attentions(const std::vector<ports::CrossingRow>& history,
                                    crossings::Direction direction, std::string post, std::int64_t minutes,
                                    const Person& person = {}) {
  return attentions_of(person, history, {direction, std::move(post), plus_seconds(Instant{}, minutes * 60)},
                       rules().travel_times);
}

// REQ: F-J08
TEST(Attentions, ADocumentIsNotInTwoPlacesInTooShortATime) {
  const std::vector<ports::CrossingRow> history{crossing("entry", day(2026, 11, 1))};
  using crossings::Direction;
  EXPECT_THAT(attentions(history, Direction::exit, "other post", 9),
              testing::ElementsAre("impossible_travel"));
  EXPECT_THAT(attentions(history, Direction::exit, "other post", 10), testing::IsEmpty());
  EXPECT_THAT(attentions(history, Direction::exit, "post", 0), testing::IsEmpty());
}

// REQ: F-J08
TEST(Attentions, ADocumentThatLeftCannotLeaveAgain) {
  const std::vector<ports::CrossingRow> history{crossing("entry", day(2026, 11, 3), "refuse"),
                                                crossing("exit", day(2026, 11, 2))};
  using crossings::Direction;
  EXPECT_THAT(attentions(history, Direction::exit, "post", 0), testing::ElementsAre("exited_without_return"));
  EXPECT_THAT(attentions(history, Direction::entry, "post", 0), testing::IsEmpty());
}

// REQ: F-J07
TEST(Attentions, SayLinksThatAreRedOrWait) {
  EXPECT_THAT(attentions({}, crossings::Direction::entry, "post", 0, {{}, true, true}),
              testing::ElementsAre("multiple_identity", "identity_to_be_judged"));
}

}  // namespace
}  // namespace cardea::travellers
