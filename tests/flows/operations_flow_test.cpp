// How a post is run, on the real store.
#include "cardea/operations/operations.hpp"

#include "cardea/testkit/people.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::operations {
namespace {

using continuity::Level;
using testing::ElementsAre;
using testkit::Person;

class Running : public testing::Test {
 protected:
  testkit::Post post;
  Operations operations = post.operations();
  ports::Caller lena = post.officer("lena", "shift_leader");
  ports::Caller anna = post.officer("anna");

  std::string_view reason_of(const auto& result) { return result ? "done" : result.error().reason; }
};

// REQ: F-A02
TEST_F(Running, TheBoardShowsEveryLaneAndSaysWhatNobodySaid) {
  ASSERT_TRUE(operations.set_lane(lena, "1", {"open", 12, "counted", {}}));
  const auto board = operations.board(lena);
  ASSERT_TRUE(board) << board.error().reason;
  ASSERT_EQ(board->lanes.size(), 2);
  EXPECT_EQ(board->lanes[0].state, "open");
  EXPECT_EQ(board->lanes[0].queue, 12);
  EXPECT_EQ(board->lanes[0].queue_method, "counted");
  EXPECT_EQ(board->lanes[1].state, "not_said");
  EXPECT_EQ(board->lanes[1].queue, std::nullopt);
}

// REQ: F-A02
TEST_F(Running, TheBoardCountsTheLastHourAndShowsWhoWaits) {
  post.list_in_force();
  const auto inspections = post.inspections();
  const auto first = inspections.open(anna, {testkit::passport_of({}), crossings::Direction::entry, {}, {}});
  post.clock.advance_seconds(7);
  ASSERT_TRUE(inspections.decide(anna, first->id, {crossings::Outcome::admit, {}, {}, {}, {}}));
  Person other;
  other.primary = "NOVAK";
  other.number = "B1234567";
  const auto second =
      inspections.open(anna, {testkit::passport_of(other), crossings::Direction::entry, {}, {}});
  ASSERT_TRUE(second) << second.error().reason;
  const auto board = operations.board(lena);
  ASSERT_TRUE(board);
  EXPECT_EQ(board->lanes[0].decided_last_hour, 1);
  EXPECT_EQ(board->lanes[0].seconds_median, 7);
  ASSERT_EQ(board->open.size(), 1);
  EXPECT_EQ(board->open[0].inspection_id, second->id);
  EXPECT_EQ(board->open[0].officer, "Officer anna");
}

TEST_F(Running, OnlyWhoLeadsTheShiftOpensLanes) {
  EXPECT_EQ(reason_of(operations.set_lane(anna, "1", {"open", {}, {}, {}})), "role_missing");
  EXPECT_EQ(reason_of(operations.set_lane(lena, "9", {"open", {}, {}, {}})), "lane_unknown");
  EXPECT_EQ(reason_of(operations.set_lane(lena, "1", {"open", 3, {}, {}})), "queue_invalid");
}

// REQ: F-K01
TEST_F(Running, WithoutAListThePostSaysThatItWorksOnItsOwn) {
  const auto level = operations.level(anna);
  ASSERT_TRUE(level);
  EXPECT_EQ(level->level, Level::local_only);
  EXPECT_THAT(level->duties, testing::Contains("give_fallback_reason"));
}

// REQ: F-K01
TEST_F(Running, AStatedLevelHoldsUntilItsEnd) {
  post.list_in_force();
  EXPECT_EQ(operations.level(anna)->level, Level::normal);
  ASSERT_TRUE(operations.set_level(lena, {Level::paper, "power cut", 30}));
  EXPECT_EQ(operations.level(anna)->level, Level::paper);
  EXPECT_EQ(operations.level(anna)->reason, "power cut");
  post.clock.advance_seconds(30 * 60);
  EXPECT_EQ(operations.level(anna)->level, Level::normal);
}

// REQ: F-K04
TEST_F(Running, ADrillIsSeenByAllAndKeepsWhatItShowed) {
  const auto drill = operations.start_drill(lena, {"link cut", Level::local_only});
  ASSERT_TRUE(drill) << drill.error().reason;
  EXPECT_EQ(operations.level(anna)->drill, "link cut");
  EXPECT_EQ(reason_of(operations.start_drill(lena, {"again", Level::paper})), "drill_running");
  ASSERT_TRUE(operations.add_finding(anna, drill->drill_id, {"no forms in lane 2"}));
  ASSERT_TRUE(operations.add_finding(anna, drill->drill_id, {"stamp dry"}));
  const auto ended = operations.end_drill(lena, drill->drill_id, {"forms printed ahead from now on"});
  ASSERT_TRUE(ended);
  ASSERT_EQ(ended->findings.size(), 2);
  EXPECT_EQ(ended->findings[1].text, "stamp dry");
  EXPECT_EQ(operations.level(anna)->drill, std::nullopt);
  EXPECT_EQ(reason_of(operations.add_finding(anna, drill->drill_id, {"late"})), "drill_unknown");
}

TEST_F(Running, EveryActIsOneEntryAndARebuildGivesTheSameTables) {
  ASSERT_TRUE(operations.set_lane(lena, "1", {"open", {}, {}, "busy"}));
  ASSERT_TRUE(operations.set_level(lena, {Level::degraded, "slow link", 5}));
  const auto drill = operations.start_drill(lena, {"paper day", Level::paper});
  ASSERT_TRUE(operations.add_finding(anna, drill->drill_id, {"slow"}));
  ASSERT_TRUE(operations.end_drill(lena, drill->drill_id, {"fine"}));
  auto types = post.journal();
  types.erase(types.begin(), types.end() - 5);
  EXPECT_THAT(types,
              ElementsAre("lane.changed", "level.set", "drill.started", "drill.finding", "drill.ended"));
  const auto before = post.store().table_digests();
  ASSERT_TRUE(post.store().rebuild());
  EXPECT_EQ(before.value(), post.store().table_digests().value());
}

}  // namespace
}  // namespace cardea::operations
