#include "cardea/ports/caller.hpp"

#include "cardea/access/permission.hpp"

namespace cardea::ports {
namespace {

constexpr std::string_view kConsole = "console";

bool at_console(const Caller& caller) { return caller.officer_id == OfficerId{IdBytes{}}; }

}  // namespace

Caller operator_at_console() {
  std::vector<std::string> roles(access::kRoleWords.begin(), access::kRoleWords.end());
  return {OfficerId{IdBytes{}}, std::string(kConsole), std::string(kConsole),
          std::move(roles),     SessionId{IdBytes{}},  "",
          "administration"};
}

Done may(const Caller& caller, access::Action action) {
  auto roles = access::parse_roles(caller.roles);
  if (!roles) return pass_on(roles);
  return access::may({*std::move(roles), true}, action);
}

journal::Draft draft_by(const Caller& caller, const NodeCreated& node, journal::EntryType type,
                        std::string subject, json::object payload) {
  const std::string officer = at_console(caller) ? std::string(kConsole) : to_text(caller.officer_id);
  return {std::string(name(type)),
          std::move(subject),
          caller.purpose,
          {officer, node.agency, node.post},
          std::move(payload)};
}

}  // namespace cardea::ports
