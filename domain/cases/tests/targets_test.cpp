#include "cardea/cases/targets.hpp"

#include <gmock/gmock.h>

#include "cardea/crossings/decision.hpp"

namespace cardea::cases {
namespace {

constexpr std::int64_t kMinute = 60;

TEST(CaseTargets, TheStrictestReasonDecides) {
  const CaseTargets& rules = standard_case_targets();
  const std::vector<std::string> reasons{"purpose_doubt", "protection"};
  const CaseTarget target = target_of(reasons, rules);
  EXPECT_EQ(target.minutes, 15);
  EXPECT_EQ(target.priority, "urgent");
  EXPECT_TRUE(target.protection);
}

TEST(CaseTargets, AReasonWithoutATargetHasTheGeneralOne) {
  const std::vector<std::string> reasons{"other"};
  EXPECT_EQ(target_of(reasons, standard_case_targets()).minutes, standard_case_targets().otherwise.minutes);
}

TEST(CaseTargets, AreThereForEveryReasonOfAReferral) {
  for (const std::string_view reason : crossings::kReferralReasons) {
    const auto& targets = standard_case_targets().targets;
    const bool listed = std::ranges::find(targets, reason, &CaseTarget::reason) != targets.end();
    EXPECT_TRUE(listed || reason == "other") << reason;
  }
}

// REQ: F-A05
TEST(Escalation, GoesUpLevelByLevelAndStaysAtTheLast) {
  const std::vector<EscalationStep> steps{{"second_line", 60}, {"shift_leader", 30}, {"duty_officer", {}}};
  const Instant opened{1'000'000};
  const auto level_after = [&](std::int64_t minutes, std::int64_t seconds = 0) {
    return escalation_of(opened, plus_seconds(opened, minutes * kMinute + seconds), steps);
  };
  EXPECT_EQ(level_after(-5), 0U);
  EXPECT_EQ(level_after(60), 0U);
  EXPECT_EQ(level_after(60, 1), 1U);
  EXPECT_EQ(level_after(90), 1U);
  EXPECT_EQ(level_after(90, 1), 2U);
  EXPECT_EQ(level_after(100000), 2U);
}

TEST(CaseTargets, WithoutASourceOrWithALevelThatNeverEndsAreRefused) {
  const auto reason_of = [](std::string_view text) { return parse_case_targets(text).error().reason; };
  const std::string head = R"({"id":"x","edition":"1","legal_source":"y","otherwise":{"reason":"other",)";
  const std::string tail =
      R"("priority":"normal","protection":false},"targets":[],"units":[],"conditions":[],)";
  const std::string right = head + R"("minutes":5,)" + tail + R"("escalation":[{"level":"a"}]})";
  EXPECT_TRUE(parse_case_targets(right).has_value());
  EXPECT_EQ(reason_of(head + R"("minutes":0,)" + tail + R"("escalation":[{"level":"a"}]})"),
            "rule_out_of_range");
  EXPECT_EQ(reason_of(head + R"("minutes":5,)" + tail + R"("escalation":[{"level":"a"},{"level":"b"}]})"),
            "rule_out_of_range");
}

}  // namespace
}  // namespace cardea::cases
