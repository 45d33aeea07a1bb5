#pragma once

#include <string>

#include "cardea/casework/requests.hpp"
#include "cardea/crossings/rules.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/ports/cases_records.hpp"
#include "cardea/ports/records.hpp"

// A refusal is proposed in either line, and is the same thing from there on.

namespace cardea::casework {

/// What a proposal is made with; inside ports::Work, since forms are numbered without gaps.
struct Proposing {
  const ports::Records& now;
  const ports::NodeCreated& node;
  IdSource& ids;
  const crossings::RefusalGrounds& grounds;
  Date on;  ///< the post's date
};

/// What is recorded of it, under the next number of the post's forms. Whether it may be proposed is judged
/// before (cases::may_propose_refusal, crossings::may_decide).
[[nodiscard]] Result<ports::RefusalProposed> proposed_refusal(const Proposing& proposing, CaseId id,
                                                              FormalityId inspection,
                                                              const ProposeRefusal& input);

/// "proposed", "lapsed" when nobody judged it in time, "returned", "in_force" or "annulled".
[[nodiscard]] std::string state_now(const ports::RefusalRow& refusal, Instant now);

}  // namespace cardea::casework
