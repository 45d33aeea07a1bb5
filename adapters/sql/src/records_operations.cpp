#include "records_operations.hpp"

#include "rows.hpp"

namespace cardea::sql {
namespace {

using ports::DecidedRow;
using ports::DrillRow;

constexpr std::string_view kDrill =
    "SELECT drill_id, scenario, level, started_by, started_us, ended_us, summary FROM drill ";

DrillRow drill_of(Cells& cells) {
  return {cells.id<DrillId>(0), cells.text(1),
          cells.text(2),        cells.id<OfficerId>(3),
          cells.instant(4),     cells.is_null(5) ? std::nullopt : std::optional{cells.instant(5)},
          cells.text(6),        {}};
}

Result<std::vector<DrillRow>> with_findings(Connection& connection, Result<std::vector<DrillRow>> drills) {
  if (!drills) return drills;
  for (DrillRow& drill : *drills) {
    auto findings = read_many<ports::FindingRow>(
        connection,
        "SELECT text, officer_id, found_us FROM drill_finding WHERE drill_id = $1 ORDER BY position",
        {to_text(drill.drill_id)}, [](Cells& cells) {
          return ports::FindingRow{cells.text(0), cells.id<OfficerId>(1), cells.instant(2)};
        });
    if (!findings) return pass_on(findings);
    drill.findings = std::move(*findings);
  }
  return drills;
}

DecidedRow decided_of(Cells& cells) {
  DecidedRow row{cells.id<CrossingId>(0),
                 cells.text(1),
                 cells.text(2),
                 cells.text(3),
                 {},
                 cells.text(5),
                 cells.text(6),
                 cells.text(7),
                 cells.described<std::vector<PartialDate>>(8),
                 {},
                 {},
                 {},
                 cells.instant(12),
                 OfficerId{IdBytes{}}};
  if (!cells.is_null(4)) row.reasons = cells.described<std::vector<std::string>>(4);
  if (!cells.is_null(9)) row.assessment = cells.described<ports::AssessmentRecord>(9);
  if (!cells.is_null(10)) row.days_granted = static_cast<int>(cells.integer(10));
  if (!cells.is_null(11)) row.opened_at = cells.instant(11);
  if (!cells.is_null(13)) row.officer_id = cells.id<OfficerId>(13);
  return row;
}

#define CARDEA_OPEN_COLUMNS                                                                            \
  "SELECT f.formality_id, i.lane, i.direction, i.assessment, f.officer_id, f.opened_us, i.traveller, " \
  "i.document FROM formality f JOIN inspection i ON i.passage_us = f.passage_us "                      \
  "AND i.formality_id = f.formality_id "

/// Nothing when a payload in the row cannot be read.
std::optional<ports::OpenTravellerRow> open_traveller_of(Cells& cells) {
  auto traveller = from_json<ports::TravellerRecord>(cells.json(6));
  auto document = from_json<ports::DocumentRecord>(cells.json(7));
  if (!traveller || !document) return std::nullopt;
  return ports::OpenTravellerRow{
      {cells.id<FormalityId>(0), cells.text(1), cells.text(2),
       cells.described<ports::AssessmentRecord>(3).verdict, cells.id<OfficerId>(4), cells.instant(5)},
      *std::move(traveller),
      std::move(document->number)};
}

Result<std::vector<std::optional<ports::OpenTravellerRow>>> open_rows(Connection& connection,
                                                                      std::optional<TravellerId> traveller,
                                                                      int limit) {
  using Row = std::optional<ports::OpenTravellerRow>;
  if (!traveller) {
    return read_many<Row>(connection,
                          CARDEA_OPEN_COLUMNS "WHERE f.state = 'open' ORDER BY f.opened_us DESC LIMIT $1",
                          {limit}, open_traveller_of);
  }
  return read_many<Row>(connection,
                        CARDEA_OPEN_COLUMNS
                        "JOIN crossing c ON c.passage_us = f.passage_us AND c.crossing_id = f.crossing_id "
                        "WHERE f.state = 'open' AND c.traveller_id = $1 ORDER BY f.opened_us DESC LIMIT $2",
                        {to_text(*traveller), limit}, open_traveller_of);
}

}  // namespace

Result<std::vector<ports::LaneRow>> SqlOperationsRecords::lanes() const {
  return reading_.on([](Connection& connection) {
    return read_many<ports::LaneRow>(
        connection,
        "SELECT lane, state, queue, queue_method, note, officer_id, changed_us FROM lane ORDER BY lane", {},
        [](Cells& cells) {
          const auto queue = cells.is_null(2) ? std::nullopt : std::optional{cells.integer(2)};
          return ports::LaneRow{{cells.text(0), cells.text(1), queue, cells.text(3), cells.text(4)},
                                cells.id<OfficerId>(5),
                                cells.instant(6)};
        });
  });
}

Result<std::optional<ports::LevelRow>> SqlOperationsRecords::level() const {
  return reading_.on([](Connection& connection) {
    return read_one<ports::LevelRow>(
        connection,
        "SELECT level, reason, until_us, officer_id, set_us FROM level_step "
        "ORDER BY set_us DESC, sequence DESC LIMIT 1",
        {}, [](Cells& cells) {
          return ports::LevelRow{
              {cells.text(0), cells.text(1), cells.instant(2)}, cells.id<OfficerId>(3), cells.instant(4)};
        });
  });
}

Result<std::vector<ports::RelaxationRow>> SqlOperationsRecords::relaxations(Instant at) const {
  return reading_.on([at](Connection& connection) -> Result<std::vector<ports::RelaxationRow>> {
    auto found = read_many<std::optional<ports::RelaxationRow>>(
        connection,
        "SELECT begun, officer_id, begun_us FROM relaxation WHERE ended_us IS NULL AND until_us > $1 "
        "ORDER BY begun_us, relaxation_id",
        {at.us}, [](Cells& cells) -> std::optional<ports::RelaxationRow> {
          auto begun = from_json<ports::RelaxationBegun>(cells.json(0));
          if (!begun) return std::nullopt;
          return ports::RelaxationRow{*std::move(begun), cells.id<OfficerId>(1), cells.instant(2)};
        });
    if (!found) return pass_on(found);
    std::vector<ports::RelaxationRow> rows;
    for (auto& row : *found) {
      if (!row) return damaged_row();
      rows.push_back(*std::move(row));
    }
    return rows;
  });
}

Result<std::vector<DrillRow>> SqlOperationsRecords::drills(int limit) const {
  return reading_.on([limit](Connection& connection) {
    const std::string sql = std::string(kDrill) + "ORDER BY started_us DESC, drill_id LIMIT $1";
    return with_findings(connection, read_many<DrillRow>(connection, sql, {limit}, drill_of));
  });
}

Result<std::optional<DrillRow>> SqlOperationsRecords::running_drill() const {
  return reading_.on([](Connection& connection) -> Result<std::optional<DrillRow>> {
    const std::string sql = std::string(kDrill) + "WHERE ended_us IS NULL ORDER BY started_us DESC LIMIT 1";
    auto drills = with_findings(connection, read_many<DrillRow>(connection, sql, {}, drill_of));
    if (!drills) return pass_on(drills);
    return drills->empty() ? std::nullopt : std::optional(std::move(drills->front()));
  });
}

Result<std::vector<DecidedRow>> SqlOperationsRecords::decided(Date from, Date to,
                                                              std::optional<CrossingId> after,
                                                              int limit) const {
  return reading_.on([&](Connection& connection) {
    const std::string last = to_text(after.value_or(CrossingId{IdBytes{}}));
    return read_many<DecidedRow>(
        connection,
        "SELECT c.crossing_id, c.direction, p.lane, c.outcome, d.reasons, d.note, t.nationality, t.sex, "
        "t.birth_dates, i.assessment, d.days_granted, f.opened_us, c.decided_us, d.officer_id "
        "FROM crossing c JOIN passage p ON p.passage_us = c.passage_us AND p.passage_id = c.passage_id "
        "JOIN traveller t ON t.traveller_id = c.traveller_id "
        "LEFT JOIN formality f ON f.passage_us = c.passage_us AND f.formality_id = c.formality_id "
        "LEFT JOIN inspection i ON i.passage_us = c.passage_us AND i.formality_id = c.formality_id "
        "LEFT JOIN decision d ON d.passage_us = c.passage_us AND d.formality_id = c.formality_id "
        "WHERE c.outcome IS NOT NULL AND c.decided_on >= $1 AND c.decided_on < $2 AND c.crossing_id > $3 "
        "ORDER BY c.crossing_id LIMIT $4",
        {to_text(from), to_text(to), last, limit}, decided_of);
  });
}

Result<std::vector<ports::OpenRow>> SqlOperationsRecords::open_inspections(int limit) const {
  return reading_.on([limit](Connection& connection) {
    return read_many<ports::OpenRow>(
        connection,
        "SELECT f.formality_id, i.lane, i.direction, i.assessment, f.officer_id, f.opened_us "
        "FROM formality f JOIN inspection i ON i.passage_us = f.passage_us "
        "AND i.formality_id = f.formality_id WHERE f.state = 'open' ORDER BY f.opened_us LIMIT $1",
        {limit}, [](Cells& cells) {
          return ports::OpenRow{cells.id<FormalityId>(0),
                                cells.text(1),
                                cells.text(2),
                                cells.described<ports::AssessmentRecord>(3).verdict,
                                cells.id<OfficerId>(4),
                                cells.instant(5)};
        });
  });
}

Result<std::vector<ports::OpenTravellerRow>> SqlOperationsRecords::open_travellers(
    std::optional<TravellerId> traveller, int limit) const {
  return reading_.on([&](Connection& connection) -> Result<std::vector<ports::OpenTravellerRow>> {
    auto found = open_rows(connection, traveller, limit);
    if (!found) return pass_on(found);
    std::vector<ports::OpenTravellerRow> rows;
    for (auto& row : *found) {
      if (!row) return damaged_row();
      rows.push_back(*std::move(row));
    }
    return rows;
  });
}

}  // namespace cardea::sql
