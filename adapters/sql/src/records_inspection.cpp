#include "rows.hpp"
#include "sql_records.hpp"

namespace cardea::sql {
namespace {

using ports::InspectionRow;

/// An inspection without what hangs on it, and the key under which that hangs.
struct Found {
  InspectionRow row;
  std::int64_t passage_us = 0;
};

/// The entry's payload again, from the columns it was taken apart into.
json::object opened_of(Cells& cells) {
  json::object opened{{"inspection_id", cells.text(1)},
                      {"passage_id", cells.text(2)},
                      {"crossing_id", cells.text(3)},
                      {"post", cells.text(4)},
                      {"lane", cells.text(5)},
                      {"direction", cells.text(6)},
                      {"on", cells.text(7)},
                      {"mrz", cells.text(8)},
                      {"typed_by_hand", cells.boolean(9)}};
  constexpr std::string_view kJson[] = {"reading",    "document", "traveller", "hits",
                                        "assessment", "versions", "stay"};
  int column = 10;
  for (const auto field : kJson) {
    if (!cells.is_null(column)) opened[field] = cells.json(column);
    ++column;
  }
  return opened;
}

Result<std::optional<Found>> find_row(Connection& connection, FormalityId id) {
  auto found = read_one<std::optional<Found>>(
      connection,
      "SELECT f.passage_us, f.formality_id, f.passage_id, f.crossing_id, i.post, i.lane, i.direction, "
      "i.inspected_on, "
      "i.mrz, i.typed_by_hand, i.reading, i.document, i.traveller, i.hits, i.first_assessment, i.versions, "
      "i.stay, "
      "i.assessment, f.state, f.officer_id, f.opened_us, i.revision FROM formality f JOIN inspection i "
      "ON i.passage_us = f.passage_us AND i.formality_id = f.formality_id WHERE f.formality_id = $1",
      {to_text(id)}, [](Cells& cells) -> std::optional<Found> {
        auto opened = from_json<ports::InspectionOpened>(opened_of(cells));
        if (!opened) return std::nullopt;
        return Found{.row = {.opened = std::move(*opened),
                             .assessment = cells.described<ports::AssessmentRecord>(17),
                             .comparisons = {},
                             .decision = {},
                             .state = cells.text(18) == "completed" ? "decided" : "open",
                             .officer_id = cells.id<OfficerId>(19),
                             .opened_at = cells.instant(20),
                             .revision = cells.integer(21)},
                     .passage_us = cells.integer(0)};
      });
  if (!found) return pass_on(found);
  if (*found && !**found) return damaged_row();
  return *found ? std::move(**found) : std::optional<Found>{};
}

Result<std::vector<ports::ComparisonRow>> comparisons_of(Connection& connection, std::int64_t passage_us,
                                                         FormalityId id) {
  return read_many<ports::ComparisonRow>(connection,
                                         "SELECT source, source_id, result, note, compared_us FROM "
                                         "comparison WHERE passage_us = $1 AND formality_id = $2 "
                                         "ORDER BY compared_us, source, source_id",
                                         {passage_us, to_text(id)}, [](Cells& cells) {
                                           return ports::ComparisonRow{.source = cells.text(0),
                                                                       .source_id = cells.text(1),
                                                                       .result = cells.text(2),
                                                                       .note = cells.text(3),
                                                                       .at = cells.instant(4)};
                                         });
}

Result<std::optional<ports::DecisionRow>> decision_of(Connection& connection, std::int64_t passage_us,
                                                      FormalityId id) {
  return read_one<ports::DecisionRow>(
      connection,
      "SELECT outcome, reasons, note, purpose, days_granted, officer_id, decided_us FROM decision "
      "WHERE passage_us = $1 AND formality_id = $2",
      {passage_us, to_text(id)}, [](Cells& cells) {
        const auto days = cells.is_null(4) ? std::nullopt : std::optional{static_cast<int>(cells.integer(4))};
        return ports::DecisionRow{.outcome = cells.text(0),
                                  .reasons = cells.described<std::vector<std::string>>(1),
                                  .note = cells.text(2),
                                  .purpose = cells.text(3),
                                  .days_granted = days,
                                  .officer_id = cells.id<OfficerId>(5),
                                  .at = cells.instant(6)};
      });
}

}  // namespace

Result<std::optional<InspectionRow>> SqlRecords::find_inspection(FormalityId id) const {
  auto found = find_row(connection_, id);
  if (!found) return pass_on(found);
  if (!*found) return std::optional<InspectionRow>{};
  auto& [row, passage_us] = **found;
  auto comparisons = comparisons_of(connection_, passage_us, id);
  if (!comparisons) return pass_on(comparisons);
  auto decision = decision_of(connection_, passage_us, id);
  if (!decision) return pass_on(decision);
  row.comparisons = std::move(*comparisons);
  row.decision = std::move(*decision);
  return std::optional{std::move(row)};
}

Result<std::optional<TravellerId>> SqlRecords::find_traveller(std::string_view issuer,
                                                              std::string_view number,
                                                              std::string_view birth_date) const {
  // Documents whose number could not be read have none in common.
  if (number.empty()) return std::optional<TravellerId>{};
  return read_one<TravellerId>(
      connection_,
      "SELECT traveller_id FROM document WHERE number = $1 AND issuer = $2 AND birth_date = $3 "
      "ORDER BY last_seen_us DESC, document_id LIMIT 1",
      {number, issuer, birth_date}, [](Cells& cells) { return cells.id<TravellerId>(0); });
}

Result<std::vector<ports::CrossingRow>> SqlRecords::history(TravellerId id, int limit) const {
  return read_many<ports::CrossingRow>(
      connection_,
      "SELECT crossing_id, formality_id, direction, post, outcome, decided_on, decided_us FROM crossing "
      "WHERE traveller_id = $1 AND outcome IS NOT NULL ORDER BY decided_us DESC, crossing_id DESC LIMIT $2",
      {to_text(id), limit}, [](Cells& cells) {
        return ports::CrossingRow{.crossing_id = cells.id<CrossingId>(0),
                                  .inspection_id = cells.id<FormalityId>(1),
                                  .direction = cells.text(2),
                                  .post = cells.text(3),
                                  .outcome = cells.text(4),
                                  .on = cells.date(5),
                                  .at = cells.instant(6)};
      });
}

}  // namespace cardea::sql
