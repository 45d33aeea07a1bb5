// Break-glass: a role taken in an emergency, for a short time, for everybody to see, and reviewed afterwards.
#include <algorithm>

#include "cardea/administration/organisation.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "common.hpp"
#include "rights.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;

constexpr int kEmergenciesMax = 200;
constexpr std::int64_t kSecondsPerMinute = 60;

std::string_view state_of(const ports::BreakGlassRow& row, Instant now) {
  if (row.reviewed_at) return "reviewed";
  return now < row.taken.until ? "running" : "over";
}

EmergencyView view_of(const ports::BreakGlassRow& row, std::string display_name, Instant now) {
  const ports::BreakGlassTaken& taken = row.taken;
  return {taken.grant_id,  taken.officer_id, std::move(display_name),
          taken.role,      taken.unit,       taken.from,
          taken.until,     taken.reason,     std::string(state_of(row, now)),
          row.reviewed_by, row.outcome,      row.note};
}

Result<ports::BreakGlassRow> the_emergency(const ports::Records& records, GrantId id) {
  auto row = records.organisation().find_emergency(id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "grant_unknown");
  return **std::move(row);
}

Result<EmergencyView> view_now(const Parts& parts, GrantId id) {
  const auto row = the_emergency(parts.records, id);
  if (!row) return pass_on(row);
  const auto officer = the_officer(parts.records, row->taken.officer_id);
  if (!officer) return pass_on(officer);
  return view_of(*row, officer->officer.display_name, parts.clock.now());
}

Done none_runs(const ports::Records& now, OfficerId officer, Instant at) {
  const auto rows = now.organisation().emergencies_of(officer);
  if (!rows) return pass_on(rows);
  const bool running = std::ranges::any_of(
      *rows, [&](const ports::BreakGlassRow& row) { return state_of(row, at) == "running"; });
  return running ? Done{fail(ErrorKind::conflict, "break_glass_running")} : Done{};
}

ports::BreakGlassTaken taken_by(const Parts& parts, const ports::Caller& caller, std::string_view role,
                                std::string_view reason) {
  const Instant now = parts.clock.now();
  const Instant until = plus_seconds(now, parts.policy.rules.break_glass_minutes * kSecondsPerMinute);
  return {
      parts.ids.make<GrantId>(), caller.officer_id, std::string(role), caller.agency, caller.unit, now, until,
      std::string(reason)};
}

Done may_review(const ports::BreakGlassRow& row, const ports::Caller& caller) {
  if (row.reviewed_at) return fail(ErrorKind::conflict, "reviewed_already");
  if (row.taken.officer_id == caller.officer_id) return fail(ErrorKind::forbidden, "same_person");
  return {};
}

}  // namespace

Result<EmergencyView> Organisation::break_glass(const ports::Caller& caller, std::string_view role_word,
                                                std::string_view reason) const {
  const Done allowed =
      may(caller, access::Action::break_glass).and_then([&] { return check_reason(reason); });
  if (!allowed) return pass_on(allowed);
  access::Role role{};
  if (!parse(role_word, role) || !contains(parts_.policy.rules.break_glass_roles, role)) {
    return fail(ErrorKind::malformed, "break_glass_role");
  }
  const ports::BreakGlassTaken taken = taken_by(parts_, caller, role_word, reason);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    if (const Done first = none_runs(now, caller.officer_id, taken.from); !first) return pass_on(first);
    return ports::Outcome{{draft_by(caller, *node, EntryType::break_glass_taken, to_text(taken.grant_id),
                                    to_json(taken).get_object())},
                          {},
                          {}};
  });
  if (!receipt) return pass_on(receipt);
  return view_now(parts_, taken.grant_id);
}

Result<std::vector<EmergencyView>> Organisation::emergencies(const ports::Caller& caller) const {
  if (const Done allowed = may(caller, access::Action::read_organisation); !allowed) return pass_on(allowed);
  const auto rows = parts_.records.organisation().emergencies(kEmergenciesMax);
  if (!rows) return pass_on(rows);
  std::vector<EmergencyView> views;
  for (const ports::BreakGlassRow& row : *rows) {
    const auto officer = parts_.records.find_officer(row.taken.officer_id);
    if (!officer) return pass_on(officer);
    views.push_back(
        view_of(row, officer->has_value() ? (*officer)->officer.display_name : "", parts_.clock.now()));
  }
  return views;
}

Result<EmergencyView> Organisation::review(const ports::Caller& caller, GrantId id, std::string_view outcome,
                                           std::string_view note) const {
  const Done allowed =
      may(caller, access::Action::review_break_glass).and_then([&] { return check_reason(note); });
  if (!allowed) return pass_on(allowed);
  if (outcome != "justified" && outcome != "not_justified") {
    return fail(ErrorKind::malformed, "review_outcome_unknown");
  }
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto row = the_emergency(now, id);
    if (!row) return pass_on(row);
    if (const Done reviews = may_review(*row, caller); !reviews) return pass_on(reviews);
    const ports::BreakGlassReviewed reviewed{id, std::string(outcome), std::string(note)};
    return ports::Outcome{{draft_by(caller, *node, EntryType::break_glass_reviewed, to_text(id),
                                    to_json(reviewed).get_object())},
                          {},
                          {}};
  });
  if (!receipt) return pass_on(receipt);
  return view_now(parts_, id);
}

}  // namespace cardea::administration
