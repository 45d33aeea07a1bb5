#include "cardea/continuity/level.hpp"

#include <gtest/gtest.h>

namespace cardea::continuity {
namespace {

constexpr Instant kNow{1'800'000'000'000'000};
const DegradationRules& rules = standard_degradation();

Source lists(std::int64_t age_s, std::int64_t latency_ms) { return {"lists", true, latency_ms, age_s}; }

// REQ: F-K01
TEST(Level, IsNormalWhileEverySourceAnswers) {
  const Source sources[] = {lists(10, 4), {"history", true, {}, {}}};
  EXPECT_EQ(level_of(sources, rules), Level::normal);
}

// REQ: F-K01
TEST(Level, IsDegradedByAnOldCopyOrASlowSource) {
  EXPECT_EQ(state_of(lists(rules.stale_after_s + 1, 4), rules), SourceState::stale);
  EXPECT_EQ(state_of(lists(rules.stale_after_s, rules.slow_after_ms + 1), rules), SourceState::slow);
  const Source sources[] = {lists(rules.stale_after_s + 1, 4)};
  EXPECT_EQ(level_of(sources, rules), Level::degraded);
}

// REQ: F-K01
TEST(Level, IsLocalOnlyWhenASourceIsAway) {
  const Source sources[] = {lists(10, 4), {"register", false, {}, {}}};
  EXPECT_EQ(level_of(sources, rules), Level::local_only);
}

TEST(Level, CanBeStatedWorseThanItLooksAndNotBetter) {
  const Instant later = plus_seconds(kNow, 60);
  EXPECT_EQ(in_force(Level::normal, Stated{Level::paper, later}, kNow), Level::paper);
  EXPECT_EQ(in_force(Level::local_only, Stated{Level::degraded, later}, kNow), Level::local_only);
}

TEST(Level, EndsByItself) {
  EXPECT_EQ(in_force(Level::normal, Stated{Level::paper, kNow}, kNow), Level::normal);
}

TEST(StatedLevel, HasAnEndWithinTheLimit) {
  EXPECT_EQ(may_state(kNow, kNow, rules).error().reason, "level_end_passed");
  EXPECT_EQ(may_state(plus_seconds(kNow, rules.stated_hours_max * 3600 + 1), kNow, rules).error().reason,
            "level_too_long");
  EXPECT_TRUE(may_state(plus_seconds(kNow, rules.stated_hours_max * 3600), kNow, rules));
}

TEST(DegradationRules, NeedASourceAndEveryLevel) {
  EXPECT_EQ(parse_degradation_rules(R"({"id":"x","edition":"1","legal_source":"y","slow_after_ms":1,
      "stale_after_s":1,"stated_hours_max":1,"levels":[]})")
                .error()
                .reason,
            "rule_out_of_range");
}

TEST(LevelWords, ComeBack) {
  for (const std::string_view word : {"normal", "degraded", "local_only", "paper"}) {
    Level level{};
    ASSERT_TRUE(parse(word, level));
    EXPECT_EQ(name(level), word);
  }
  for (const std::string_view word : {"up", "slow", "stale", "down"}) {
    SourceState state{};
    ASSERT_TRUE(parse(word, state));
    EXPECT_EQ(name(state), word);
  }
}

}  // namespace
}  // namespace cardea::continuity
