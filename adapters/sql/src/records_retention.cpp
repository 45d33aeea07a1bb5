#include "cardea/ports/records.hpp"
#include "records_accountability.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

using ports::FileVisitRow;
using ports::HoldRow;

constexpr std::string_view kVisits =
    "SELECT c.traveller_id, t.primary_identifier, t.secondary_identifier, f.formality_id, c.crossing_id, "
    "c.document_id, c.direction, c.outcome, i.inspected_on, c.decided_on, d.days_granted, i.stay, i.revision "
    "FROM crossing c JOIN traveller t ON t.traveller_id = c.traveller_id "
    "JOIN formality f ON f.passage_us = c.passage_us AND f.crossing_id = c.crossing_id "
    "JOIN inspection i ON i.passage_us = f.passage_us AND i.formality_id = f.formality_id "
    "LEFT JOIN decision d ON d.passage_us = f.passage_us AND d.formality_id = f.formality_id ";
constexpr std::string_view kVisitOrder = "ORDER BY c.traveller_id, f.opened_us, f.formality_id";

/// Days granted by the officer count before those the rule left.
std::optional<Date> authorised_until(Cells& cells, Date on) {
  if (!cells.is_null(10)) return on.plus_days(static_cast<std::int32_t>(cells.integer(10)) - 1);
  if (cells.is_null(11)) return std::nullopt;
  return cells.described<ports::StayRecord>(11).last_day;
}

FileVisitRow visit_of(Cells& cells) {
  const Date on = cells.date(cells.is_null(9) ? 8 : 9);
  FileVisitRow row{.traveller_id = cells.id<TravellerId>(0),
                   .primary_identifier = cells.text(1),
                   .secondary_identifier = cells.text(2),
                   .inspection_id = cells.id<FormalityId>(3),
                   .crossing_id = cells.id<CrossingId>(4),
                   .document_id = cells.id<DocumentId>(5),
                   .on = on};
  row.entry = cells.text(6) == "entry";
  row.admitted = !cells.is_null(7) && cells.text(7) == "admit";
  if (row.entry && row.admitted) row.authorised_until = authorised_until(cells, on);
  row.revision = cells.integer(12);
  return row;
}

constexpr std::string_view kHolds =
    "SELECT hold_id, traveller_id, reason, state, proposed_by, proposed_us, approved_by, approved_us, "
    "lifted_by, lifted_us FROM erasure_hold ";

HoldRow hold_of(Cells& cells) {
  HoldRow row{.hold_id = cells.id<ports::HoldId>(0),
              .traveller_id = cells.id<TravellerId>(1),
              .reason = cells.text(2),
              .state = cells.text(3),
              .proposed_by = cells.text(4),
              .proposed_at = cells.instant(5)};
  if (!cells.is_null(6)) row.approved_by = cells.text(6);
  if (!cells.is_null(7)) row.approved_at = cells.instant(7);
  if (!cells.is_null(8)) row.lifted_by = cells.text(8);
  if (!cells.is_null(9)) row.lifted_at = cells.instant(9);
  return row;
}

}  // namespace

Result<std::vector<FileVisitRow>> SqlAccountabilityRecords::file_visits() const {
  static const auto kSql = std::string{kVisits}.append(kVisitOrder);
  return reading_.on(
      [&](Connection& connection) { return read_many<FileVisitRow>(connection, kSql, {}, visit_of); });
}

Result<std::vector<FileVisitRow>> SqlAccountabilityRecords::file_visits_of(TravellerId id) const {
  static const auto kSql = std::string{kVisits}.append("WHERE c.traveller_id = $1 ").append(kVisitOrder);
  return reading_.on([&](Connection& connection) {
    return read_many<FileVisitRow>(connection, kSql, {to_text(id)}, visit_of);
  });
}

Result<std::vector<TravellerId>> SqlAccountabilityRecords::sought() const {
  return reading_.on([&](Connection& connection) {
    return read_many<TravellerId>(
        connection,
        "SELECT DISTINCT c.traveller_id FROM comparison m JOIN alert a ON a.source = m.source AND "
        "a.source_id = m.source_id JOIN formality f ON f.passage_us = m.passage_us AND "
        "f.formality_id = m.formality_id JOIN crossing c ON c.passage_us = f.passage_us AND "
        "c.crossing_id = f.crossing_id WHERE m.result = 'same_person'",
        {}, [](Cells& cells) { return cells.id<TravellerId>(0); });
  });
}

Result<std::vector<HoldRow>> SqlAccountabilityRecords::holds() const {
  static const auto kSql = std::string{kHolds}.append("ORDER BY proposed_us DESC, hold_id");
  return reading_.on(
      [&](Connection& connection) { return read_many<HoldRow>(connection, kSql, {}, hold_of); });
}

Result<std::optional<HoldRow>> SqlAccountabilityRecords::find_hold(ports::HoldId id) const {
  static const auto kSql = std::string{kHolds}.append("WHERE hold_id = $1");
  return reading_.on(
      [&](Connection& connection) { return read_one<HoldRow>(connection, kSql, {to_text(id)}, hold_of); });
}

Result<std::vector<ports::NoticeRow>> SqlAccountabilityRecords::notices() const {
  return reading_.on([&](Connection& connection) {
    return read_many<ports::NoticeRow>(
        connection,
        "SELECT traveller_id, due_on, given_us FROM retention_notice ORDER BY due_on, traveller_id", {},
        [](Cells& cells) {
          return ports::NoticeRow{cells.id<TravellerId>(0), cells.date(1), cells.instant(2)};
        });
  });
}

}  // namespace cardea::sql
