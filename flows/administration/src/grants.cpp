// Roles within limits: given, approved by a second person, ended.
#include <algorithm>

#include "cardea/access/two_person.hpp"
#include "cardea/administration/organisation.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "common.hpp"
#include "rights.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;

GrantView view_of(const ports::GrantRow& row, Instant now) {
  const ports::GrantProposed& grant = row.grant;
  return {grant.grant_id,  grant.officer_id, grant.role,
          grant.agency,    grant.unit,       grant.from,
          grant.until,     grant.reason,     std::string(state_of(row, now)),
          row.proposed_by, row.proposed_at,  row.approved_by,
          row.rule,        row.end_reason};
}

Result<ports::GrantRow> the_grant(const ports::Records& records, GrantId id) {
  auto grant = records.organisation().find_grant(id);
  if (!grant) return pass_on(grant);
  if (!grant->has_value()) return fail(ErrorKind::not_found, "grant_unknown");
  return **std::move(grant);
}

Result<GrantView> view_now(const Parts& parts, GrantId id) {
  const auto row = the_grant(parts.records, id);
  if (!row) return pass_on(row);
  return view_of(*row, parts.clock.now());
}

Done check_unit(const ports::Records& now, std::string_view path) {
  if (path.empty()) return {};
  const auto unit = now.organisation().find_unit(path);
  if (!unit) return pass_on(unit);
  if (unit->has_value() && !(*unit)->closed_at) return {};
  return fail(ErrorKind::not_found, "unit_unknown", std::string(path));
}

Done check_span(const ports::GrantProposed& grant, Instant now) {
  const bool sane = !grant.until || (*grant.until > grant.from && *grant.until > now);
  return sane ? Done{} : Done{fail(ErrorKind::malformed, "grant_ends_before_start")};
}

Result<ports::GrantProposed> proposed(const Parts& parts, const NewGrant& input) {
  if (const Done reasoned = check_reason(input.reason); !reasoned) return pass_on(reasoned);
  const Instant now = parts.clock.now();
  ports::GrantProposed grant{
      parts.ids.make<GrantId>(), input.officer_id, input.role,  input.agency, input.unit,
      input.from.value_or(now),  input.until,      input.reason};
  if (const Done span = check_span(grant, now); !span) return pass_on(span);
  return grant;
}

// Neither who proposed it nor who is to have the role.
Done second_person(const ports::GrantRow& row, const ports::Caller& caller, Instant now,
                   std::string_view typed) {
  if (caller.officer_id == row.grant.officer_id) return fail(ErrorKind::forbidden, "same_person");
  const std::string record = to_text(row.grant.grant_id);
  return access::may_approve({record, row.proposed_by, row.proposed_at}, actor_of(caller), now, typed);
}

// A node that nobody can administer is lost.
Done somebody_remains(const ports::Records& now, const ports::GrantRow& row, Instant at) {
  if (row.grant.role != name(access::Role::administrator) || !holds_for_whole_node(row, at)) return {};
  const auto all = administrators(now, at);
  if (!all) return pass_on(all);
  const auto officer = the_officer(now, row.grant.officer_id);
  if (!officer) return pass_on(officer);
  const bool enrolled =
      std::ranges::find(officer->officer.roles, row.grant.role) != officer->officer.roles.end();
  if (all->size() > 1 || enrolled) return {};
  return fail(ErrorKind::conflict, "last_administrator");
}

}  // namespace

Result<std::vector<GrantView>> Organisation::grants(const ports::Caller& caller) const {
  if (const Done allowed = may(caller, access::Action::read_officers); !allowed) return pass_on(allowed);
  const auto rows = parts_.records.organisation().grants();
  if (!rows) return pass_on(rows);
  std::vector<GrantView> views;
  for (const ports::GrantRow& row : *rows) views.push_back(view_of(row, parts_.clock.now()));
  return views;
}

Result<GrantView> Organisation::propose(const ports::Caller& caller, const NewGrant& input) const {
  if (const Done allowed = may(caller, access::Action::manage_officers); !allowed) return pass_on(allowed);
  const auto grant = proposed(parts_, input);
  if (!grant) return pass_on(grant);
  access::Role role{};
  if (!parse(input.role, role)) return fail(ErrorKind::malformed, "role_unknown");
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto officer = the_officer(now, input.officer_id);
    if (!officer) return pass_on(officer);
    if (const Done known = check_unit(now, input.unit); !known) return pass_on(known);
    const auto rule = rule_for(parts_, now, caller, role);
    if (!rule) return pass_on(rule);
    return ports::Outcome{giving_drafts(caller, *node, {*grant, *rule}), {}, {}};
  });
  if (!receipt) return pass_on(receipt);
  return view_now(parts_, grant->grant_id);
}

Result<GrantView> Organisation::approve(const ports::Caller& caller, GrantId id,
                                        std::string_view typed) const {
  if (const Done allowed = may(caller, access::Action::approve_administration); !allowed)
    return pass_on(allowed);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto row = the_grant(now, id);
    if (!row) return pass_on(row);
    if (row->approved_at || row->ended_at) return fail(ErrorKind::conflict, "grant_not_waiting");
    const Done approves = second_person(*row, caller, parts_.clock.now(), typed);
    if (!approves) return pass_on(approves);
    const ports::GrantApproved approved{id, "two_persons"};
    return ports::Outcome{
        {draft_by(caller, *node, EntryType::grant_approved, to_text(id), to_json(approved).get_object())},
        {},
        {}};
  });
  if (!receipt) return pass_on(receipt);
  return view_now(parts_, id);
}

Result<GrantView> Organisation::end(const ports::Caller& caller, GrantId id, std::string_view reason) const {
  const Done allowed =
      may(caller, access::Action::manage_officers).and_then([&] { return check_reason(reason); });
  if (!allowed) return pass_on(allowed);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto row = the_grant(now, id);
    if (!row) return pass_on(row);
    if (row->ended_at) return fail(ErrorKind::conflict, "grant_ended");
    if (const Done kept = somebody_remains(now, *row, parts_.clock.now()); !kept) return pass_on(kept);
    return ports::Outcome{{ending_draft(caller, *node, id, reason)}, {}, {}};
  });
  if (!receipt) return pass_on(receipt);
  return view_now(parts_, id);
}

}  // namespace cardea::administration
