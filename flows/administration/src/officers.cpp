// The officers of the node and their roles.
#include <algorithm>

#include "cardea/access/sign_in.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/access_log.hpp"
#include "common.hpp"
#include "rights.hpp"
#include "sign_in_check.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;

bool holds(const std::vector<std::string>& roles, std::string_view role) {
  return std::ranges::find(roles, role) != roles.end();
}

/// An officer with the roles in force and those that wait.
OfficerView view_of(const ports::OfficerEnrolled& officer, const std::vector<ports::GrantRow>& grants,
                    Instant now) {
  OfficerView view{officer.officer_id, officer.user_name, officer.display_name, officer.roles,
                   officer.active};
  for (const ports::GrantRow& row : grants) {
    if (row.grant.officer_id != officer.officer_id) continue;
    const bool known = holds(view.roles, row.grant.role);
    if (!known && holds_for_whole_node(row, now)) view.roles.push_back(row.grant.role);
    if (state_of(row, now) == "proposed") view.waiting.push_back(row.grant.role);
  }
  return view;
}

Result<OfficerView> view_now(const Parts& parts, OfficerId id) {
  const auto officer = the_officer(parts.records, id);
  if (!officer) return pass_on(officer);
  const auto grants = parts.records.organisation().grants_of(id);
  if (!grants) return pass_on(grants);
  const auto factor = parts.records.organisation().second_factor(id);
  if (!factor) return pass_on(factor);
  OfficerView view = view_of(officer->officer, *grants, parts.clock.now());
  view.second_factor = factor->has_value() && (*factor)->confirmed;
  return view;
}

// A node that nobody can administer is lost.
Done somebody_administers(const ports::Records& now, OfficerId leaving, bool still, Instant at) {
  const auto all = administrators(now, at);
  if (!all) return pass_on(all);
  const bool other = std::ranges::any_of(*all, [&](OfficerId id) { return id != leaving; });
  if (other || still || all->empty()) return {};
  return fail(ErrorKind::conflict, "last_administrator");
}

/// What an officer is to hold, parted into what takes effect by itself and what somebody else has to approve.
struct Parted {
  std::vector<std::string> enrolled;
  std::vector<access::Role> proposed;
};

Parted part_roles(const Parts& parts, const ports::Caller& caller, const std::vector<std::string>& roles,
                  const std::vector<std::string>& held) {
  const bool at_console = caller.officer_id == OfficerId{IdBytes{}};
  Parted parted;
  for (const std::string& word : roles) {
    access::Role role{};
    const bool known = parse(word, role);
    const bool alone =
        at_console || holds(held, word) || !contains(parts.policy.rules.second_person_for, role);
    if (!known || alone) {
      parted.enrolled.push_back(word);
    } else {
      parted.proposed.push_back(role);
    }
  }
  return parted;
}

ports::GrantProposed whole_node_grant(const Parts& parts, OfficerId officer, access::Role role) {
  return {parts.ids.make<GrantId>(), officer, std::string(name(role)), "", "",
          parts.clock.now(),         {},      "role of the officer"};
}

/// Adds the entries that give these roles over the whole node, at once or to be approved.
Done give_roles(const Parts& parts, const ports::Records& now, const ports::Caller& caller,
                const std::vector<ports::GrantProposed>& given, ports::Outcome& outcome) {
  const auto node = ports::made_node(now);
  if (!node) return pass_on(node);
  for (const ports::GrantProposed& grant : given) {
    access::Role role{};
    if (!parse(grant.role, role)) return fail(ErrorKind::malformed, "role_unknown");
    const auto rule = rule_for(parts, now, caller, role);
    if (!rule) return pass_on(rule);
    for (auto& draft : giving_drafts(caller, *node, {grant, *rule}))
      outcome.drafts.push_back(std::move(draft));
  }
  return {};
}

bool open_for_whole_node(const ports::GrantRow& row, Instant now) {
  return holds_for_whole_node(row, now) || state_of(row, now) == "proposed";
}

/// A new set of roles against the grants over the whole node: what is new is given, what is gone is ended.
Done change_grants(const Parts& parts, const ports::Records& now, const ports::Caller& caller, OfficerId id,
                   const std::vector<std::string>& wanted, std::vector<ports::GrantProposed> given,
                   ports::Outcome& outcome) {
  const auto node = ports::made_node(now);
  if (!node) return pass_on(node);
  const auto rows = now.organisation().grants_of(id);
  if (!rows) return pass_on(rows);
  for (const ports::GrantRow& row : *rows) {
    if (!open_for_whole_node(row, parts.clock.now())) continue;
    if (!holds(wanted, row.grant.role)) {
      outcome.drafts.push_back(ending_draft(caller, *node, row.grant.grant_id, "roles changed"));
    }
    std::erase_if(given, [&](const auto& grant) { return grant.role == row.grant.role; });
  }
  return give_roles(parts, now, caller, given, outcome);
}

}  // namespace

Result<OfficerView> Administration::add_officer(const ports::Caller& caller, const NewOfficer& input,
                                                const SecretText& password) const {
  const Done allowed = may(caller, access::Action::manage_officers);
  if (!allowed) return pass_on(allowed);
  auto officer = officer_of(parts_.ids.make<OfficerId>(), input.user_name, input.display_name, input.roles);
  if (!officer) return pass_on(officer);
  const Done chosen = access::may_choose_password(password, input.user_name);
  if (!chosen) return pass_on(chosen);
  const auto hash = parts_.hasher.hash(password);
  if (!hash) return pass_on(hash);
  const Parted parted = part_roles(parts_, caller, officer->roles, {});
  officer->roles = parted.enrolled;
  std::vector<ports::GrantProposed> given;
  for (const access::Role role : parted.proposed) {
    given.push_back(whole_node_grant(parts_, officer->officer_id, role));
  }
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const Done free = check_name_free(now, officer->user_name);
    if (!free) return pass_on(free);
    ports::Outcome outcome;
    outcome.drafts = {enrolled_draft(caller, *node, EntryType::officer_enrolled, *officer)};
    outcome.service.set_password_hash = {officer->officer_id, *hash};
    if (const Done gave = give_roles(parts_, now, caller, given, outcome); !gave) return pass_on(gave);
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return view_now(parts_, officer->officer_id);
}

Result<OfficerView> Administration::set_roles(const ports::Caller& caller, OfficerId id,
                                              const std::vector<std::string>& roles) const {
  const Done allowed = may(caller, access::Action::manage_officers);
  if (!allowed) return pass_on(allowed);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto before = the_officer(now, id);
    if (!before) return pass_on(before);
    const auto& officer = before->officer;
    auto changed = officer_of(id, officer.user_name, officer.display_name, roles);
    if (!changed) return pass_on(changed);
    const std::vector<std::string> wanted = changed->roles;
    const bool administers = officer.active && holds(wanted, name(access::Role::administrator));
    const Done kept = somebody_administers(now, id, administers, parts_.clock.now());
    if (!kept) return pass_on(kept);
    const Parted parted = part_roles(parts_, caller, wanted, officer.roles);
    changed->active = officer.active;
    changed->roles = parted.enrolled;
    std::vector<ports::GrantProposed> given;
    for (const access::Role role : parted.proposed) given.push_back(whole_node_grant(parts_, id, role));
    ports::Outcome outcome;
    outcome.drafts = {enrolled_draft(caller, *node, EntryType::officer_changed, *changed)};
    const Done gave = change_grants(parts_, now, caller, id, wanted, std::move(given), outcome);
    if (!gave) return pass_on(gave);
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return view_now(parts_, id);
}

Result<OfficerView> Administration::set_active(const ports::Caller& caller, OfficerId id, bool active) const {
  const Done allowed = may(caller, access::Action::manage_officers);
  if (!allowed) return pass_on(allowed);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto before = the_officer(now, id);
    if (!before) return pass_on(before);
    const Done kept = somebody_administers(now, id, active, parts_.clock.now());
    if (!kept) return pass_on(kept);
    ports::OfficerEnrolled officer = before->officer;
    officer.active = active;
    ports::Outcome outcome;
    outcome.drafts = {enrolled_draft(caller, *node, EntryType::officer_changed, officer)};
    // Who comes back signs in anew: what was open when the officer left is not opened again.
    if (active) outcome.service.close_sessions_of = id;
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return view_now(parts_, id);
}

Done Administration::set_password(const ports::Caller& caller, OfficerId id,
                                  const SecretText& password) const {
  if (const Done allowed = may(caller, access::Action::manage_officers); !allowed) return allowed;
  if (caller.officer_id == id) return fail(ErrorKind::forbidden, "same_person");
  const auto officer = the_officer(parts_.records, id);
  if (!officer) return pass_on(officer);
  const Done chosen = access::may_choose_password(password, officer->officer.user_name);
  if (!chosen) return chosen;
  const auto hash = parts_.hasher.hash(password);
  if (!hash) return pass_on(hash);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto current = the_officer(now, id);
    if (!current) return pass_on(current);
    ports::Outcome outcome;
    outcome.drafts = {enrolled_draft(caller, *node, EntryType::officer_changed, current->officer)};
    outcome.service.set_password_hash = {id, *hash};
    outcome.service.clear_failures = failure_key(officer->officer.user_name, {});
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return {};
}

Result<std::vector<OfficerView>> Administration::officers(const ports::Caller& caller) const {
  const Done allowed = may(caller, access::Action::read_officers);
  if (!allowed) return pass_on(allowed);
  const auto rows = parts_.records.officers();
  if (!rows) return pass_on(rows);
  const auto grants = parts_.records.organisation().grants();
  if (!grants) return pass_on(grants);
  const auto node = ports::made_node(parts_.records);
  if (!node) return pass_on(node);
  const ports::AccessMade look{"officers", to_text(node->node_id), {}, std::ssize(*rows), false};
  ports::Caller by = caller;
  if (!by.purpose_stated) by.purpose = "administration";
  const Done recorded = record_access(parts_.recorder, by, look);
  if (!recorded) return pass_on(recorded);
  const auto factors = parts_.records.organisation().with_second_factor();
  if (!factors) return pass_on(factors);
  std::vector<OfficerView> views;
  for (const ports::OfficerRow& row : *rows) {
    views.push_back(view_of(row.officer, *grants, parts_.clock.now()));
    views.back().second_factor = std::ranges::find(*factors, row.officer.officer_id) != factors->end();
  }
  return views;
}

}  // namespace cardea::administration
