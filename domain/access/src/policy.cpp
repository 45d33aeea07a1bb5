#include "cardea/access/policy.hpp"

#include <algorithm>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/codec.hpp"
#include "policy_data.hpp"

namespace cardea::access {
namespace {

constexpr std::int64_t kBreakGlassMinutesMax = 240;

Failure out_of_range(std::string_view word) {
  return fail(ErrorKind::malformed, "rule_out_of_range", std::string(word));
}

bool holds(const std::vector<Action>& actions, Action action) {
  return std::find(actions.begin(), actions.end(), action) != actions.end();
}

bool allows(const Purposes& purposes, const Purpose& purpose, Action action) {
  return holds(purposes.for_every_purpose, action) || holds(purpose.actions, action);
}

// Each action has one purpose when none is stated, and may be done for it.
bool has_one_default(const Purposes& purposes, Action action) {
  int defaults = 0;
  for (const Purpose& purpose : purposes.purposes) {
    if (!holds(purpose.default_for, action)) continue;
    if (!allows(purposes, purpose, action)) return false;
    ++defaults;
  }
  return defaults == 1;
}

// What is built in was tested; a damaged build must not start.
template <class T>
T built_in(Result<T> parsed) {
  CARDEA_ASSERT(parsed.has_value());
  return *std::move(parsed);
}

}  // namespace

Result<Purposes> parse_purposes(std::string_view json_text) {
  auto purposes = read_json<Purposes>(json_text);
  if (!purposes) return purposes;
  if (purposes->edition.empty()) return out_of_range(purposes->id);
  for (const Purpose& purpose : purposes->purposes) {
    if (purpose.word.empty() || purpose.legal_basis.empty()) return out_of_range(purpose.word);
  }
  for (std::size_t i = 0; i < kActionWords.size(); ++i) {
    if (!has_one_default(*purposes, static_cast<Action>(i))) return out_of_range(kActionWords.at(i));
  }
  return purposes;
}

Result<AccessRules> parse_access_rules(std::string_view json_text) {
  auto rules = read_json<AccessRules>(json_text);
  if (!rules) return rules;
  if (rules->edition.empty() || rules->source.empty()) return out_of_range(rules->id);
  if (rules->break_glass_minutes < 1 || rules->break_glass_minutes > kBreakGlassMinutesMax) {
    return out_of_range("break_glass_minutes");
  }
  // An emergency must not make somebody an administrator.
  for (const Role role : rules->break_glass_roles) {
    if (contains(rules->second_person_for, role)) return out_of_range("break_glass_roles");
  }
  return rules;
}

const Policy& standard_policy() {
  static const Policy policy{built_in(parse_purposes(purposes_text())),
                             built_in(parse_access_rules(access_policy_text()))};
  return policy;
}

const Purpose* find_purpose(const Policy& policy, std::string_view word) {
  for (const Purpose& purpose : policy.purposes.purposes) {
    if (purpose.word == word) return &purpose;
  }
  return nullptr;
}

std::string_view default_purpose(const Policy& policy, Action action) {
  for (const Purpose& purpose : policy.purposes.purposes) {
    if (holds(purpose.default_for, action)) return purpose.word;
  }
  return {};
}

bool serves(const Policy& policy, std::string_view purpose, Action action) {
  const Purpose* found = find_purpose(policy, purpose);
  return found != nullptr && allows(policy.purposes, *found, action);
}

bool contains(const std::vector<Role>& roles, Role role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

}  // namespace cardea::access
