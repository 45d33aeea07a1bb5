#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/access/role.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::access {

/// What personal data may be used for, with the law that says so. The list is data/rules/purposes.json.
struct Purpose {
  std::string word;
  std::string legal_basis;
  std::vector<Action> actions;      ///< what may be done for it, beside what may be done for every purpose
  std::vector<Action> default_for;  ///< actions that are for this purpose when nobody states one
};
BOOST_DESCRIBE_STRUCT(Purpose, (), (word, legal_basis, actions, default_for))

struct Purposes {
  std::string id;
  std::string edition;
  std::vector<Action> for_every_purpose;
  std::vector<Purpose> purposes;
};
BOOST_DESCRIBE_STRUCT(Purposes, (), (id, edition, for_every_purpose, purposes))

/// What is decided about access by a service and not by this program: data/rules/access_policy.json.
struct AccessRules {
  std::string id;
  std::string edition;
  std::string source;
  std::vector<Role> second_person_for;  ///< roles that nobody gets from one administrator alone
  std::vector<Role> break_glass_roles;  ///< what an officer may take in an emergency
  std::int64_t break_glass_minutes = 0;
  std::vector<Role> second_factor_for;  ///< roles that do not sign in by a password alone
  bool workstation_required = false;    ///< whether officers sign in at enrolled workstations only
};
BOOST_DESCRIBE_STRUCT(AccessRules, (),
                      (id, edition, source, second_person_for, break_glass_roles, break_glass_minutes,
                       second_factor_for, workstation_required))

struct Policy {
  Purposes purposes;
  AccessRules rules;
};

/// Fails as read_json, and `malformed/rule_out_of_range` (detail: the word): a purpose without legal basis,
/// an action whose default is missing, stands twice or may not be done for it.
[[nodiscard]] Result<Purposes> parse_purposes(std::string_view json_text);
/// Fails as read_json, and `malformed/rule_out_of_range`.
[[nodiscard]] Result<AccessRules> parse_access_rules(std::string_view json_text);

/// The policy this program was built with.
[[nodiscard]] const Policy& standard_policy();

/// Null when nothing has this word.
[[nodiscard]] const Purpose* find_purpose(const Policy& policy, std::string_view word);
/// The purpose of an action when none is stated.
[[nodiscard]] std::string_view default_purpose(const Policy& policy, Action action);
/// Whether an action may be done for a purpose; false for an unknown one.
[[nodiscard]] bool serves(const Policy& policy, std::string_view purpose, Action action);

[[nodiscard]] bool contains(const std::vector<Role>& roles, Role role);

}  // namespace cardea::access
