#include "cardea/casework/view.hpp"

#include <algorithm>

#include "cardea/cases/evidence.hpp"
#include "cardea/casework/proposal.hpp"
#include "common.hpp"

namespace cardea::casework {
namespace {

std::optional<OfficerName> maybe_name(const ports::Records& records, const std::optional<OfficerId>& id) {
  return id ? std::optional(name_of(records, *id)) : std::nullopt;
}

std::string actor_name(const ports::Records& records, const std::string& actor) {
  const auto id = parse_id<OfficerId>(actor);
  return id ? name_of(records, *id).name : actor;
}

Result<std::vector<ActView>> timeline_of(const ports::Records& records, CaseId id) {
  const auto acts = records.cases().acts(id);
  if (!acts) return pass_on(acts);
  std::vector<ActView> views;
  for (const ports::CaseActRow& act : *acts) {
    const std::string detail = act.type == "case.taken" ? actor_name(records, act.detail) : act.detail;
    views.push_back({act.type, actor_name(records, act.officer), act.at, detail});
  }
  return views;
}

Result<std::vector<EvidenceView>> evidence_of(const ports::Records& records, CaseId id) {
  const auto rows = records.cases().evidence(id);
  if (!rows) return pass_on(rows);
  std::vector<EvidenceView> views;
  for (const auto& [added, officer, at] : *rows) {
    views.push_back({added.evidence_id, added.file_name, added.media_type, added.size, added.sha256,
                     cases::may_preview(added.media_type), name_of(records, officer), at});
  }
  return views;
}

Result<std::vector<ConsultationView>> consultations_of(const ports::Records& records, CaseId id,
                                                       Instant now) {
  const auto rows = records.cases().consultations(id);
  if (!rows) return pass_on(rows);
  std::vector<ConsultationView> views;
  for (const ports::ConsultationRow& row : *rows) {
    views.push_back({row.asked.consultation_id, row.asked.unit, row.asked.question, row.asked.due_at,
                     !row.answer && now > row.asked.due_at, name_of(records, row.asked_by), row.asked_at,
                     row.answer, maybe_name(records, row.answered_by), row.answered_at});
  }
  return views;
}

RefusalView refusal_of(const Scene& scene, const ports::RefusalRow& row, const ports::Caller& caller) {
  const std::string state = state_now(row, scene.at);
  const bool waits = state == "proposed";
  const auto may = [&](access::Action action) { return ports::may(caller, action).has_value(); };
  RefusalView view{row.proposed.refusal_id,
                   row.proposed.number,
                   state,
                   row.proposed.grounds,
                   row.proposed.facts,
                   row.proposed.carrier,
                   row.proposed.removal,
                   name_of(scene.now, row.proposed_by),
                   row.proposed_at,
                   maybe_name(scene.now, row.judged_by),
                   row.judged_at,
                   row.reason,
                   maybe_name(scene.now, row.annulled_by),
                   row.annulled_at,
                   {},
                   {},
                   {},
                   row.issued_at};
  if (row.issued) {
    view.language = row.issued->language;
    view.signature = row.issued->signature;
    view.pdf_sha256 = row.issued->sha256;
  }
  view.may_approve = waits && row.proposed_by != caller.officer_id && may(access::Action::approve_refusal);
  view.may_annul = row.state == "in_force" && may(access::Action::annul_decision);
  return view;
}

std::optional<InterviewView> interview_of(const ports::CaseRow& row) {
  if (!row.interview) return std::nullopt;
  const ports::CaseInterviewed& held = *row.interview;
  return InterviewView{held.form,  held.edition, held.language, held.interpreter, held.interpreter_mode,
                       held.needs, held.answers, held.finished};
}

std::optional<CaseDecisionView> decision_of(const Scene& scene) {
  if (!scene.row.decision) return std::nullopt;
  const ports::CaseDecision& decision = *scene.row.decision;
  return CaseDecisionView{decision.outcome,
                          decision.conditions,
                          decision.handed_to,
                          decision.note,
                          name_of(scene.now, decision.officer_id),
                          decision.at};
}

/// All but the lists that hang on a case.
CaseView head_of(const Scene& scene, const ports::Caller& caller) {
  const ports::CaseRow& row = scene.row;
  const ports::CaseOpened& opened = row.opened;
  CaseView view{opened.case_id,
                row.revision,
                opened.inspection_id,
                row.state,
                opened.origin,
                opened.reasons,
                opened.note,
                opened.priority,
                opened.protection,
                row.asylum,
                name_of(scene.now, row.opened_by),
                row.opened_at,
                opened.due_at,
                row.level,
                maybe_name(scene.now, row.holder),
                row.taken_at,
                row.holder == caller.officer_id,
                row.post,
                row.lane,
                scene.inspection.opened.direction,
                row.traveller,
                row.document,
                {},
                scene.inspection.assessment.refusal_grounds,
                interview_of(row),
                {},
                {},
                {},
                decision_of(scene),
                {}};
  if (scene.inspection.opened.stay) view.days_left = scene.inspection.opened.stay->left;
  for (const auto& refusal : scene.refusals) view.refusals.push_back(refusal_of(scene, refusal, caller));
  return view;
}

}  // namespace

OfficerName name_of(const ports::Records& records, OfficerId id) {
  const auto found = records.find_officer(id);
  const bool known = found && found->has_value();
  return {id, known ? (*found)->officer.display_name : to_text(id)};
}

Result<CaseView> view_of(const Parts& parts, const ports::Caller& caller, CaseId id) {
  const Instant now = parts.clock.now();
  const auto scene = scene_of(parts.records, id, now);
  if (!scene) return pass_on(scene);
  auto evidence = evidence_of(parts.records, id);
  if (!evidence) return pass_on(evidence);
  auto consultations = consultations_of(parts.records, id, now);
  if (!consultations) return pass_on(consultations);
  auto timeline = timeline_of(parts.records, id);
  if (!timeline) return pass_on(timeline);
  CaseView view = head_of(*scene, caller);
  view.evidence = *std::move(evidence);
  view.consultations = *std::move(consultations);
  view.timeline = *std::move(timeline);
  return view;
}

Result<CaseView> Cases::get(const ports::Caller& caller, CaseId id) const {
  const Done allowed = may(caller, access::Action::read_cases);
  if (!allowed) return pass_on(allowed);
  const auto view = view_of(parts_, caller, id);
  if (!view || view->yours) return view;
  const Done recorded =
      record_access(parts_.recorder, caller, {"case", to_text(id), view->traveller.traveller_id, 1});
  if (!recorded) return pass_on(recorded);
  return view;
}

}  // namespace cardea::casework
