#include "cardea/passages/view.hpp"

#include <algorithm>

#include "cardea/conveyances/words.hpp"
#include "common.hpp"

namespace cardea::passages {
namespace {

constexpr int kListMax = 100;

OfficerName name_of(const ports::Records& records, OfficerId id) {
  const auto officer = records.find_officer(id);
  if (officer && *officer) return {id, (*officer)->officer.display_name};
  return {id, to_text(id)};
}

std::optional<ExplanationView> explanation_of(const Scene& scene, std::int64_t line) {
  const ports::ExplanationRow* found = find_explanation(scene, line);
  if (found == nullptr) return std::nullopt;
  return ExplanationView{found->reason, found->note};
}

OccupantView occupant_of(const Parts& parts, const Scene& scene, std::size_t place) {
  const ports::OccupantRow& row = scene.occupants[place];
  OccupantView view{row.inspection_id,
                    row.traveller.primary_identifier,
                    row.traveller.secondary_identifier,
                    row.traveller.birth_dates,
                    row.traveller.sex,
                    row.traveller.nationality,
                    row.document.number,
                    row.document.issuer,
                    row.verdict,
                    {},
                    row.case_open,
                    "traveller",
                    "",
                    false,
                    scene.manifest ? "unlisted" : "none",
                    {},
                    "",
                    name_of(parts.records, row.officer_id),
                    row.opened_at};
  if (!row.outcome.empty()) view.outcome = row.outcome;
  if (row.note) {
    view.role = row.note->role;
    view.relation = row.note->relation;
    view.taken_off = row.note->taken_off;
    view.explanation = row.note->explanation;
  }
  if (const auto* match = find_match(scene, place)) {
    view.on_manifest = std::string(match->how);
    view.manifest_line = match->line;
  }
  return view;
}

// What the first line may not know of is shown to nobody here: the same screen stands in the booth and in the
// second line.
std::vector<ports::ExpectedHit> shown_hits(const Parts& parts, const std::vector<ports::ExpectedHit>& hits) {
  std::vector<ports::ExpectedHit> shown;
  std::ranges::copy_if(hits, std::back_inserter(shown), [&](const ports::ExpectedHit& hit) {
    return rule_of(parts.alert_rules, hit.action).first_line;
  });
  return shown;
}

ManifestView manifest_of(const Parts& parts, const Scene& scene) {
  const auto& [attached, at, explanations] = *scene.manifest;
  ManifestView view{attached.file_name, at, attached.lists, {}, {}};
  for (std::size_t i = 0; i < attached.lines.size(); ++i) {
    const ports::ManifestLine& line = attached.lines[i];
    const conveyances::LineMatch& match = scene.matches.at(i);
    ExpectedView expected{line.person,
                          shown_hits(parts, line.hits),
                          std::string(match.how),
                          {},
                          explanation_of(scene, line.person.line)};
    if (match.person) expected.inspection_id = scene.occupants.at(*match.person).inspection_id;
    view.lines.push_back(std::move(expected));
  }
  for (const ports::QuarantinedRow& row : attached.quarantined) {
    view.unread.push_back({row.line, row.reason, row.raw, explanation_of(scene, row.line)});
  }
  return view;
}

std::vector<std::string> blocked_by(const Scene& scene) {
  const auto words = release_blocked_by(facts_of(scene));
  return {words.begin(), words.end()};
}

PassageLine line_of(const Scene& scene) {
  const ports::PassageRow& row = scene.row;
  PassageLine line{row.passage_id,
                   row.release ? "released" : "open",
                   row.kind,
                   row.lane,
                   row.direction,
                   row.opened_at,
                   {},
                   row.described.head_count,
                   0,
                   0,
                   blocked_by(scene)};
  if (row.described.vehicle) line.plate = row.described.vehicle->plate;
  line.inspected = static_cast<int>(scene.occupants.size());
  line.decided = static_cast<int>(
      std::ranges::count_if(scene.occupants, [](const auto& each) { return !each.outcome.empty(); }));
  return line;
}

}  // namespace

PassageView view_of(const Parts& parts, const Scene& scene) {
  const ports::PassageRow& row = scene.row;
  PassageView view{row.passage_id,
                   row.revision,
                   row.release ? "released" : "open",
                   row.kind,
                   row.post,
                   row.lane,
                   row.direction,
                   name_of(parts.records, row.opened_by),
                   row.opened_at,
                   row.described.head_count,
                   row.described.vehicle,
                   {},
                   {},
                   {},
                   blocked_by(scene),
                   {}};
  if (conveyances::has_vehicle(row.kind)) view.vehicle_check = VehicleCheck{"not_checked", "no_vehicle_list"};
  for (std::size_t i = 0; i < scene.occupants.size(); ++i) {
    view.occupants.push_back(occupant_of(parts, scene, i));
  }
  if (scene.manifest) view.manifest = manifest_of(parts, scene);
  if (row.release) {
    view.release = ReleaseView{name_of(parts.records, row.release->officer_id), row.release->at,
                               row.release->released.note};
  }
  return view;
}

Result<PassageView> view_of(const Parts& parts, PassageId id) {
  const auto scene = scene_of(parts.records, id);
  if (!scene) return pass_on(scene);
  return view_of(parts, *scene);
}

Result<PassageView> Passages::get(const ports::Caller& caller, PassageId id) const {
  ports::AccessMade look{"passage", to_text(id), {}, 0, false};
  const Done allowed = or_record_refusal(may(caller, access::Action::inspect), parts_.recorder, caller, look);
  if (!allowed) return pass_on(allowed);
  const auto scene = scene_of(parts_.records, id);
  if (!scene) return pass_on(scene);
  if (scene->row.opened_by != caller.officer_id) {
    look.records = std::ssize(scene->occupants) + std::ssize(scene->matches);
    const Done recorded = record_access(parts_.recorder, caller, look);
    if (!recorded) return pass_on(recorded);
  }
  return view_of(parts_, *scene);
}

Result<std::vector<PassageLine>> Passages::list(const ports::Caller& caller, bool open_only,
                                                std::string_view lane) const {
  const Done allowed = may(caller, access::Action::inspect);
  if (!allowed) return pass_on(allowed);
  const auto rows = parts_.records.passages().list(open_only, lane, kListMax);
  if (!rows) return pass_on(rows);
  std::vector<PassageLine> lines;
  std::int64_t of_others = 0;
  for (const ports::PassageRow& row : *rows) {
    const auto scene = scene_of(parts_.records, row.passage_id);
    if (!scene) return pass_on(scene);
    lines.push_back(line_of(*scene));
    if (row.opened_by != caller.officer_id) ++of_others;
  }
  if (of_others == 0) return lines;
  const Done recorded = record_access(
      parts_.recorder, caller, {"passages", lane.empty() ? "all" : std::string(lane), {}, of_others, false});
  if (!recorded) return pass_on(recorded);
  return lines;
}

}  // namespace cardea::passages
