#include "cardea/access/permission.hpp"

#include <algorithm>

namespace cardea::access {

bool grants(Role role, Action action) {
  const bool leads = role == Role::shift_leader;
  const bool administers = role == Role::administrator;
  switch (action) {
    case Action::sign_in:
    case Action::read_node:
    case Action::read_events:
    case Action::read_lists:
      return true;
    case Action::inspect:
    case Action::decide:
    case Action::take_back:
    case Action::read_history:
      return role == Role::officer || leads;
    case Action::import_lists:
      return role == Role::watchlist_owner;
    case Action::read_officers:
    case Action::read_journal:
      return leads || administers;
    case Action::manage_officers:
      return administers;
  }
  __builtin_unreachable();
}

Done may(const Officer& officer, Action action) {
  if (!officer.active) return fail(ErrorKind::forbidden, "officer_inactive");
  const auto granting = [action](Role role) { return grants(role, action); };
  if (std::any_of(officer.roles.begin(), officer.roles.end(), granting)) return {};
  return fail(ErrorKind::forbidden, "role_missing", std::string(name(action)));
}

Result<std::vector<Role>> parse_roles(const std::vector<std::string>& words) {
  std::vector<Role> roles;
  for (const auto& word : words) {
    Role role{};
    if (!parse(word, role)) return fail(ErrorKind::malformed, "role_unknown");
    roles.push_back(role);
  }
  std::sort(roles.begin(), roles.end());
  roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
  return roles;
}

}  // namespace cardea::access
