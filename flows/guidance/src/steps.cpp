// Steps beside a piece of work: what is to be done, and what was.
#include <algorithm>

#include "cardea/guidance/procedures.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/ports/access_log.hpp"
#include "cardea/ports/alerts_records.hpp"
#include "cardea/ports/cases_records.hpp"
#include "cardea/ports/guidance.hpp"
#include "common.hpp"

namespace cardea::guidance {
namespace {

using access::Action;
using journal::EntryType;

/// A piece of work as it is now: what is bound to it, and whether the caller may say anything of it.
struct Found {
  ports::GuidedWork work;
  Done open;
};

Failure unknown(std::string_view reason) { return fail(ErrorKind::not_found, reason); }
Done conflict(std::string_view reason) { return fail(ErrorKind::conflict, reason); }

template <class IdType>
Result<IdType> id_of(const std::string& subject) {
  const auto id = parse_id<IdType>(subject);
  if (!id) return fail(ErrorKind::malformed, "id_invalid");
  return *id;
}

Done held_by(const ports::CaseRow& row, const ports::Caller& caller) {
  if (row.state == "decided" || row.state == "closed") return conflict("case_decided");
  if (!row.holder) return conflict("case_not_taken");
  return *row.holder == caller.officer_id ? Done{} : conflict("case_held_by_another");
}

Result<Found> find_case(const ports::Records& now, const ports::Caller& caller, const std::string& subject) {
  const auto id = id_of<CaseId>(subject);
  if (!id) return pass_on(id);
  const auto row = now.cases().find(*id);
  if (!row) return pass_on(row);
  if (!*row) return unknown("case_unknown");
  return Found{ports::guided_case(subject, (*row)->lane), held_by(**row, caller)};
}

Result<Found> find_hit(const ports::Records& now, const std::string& subject) {
  const auto id = id_of<HitId>(subject);
  if (!id) return pass_on(id);
  const auto row = now.alerts().find_hit(*id);
  if (!row) return pass_on(row);
  if (!*row) return unknown("hit_unknown");
  return Found{ports::guided_hit(subject, (*row)->hit.action),
               (*row)->closed_at ? conflict("hit_closed") : Done{}};
}

Result<Found> find_inspection(const ports::Records& now, const std::string& subject) {
  const auto id = id_of<FormalityId>(subject);
  if (!id) return pass_on(id);
  const auto row = now.find_inspection(*id);
  if (!row) return pass_on(row);
  if (!*row) return unknown("inspection_unknown");
  return Found{ports::guided_inspection(subject, (*row)->opened),
               (*row)->decision ? conflict("already_decided") : Done{}};
}

Result<Found> find_work(const ports::Records& now, const ports::Caller& caller, const std::string& kind,
                        const std::string& subject) {
  if (kind == "case") return find_case(now, caller, subject);
  if (kind == "hit") return find_hit(now, subject);
  return find_inspection(now, subject);
}

/// Who does work of this kind may see and say what is done of it. Fails `malformed/subject_kind_unknown`.
Done may_work(const ports::Caller& caller, const std::string& kind) {
  if (const Done allowed = may(caller, Action::read_procedures); !allowed) return allowed;
  if (kind == "case") return may(caller, Action::handle_cases);
  if (kind == "hit") return may(caller, Action::handle_hits);
  if (kind == "inspection") return may(caller, Action::inspect);
  return fail(ErrorKind::malformed, "subject_kind_unknown");
}

procedures::Moment moment_of(const Parts& parts) {
  const Instant now = parts.clock.now();
  return {now, parts.clock.local_date(now)};
}

ChecklistView view_of(const ports::Checklist& list, const Names& names) {
  const ports::ProcedureDrafted& drafted = list.row.drafted;
  ChecklistView view{
      drafted.procedure_id, drafted.version, drafted.procedure, {}, {}, list.coverage.missing, {}, {}};
  if (!list.followed) return view;
  view.done = list.followed->followed.done;
  view.deviations = list.followed->followed.deviations;
  view.officer = names.of_actor(list.followed->officer);
  view.at = list.followed->at;
  return view;
}

Result<StepsView> view_of(const ports::Records& records, const std::vector<ports::Checklist>& lists) {
  const auto names = Names::of(records);
  if (!names) return pass_on(names);
  StepsView view;
  for (const ports::Checklist& list : lists) view.checklists.push_back(view_of(list, *names));
  return view;
}

/// What a colleague said of a person's case is not shown unrecorded.
Done record_look(const Parts& parts, const ports::Caller& caller, const std::string& kind,
                 const std::string& subject, const std::vector<ports::Checklist>& lists) {
  const auto by_another = std::ranges::count_if(lists, [&](const ports::Checklist& list) {
    return list.followed && list.followed->officer != actor_of(caller);
  });
  if (by_another == 0) return {};
  return record_access(parts.recorder, caller,
                       {"procedure_steps", kind + " " + subject, {}, by_another, false});
}

Done check_input(const FollowSteps& input) {
  std::vector<std::string_view> reasons;
  for (const procedures::Deviation& deviation : input.deviations) reasons.push_back(deviation.reason);
  return check_all(reasons, kTextBytesMax);
}

/// The version that the officer saw is one that counts for this work.
Done check_followed(const std::vector<ports::Checklist>& lists, const FollowSteps& input) {
  const auto list = std::ranges::find_if(lists, [&](const ports::Checklist& each) {
    return each.row.drafted.procedure_id == input.procedure_id && each.row.drafted.version == input.version;
  });
  if (list == lists.end()) return conflict("procedure_not_in_force");
  return check_steps(list->row.drafted.procedure.steps, input.done, input.deviations);
}

}  // namespace

Result<StepsView> Procedures::steps(const ports::Caller& caller, const std::string& subject_kind,
                                    const std::string& subject) const {
  const Done allowed = may_work(caller, subject_kind);
  if (!allowed) return pass_on(allowed);
  const auto found = find_work(parts_.records, caller, subject_kind, subject);
  if (!found) return pass_on(found);
  const auto lists = checklists_of(parts_.records, found->work, moment_of(parts_));
  if (!lists) return pass_on(lists);
  const Done recorded = record_look(parts_, caller, subject_kind, subject, *lists);
  if (!recorded) return pass_on(recorded);
  return view_of(parts_.records, *lists);
}

Result<StepsView> Procedures::follow(const ports::Caller& caller, const FollowSteps& input) const {
  const Done allowed = may_work(caller, input.subject_kind).and_then([&] { return check_input(input); });
  if (!allowed) return pass_on(allowed);
  const Done done =
      perform(parts_, [&](const ports::Records& now, const ports::NodeCreated& node) -> Result<Drafts> {
        const auto found = find_work(now, caller, input.subject_kind, input.subject);
        if (!found) return pass_on(found);
        if (!found->open) return pass_on(found->open);
        const auto lists = checklists_of(now, found->work, moment_of(parts_));
        if (!lists) return pass_on(lists);
        if (const Done right = check_followed(*lists, input); !right) return pass_on(right);
        const ports::ProcedureFollowed followed{input.procedure_id, input.version, input.subject_kind,
                                                input.subject,      input.done,    input.deviations};
        return Drafts{entry(caller, node, EntryType::procedure_followed, input.subject, followed)};
      });
  if (!done) return pass_on(done);
  return steps(caller, input.subject_kind, input.subject);
}

}  // namespace cardea::guidance
