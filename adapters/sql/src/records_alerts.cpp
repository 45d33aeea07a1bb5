#include "records_alerts.hpp"

#include "rows.hpp"

namespace cardea::sql {
namespace {

using ports::HitRow;
using ports::OwnAlertRow;

constexpr std::string_view kOwnAlerts =
    "SELECT alert_id, reason, state, digest, alert, drafted_by, drafted_us, proposed_by, proposed_us, "
    "lapses_us, "
    "note, approved_by, changed_us FROM own_alert ";

constexpr std::string_view kHits =
    "SELECT inspection_id, traveller_id, hit, state, found_later, raised_us, judged_us, judged_by, note, "
    "form, "
    "closing_by, closing_us, closed_us, closed_by, delivered_us, opened_us, acted_us, answer FROM hit ";

std::optional<Instant> instant_or_none(const Cells& cells, int column) {
  return cells.is_null(column) ? std::nullopt : std::optional{cells.instant(column)};
}

json::object object_of(Cells& cells, int column) {
  auto value = cells.json(column);
  return value.is_object() ? std::move(value.as_object()) : json::object{};
}

OwnAlertRow own_alert_of(Cells& cells) {
  return {.alert_id = cells.id<OwnAlertId>(0),
          .reason = cells.text(1),
          .state = cells.text(2),
          .digest = cells.text(3),
          .alert = object_of(cells, 4),
          .drafted_by = cells.text(5),
          .drafted_at = cells.instant(6),
          .proposed_by = cells.text(7),
          .proposed_at = instant_or_none(cells, 8),
          .lapses_at = instant_or_none(cells, 9),
          .note = cells.text(10),
          .approved_by = cells.text(11),
          .changed_at = cells.instant(12)};
}

/// HitRaised holds an id, so that an unreadable one has no default: the row is then damaged.
Result<HitRow> hit_of(Cells& cells) {
  auto raised = from_json<ports::HitRaised>(cells.json(2));
  if (!raised) return damaged_row();
  return HitRow{.hit = *std::move(raised),
                .inspection_id = cells.id<FormalityId>(0),
                .traveller_id = cells.id<TravellerId>(1),
                .state = cells.text(3),
                .found_later = cells.boolean(4),
                .raised_at = cells.instant(5),
                .judged_at = instant_or_none(cells, 6),
                .judged_by = cells.text(7),
                .note = cells.text(8),
                .form = object_of(cells, 9),
                .closing_by = cells.text(10),
                .closing_at = instant_or_none(cells, 11),
                .closed_at = instant_or_none(cells, 12),
                .closed_by = cells.text(13),
                .delivered_at = instant_or_none(cells, 14),
                .opened_at = instant_or_none(cells, 15),
                .acted_at = instant_or_none(cells, 16),
                .answer = cells.text(17)};
}

Result<std::vector<HitRow>> hits_where(Connection& connection, std::string_view where,
                                       std::initializer_list<Param> params) {
  auto read = read_many<Result<HitRow>>(connection, std::string(kHits).append(where), params, hit_of);
  if (!read) return pass_on(read);
  std::vector<HitRow> hits;
  for (auto& each : *read) {
    if (!each) return pass_on(each);
    hits.push_back(*std::move(each));
  }
  return hits;
}

/// Nothing when the payload in the row cannot be read.
std::optional<ports::InspectionExtras> extras_of(Cells& cells) {
  ports::InspectionExtras extras{cells.boolean(0), !cells.is_null(1), {}, {}};
  if (cells.is_null(2)) return extras;
  auto person = from_json<ports::InspectionPersonStated>(cells.json(2));
  if (!person) return std::nullopt;
  extras.person = *std::move(person);
  return extras;
}

}  // namespace

Result<std::vector<OwnAlertRow>> SqlAlertRecords::own_alerts(int limit) const {
  return reading_.on([&](Connection& connection) {
    return read_many<OwnAlertRow>(connection,
                                  std::string(kOwnAlerts) + "ORDER BY changed_us DESC, alert_id LIMIT $1",
                                  {limit}, own_alert_of);
  });
}

Result<std::optional<OwnAlertRow>> SqlAlertRecords::find_own_alert(OwnAlertId id) const {
  return reading_.on([&](Connection& connection) {
    return read_one<OwnAlertRow>(connection, std::string(kOwnAlerts) + "WHERE alert_id = $1", {to_text(id)},
                                 own_alert_of);
  });
}

Result<std::vector<OwnAlertRow>> SqlAlertRecords::own_alerts_in_force() const {
  return reading_.on([&](Connection& connection) {
    return read_many<OwnAlertRow>(
        connection,
        std::string(kOwnAlerts) +
            "WHERE state IN ('emergency', 'in_force', 'withdrawal_proposed') ORDER BY alert_id",
        {}, own_alert_of);
  });
}

Result<std::optional<Instant>> SqlAlertRecords::own_alerts_changed_at() const {
  return reading_.on([&](Connection& connection) {
    return read_one<Instant>(connection, "SELECT changed_us FROM own_alert ORDER BY changed_us DESC LIMIT 1",
                             {}, [](Cells& cells) { return cells.instant(0); });
  });
}

Result<std::optional<std::string>> SqlAlertRecords::alert_digest(std::string_view source,
                                                                 std::string_view source_id) const {
  return reading_.on([&](Connection& connection) {
    return read_one<std::string>(connection, "SELECT digest FROM alert WHERE source = $1 AND source_id = $2",
                                 {source, source_id}, [](Cells& cells) { return cells.text(0); });
  });
}

Result<std::optional<ports::Cleared>> SqlAlertRecords::cleared(TravellerId traveller, std::string_view source,
                                                               std::string_view source_id,
                                                               std::string_view digest) const {
  return reading_.on([&](Connection& connection) {
    return read_one<ports::Cleared>(connection,
                                    "SELECT inspection_id, officer, cleared_us FROM cleared_alert WHERE "
                                    "traveller_id = $1 AND source = $2 AND "
                                    "source_id = $3 AND digest = $4",
                                    {to_text(traveller), source, source_id, digest}, [](Cells& cells) {
                                      return ports::Cleared{cells.id<FormalityId>(0), cells.text(1),
                                                            cells.instant(2)};
                                    });
  });
}

Result<std::vector<HitRow>> SqlAlertRecords::hits(int limit) const {
  return reading_.on([&](Connection& connection) {
    return hits_where(connection,
                      "ORDER BY CASE WHEN closed_us IS NULL THEN 0 ELSE 1 END, raised_us, hit_id LIMIT $1",
                      {limit});
  });
}

Result<std::optional<HitRow>> SqlAlertRecords::find_hit(HitId id) const {
  auto found = reading_.on(
      [&](Connection& connection) { return hits_where(connection, "WHERE hit_id = $1", {to_text(id)}); });
  if (!found) return pass_on(found);
  if (found->empty()) return std::optional<HitRow>{};
  return std::optional{std::move(found->front())};
}

Result<ports::InspectionExtras> SqlAlertRecords::extras(FormalityId inspection) const {
  return reading_.on([&](Connection& connection) -> Result<ports::InspectionExtras> {
    auto asked = read_one<std::optional<ports::InspectionExtras>>(
        connection, "SELECT record_details, details, person FROM inspection_detail WHERE inspection_id = $1",
        {to_text(inspection)}, extras_of);
    if (!asked) return pass_on(asked);
    if (*asked && !**asked) return damaged_row();
    ports::InspectionExtras extras = *asked ? ***asked : ports::InspectionExtras{};
    auto hits =
        hits_where(connection, "WHERE inspection_id = $1 ORDER BY raised_us, hit_id", {to_text(inspection)});
    if (!hits) return pass_on(hits);
    extras.hits = *std::move(hits);
    return extras;
  });
}

Result<std::vector<ports::RecentInspection>> SqlAlertRecords::recent_inspections(Instant since,
                                                                                 int limit) const {
  auto read = reading_.on([&](Connection& connection) {
    return read_many<std::optional<ports::RecentInspection>>(
        connection,
        "SELECT f.formality_id, i.traveller, i.document FROM formality f JOIN inspection i ON i.passage_us = "
        "f.passage_us AND i.formality_id = f.formality_id WHERE f.opened_us >= $1 ORDER BY f.opened_us DESC, "
        "f.formality_id LIMIT $2",
        {since.us, limit}, [](Cells& cells) -> std::optional<ports::RecentInspection> {
          auto traveller = from_json<ports::TravellerRecord>(cells.json(1));
          auto document = from_json<ports::DocumentRecord>(cells.json(2));
          if (!traveller || !document) return std::nullopt;
          return ports::RecentInspection{cells.id<FormalityId>(0), *std::move(traveller),
                                         *std::move(document)};
        });
  });
  if (!read) return pass_on(read);
  std::vector<ports::RecentInspection> recent;
  for (auto& each : *read) {
    if (!each) return damaged_row();
    recent.push_back(*std::move(each));
  }
  return recent;
}

}  // namespace cardea::sql
