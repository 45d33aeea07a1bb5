#include "cardea/access/permission.hpp"

#include <algorithm>

namespace cardea::access {
namespace {

using RoleBits = unsigned;

constexpr RoleBits bit(Role role) { return 1U << static_cast<unsigned>(role); }
constexpr RoleBits kEverybody = (1U << kRoleWords.size()) - 1U;

struct Right {
  Action action;
  RoleBits roles;
};

/// The table of rights, and the only one: who may do what. In the order of the enumerators.
constexpr std::array kRights{
    Right{Action::sign_in, kEverybody},
    Right{Action::read_node, kEverybody},
    Right{Action::read_events, kEverybody},
    Right{Action::read_lists, bit(Role::officer) | bit(Role::second_line) | bit(Role::shift_leader) |
                                  bit(Role::watchlist_owner) | bit(Role::analyst) | bit(Role::auditor) |
                                  bit(Role::administrator)},
    Right{Action::inspect, bit(Role::officer) | bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::decide, bit(Role::officer) | bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::take_back, bit(Role::officer) | bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::read_history, bit(Role::officer) | bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::import_lists, bit(Role::watchlist_owner)},
    Right{Action::read_officers, bit(Role::shift_leader) | bit(Role::auditor) | bit(Role::administrator)},
    Right{Action::manage_officers, bit(Role::administrator)},
    Right{Action::read_journal, bit(Role::shift_leader) | bit(Role::auditor) | bit(Role::administrator)},
    Right{Action::read_organisation, kEverybody},
    Right{Action::manage_organisation, bit(Role::administrator)},
    Right{Action::approve_administration, bit(Role::administrator)},
    Right{Action::break_glass, bit(Role::officer) | bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::review_break_glass, bit(Role::shift_leader) | bit(Role::auditor)},
    Right{Action::read_audit, bit(Role::auditor)},
    Right{Action::answer_data_subject, bit(Role::data_officer)},
    Right{Action::manage_retention, bit(Role::data_officer)},
    Right{Action::approve_retention, bit(Role::data_officer)},
    Right{Action::search_travellers, bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::link_identities, bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::manage_permits, bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::read_overstays, bit(Role::second_line) | bit(Role::shift_leader) | bit(Role::analyst)},
    Right{Action::record_foreign_entry, bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::relax_checks, bit(Role::shift_leader)},
    Right{Action::enter_fallback, bit(Role::officer) | bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::read_cases, bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::handle_cases, bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::approve_refusal, bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::annul_decision, bit(Role::shift_leader)},
    Right{Action::read_alerts, bit(Role::watchlist_owner)},
    Right{Action::draft_alerts, bit(Role::watchlist_owner)},
    Right{Action::approve_alerts, bit(Role::watchlist_owner)},
    Right{Action::raise_emergency_alert, bit(Role::shift_leader) | bit(Role::watchlist_owner)},
    Right{Action::handle_hits, bit(Role::second_line) | bit(Role::shift_leader)},
    Right{Action::read_procedures, kEverybody},
    Right{Action::manage_procedures, bit(Role::procedure_owner)},
    Right{Action::issue_directives, bit(Role::procedure_owner) | bit(Role::shift_leader)},
    Right{Action::certify_officers, bit(Role::procedure_owner)},
    Right{Action::read_board, bit(Role::second_line) | bit(Role::shift_leader) | bit(Role::analyst)},
    Right{Action::manage_lanes, bit(Role::shift_leader)},
    Right{Action::run_drill, bit(Role::shift_leader)},
    Right{Action::read_statistics, bit(Role::shift_leader) | bit(Role::analyst) | bit(Role::auditor)},
    Right{Action::read_coverage, bit(Role::shift_leader) | bit(Role::auditor)},
};
static_assert(kRights.size() == kActionWords.size());

constexpr bool in_order() {
  for (std::size_t i = 0; i < kRights.size(); ++i) {
    if (kRights[i].action != static_cast<Action>(i)) return false;
  }
  return true;
}
static_assert(in_order());

}  // namespace

bool grants(Role role, Action action) {
  return (kRights.at(static_cast<std::size_t>(action)).roles & bit(role)) != 0;
}

bool is_within(std::string_view unit, std::string_view above) {
  if (!unit.starts_with(above)) return false;
  return unit.size() == above.size() || unit[above.size()] == '/';
}

bool in_force(const Grant& grant, Instant now) {
  return grant.from <= now && (!grant.until || now < *grant.until);
}

bool covers(const Grant& grant, const Subject& subject) {
  const bool agency = grant.agency.empty() || grant.agency == subject.agency;
  return agency && (grant.unit.empty() || is_within(subject.unit, grant.unit));
}

namespace {

/// How far the grants of an officer go towards an action.
struct Reach {
  bool expired = false;    ///< one would have granted it, had begun, and has ended
  bool elsewhere = false;  ///< one in force grants it, for another subject
  bool granted = false;
};

Reach reach_of(const Officer& officer, Action action, const Subject& subject, Instant now) {
  Reach reach;
  for (const Role role : officer.roles) reach.granted = reach.granted || grants(role, action);
  for (const Grant& grant : officer.grants) {
    if (!grants(grant.role, action)) continue;
    if (!in_force(grant, now)) {
      reach.expired = reach.expired || grant.from <= now;
    } else if (covers(grant, subject)) {
      reach.granted = true;
    } else {
      reach.elsewhere = true;
    }
  }
  return reach;
}

Done within_reach(const Reach& reach, Action action) {
  if (reach.granted) return {};
  if (reach.elsewhere) return fail(ErrorKind::forbidden, "outside_jurisdiction");
  if (reach.expired) return fail(ErrorKind::forbidden, "grant_expired");
  return fail(ErrorKind::forbidden, "role_missing", std::string(name(action)));
}

}  // namespace

Done may(const Policy& policy, const Officer& officer, Action action, const Subject& subject,
         std::string_view purpose, Instant now) {
  if (!purpose.empty() && find_purpose(policy, purpose) == nullptr) {
    return fail(ErrorKind::malformed, "purpose_unknown");
  }
  if (!officer.active) return fail(ErrorKind::forbidden, "officer_inactive");
  if (const Done reached = within_reach(reach_of(officer, action, subject, now), action); !reached) {
    return reached;
  }
  if (purpose.empty() || serves(policy, purpose, action)) return {};
  return fail(ErrorKind::forbidden, "purpose_not_allowed", std::string(name(action)));
}

std::vector<Role> roles_now(const Officer& officer, const Subject& subject, Instant now) {
  std::vector<Role> roles = officer.roles;
  for (const Grant& grant : officer.grants) {
    if (in_force(grant, now) && covers(grant, subject)) roles.push_back(grant.role);
  }
  std::sort(roles.begin(), roles.end());
  roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
  return roles;
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
