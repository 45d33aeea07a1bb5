// Versions: written, approved, withdrawn.
#include "cardea/guidance/procedures.hpp"

#include <algorithm>
#include <ranges>

#include "cardea/access/two_person.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/ports/guidance.hpp"
#include "cardea/watchlist/words.hpp"
#include "common.hpp"

namespace cardea::guidance {
namespace {

using access::Action;
using journal::EntryType;
using ports::ProcedureVersionRow;
using procedures::BindingKind;
using procedures::VersionState;
using Versions = std::vector<ProcedureVersionRow>;
using Counts = std::vector<ports::FollowedCount>;

std::vector<procedures::VersionLife> lives_of(const Versions& versions) {
  std::vector<procedures::VersionLife> lives;
  for (const ProcedureVersionRow& row : versions) lives.push_back(ports::life_of(row));
  return lives;
}

procedures::Moment moment_of(const Parts& parts) {
  const Instant now = parts.clock.now();
  return {now, parts.clock.local_date(now)};
}

VersionState state_now(const ProcedureVersionRow& row, const Versions& versions, const Parts& parts) {
  return state_of(ports::life_of(row), lives_of(versions), moment_of(parts));
}

/// What everybody may see: it is in force or will be.
bool is_public(std::string_view state) { return state == "in_force" || state == "approved"; }

/// What a view of versions is made with.
struct Eyes {
  Names names;
  Counts counts;
  std::string actor;
};

Result<Eyes> eyes_of(const ports::Records& records, const ports::Caller& caller) {
  auto names = Names::of(records);
  if (!names) return pass_on(names);
  auto counts = records.guidance().followed_counts();
  if (!counts) return pass_on(counts);
  return Eyes{*std::move(names), *std::move(counts), actor_of(caller)};
}

VersionView view_of(const ProcedureVersionRow& row, VersionState state, const Eyes& eyes) {
  VersionView view{row.drafted.version,   std::string(name(state)),
                   row.drafted.procedure, eyes.names.of_actor(row.drafted_by),
                   row.drafted_at,        eyes.names.of_actor(row.approved_by),
                   row.approved_at,       row.withdrawn_at,
                   row.withdraw_reason};
  view.may_approve = state == VersionState::draft && row.drafted_by != eyes.actor;
  for (const ports::FollowedCount& count : eyes.counts) {
    if (count.procedure_id != row.drafted.procedure_id || count.version != row.drafted.version) continue;
    view.followed = count.followed;
    view.deviated = count.deviated;
  }
  return view;
}

ProcedureView view_of(const Versions& versions, const Parts& parts, const Eyes& eyes) {
  ProcedureView view{versions.front().drafted.procedure_id, {}};
  for (const ProcedureVersionRow& row : versions | std::views::reverse) {
    view.versions.push_back(view_of(row, state_now(row, versions, parts), eyes));
  }
  return view;
}

std::vector<std::string> alert_actions() {
  std::vector<std::string> words;
  for (int at = 0; at <= static_cast<int>(watchlist::AlertAction::health); ++at) {
    words.emplace_back(name(static_cast<watchlist::AlertAction>(at)));
  }
  return words;
}

Done check_bindings(const procedures::Procedure& input, const std::vector<std::string>& lanes) {
  const auto actions = alert_actions();
  for (const procedures::Binding& binding : input.bindings) {
    if (binding.kind == BindingKind::task) continue;
    const auto& known = binding.kind == BindingKind::lane ? lanes : actions;
    if (std::ranges::find(known, binding.word) == known.end())
      return fail(ErrorKind::malformed, "procedure_binding_unknown", binding.word);
  }
  return {};
}

Done check_texts(const procedures::Procedure& input) {
  std::vector<std::string_view> lines{input.legal_source};
  std::vector<std::string_view> texts;
  for (const auto& [language, title] : input.title) lines.push_back(title);
  for (const procedures::Step& step : input.steps) {
    lines.push_back(step.legal_source);
    for (const auto& [language, text] : step.text) texts.push_back(text);
  }
  return check_all(lines, kLineBytesMax).and_then([&] { return check_all(texts, kTextBytesMax); });
}

/// The version of this number. Fails `not_found/procedure_unknown`.
Result<ProcedureVersionRow> the_version(const Versions& versions, int number) {
  const auto found = std::ranges::find_if(
      versions, [&](const ProcedureVersionRow& row) { return row.drafted.version == number; });
  if (found == versions.end()) return fail(ErrorKind::not_found, "procedure_unknown");
  return *found;
}

/// The draft that is written again, or the number after the last.
int next_version(const Versions& versions, const Parts& parts) {
  if (versions.empty()) return 1;
  const ProcedureVersionRow& last = versions.back();
  const bool again = state_now(last, versions, parts) == VersionState::draft;
  return again ? last.drafted.version : last.drafted.version + 1;
}

Result<ProcedureView> shown(const Parts& parts, const ports::Caller& caller, ProcedureId id) {
  const auto versions = parts.records.guidance().versions_of(id);
  if (!versions) return pass_on(versions);
  if (versions->empty()) return fail(ErrorKind::not_found, "procedure_unknown");
  const auto eyes = eyes_of(parts.records, caller);
  if (!eyes) return pass_on(eyes);
  return view_of(*versions, parts, *eyes);
}

Done may_approve(const Parts& parts, const ports::Caller& caller, const ProcedureVersionRow& row,
                 VersionState state, const ApproveVersion& input) {
  if (state != VersionState::draft) return fail(ErrorKind::conflict, "procedure_not_draft");
  if (row.drafted_at != input.drafted_at) return fail(ErrorKind::conflict, "revision_mismatch");
  const std::string record = to_text(row.drafted.procedure_id);
  return access::may_approve({record, row.drafted_by, row.drafted_at}, actor_of(caller), parts.clock.now(),
                             input.confirmation);
}

/// One entry about a version that is there.
template <class Act>
Result<ProcedureView> change(const Parts& parts, const ports::Caller& caller, ProcedureId id, int number,
                             const Act& act) {
  const Done done =
      perform(parts, [&](const ports::Records& now, const ports::NodeCreated& node) -> Result<Drafts> {
        const auto versions = now.guidance().versions_of(id);
        if (!versions) return pass_on(versions);
        const auto row = the_version(*versions, number);
        if (!row) return pass_on(row);
        return act(node, *row, state_now(*row, *versions, parts));
      });
  if (!done) return pass_on(done);
  return shown(parts, caller, id);
}

std::vector<ProcedureView> grouped(const Versions& all, const Parts& parts, const Eyes& eyes) {
  std::vector<ProcedureView> views;
  for (auto from = all.begin(); from != all.end();) {
    const auto to = std::find_if(from, all.end(), [&](const ProcedureVersionRow& row) {
      return row.drafted.procedure_id != from->drafted.procedure_id;
    });
    views.push_back(view_of(Versions(from, to), parts, eyes));
    from = to;
  }
  return views;
}

}  // namespace

Result<ProcedureList> Procedures::list(const ports::Caller& caller) const {
  const Done allowed = may(caller, Action::read_procedures);
  if (!allowed) return pass_on(allowed);
  const auto node = ports::made_node(parts_.records);
  if (!node) return pass_on(node);
  const auto all = parts_.records.guidance().procedure_versions();
  if (!all) return pass_on(all);
  const auto eyes = eyes_of(parts_.records, caller);
  if (!eyes) return pass_on(eyes);
  ProcedureList list{grouped(*all, parts_, *eyes),
                     {procedures::kTasks.begin(), procedures::kTasks.end()},
                     node->lanes,
                     alert_actions()};
  if (may(caller, Action::manage_procedures)) return list;
  for (ProcedureView& view : list.procedures) {
    std::erase_if(view.versions, [](const VersionView& version) { return !is_public(version.state); });
  }
  std::erase_if(list.procedures, [](const ProcedureView& view) { return view.versions.empty(); });
  return list;
}

Result<ProcedureView> Procedures::draft(const ports::Caller& caller, ProcedureId id,
                                        const procedures::Procedure& input) const {
  const Done allowed =
      may(caller, Action::manage_procedures).and_then([&] { return check_procedure(input); }).and_then([&] {
        return check_texts(input);
      });
  if (!allowed) return pass_on(allowed);
  const Done done =
      perform(parts_, [&](const ports::Records& now, const ports::NodeCreated& node) -> Result<Drafts> {
        if (const Done bound = check_bindings(input, node.lanes); !bound) return pass_on(bound);
        const auto versions = now.guidance().versions_of(id);
        if (!versions) return pass_on(versions);
        const ports::ProcedureDrafted drafted{id, next_version(*versions, parts_), input};
        return Drafts{entry(caller, node, EntryType::procedure_drafted, to_text(id), drafted)};
      });
  if (!done) return pass_on(done);
  return shown(parts_, caller, id);
}

Result<ProcedureView> Procedures::approve(const ports::Caller& caller, ProcedureId id,
                                          const ApproveVersion& input) const {
  const Done allowed = may(caller, Action::manage_procedures);
  if (!allowed) return pass_on(allowed);
  return change(parts_, caller, id, input.version,
                [&](const auto& node, const auto& row, VersionState state) -> Result<Drafts> {
                  const Done second = may_approve(parts_, caller, row, state, input);
                  if (!second) return pass_on(second);
                  return Drafts{entry(caller, node, EntryType::procedure_approved, to_text(id),
                                      ports::ProcedureApproved{id, input.version})};
                });
}

Result<ProcedureView> Procedures::withdraw(const ports::Caller& caller, ProcedureId id,
                                           const WithdrawVersion& input) const {
  const Done allowed =
      may(caller, Action::manage_procedures).and_then([&] { return check_reason(input.reason); });
  if (!allowed) return pass_on(allowed);
  return change(parts_, caller, id, input.version,
                [&](const auto& node, const auto&, VersionState state) -> Result<Drafts> {
                  if (state == VersionState::withdrawn || state == VersionState::superseded)
                    return fail(ErrorKind::conflict, "procedure_over");
                  const ports::ProcedureWithdrawn withdrawn{id, input.version, moment_of(parts_).on,
                                                            input.reason};
                  return Drafts{entry(caller, node, EntryType::procedure_withdrawn, to_text(id), withdrawn)};
                });
}

}  // namespace cardea::guidance
