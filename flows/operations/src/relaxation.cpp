// Checks that are left out for a time, on the order of the shift leader.
#include "cardea/crossings/relaxation.hpp"

#include <algorithm>

#include "cardea/access/role.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "common.hpp"

namespace cardea::operations {
namespace {

using journal::EntryType;

constexpr std::int64_t kSecondsPerMinute = 60;

Done may_order(const ports::Caller& caller, std::string_view reason) {
  return may(caller, access::Action::relax_checks).and_then([&] { return check_text(reason, Wanted::yes); });
}

template <class Payload>
ports::Outcome outcome_of(const ports::Caller& caller, const ports::NodeCreated& node, EntryType type,
                          const Payload& payload) {
  return {
      {draft_by(caller, node, type, to_text(payload.relaxation_id), to_json(payload).get_object())}, {}, {}};
}

}  // namespace

Result<std::vector<RelaxationView>> relaxations_now(const Parts& parts) {
  const auto rows = parts.records.operations().relaxations(parts.clock.now());
  if (!rows) return pass_on(rows);
  std::vector<RelaxationView> views;
  for (const ports::RelaxationRow& row : *rows) {
    const auto officer = parts.records.find_officer(row.officer_id);
    if (!officer) return pass_on(officer);
    views.push_back({row.begun.relaxation_id, row.begun.direction, row.begun.checks, row.begun.reason,
                     *officer ? (*officer)->officer.display_name : std::string{}, row.begun_at,
                     row.begun.until});
  }
  return views;
}

Result<LevelView> Operations::relax(const ports::Caller& caller, const Relax& input) const {
  const crossings::RelaxationRules& rules = crossings::standard_relaxation_rules();
  const Done allowed = may_order(caller, input.reason).and_then([&] {
    return crossings::may_relax(input.checks, input.direction, input.minutes, rules);
  });
  if (!allowed) return pass_on(allowed);
  const ports::RelaxationBegun begun{parts_.ids.make<RelaxationId>(),
                                     std::string(name(input.direction)),
                                     input.checks,
                                     input.reason,
                                     plus_seconds(parts_.clock.now(), input.minutes * kSecondsPerMinute),
                                     versioned_name(rules)};
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    return outcome_of(caller, *node, EntryType::relaxation_begun, begun);
  });
  if (!receipt) return pass_on(receipt);
  return level_now(parts_);
}

Result<LevelView> Operations::end_relaxation(const ports::Caller& caller, RelaxationId id,
                                             const EndRelaxation& input) const {
  const Done allowed = may_order(caller, input.reason);
  if (!allowed) return pass_on(allowed);
  const Instant at = parts_.clock.now();
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto rows = now.operations().relaxations(at);
    if (!rows) return pass_on(rows);
    const bool in_force = std::ranges::any_of(
        *rows, [&](const ports::RelaxationRow& row) { return row.begun.relaxation_id == id; });
    if (!in_force) return fail(ErrorKind::not_found, "relaxation_unknown");
    return outcome_of(caller, *node, EntryType::relaxation_ended, ports::RelaxationEnded{id, input.reason});
  });
  if (!receipt) return pass_on(receipt);
  return level_now(parts_);
}

}  // namespace cardea::operations
