#pragma once

#include "common.hpp"

namespace cardea::inspection {

/// The case that a referral opens, in the transaction of the decision. Fails as the store.
[[nodiscard]] journal::Draft case_of_referral(const Parts& parts, const ports::Caller& caller,
                                              const ports::NodeCreated& node, FormalityId id,
                                              const crossings::DecisionInput& decision);

/// What a take-back does to the case of the inspection: one that nobody has taken is closed. Fails
/// `conflict/case_taken`, for what the second line has begun is not undone from the booth.
[[nodiscard]] Result<std::vector<journal::Draft>> case_after_take_back(const ports::Caller& caller,
                                                                       const ports::Records& now,
                                                                       const ports::NodeCreated& node,
                                                                       FormalityId id);

}  // namespace cardea::inspection
