#pragma once

#include <string_view>
#include <vector>

#include "cardea/access/permission.hpp"
#include "cardea/administration/parts.hpp"
#include "cardea/journal/entry.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/organisation_records.hpp"

// Who holds which role now, by enrolment and by grants, and how roles are given.

namespace cardea::administration {

/// What an officer was granted and may use: approved grants that were not ended, and emergencies.
[[nodiscard]] Result<std::vector<access::Grant>> grants_of(const ports::Records& records, OfficerId officer);

/// Where a grant stands: the words of GrantView::state.
[[nodiscard]] std::string_view state_of(const ports::GrantRow& row, Instant now);
/// A grant that counts, without limit of agency, unit and end.
[[nodiscard]] bool holds_for_whole_node(const ports::GrantRow& row, Instant now);

/// Adds to a caller what the store knows: grants, the node's agency and unit, the time. Roles that the policy
/// gives to nobody without a second factor are left out while the officer has none.
[[nodiscard]] Result<ports::Caller> placed(const Parts& parts, ports::Caller caller);

/// Officers that administer the node now.
[[nodiscard]] Result<std::vector<OfficerId>> administrators(const ports::Records& now, Instant at);

/// A role about to be given: one entry, or two when it takes effect at once.
struct Giving {
  ports::GrantProposed grant;
  std::string rule;  ///< under which it takes effect at once; empty: it waits for a second person
};
/// By which rule this role may be given by one person; empty when a second person has to approve.
[[nodiscard]] Result<std::string> rule_for(const Parts& parts, const ports::Records& now,
                                           const ports::Caller& caller, access::Role role);
[[nodiscard]] std::vector<journal::Draft> giving_drafts(const ports::Caller& caller,
                                                        const ports::NodeCreated& node, const Giving& giving);
[[nodiscard]] journal::Draft ending_draft(const ports::Caller& caller, const ports::NodeCreated& node,
                                          GrantId id, std::string_view reason);

/// Fails `malformed/reason_missing`, `malformed/text_too_long`, `malformed/text_invalid`.
[[nodiscard]] Done check_reason(std::string_view reason);

}  // namespace cardea::administration
