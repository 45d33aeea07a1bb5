#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/access/policy.hpp"
#include "cardea/access/role.hpp"
#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::access {

/// A role within limits: of one agency, in one part of the unit tree, for a time.
struct Grant {
  Role role = Role::officer;
  std::string agency;  ///< empty: of every agency
  std::string unit;    ///< path of a unit and all below it; empty: everywhere
  Instant from;
  std::optional<Instant> until = {};  ///< the first instant that it does not count any more
};

/// An officer, as far as rights go. `roles` are those the officer was enrolled with: grants over the whole
/// node without an end.
struct Officer {
  std::vector<Role> roles;
  bool active = true;
  std::vector<Grant> grants = {};
};

/// Whose data is asked for, or where something is to be done. Empty parts stand for all agencies or all
/// units, which only a grant without that limit covers.
struct Subject {
  std::string agency;
  std::string unit;  ///< path, such as "hq/north/north_gate/lane_1"
};

/// Whether one role alone grants an action, by the table of rights in permission.cpp.
///
/// Who administers officers does not see travellers, who owns lists does not decide on them, and the auditor
/// sees everything that was done and changes nothing: a person who has to do two of these holds both roles,
/// on record.
[[nodiscard]] bool grants(Role role, Action action);

/// Whether a unit is another one or stands below it.
[[nodiscard]] bool is_within(std::string_view unit, std::string_view above);
/// Whether a grant counts at this instant. One whose time has not begun does not.
[[nodiscard]] bool in_force(const Grant& grant, Instant now);
/// Whether a grant reaches as far as the subject.
[[nodiscard]] bool covers(const Grant& grant, const Subject& subject);

/// The one question every flow asks first: may this officer do this, to this subject, for this purpose, now?
/// An empty purpose is the default one of the action.
///
/// Fails, in this order: `malformed/purpose_unknown`, `forbidden/officer_inactive`,
/// `forbidden/outside_jurisdiction` (a role grants it, but for other units or agencies only),
/// `forbidden/grant_expired` (a grant gave it, and has ended), `forbidden/role_missing` (detail: the action),
/// `forbidden/purpose_not_allowed` (detail: the action).
[[nodiscard]] Done may(const Policy& policy, const Officer& officer, Action action, const Subject& subject,
                       std::string_view purpose, Instant now);

/// The roles that count for this subject now, each once, in the order of the enumerators.
[[nodiscard]] std::vector<Role> roles_now(const Officer& officer, const Subject& subject, Instant now);

/// Roles by their words, each once, in the order of the enumerators. Fails `malformed/role_unknown`.
[[nodiscard]] Result<std::vector<Role>> parse_roles(const std::vector<std::string>& words);

}  // namespace cardea::access
