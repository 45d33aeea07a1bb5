#include "cardea/access/two_person.hpp"

#include "cardea/kernel/text.hpp"

namespace cardea::access {
namespace {

constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;

bool confirms(std::string_view record, std::string_view typed) {
  if (typed.size() != kConfirmationCharacters || record.size() < kConfirmationCharacters) return false;
  return to_ascii_lower(record.substr(record.size() - kConfirmationCharacters)) == to_ascii_lower(typed);
}

}  // namespace

Done may_approve(const Proposal& proposal, std::string_view approver, Instant now, std::string_view typed) {
  if (approver == proposal.proposer) return fail(ErrorKind::forbidden, "same_person");
  const std::int64_t age_us = now.us - proposal.proposed_at.us;
  if (age_us > kProposalSecondsMax * kMicrosecondsPerSecond)
    return fail(ErrorKind::conflict, "proposal_lapsed");
  if (!confirms(proposal.record, typed)) return fail(ErrorKind::malformed, "confirmation_wrong");
  return {};
}

}  // namespace cardea::access
