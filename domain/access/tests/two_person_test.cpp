#include "cardea/access/two_person.hpp"

#include <gtest/gtest.h>

namespace cardea::access {
namespace {

constexpr Instant kProposed{1'800'000'000'000'000};
constexpr Instant kLastMoment{kProposed.us + kProposalSecondsMax * 1'000'000};
constexpr Proposal kProposal{"0193-77aF", "anna", kProposed};

std::string_view answer(std::string_view approver, Instant now, std::string_view typed) {
  const Done may = may_approve(kProposal, approver, now, typed);
  return may ? std::string_view("approved") : may.error().reason;
}

// REQ: F-Q01
TEST(TwoPersons, LetsAnotherPersonApprove) { EXPECT_EQ(answer("bert", kLastMoment, "77AF"), "approved"); }

// REQ: F-Q01
TEST(TwoPersons, LetsNobodyApproveTheirOwnProposal) {
  EXPECT_EQ(answer("anna", kProposed, "77af"), "same_person");
}

TEST(TwoPersons, LetsAProposalLapseAfterADay) {
  EXPECT_EQ(answer("bert", Instant{kLastMoment.us + 1}, "77af"), "proposal_lapsed");
}

TEST(TwoPersons, WantsTheEndOfTheRecordsNumber) {
  for (const std::string_view typed : {"", "7af", "0193", "077af"}) {
    EXPECT_EQ(answer("bert", kProposed, typed), "confirmation_wrong") << typed;
  }
}

}  // namespace
}  // namespace cardea::access
