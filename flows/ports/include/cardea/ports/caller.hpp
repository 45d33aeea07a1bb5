#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cardea/access/permission.hpp"
#include "cardea/access/role.hpp"
#include "cardea/journal/entry.hpp"
#include "cardea/kernel/result.hpp"
#include "cardea/ports/entries.hpp"
#include "cardea/ports/ids.hpp"

namespace cardea::journal {
enum class EntryType : std::uint8_t;  // catalogue.hpp, which only those need who name a type
}

namespace cardea::ports {

/// Who calls a flow, from where and what for. Made by administration::authenticate from a session, or by
/// `operator_at_console` for the command line of the node. A flow asks `may` before anything else.
struct Caller {
  OfficerId officer_id;
  std::string user_name;
  std::string display_name;
  std::vector<std::string> roles;  ///< words of access::Role, over the whole node without end
  SessionId session_id;
  std::string lane;                        ///< workstation's lane; empty away from a lane
  std::string purpose = "border_control";  ///< purpose of every read and act under this call
  /// Whether the purpose was stated with the call. When not, each act has its default one.
  bool purpose_stated = false;
  std::vector<access::Grant> grants = {};  ///< roles within limits, emergency ones among them
  std::string agency = {};                 ///< of the node
  std::string unit = {};                   ///< path of the workstation's lane, or of the post
  Instant now = {};                        ///< when the call came: by it grants begin and end
};

/// The person at the machine itself, who holds the node's files anyway: all roles, no session, id of zeros.
[[nodiscard]] Caller operator_at_console();

/// Whether the caller may do it, at the caller's own place, for the purpose stated; the first question of
/// every flow. Fails as access::may.
[[nodiscard]] Done may(const Caller& caller, access::Action action);
/// The same for data of another agency or unit.
[[nodiscard]] Done may(const Caller& caller, access::Action action, const access::Subject& subject);

/// The roles that count at the caller's own place, enrolled and granted, by their words.
[[nodiscard]] std::vector<std::string> roles_now(const Caller& caller);

/// Who it is, as entries name an actor: the officer's id, or `console`.
[[nodiscard]] std::string actor_of(const Caller& caller);

/// An entry to be recorded on behalf of the caller, under the caller's purpose; when none was stated, under
/// that of the entry type: what keeps officers, units and sessions is `administration`.
[[nodiscard]] journal::Draft draft_by(const Caller& caller, const NodeCreated& node, journal::EntryType type,
                                      std::string subject, json::object payload);

}  // namespace cardea::ports
