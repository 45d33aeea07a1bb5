// The list of cases, and the sweep that tells the next level when nobody decided in time.
#include <algorithm>

#include "cardea/journal/catalogue.hpp"
#include "common.hpp"

namespace cardea::casework {
namespace {

constexpr int kCasesMax = 200;

std::size_t place_of(const std::string& level, const cases::CaseTargets& targets) {
  const auto& steps = targets.escalation;
  const auto found = std::ranges::find(steps, level, &cases::EscalationStep::level);
  return found == steps.end() ? 0 : static_cast<std::size_t>(found - steps.begin());
}

Result<bool> waits_for_approval(const ports::Records& records, const ports::CaseRow& row, Instant now) {
  if (row.state != "taken" && row.state != "waiting") return false;
  const auto refusals = records.cases().refusals(row.opened.case_id);
  if (!refusals) return pass_on(refusals);
  return std::ranges::any_of(*refusals, [&](const ports::RefusalRow& refusal) {
    return refusal.state == "proposed" && !has_lapsed(refusal, now);
  });
}

CaseLine line_of(const ports::Records& records, const ports::CaseRow& row,
                 const cases::CaseTargets& targets) {
  const ports::CaseOpened& opened = row.opened;
  CaseLine line{opened.case_id,
                opened.inspection_id,
                row.state,
                opened.priority,
                opened.protection,
                row.asylum,
                false,
                opened.reasons,
                row.opened_at,
                opened.due_at,
                row.level.empty() ? targets.escalation.front().level : row.level,
                {},
                row.traveller.primary_identifier,
                row.traveller.secondary_identifier,
                row.traveller.nationality,
                row.post,
                row.lane,
                {}};
  if (row.holder) line.holder = name_of(records, *row.holder);
  if (row.decision) line.outcome = row.decision->outcome;
  return line;
}

Result<Drafts> escalations(const ports::Records& now, const cases::CaseTargets& targets, Instant at) {
  const auto node = ports::made_node(now);
  if (!node) return pass_on(node);
  const auto open = now.cases().list(true, kCasesMax);
  if (!open) return pass_on(open);
  Drafts drafts;
  for (const ports::CaseRow& row : *open) {
    const CaseId id = row.opened.case_id;
    const std::size_t reached = cases::escalation_of(row.opened_at, at, targets.escalation);
    for (std::size_t step = place_of(row.level, targets) + 1; step <= reached; ++step) {
      const ports::CaseEscalated escalated{id, targets.escalation[step].level, versioned_name(targets)};
      drafts.push_back({std::string(name(journal::EntryType::case_escalated)),
                        to_text(id),
                        "border_control",
                        {"node", node->agency, node->post},
                        to_json(escalated).get_object()});
    }
  }
  return drafts;
}

Done record_list_read(const Parts& parts, const ports::Caller& caller, std::size_t shown) {
  return record_access(parts.recorder, caller, {"cases", "cases", {}, static_cast<std::int64_t>(shown)});
}

}  // namespace

Done Cases::sweep() const {
  const Instant at = parts_.clock.now();
  const auto due = escalations(parts_.records, parts_.targets, at);
  if (!due) return pass_on(due);
  if (due->empty()) return {};
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    auto drafts = escalations(now, parts_.targets, at);
    if (!drafts) return pass_on(drafts);
    return ports::Outcome{*std::move(drafts), {}, {}};
  });
  if (!receipt) return pass_on(receipt);
  return {};
}

Result<std::vector<CaseLine>> Cases::list(const ports::Caller& caller, bool open_only) const {
  const Done ready = may(caller, access::Action::read_cases).and_then([&] { return sweep(); });
  if (!ready) return pass_on(ready);
  const auto rows = parts_.records.cases().list(open_only, kCasesMax);
  if (!rows) return pass_on(rows);
  const Done recorded = record_list_read(parts_, caller, rows->size());
  if (!recorded) return pass_on(recorded);
  std::vector<CaseLine> lines;
  for (const ports::CaseRow& row : *rows) {
    const auto waits = waits_for_approval(parts_.records, row, parts_.clock.now());
    if (!waits) return pass_on(waits);
    lines.push_back(line_of(parts_.records, row, parts_.targets));
    lines.back().waits_for_approval = *waits;
  }
  return lines;
}

}  // namespace cardea::casework
