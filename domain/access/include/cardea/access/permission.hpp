#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cardea/access/role.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::access {

/// An officer, as far as rights go.
struct Officer {
  std::vector<Role> roles;
  bool active = true;
};

/// Whether one role alone grants an action, by the table of rights in permission.cpp.
///
/// Who administers officers does not see travellers, who owns lists does not decide on them, and the auditor
/// sees everything that was done and changes nothing: a person who has to do two of these holds both roles,
/// on record.
[[nodiscard]] bool grants(Role role, Action action);

/// The one question every flow asks first. Fails `forbidden/officer_inactive`, `forbidden/role_missing`
/// (detail: the action).
[[nodiscard]] Done may(const Officer& officer, Action action);

/// Roles by their words, each once, in the order of the enumerators. Fails `malformed/role_unknown`.
[[nodiscard]] Result<std::vector<Role>> parse_roles(const std::vector<std::string>& words);

}  // namespace cardea::access
