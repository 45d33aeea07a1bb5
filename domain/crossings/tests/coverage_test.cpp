#include "cardea/crossings/coverage.hpp"

#include <gtest/gtest.h>

namespace cardea::crossings {
namespace {

Admission clear_admission() {
  Admission admission;
  admission.inspected = true;
  for (const CheckName check : kAllChecks) {
    admission.checks.push_back({check, CheckState::clear, "", "", 0, {}});
  }
  admission.decision.outcome = Outcome::admit;
  return admission;
}

std::string_view gap(const Admission& admission) {
  return gap_of(admission, standard_rules().refusal).value_or("covered");
}

// REQ: F-E03
TEST(Coverage, HoldsForAClearAdmission) { EXPECT_EQ(gap(clear_admission()), "covered"); }

// REQ: F-E03
TEST(Coverage, FindsWhoWasNeverInspected) { EXPECT_EQ(gap(Admission{}), "not_inspected"); }

TEST(Coverage, FindsACheckThatIsNotThere) {
  Admission admission = clear_admission();
  admission.checks.pop_back();
  EXPECT_EQ(gap(admission), "checks_missing");
}

// REQ: F-E03
TEST(Coverage, FindsAListThatDidNotAnswerWithoutARecordedFallback) {
  Admission admission = clear_admission();
  admission.context.watchlist_unavailable = true;
  admission.context.needs_reason = {"watchlist"};
  EXPECT_EQ(gap(admission), "fallback_reason_required");
  admission.decision.reasons = {"lists_searched_elsewhere"};
  EXPECT_EQ(gap(admission), "covered");
}

TEST(Coverage, FindsAMatchThatNobodyCompared) {
  Admission admission = clear_admission();
  admission.context.blocked_by = {"match_not_compared"};
  EXPECT_EQ(gap(admission), "admit_blocked");
}

}  // namespace
}  // namespace cardea::crossings
