// Drills: the post practises a level while it works on.
#include <algorithm>

#include "cardea/access/role.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "common.hpp"

namespace cardea::operations {
namespace {

using journal::EntryType;

constexpr int kDrillsMax = 200;

Result<ports::DrillRow> the_drill(const ports::Records& records, DrillId id) {
  const auto drills = records.operations().drills(kDrillsMax);
  if (!drills) return pass_on(drills);
  const auto found = std::ranges::find(*drills, id, &ports::DrillRow::drill_id);
  if (found == drills->end()) return fail(ErrorKind::not_found, "drill_unknown");
  return *found;
}

/// Whether there is a drill that runs, and whether it is this one.
Done runs(const ports::Records& now, DrillId id) {
  const auto running = now.operations().running_drill();
  if (!running) return pass_on(running);
  if (!*running || (*running)->drill_id != id) return fail(ErrorKind::not_found, "drill_unknown");
  return {};
}

Done none_runs(const ports::Records& now) {
  const auto running = now.operations().running_drill();
  if (!running) return pass_on(running);
  if (*running) return fail(ErrorKind::conflict, "drill_running");
  return {};
}

/// One entry about a drill, recorded when `ready` says so.
template <class Payload, class Ready>
Result<ports::DrillRow> record(const Parts& parts, const ports::Caller& caller, EntryType type,
                               const Payload& payload, const Ready& ready) {
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const Done allowed = ready(now);
    if (!allowed) return pass_on(allowed);
    return ports::Outcome{
        {draft_by(caller, *node, type, to_text(payload.drill_id), to_json(payload).get_object())}, {}, {}};
  });
  if (!receipt) return pass_on(receipt);
  return the_drill(parts.records, payload.drill_id);
}

Done may_note(const ports::Caller& caller, access::Action action, std::string_view text) {
  return may(caller, action).and_then([&] { return check_text(text, Wanted::yes); });
}

}  // namespace

Result<std::vector<ports::DrillRow>> Operations::drills(const ports::Caller& caller, int limit) const {
  const Done allowed = may(caller, access::Action::read_board);
  if (!allowed) return pass_on(allowed);
  return parts_.records.operations().drills(std::clamp(limit, 1, kDrillsMax));
}

Result<ports::DrillRow> Operations::start_drill(const ports::Caller& caller, const StartDrill& input) const {
  const Done allowed = may_note(caller, access::Action::run_drill, input.scenario);
  if (!allowed) return pass_on(allowed);
  const ports::DrillStarted started{parts_.ids.make<DrillId>(), input.scenario,
                                    std::string(name(input.level))};
  return record(parts_, caller, EntryType::drill_started, started, none_runs);
}

Result<ports::DrillRow> Operations::add_finding(const ports::Caller& caller, DrillId id,
                                                const DrillNote& input) const {
  const Done allowed = may_note(caller, access::Action::enter_fallback, input.text);
  if (!allowed) return pass_on(allowed);
  const ports::DrillFinding finding{id, input.text};
  return record(parts_, caller, EntryType::drill_finding, finding,
                [id](const ports::Records& now) { return runs(now, id); });
}

Result<ports::DrillRow> Operations::end_drill(const ports::Caller& caller, DrillId id,
                                              const DrillNote& summary) const {
  const Done allowed = may_note(caller, access::Action::run_drill, summary.text);
  if (!allowed) return pass_on(allowed);
  const ports::DrillEnded ended{id, summary.text};
  return record(parts_, caller, EntryType::drill_ended, ended,
                [id](const ports::Records& now) { return runs(now, id); });
}

}  // namespace cardea::operations
