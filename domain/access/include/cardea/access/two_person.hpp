#pragma once

#include <cstdint>
#include <string_view>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::access {

// The rule of two persons: what one officer proposes takes effect when another one approves it. Asked for
// publishing and withdrawing alerts, roles and keys, agreements, lowering a red lane and holds on erasure.

inline constexpr std::int64_t kProposalSecondsMax = 24 * 60 * 60;
inline constexpr std::size_t kConfirmationCharacters = 4;

/// A proposal as far as the rule goes. Officers are given by the text of their ids, so that a proposal made
/// at another node counts like one made here.
struct Proposal {
  std::string_view record;    ///< id of what is to be approved
  std::string_view proposer;  ///< officer's id
  Instant proposed_at;
};

/// Whether `approver` may approve: another person, within 24 hours, who typed the last four characters of the
/// record's id (any case), so that nobody approves by reflex.
///
/// Fails `forbidden/same_person`, `conflict/proposal_lapsed`, `malformed/confirmation_wrong`, in this order.
[[nodiscard]] Done may_approve(const Proposal& proposal, std::string_view approver, Instant now,
                               std::string_view typed);

}  // namespace cardea::access
