#include "common.hpp"

#include <algorithm>

namespace cardea::passages {
namespace {

conveyances::ExpectedPerson person_of(const ports::ExpectedRecord& record) {
  return {record.line,          record.surname,     record.given_names,   record.birth_date,
          record.sex,           record.nationality, record.document_type, record.document_number,
          record.issuing_state, record.role};
}

std::vector<conveyances::ExpectedPerson> expected_in(const ports::ManifestAttached& attached) {
  std::vector<conveyances::ExpectedPerson> persons;
  persons.reserve(attached.lines.size());
  for (const ports::ManifestLine& line : attached.lines) persons.push_back(person_of(line.person));
  return persons;
}

// What an officer said about a line counts for the manifest it was said of.
std::optional<std::int64_t> line_said(const ports::OccupantRow& occupant,
                                      const ports::ManifestAttached& attached) {
  if (!occupant.note || occupant.note->manifest_digest != attached.digest) return std::nullopt;
  return occupant.note->manifest_line;
}

std::vector<conveyances::SeenPerson> seen_in(const std::vector<ports::OccupantRow>& occupants,
                                             const ports::ManifestAttached& attached) {
  std::vector<conveyances::SeenPerson> seen;
  for (const ports::OccupantRow& occupant : occupants) {
    const ports::TravellerRecord& who = occupant.traveller;
    seen.push_back({{who.primary_identifier, who.secondary_identifier, false},
                    who.birth_dates,
                    occupant.document.number,
                    occupant.document.issuer,
                    line_said(occupant, attached)});
  }
  return seen;
}

void count_differences(const Scene& scene, conveyances::PassageFacts& facts) {
  for (const conveyances::LineMatch& match : scene.matches) {
    if (match.how == "proposed") ++facts.lines_proposed;
    if (!match.person && find_explanation(scene, match.line) == nullptr) ++facts.lines_unexplained;
  }
  for (const ports::QuarantinedRow& row : scene.manifest->attached.quarantined) {
    if (find_explanation(scene, row.line) == nullptr) ++facts.lines_unexplained;
  }
  for (std::size_t i = 0; i < scene.occupants.size(); ++i) {
    const auto& note = scene.occupants[i].note;
    const bool explained = note && !note->explanation.empty();
    if (!explained && find_match(scene, i) == nullptr) ++facts.persons_unexplained;
  }
}

Done may_change(const Scene& scene, const ports::ActRequest& request) {
  if (scene.row.release) return fail(ErrorKind::conflict, "passage_released");
  if (!request.revision || *request.revision == scene.row.revision) return {};
  return fail(ErrorKind::conflict, "revision_mismatch", std::to_string(scene.row.revision));
}

}  // namespace

Result<Scene> scene_of(const ports::Records& now, PassageId id) {
  const auto one_state = now.one_state();
  auto node = ports::made_node(now);
  if (!node) return pass_on(node);
  auto row = now.passages().find(id);
  if (!row) return pass_on(row);
  if (!*row) return fail(ErrorKind::not_found, "passage_unknown");
  auto occupants = now.passages().occupants(id);
  if (!occupants) return pass_on(occupants);
  auto manifest = now.passages().manifest(id);
  if (!manifest) return pass_on(manifest);
  Scene scene{*std::move(node), **std::move(row), *std::move(occupants), *std::move(manifest), {}};
  if (scene.manifest) {
    const ports::ManifestAttached& attached = scene.manifest->attached;
    scene.matches = conveyances::match(expected_in(attached), seen_in(scene.occupants, attached));
  }
  return scene;
}

conveyances::PassageFacts facts_of(const Scene& scene) {
  conveyances::PassageFacts facts;
  facts.head_count = scene.row.described.head_count;
  for (const ports::OccupantRow& occupant : scene.occupants) {
    const bool taken_off = occupant.note && occupant.note->taken_off;
    facts.occupants.push_back({occupant.outcome, occupant.case_open, taken_off});
  }
  if (scene.manifest) count_differences(scene, facts);
  return facts;
}

const ports::ExplanationRow* find_explanation(const Scene& scene, std::int64_t line) {
  if (!scene.manifest) return nullptr;
  const auto found = std::ranges::find(scene.manifest->explanations, line, &ports::ExplanationRow::line);
  return found == scene.manifest->explanations.end() ? nullptr : &*found;
}

const conveyances::LineMatch* find_match(const Scene& scene, std::size_t occupant) {
  const auto found =
      std::ranges::find(scene.matches, std::optional(occupant), &conveyances::LineMatch::person);
  return found == scene.matches.end() ? nullptr : &*found;
}

Result<PassageView> perform(const Parts& parts, const ports::Caller& caller, PassageId id,
                            const ports::ActRequest& request, const Act& act) {
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto repeat = subject_of_repeat(now, caller, request);
    if (!repeat) return pass_on(repeat);
    if (*repeat) return ports::Outcome{};
    const auto scene = scene_of(now, id);
    if (!scene) return pass_on(scene);
    if (const Done may = may_change(*scene, request); !may) return pass_on(may);
    auto drafts = act(*scene);
    if (!drafts) return pass_on(drafts);
    return ports::Outcome{*std::move(drafts), mark_of(caller, request, to_text(id)), {}};
  });
  if (!receipt) return pass_on(receipt);
  return view_of(parts, id);
}

}  // namespace cardea::passages
