#include "common.hpp"

#include <algorithm>

#include "cardea/access/two_person.hpp"

namespace cardea::casework {
namespace {

Done check_revision(const Scene& scene, const ports::ActRequest& request) {
  if (!request.revision || *request.revision == scene.row.revision) return {};
  return fail(ErrorKind::conflict, "revision_mismatch", std::to_string(scene.row.revision));
}

// A request for asylum counts in every case of the person, not only in the one it was made in.
Result<cases::CaseFacts> facts_of(const Scene& scene) {
  const auto asylum = scene.now.cases().asylum_open(scene.row.traveller.traveller_id);
  if (!asylum) return pass_on(asylum);
  cases::CaseFacts facts;
  if (!parse(scene.row.state, facts.state)) facts.state = cases::CaseState::closed;
  if (scene.row.holder) facts.holder = to_text(*scene.row.holder);
  facts.asylum = scene.row.asylum || *asylum;
  facts.refusal_proposed = std::ranges::any_of(scene.refusals, [&](const ports::RefusalRow& refusal) {
    return refusal.state == "proposed" && !has_lapsed(refusal, scene.at);
  });
  const std::string& nationality = scene.row.traveller.nationality;
  facts.own_national = !nationality.empty() && nationality == scene.node.state;
  facts.exit = scene.inspection.opened.direction == "exit";
  return facts;
}

}  // namespace

bool has_lapsed(const ports::RefusalRow& refusal, Instant now) {
  return now > plus_seconds(refusal.proposed_at, access::kProposalSecondsMax);
}

Result<Scene> scene_of(const ports::Records& now, CaseId id, Instant at) {
  auto node = ports::made_node(now);
  if (!node) return pass_on(node);
  auto row = now.cases().find(id);
  if (!row) return pass_on(row);
  if (!*row) return fail(ErrorKind::not_found, "case_unknown");
  auto inspection = now.find_inspection((*row)->opened.inspection_id);
  if (!inspection) return pass_on(inspection);
  if (!*inspection) return fail(ErrorKind::not_found, "inspection_unknown");
  auto refusals = now.cases().refusals(id);
  if (!refusals) return pass_on(refusals);
  Scene scene{now, at, *std::move(node), **std::move(row), **std::move(inspection), *std::move(refusals), {}};
  auto facts = facts_of(scene);
  if (!facts) return pass_on(facts);
  scene.facts = *std::move(facts);
  return scene;
}

Result<ports::RefusalRow> the_refusal(const Scene& scene, RefusalId id) {
  for (const ports::RefusalRow& refusal : scene.refusals) {
    if (refusal.proposed.refusal_id == id) return refusal;
  }
  return fail(ErrorKind::not_found, "refusal_unknown");
}

Result<CaseView> perform(const Parts& parts, const ports::Caller& caller, CaseId id,
                         const ports::ActRequest& request, const Act& act) {
  const Instant at = parts.clock.now();
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto repeat = subject_of_repeat(now, caller, request);
    if (!repeat) return pass_on(repeat);
    if (*repeat) return ports::Outcome{};
    const auto scene = scene_of(now, id, at);
    if (!scene) return pass_on(scene);
    if (const Done seen = check_revision(*scene, request); !seen) return pass_on(seen);
    auto drafts = act(*scene);
    if (!drafts) return pass_on(drafts);
    return ports::Outcome{*std::move(drafts), mark_of(caller, request, to_text(id)), {}};
  });
  if (!receipt) return pass_on(receipt);
  return view_of(parts, caller, id);
}

}  // namespace cardea::casework
