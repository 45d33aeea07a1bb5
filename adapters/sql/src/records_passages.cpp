#include "records_passages.hpp"

#include "rows.hpp"

namespace cardea::sql {
namespace {

using ports::PassageRow;

// The sequence of the manifest's entry counts as its revision, so that another file is another revision.
constexpr std::string_view kPassages =
    "SELECT p.passage_id, p.mode, p.post, p.lane, p.direction, f.opened_by, f.opened_us, f.described, "
    "f.released, f.released_by, f.released_us, "
    "f.revision + (SELECT COALESCE(SUM(n.revision), 0) FROM occupant_note n WHERE n.passage_id = "
    "f.passage_id) + (SELECT COALESCE(SUM(e.revision), 0) FROM manifest_explanation e WHERE e.passage_id = "
    "f.passage_id) + (SELECT COALESCE(SUM(m.revision), 0) FROM passage_manifest m WHERE m.passage_id = "
    "f.passage_id) FROM passage_file f JOIN passage p ON p.passage_id = f.passage_id ";

/// Nothing when a payload in the row cannot be read.
std::optional<PassageRow> passage_of(Cells& cells) {
  auto described = from_json<ports::PassageDescribed>(cells.json(7));
  if (!described) return std::nullopt;
  PassageRow row{.passage_id = cells.id<PassageId>(0),
                 .kind = cells.text(1),
                 .post = cells.text(2),
                 .lane = cells.text(3),
                 .direction = cells.text(4),
                 .opened_by = cells.id<OfficerId>(5),
                 .opened_at = cells.instant(6),
                 .described = *std::move(described),
                 .release = {},
                 .revision = cells.integer(11)};
  if (cells.is_null(8)) return row;
  auto released = from_json<ports::PassageReleased>(cells.json(8));
  if (!released) return std::nullopt;
  row.release = ports::ReleaseRow{*std::move(released), cells.id<OfficerId>(9), cells.instant(10)};
  return row;
}

std::optional<ports::OccupantRow> occupant_of(Cells& cells) {
  auto traveller = from_json<ports::TravellerRecord>(cells.json(1));
  auto document = from_json<ports::DocumentRecord>(cells.json(2));
  const auto assessment = from_json<ports::AssessmentRecord>(cells.json(3));
  if (!traveller || !document || !assessment) return std::nullopt;
  ports::OccupantRow row{.inspection_id = cells.id<FormalityId>(0),
                         .traveller = *std::move(traveller),
                         .document = *std::move(document),
                         .verdict = assessment->verdict,
                         .outcome = cells.is_null(4) ? std::string{} : cells.text(4),
                         .officer_id = cells.id<OfficerId>(5),
                         .opened_at = cells.instant(6),
                         .case_open = cells.integer(8) > 0,
                         .note = {}};
  if (cells.is_null(7)) return row;
  auto note = from_json<ports::OccupantNoted>(cells.json(7));
  if (!note) return std::nullopt;
  row.note = *std::move(note);
  return row;
}

Result<std::vector<ports::ExplanationRow>> explanations_of(Connection& connection, PassageId id) {
  return read_many<ports::ExplanationRow>(
      connection, "SELECT line, reason, note FROM manifest_explanation WHERE passage_id = $1 ORDER BY line",
      {to_text(id)},
      [](Cells& cells) { return ports::ExplanationRow{cells.integer(0), cells.text(1), cells.text(2)}; });
}

std::optional<ports::ManifestRow> manifest_of(Cells& cells) {
  auto attached = from_json<ports::ManifestAttached>(cells.json(0));
  if (!attached) return std::nullopt;
  return ports::ManifestRow{*std::move(attached), cells.instant(1), {}};
}

}  // namespace

Result<std::optional<PassageRow>> SqlPassageRecords::find(PassageId id) const {
  static const auto kSql = std::string{kPassages}.append("WHERE f.passage_id = $1");
  return reading_.on([&](Connection& connection) -> Result<std::optional<PassageRow>> {
    auto rows = read_whole<PassageRow>(connection, kSql, {to_text(id)}, passage_of);
    if (!rows) return pass_on(rows);
    return rows->empty() ? std::optional<PassageRow>{} : std::optional(std::move(rows->front()));
  });
}

Result<std::vector<PassageRow>> SqlPassageRecords::list(bool open_only, std::string_view lane,
                                                        int limit) const {
  static const auto kSql = std::string{kPassages}.append(
      "WHERE (f.state = $1 OR f.state = $2) AND (p.lane = $3 OR $3 = '') "
      "ORDER BY f.opened_us DESC, f.passage_id LIMIT $4");
  return reading_.on([&](Connection& connection) {
    return read_whole<PassageRow>(connection, kSql, {"open", open_only ? "open" : "released", lane, limit},
                                  passage_of);
  });
}

Result<std::vector<ports::OccupantRow>> SqlPassageRecords::occupants(PassageId id) const {
  return reading_.on([&](Connection& connection) {
    return read_whole<ports::OccupantRow>(
        connection,
        "SELECT f.formality_id, i.traveller, i.document, i.assessment, c.outcome, f.officer_id, "
        "f.opened_us, n.note, (SELECT COUNT(*) FROM case_file k WHERE k.inspection_id = f.formality_id AND "
        "k.state_order <= 2) FROM passage p "
        "JOIN formality f ON f.passage_us = p.passage_us AND f.passage_id = p.passage_id "
        "JOIN inspection i ON i.passage_us = f.passage_us AND i.formality_id = f.formality_id "
        "JOIN crossing c ON c.passage_us = f.passage_us AND c.crossing_id = f.crossing_id "
        "LEFT JOIN occupant_note n ON n.inspection_id = f.formality_id "
        "WHERE p.passage_id = $1 ORDER BY f.opened_us, f.formality_id",
        {to_text(id)}, occupant_of);
  });
}

Result<std::optional<ports::ManifestRow>> SqlPassageRecords::manifest(PassageId id) const {
  return reading_.on([&](Connection& connection) -> Result<std::optional<ports::ManifestRow>> {
    auto rows = read_whole<ports::ManifestRow>(
        connection, "SELECT attached, attached_us FROM passage_manifest WHERE passage_id = $1", {to_text(id)},
        manifest_of);
    if (!rows) return pass_on(rows);
    if (rows->empty()) return std::optional<ports::ManifestRow>{};
    auto explanations = explanations_of(connection, id);
    if (!explanations) return pass_on(explanations);
    rows->front().explanations = *std::move(explanations);
    return std::optional(std::move(rows->front()));
  });
}

Result<std::vector<ports::KeptManifest>> SqlPassageRecords::manifests_before(Instant released,
                                                                             Instant attached) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ports::KeptManifest>(
        connection,
        "SELECT m.passage_id, m.entries FROM passage_manifest m JOIN passage_file f ON f.passage_id = "
        "m.passage_id WHERE f.released_us < $1 OR m.attached_us < $2 ORDER BY m.attached_us, m.passage_id",
        {released.us, attached.us}, [](Cells& cells) {
          return ports::KeptManifest{cells.id<PassageId>(0), cells.described<std::vector<std::int64_t>>(1)};
        });
  });
}

}  // namespace cardea::sql
