#pragma once

#include <string>
#include <vector>

#include "cardea/ports/ids.hpp"

namespace cardea::ports {

/// Who calls a flow, from where and what for. Made by administration::authenticate from a session, or by
/// `operator_at_console` for the command line of the node. A flow asks access::may with `roles` before anything else.
struct Caller {
  OfficerId officer_id;
  std::string user_name;
  std::string display_name;
  std::vector<std::string> roles;  ///< words of access::Role
  SessionId session_id;
  std::string lane;                     ///< workstation's lane; empty away from a lane
  std::string purpose = "border_control";  ///< purpose of every read and act under this call
};

/// The person at the machine itself, who holds the node's files anyway: all roles, no session, id of zeros.
[[nodiscard]] Caller operator_at_console();

}  // namespace cardea::ports
