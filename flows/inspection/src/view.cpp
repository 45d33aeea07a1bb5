#include "cardea/inspection/view.hpp"

#include <algorithm>

#include "cardea/crossings/decision.hpp"
#include "cardea/ports/alerts_records.hpp"
#include "common.hpp"
#include "open_list.hpp"
#include "reading.hpp"
#include "referral.hpp"
#include "view.hpp"

namespace cardea::inspection {
namespace {

constexpr int kHistoryShown = 20;

std::optional<ports::ComparisonRow> comparison_of(const screening::Hit& hit,
                                                  const ports::InspectionRow& row) {
  const auto same = [&](const auto& each) {
    return each.source == hit.source && each.source_id == hit.source_id;
  };
  const auto found = std::find_if(row.comparisons.rbegin(), row.comparisons.rend(), same);
  return found == row.comparisons.rend() ? std::nullopt : std::optional(*found);
}

std::optional<ports::Cleared> cleared_of(const screening::Hit& hit, const ports::InspectionExtras& extras) {
  for (const ports::HitRow& each : extras.hits) {
    const bool same = each.hit.source == hit.source && each.hit.source_id == hit.source_id;
    // Once it is compared anew, that comparison counts.
    if (same && each.hit.cleared && each.judged_at == each.hit.cleared->at) return each.hit.cleared;
  }
  return std::nullopt;
}

std::vector<HitView> hits_of(const ports::InspectionRow& row, const ports::InspectionExtras& extras) {
  std::vector<HitView> views;
  for (const screening::Hit& hit : row.opened.hits) {
    if (!may_see(hit)) continue;
    views.push_back({hit.source, hit.source_id, hit.matched_name, hit.category, hit.action, hit.stage,
                     hit.score, hit.percent, hit.fields, hit.terms, comparison_of(hit, row),
                     cleared_of(hit, extras)});
  }
  return views;
}

std::optional<DecisionView> decision_of(const ports::InspectionRow& row, const ports::Caller& caller) {
  if (!row.decision) return std::nullopt;
  const ports::DecisionRow& decision = *row.decision;
  DecisionView view{decision.outcome,      decision.reasons,    decision.note, decision.purpose,
                    decision.days_granted, decision.officer_id, decision.at,   {}};
  if (decision.officer_id == caller.officer_id) {
    view.take_back_until = plus_seconds(decision.at, crossings::kTakeBackSeconds);
  }
  return view;
}

// Earlier crossings of the person; the one being inspected is on the screen already.
std::vector<ports::CrossingRow> shown(std::vector<ports::CrossingRow> history) {
  if (std::ssize(history) > kHistoryShown) history.erase(history.begin() + kHistoryShown, history.end());
  return history;
}

}  // namespace

InspectionView view_of(const Parts& parts, const ports::Caller& caller, const ports::InspectionRow& row,
                       Beside beside) {
  const ports::InspectionOpened& opened = row.opened;
  const ports::InspectionExtras& extras = beside.extras;
  PersonView person = person_view(parts, beside.holding, extras.person);
  return InspectionView{opened.inspection_id,
                        row.revision,
                        row.state,
                        row.opened_at,
                        row.officer_id,
                        opened.post,
                        opened.lane,
                        opened.direction,
                        opened.on,
                        opened.typed_by_hand,
                        is_own_national(opened.traveller, beside.node),
                        opened.reading,
                        opened.document,
                        opened.traveller,
                        row.assessment.checks,
                        hits_of(row, extras),
                        opened.stay,
                        shown(std::move(beside.holding.history)),
                        row.assessment,
                        decision_of(row, caller),
                        opened.versions,
                        extras.record_details,
                        extras.details_recorded,
                        opened.mrz,
                        std::move(person),
                        std::move(beside.also_open),
                        std::move(beside.second_line)};
}

Result<InspectionView> view_of(const Parts& parts, const ports::Caller& caller,
                               const ports::InspectionRow& row) {
  const auto one_state = parts.records.one_state();
  const ports::InspectionOpened& opened = row.opened;
  auto node = ports::made_node(parts.records);
  if (!node) return pass_on(node);
  auto extras = parts.records.alerts().extras(opened.inspection_id);
  if (!extras) return pass_on(extras);
  auto holding =
      holding_of(parts, parts.records, *node, opened, extras->person ? extras->person->person_class : "");
  if (!holding) return pass_on(holding);
  auto others = also_open(parts.records, opened);
  if (!others) return pass_on(others);
  Result<std::optional<SecondLineView>> second_line = std::optional<SecondLineView>{};
  if (row.decision) second_line = second_line_of(parts, opened.inspection_id);
  if (!second_line) return pass_on(second_line);
  return view_of(parts, caller, row,
                 {*std::move(node), *std::move(extras), *std::move(holding), *std::move(others),
                  *std::move(second_line)});
}

Result<InspectionView> view_of(const Parts& parts, const ports::Caller& caller, FormalityId id) {
  const auto one_state = parts.records.one_state();
  const auto row = the_inspection(parts.records, id);
  if (!row) return pass_on(row);
  return view_of(parts, caller, *row);
}

}  // namespace cardea::inspection
