#pragma once

#include <string>
#include <vector>

#include "cardea/access/role.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/journal/entry.hpp"
#include "cardea/kernel/result.hpp"
#include "cardea/ports/entries.hpp"
#include "cardea/ports/ids.hpp"

namespace cardea::ports {

/// Who calls a flow, from where and what for. Made by administration::authenticate from a session, or by
/// `operator_at_console` for the command line of the node. A flow asks access::may with `roles` before
/// anything else.
struct Caller {
  OfficerId officer_id;
  std::string user_name;
  std::string display_name;
  std::vector<std::string> roles;  ///< words of access::Role
  SessionId session_id;
  std::string lane;                        ///< workstation's lane; empty away from a lane
  std::string purpose = "border_control";  ///< purpose of every read and act under this call
};

/// The person at the machine itself, who holds the node's files anyway: all roles, no session, id of zeros.
[[nodiscard]] Caller operator_at_console();

/// Whether the caller's roles allow it; the first question of every flow. Fails as access::may.
[[nodiscard]] Done may(const Caller& caller, access::Action action);

/// An entry to be recorded on behalf of the caller, under the caller's purpose.
[[nodiscard]] journal::Draft draft_by(const Caller& caller, const NodeCreated& node, journal::EntryType type,
                                      std::string subject, json::object payload);

}  // namespace cardea::ports
