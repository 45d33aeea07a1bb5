#include "cardea/ports/caller.hpp"

#include <algorithm>
#include <array>

#include "cardea/access/permission.hpp"
#include "cardea/access/policy.hpp"
#include "cardea/journal/catalogue.hpp"

namespace cardea::ports {
namespace {

constexpr std::string_view kConsole = "console";
constexpr std::string_view kAdministration = "administration";

/// Entry types by the part of their word before the dot.
constexpr std::array<std::string_view, 11> kAdministrative{
    "node",        "officer",     "session",       "unit",
    "grant",       "break_glass", "second_factor", "client_certificate",
    "certificate", "workstation", "password"};

bool is_administrative(std::string_view type) {
  const auto area = type.substr(0, type.find('.'));
  return std::find(kAdministrative.begin(), kAdministrative.end(), area) != kAdministrative.end();
}

bool at_console(const Caller& caller) { return caller.officer_id == OfficerId{IdBytes{}}; }

}  // namespace

Caller operator_at_console() {
  Caller caller{
      OfficerId{IdBytes{}}, std::string(kConsole), std::string(kConsole), {}, SessionId{IdBytes{}}, ""};
  caller.roles.assign(access::kRoleWords.begin(), access::kRoleWords.end());
  caller.purpose = kAdministration;
  return caller;
}

Done may(const Caller& caller, access::Action action) {
  return may(caller, action, {caller.agency, caller.unit});
}

Done may(const Caller& caller, access::Action action, const access::Subject& subject) {
  auto roles = access::parse_roles(caller.roles);
  if (!roles) return pass_on(roles);
  return access::may(access::standard_policy(), {*std::move(roles), true, caller.grants}, action, subject,
                     caller.purpose_stated ? caller.purpose : std::string(), caller.now);
}

std::vector<std::string> roles_now(const Caller& caller) {
  const auto roles = access::parse_roles(caller.roles);
  if (!roles) return {};
  std::vector<std::string> words;
  for (const access::Role role :
       access::roles_now({*roles, true, caller.grants}, {caller.agency, caller.unit}, caller.now)) {
    words.emplace_back(name(role));
  }
  return words;
}

std::string actor_of(const Caller& caller) {
  return at_console(caller) ? std::string(kConsole) : to_text(caller.officer_id);
}

journal::Draft draft_by(const Caller& caller, const NodeCreated& node, journal::EntryType type,
                        std::string subject, json::object payload) {
  const bool by_type = !caller.purpose_stated && is_administrative(name(type));
  return {std::string(name(type)),
          std::move(subject),
          by_type ? std::string(kAdministration) : caller.purpose,
          {actor_of(caller), node.agency, node.post},
          std::move(payload)};
}

}  // namespace cardea::ports
