// What the first line hands to the second: a referral, a refusal that wants a second person, a request for
// asylum.
#include "referral.hpp"

#include <algorithm>

#include "cardea/cases/targets.hpp"
#include "cardea/casework/proposal.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/cases_records.hpp"
#include "cardea/travellers/person.hpp"

namespace cardea::inspection {
namespace {

using journal::EntryType;
using Drafts = std::vector<journal::Draft>;

constexpr std::int64_t kSecondsPerMinute = 60;
constexpr std::string_view kProtection = "protection";

template <class Payload>
journal::Draft draft_of(const Desk& desk, EntryType type, std::string subject, const Payload& payload) {
  return draft_by(desk.caller, desk.node, type, std::move(subject), to_json(payload).get_object());
}

ports::CaseOpened case_for(const Desk& desk, FormalityId id, std::string origin,
                           std::vector<std::string> reasons, std::string note) {
  const cases::CaseTargets& targets = cases::standard_case_targets();
  const cases::CaseTarget target = cases::target_of(reasons, targets);
  return {desk.parts.ids.make<CaseId>(),
          id,
          std::move(origin),
          std::move(reasons),
          std::move(note),
          plus_seconds(desk.parts.clock.now(), target.minutes * kSecondsPerMinute),
          target.priority,
          target.protection,
          versioned_name(targets)};
}

journal::Draft draft_of(const Desk& desk, const ports::CaseOpened& opened) {
  return draft_of(desk, EntryType::case_opened, to_text(opened.case_id), opened);
}

bool is_open(const std::optional<ports::CaseRow>& row) {
  return row && (row->state == "waiting" || row->state == "taken");
}

ports::InspectionDecided referred(const Desk& desk, FormalityId id, std::string_view reason) {
  const Date on = desk.parts.clock.local_date(desk.parts.clock.now());
  return {id, std::string(name(crossings::Outcome::refer)), {std::string(reason)}, "", "", {}, on};
}

}  // namespace

journal::Draft case_of_referral(const Desk& desk, FormalityId id, const crossings::DecisionInput& decision) {
  return draft_of(desk, case_for(desk, id, "referral", decision.reasons, decision.note));
}

Result<Drafts> refusal_proposal(const Desk& desk, FormalityId id, const crossings::DecisionInput& decision) {
  const std::string reason(crossings::kRefusalProposed);
  const ports::InspectionDecided decided = referred(desk, id, reason);
  const ports::CaseOpened opened = case_for(desk, id, "refusal", {reason}, "");
  const auto proposed =
      casework::proposed_refusal({desk.now, desk.node, desk.parts.ids, desk.parts.rules.refusal, decided.on},
                                 opened.case_id, id, {decision.reasons, decision.note, {}, {}});
  if (!proposed) return pass_on(proposed);
  return Drafts{draft_of(desk, EntryType::inspection_decided, to_text(id), decided), draft_of(desk, opened),
                draft_of(desk, EntryType::refusal_proposed, to_text(opened.case_id), *proposed)};
}

Result<Drafts> asylum_request(const Desk& desk, const ports::InspectionRow& row, const std::string& note) {
  const FormalityId id = row.opened.inspection_id;
  const auto found = desk.now.cases().find_of(id);
  if (!found) return pass_on(found);
  Drafts drafts;
  if (!row.decision) {
    drafts.push_back(
        draft_of(desk, EntryType::inspection_decided, to_text(id), referred(desk, id, kProtection)));
  }
  std::optional<CaseId> case_id;
  if (is_open(*found)) {
    if ((*found)->asylum) return Drafts{};
    case_id = (*found)->opened.case_id;
  } else {
    const ports::CaseOpened opened = case_for(desk, id, "asylum", {std::string(kProtection)}, note);
    case_id = opened.case_id;
    drafts.push_back(draft_of(desk, opened));
  }
  drafts.push_back(draft_of(desk, EntryType::case_asylum_requested, to_text(*case_id),
                            ports::CaseAsylumRequested{*case_id}));
  return drafts;
}

Result<bool> asylum_open(const ports::Records& now, TravellerId traveller) {
  const auto person = travellers::person_of(now.travellers(), traveller);
  if (!person) return pass_on(person);
  for (const TravellerId id : person->ids) {
    const auto open = now.cases().asylum_open(id);
    if (!open || *open) return open;
  }
  return false;
}

Result<std::optional<SecondLineView>> second_line_of(const Parts& parts, FormalityId id) {
  const auto found = parts.records.cases().find_of(id);
  if (!found) return pass_on(found);
  if (!*found) return std::optional<SecondLineView>{};
  const ports::CaseRow& row = **found;
  const auto refusals = parts.records.cases().refusals(row.opened.case_id);
  if (!refusals) return pass_on(refusals);
  SecondLineView view{row.opened.case_id, row.state, row.asylum, {}, {}};
  if (!refusals->empty()) {
    view.refusal = casework::state_now(refusals->back(), parts.clock.now());
    view.number = refusals->back().proposed.number;
  }
  return std::optional{std::move(view)};
}

Result<Drafts> case_after_take_back(const ports::Caller& caller, const ports::Records& now,
                                    const ports::NodeCreated& node, FormalityId id) {
  const auto found = now.cases().find_of(id);
  if (!found) return pass_on(found);
  if (!*found) return Drafts{};
  if ((*found)->asylum) return fail(ErrorKind::conflict, "asylum_requested");
  if ((*found)->state != "waiting") return fail(ErrorKind::conflict, "case_taken");
  const ports::CaseClosed closed{(*found)->opened.case_id, "referral_taken_back", ""};
  return Drafts{
      draft_by(caller, node, EntryType::case_closed, to_text(closed.case_id), to_json(closed).get_object())};
}

}  // namespace cardea::inspection
