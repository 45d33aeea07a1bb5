#include "cardea/ports/guidance.hpp"

#include <algorithm>

#include "cardea/access/permission.hpp"
#include "cardea/access/unit.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/ports/organisation_records.hpp"
#include "cardea/procedures/certificate.hpp"
#include "cardea/watchlist/alert_rules.hpp"

namespace cardea::ports {
namespace {

using procedures::Binding;
using procedures::BindingKind;
using procedures::VersionLife;
using procedures::VersionState;
using Versions = std::vector<ProcedureVersionRow>;

Binding task(std::string_view word) { return {BindingKind::task, std::string(word)}; }

/// The version in force of each procedure that is bound to the work.
Versions in_force_for(const Versions& all, const GuidedWork& work, const procedures::Moment& moment) {
  Versions bound;
  for (const ProcedureVersionRow& row : all) {
    if (!is_bound(row.drafted.procedure, work.bindings)) continue;
    std::vector<VersionLife> lives;
    for (const ProcedureVersionRow& other : all) {
      if (other.drafted.procedure_id == row.drafted.procedure_id) lives.push_back(life_of(other));
    }
    if (state_of(life_of(row), lives, moment) == VersionState::in_force) bound.push_back(row);
  }
  return bound;
}

Checklist checklist_of(const Versions& all, const ProcedureVersionRow& in_force,
                       const std::vector<FollowedRow>& said) {
  Checklist list{in_force, {}, {}};
  const auto found = std::ranges::find_if(said, [&](const FollowedRow& row) {
    return row.followed.procedure_id == in_force.drafted.procedure_id;
  });
  if (found != said.end()) {
    list.followed = *found;
    const auto version = std::ranges::find_if(all, [&](const ProcedureVersionRow& row) {
      return row.drafted.procedure_id == found->followed.procedure_id &&
             row.drafted.version == found->followed.version;
    });
    if (version != all.end()) list.row = *version;
  }
  const ProcedureFollowed nothing{in_force.drafted.procedure_id};
  const ProcedureFollowed& followed = list.followed ? list.followed->followed : nothing;
  list.coverage = coverage_of(list.row.drafted.procedure.steps, followed.done, followed.deviations);
  return list;
}

/// Where somebody without a workstation stands: the post itself.
Result<std::string> place_of(const Records& now, const Caller& caller) {
  if (!caller.unit.empty()) return caller.unit;
  const auto own = now.organisation().own_unit();
  if (!own) return pass_on(own);
  return *own ? (*own)->unit.path : std::string();
}

Done holds(const Records& now, const Caller& caller, const std::string& kind, Date today) {
  const auto rows = now.guidance().certificates_of(caller.officer_id);
  if (!rows) return pass_on(rows);
  std::vector<procedures::CertificateTerms> held;
  for (const CertificateRow& row : *rows) {
    held.push_back(
        {row.issued.kind, row.issued.issued_on, row.issued.expires_on, row.revoked_at.has_value()});
  }
  if (is_certified(held, kind, today)) return {};
  return fail(ErrorKind::forbidden, "certificate_missing", kind);
}

/// Whether this task asks for its certificate in the unit: switched on there or above.
bool asks(const NeedRow& row, std::string_view task, std::string_view unit) {
  return row.need.on && row.need.task == task && access::is_within(unit, row.need.unit);
}

Done certified_in(const Records& now, const Caller& caller, const procedures::CertifiedTask& task,
                  const std::string& unit, Date today, const std::vector<NeedRow>& needs) {
  const bool asked =
      std::ranges::any_of(needs, [&](const NeedRow& row) { return asks(row, task.task, unit); });
  return asked ? holds(now, caller, task.certificate, today) : Done{};
}

}  // namespace

GuidedWork guided_case(std::string subject, const std::string& lane) {
  return {"case", std::move(subject), {task("second_line"), task("refusal"), {BindingKind::lane, lane}}};
}

GuidedWork guided_hit(std::string subject, const std::string& alert_action) {
  return {"hit", std::move(subject), {task("hit_comparison"), {BindingKind::alert_action, alert_action}}};
}

GuidedWork guided_inspection(std::string subject, const InspectionOpened& opened) {
  GuidedWork work{"inspection", std::move(subject), {task("first_line"), {BindingKind::lane, opened.lane}}};
  const bool shows_hits = std::ranges::any_of(opened.hits, [](const screening::Hit& hit) {
    return rule_of(watchlist::standard_alert_rules(), hit.action).first_line;
  });
  if (shows_hits) work.bindings.push_back(task("hit_comparison"));
  return work;
}

VersionLife life_of(const ProcedureVersionRow& row) {
  VersionLife life{row.drafted.version, row.drafted.procedure.in_force_from, row.approved_at, {}};
  if (row.withdrawn_at) {
    life.withdrawn =
        procedures::Moment{*row.withdrawn_at, row.withdrawn_on.value_or(row.drafted.procedure.in_force_from)};
  }
  return life;
}

Result<std::vector<Checklist>> checklists_of(const Records& now, const GuidedWork& work,
                                             const procedures::Moment& moment) {
  const auto all = now.guidance().procedure_versions();
  if (!all) return pass_on(all);
  const Versions bound = in_force_for(*all, work, moment);
  if (bound.empty()) return std::vector<Checklist>{};
  const auto said = now.guidance().followed(work.subject_kind, work.subject);
  if (!said) return pass_on(said);
  std::vector<Checklist> lists;
  for (const ProcedureVersionRow& row : bound) lists.push_back(checklist_of(*all, row, *said));
  return lists;
}

Done steps_done(const Records& now, const GuidedWork& work, const procedures::Moment& moment) {
  const auto lists = checklists_of(now, work, moment);
  if (!lists) return pass_on(lists);
  std::vector<std::string> missing;
  for (const Checklist& list : *lists) {
    if (!list.row.drafted.procedure.required_before_decision) continue;
    missing.insert(missing.end(), list.coverage.missing.begin(), list.coverage.missing.end());
  }
  if (missing.empty()) return {};
  return fail(ErrorKind::conflict, "procedure_steps_missing", join(missing, ", "));
}

Done certified(const Records& now, const Caller& caller, std::string_view task, Date today,
               const std::string& unit) {
  const auto* rule = find_task(procedures::standard_certificate_rules(), task);
  if (rule == nullptr) return {};
  const auto needs = now.guidance().needs();
  if (!needs) return pass_on(needs);
  const auto place = unit.empty() ? place_of(now, caller) : Result<std::string>(unit);
  if (!place) return pass_on(place);
  return certified_in(now, caller, *rule, *place, today, *needs);
}

Done certified_for_lane(const Records& now, const Caller& caller, const std::string& lane, Date today) {
  const auto needs = now.guidance().needs();
  if (!needs) return pass_on(needs);
  if (needs->empty()) return {};
  const auto own = now.organisation().own_unit();
  if (!own) return pass_on(own);
  if (!*own) return {};
  const std::string unit = (*own)->unit.path + "/" + access::unit_word(lane);
  for (const auto& task : procedures::standard_certificate_rules().tasks) {
    if (task.at != "lane") continue;
    if (const Done may_open = certified_in(now, caller, task, unit, today, *needs); !may_open)
      return may_open;
  }
  return {};
}

}  // namespace cardea::ports
