#pragma once

#include "common.hpp"

namespace cardea::inspection {

/// Where the first line hands on, and on what state of the store: in the transaction of its own act.
struct Desk {
  const Parts& parts;
  const ports::Caller& caller;
  const ports::Records& now;
  const ports::NodeCreated& node;
};

/// The case that a referral opens.
[[nodiscard]] journal::Draft case_of_referral(const Desk& desk, FormalityId id,
                                              const crossings::DecisionInput& decision);

/// The case with a refusal proposed in it. Fails as the store.
[[nodiscard]] Result<std::vector<journal::Draft>> refusal_proposal(const Desk& desk, FormalityId id,
                                                                   const crossings::DecisionInput& decision);

/// What a request for asylum records: a referral of a person nobody has decided on, a case when none is open,
/// and the request unless it stands already. Fails as the store.
[[nodiscard]] Result<std::vector<journal::Draft>> asylum_request(const Desk& desk,
                                                                 const ports::InspectionRow& row,
                                                                 const std::string& note);

/// Whether an open case holds a request for asylum of this person, on whatever document.
[[nodiscard]] Result<bool> asylum_open(const ports::Records& now, TravellerId traveller);

/// What the second line has of an inspection; nothing while there is no case.
[[nodiscard]] Result<std::optional<SecondLineView>> second_line_of(const Parts& parts, FormalityId id);

/// What a take-back does to the case of the inspection: one that nobody has taken is closed. Fails
/// `conflict/case_taken`, for what the second line has begun is not undone from the booth, and
/// `conflict/asylum_requested`.
[[nodiscard]] Result<std::vector<journal::Draft>> case_after_take_back(const ports::Caller& caller,
                                                                       const ports::Records& now,
                                                                       const ports::NodeCreated& node,
                                                                       FormalityId id);

}  // namespace cardea::inspection
