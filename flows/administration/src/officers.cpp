// The officers of the node and their roles.
#include <algorithm>

#include "cardea/access/sign_in.hpp"
#include "cardea/kernel/codec.hpp"
#include "common.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;
using Change = std::function<Result<ports::OfficerEnrolled>(ports::OfficerEnrolled officer)>;

bool administers(const ports::OfficerEnrolled& officer) {
  return officer.active &&
         std::ranges::find(officer.roles, name(access::Role::administrator)) != officer.roles.end();
}

// A node that nobody can administer is lost.
Done somebody_administers(const ports::Records& now, const ports::OfficerEnrolled& changed) {
  const auto officers = now.officers();
  if (!officers) return pass_on(officers);
  const bool other = std::ranges::any_of(*officers, [&](const ports::OfficerRow& row) {
    return row.officer.officer_id != changed.officer_id && administers(row.officer);
  });
  if (other || administers(changed)) return {};
  return fail(ErrorKind::conflict, "last_administrator");
}

Result<OfficerView> change_officer(const Parts& parts, const ports::Caller& caller, OfficerId id,
                                   const Change& change, const ports::ServiceChanges& service = {}) {
  const Done allowed = may(caller, access::Action::manage_officers);
  if (!allowed) return pass_on(allowed);
  std::optional<OfficerView> view;
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = the_node(now);
    if (!node) return pass_on(node);
    const auto officer = the_officer(now, id);
    if (!officer) return pass_on(officer);
    const auto changed = change(officer->officer);
    if (!changed) return pass_on(changed);
    const Done kept = somebody_administers(now, *changed);
    if (!kept) return pass_on(kept);
    view = view_of(*changed);
    return ports::Outcome{{enrolled_draft(caller, *node, EntryType::officer_changed, *changed)}, {}, service};
  });
  if (!receipt) return pass_on(receipt);
  return *view;
}

}  // namespace

Result<OfficerView> Administration::add_officer(const ports::Caller& caller, const NewOfficer& input,
                                                const SecretText& password) const {
  const Done allowed = may(caller, access::Action::manage_officers);
  if (!allowed) return pass_on(allowed);
  const auto officer =
      officer_of(parts_.ids.make<OfficerId>(), input.user_name, input.display_name, input.roles);
  if (!officer) return pass_on(officer);
  const Done chosen = access::may_choose_password(password, input.user_name);
  if (!chosen) return pass_on(chosen);
  const auto hash = parts_.hasher.hash(password);
  if (!hash) return pass_on(hash);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = the_node(now);
    if (!node) return pass_on(node);
    const Done free = check_name_free(now, officer->user_name);
    if (!free) return pass_on(free);
    ports::Outcome outcome;
    outcome.drafts = {enrolled_draft(caller, *node, EntryType::officer_enrolled, *officer)};
    outcome.service.set_password_hash = {officer->officer_id, *hash};
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return view_of(*officer);
}

Result<OfficerView> Administration::set_roles(const ports::Caller& caller, OfficerId id,
                                              const std::vector<std::string>& roles) const {
  return change_officer(parts_, caller, id, [&](const ports::OfficerEnrolled& officer) {
    auto changed = officer_of(officer.officer_id, officer.user_name, officer.display_name, roles);
    if (changed) changed->active = officer.active;
    return changed;
  });
}

Result<OfficerView> Administration::set_active(const ports::Caller& caller, OfficerId id, bool active) const {
  const auto change = [&](ports::OfficerEnrolled officer) -> Result<ports::OfficerEnrolled> {
    officer.active = active;
    return officer;
  };
  // Who comes back signs in anew: what was open when the officer left is not opened again.
  ports::ServiceChanges service;
  if (active) service.close_sessions_of = id;
  return change_officer(parts_, caller, id, change, service);
}

Done Administration::set_password(const ports::Caller& caller, OfficerId id,
                                  const SecretText& password) const {
  // An officer sets the own password; anybody else's is an act of administration.
  const Done allowed = caller.officer_id == id ? Done{} : may(caller, access::Action::manage_officers);
  if (!allowed) return allowed;
  const auto officer = the_officer(parts_.records, id);
  if (!officer) return pass_on(officer);
  const Done chosen = access::may_choose_password(password, officer->officer.user_name);
  if (!chosen) return chosen;
  const auto hash = parts_.hasher.hash(password);
  if (!hash) return pass_on(hash);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = the_node(now);
    if (!node) return pass_on(node);
    const auto current = the_officer(now, id);
    if (!current) return pass_on(current);
    ports::Outcome outcome;
    outcome.drafts = {enrolled_draft(caller, *node, EntryType::officer_changed, current->officer)};
    outcome.service.set_password_hash = {id, *hash};
    outcome.service.clear_failures = id;
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
  std::vector<OfficerView> views;
  for (const ports::OfficerRow& row : *rows) views.push_back(view_of(row.officer));
  return views;
}

}  // namespace cardea::administration
