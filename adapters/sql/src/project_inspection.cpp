#include "cardea/ports/first_line_entries.hpp"
#include "project.hpp"
#include "project_cases.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

using ports::InspectionOpened;

/// The time of a passage, which every table that hangs on it has in its key.
Result<std::int64_t> passage_time(const Applied& applied, PassageId id) {
  auto found =
      read_one<std::int64_t>(applied.connection, "SELECT passage_us FROM passage WHERE passage_id = $1",
                             {to_text(id)}, [](Cells& cells) { return cells.integer(0); });
  if (!found) return pass_on(found);
  if (!*found) return without_subject(applied);
  return **found;
}

Done upsert_traveller(const Applied& applied, const ports::TravellerRecord& traveller) {
  return without_count(applied.connection.run(
      "INSERT INTO traveller (traveller_id, primary_identifier, secondary_identifier, birth_dates, sex, "
      "nationality, "
      "first_seen_us, last_seen_us) VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT (traveller_id) DO "
      "UPDATE SET "
      "primary_identifier = excluded.primary_identifier, secondary_identifier = "
      "excluded.secondary_identifier, "
      "birth_dates = excluded.birth_dates, sex = excluded.sex, nationality = excluded.nationality, "
      "last_seen_us = excluded.last_seen_us",
      {to_text(traveller.traveller_id), traveller.primary_identifier, traveller.secondary_identifier,
       stored_json(traveller.birth_dates), traveller.sex, traveller.nationality,
       applied.entry.recorded_at.us}));
}

Done upsert_document(const Applied& applied, const InspectionOpened& opened) {
  const auto& document = opened.document;
  const auto& births = opened.traveller.birth_dates;
  const auto birth_date = births.empty() ? std::string{} : to_text(births.front());
  const auto expires_on = document.expires_on ? std::optional{to_text(*document.expires_on)} : std::nullopt;
  return without_count(applied.connection.run(
      "INSERT INTO document (document_id, traveller_id, format, code, issuer, number, birth_date, "
      "expires_on, "
      "first_seen_us, last_seen_us) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) "
      "ON CONFLICT (document_id) DO UPDATE SET traveller_id = excluded.traveller_id, format = "
      "excluded.format, "
      "code = excluded.code, issuer = excluded.issuer, number = excluded.number, birth_date = "
      "excluded.birth_date, "
      "expires_on = excluded.expires_on, last_seen_us = excluded.last_seen_us",
      {to_text(document.document_id), to_text(opened.traveller.traveller_id), document.format, document.code,
       document.issuer, document.number, birth_date, expires_on, applied.entry.recorded_at.us}));
}

Done insert_crossing(const Applied& applied, const InspectionOpened& opened, std::int64_t passage_us) {
  return without_count(
      applied.connection.run("INSERT INTO crossing (passage_us, crossing_id, passage_id, traveller_id, "
                             "document_id, direction, post) "
                             "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                             {passage_us, to_text(opened.crossing_id), to_text(opened.passage_id),
                              to_text(opened.traveller.traveller_id), to_text(opened.document.document_id),
                              opened.direction, opened.post}));
}

Done insert_formality(const Applied& applied, const InspectionOpened& opened, std::int64_t passage_us) {
  const auto officer = officer_of(applied);
  if (!officer) return pass_on(officer);
  auto added = applied.connection.run(
      "INSERT INTO formality (passage_us, formality_id, passage_id, agency, kind, part, crossing_id, state, "
      "officer_id, "
      "opened_us) VALUES ($1, $2, $3, (SELECT agency FROM node WHERE node_id = $4), 'immigration', 'person', "
      "$5, "
      "'open', $6, $7)",
      {passage_us, to_text(opened.inspection_id), to_text(opened.passage_id), applied.entry.origin,
       to_text(opened.crossing_id), *officer, applied.entry.recorded_at.us});
  return without_count(added);
}

Done insert_inspection(const Applied& applied, const InspectionOpened& opened, std::int64_t passage_us) {
  const auto assessment = stored_json(opened.assessment);
  const auto stay = opened.stay ? std::optional{stored_json(*opened.stay)} : std::nullopt;
  return without_count(applied.connection.run(
      "INSERT INTO inspection (passage_us, formality_id, post, lane, direction, inspected_on, mrz, "
      "typed_by_hand, "
      "reading, document, traveller, hits, stay, first_assessment, assessment, versions, revision) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1)",
      {passage_us, to_text(opened.inspection_id), opened.post, opened.lane, opened.direction,
       to_text(opened.on), opened.mrz, opened.typed_by_hand, canonical_json(opened.reading),
       stored_json(opened.document), stored_json(opened.traveller), stored_json(opened.hits), stay,
       assessment, assessment, stored_json(opened.versions)}));
}

/// What an entry about an existing inspection needs to find its rows.
struct Place {
  std::int64_t passage_us = 0;
  std::string formality_id;
  std::string crossing_id;
};

Result<Place> place_of(const Applied& applied, FormalityId id) {
  auto found = read_one<Place>(
      applied.connection,
      "SELECT passage_us, formality_id, crossing_id FROM formality WHERE formality_id = $1", {to_text(id)},
      [](Cells& cells) { return Place{cells.integer(0), cells.text(1), cells.text(2)}; });
  if (!found) return pass_on(found);
  if (!*found) return without_subject(applied);
  return **found;
}

Done set_assessment(const Applied& applied, const Place& place, const ports::AssessmentRecord& assessment) {
  return without_count(
      applied.connection.run("UPDATE inspection SET assessment = $1, revision = revision + 1 WHERE "
                             "passage_us = $2 AND formality_id = $3",
                             {stored_json(assessment), place.passage_us, place.formality_id}));
}

Done upsert_decision(const Applied& applied, const Place& place, const ports::InspectionDecided& decided) {
  const auto officer = officer_of(applied);
  if (!officer) return pass_on(officer);
  return without_count(applied.connection.run(
      "INSERT INTO decision (passage_us, formality_id, outcome, reasons, note, purpose, days_granted, "
      "officer_id, "
      "decided_us) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (passage_us, formality_id) DO "
      "UPDATE SET "
      "outcome = excluded.outcome, reasons = excluded.reasons, note = excluded.note, purpose = "
      "excluded.purpose, "
      "days_granted = excluded.days_granted, officer_id = excluded.officer_id, decided_us = "
      "excluded.decided_us",
      {place.passage_us, place.formality_id, decided.outcome, stored_json(decided.reasons), decided.note,
       decided.purpose, decided.days_granted, *officer, applied.entry.recorded_at.us}));
}

Done grow_revision(const Applied& applied, const Place& place) {
  return without_count(applied.connection.run(
      "UPDATE inspection SET revision = revision + 1 WHERE passage_us = $1 AND formality_id = $2",
      {place.passage_us, place.formality_id}));
}

Done set_formality(const Applied& applied, const Place& place, std::string_view state,
                   std::optional<std::int64_t> completed_us) {
  return without_count(applied.connection.run(
      "UPDATE formality SET state = $1, completed_us = $2 WHERE passage_us = $3 AND formality_id = $4",
      {state, completed_us, place.passage_us, place.formality_id}));
}

Done decide_crossing(const Applied& applied, const Place& place, const ports::InspectionDecided& decided) {
  return without_count(applied.connection.run(
      "UPDATE crossing SET formality_id = $1, outcome = $2, decided_on = $3, decided_us = $4 "
      "WHERE passage_us = $5 AND crossing_id = $6",
      {place.formality_id, decided.outcome, to_text(decided.on), applied.entry.recorded_at.us,
       place.passage_us, place.crossing_id}));
}

Done reopen_crossing(const Applied& applied, const Place& place) {
  return without_count(applied.connection.run(
      "UPDATE crossing SET formality_id = NULL, outcome = NULL, decided_on = NULL, decided_us = NULL "
      "WHERE passage_us = $1 AND crossing_id = $2",
      {place.passage_us, place.crossing_id}));
}

}  // namespace

Done project_passage(const Applied& applied) {
  const auto opened = payload_as<ports::PassageOpened>(applied);
  if (!opened) return pass_on(opened);
  return without_count(
      applied.connection.run("INSERT INTO passage (passage_us, passage_id, mode, post, lane, direction) "
                             "VALUES ($1, $2, $3, $4, $5, $6)",
                             {applied.entry.recorded_at.us, to_text(opened->passage_id), opened->mode,
                              opened->post, opened->lane, opened->direction}));
}

Done project_inspection(const Applied& applied) {
  const auto opened = payload_as<InspectionOpened>(applied);
  if (!opened) return pass_on(opened);
  const auto passage_us = passage_time(applied, opened->passage_id);
  if (!passage_us) return pass_on(passage_us);
  return upsert_traveller(applied, opened->traveller)
      .and_then([&] { return index_traveller(applied, opened->traveller); })
      .and_then([&] { return upsert_document(applied, *opened); })
      .and_then([&] { return insert_crossing(applied, *opened, *passage_us); })
      .and_then([&] { return insert_formality(applied, *opened, *passage_us); })
      .and_then([&] { return insert_inspection(applied, *opened, *passage_us); })
      .and_then([&] { return project_own_read(applied, *opened); });
}

Done project_comparison(const Applied& applied) {
  const auto compared = payload_as<ports::InspectionCompared>(applied);
  if (!compared) return pass_on(compared);
  const auto place = place_of(applied, compared->inspection_id);
  if (!place) return pass_on(place);
  auto noted = applied.connection.run(
      "INSERT INTO comparison (passage_us, formality_id, source, source_id, result, note, compared_us) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (passage_us, formality_id, source, source_id) DO "
      "UPDATE SET "
      "result = excluded.result, note = excluded.note, compared_us = excluded.compared_us",
      {place->passage_us, place->formality_id, compared->source, compared->source_id, compared->result,
       compared->note, applied.entry.recorded_at.us});
  if (!noted) return pass_on(noted);
  return set_assessment(applied, *place, compared->assessment).and_then([&] {
    return project_hit_compared(applied, *compared);
  });
}

Done project_person(const Applied& applied) {
  const auto recorded = payload_as<ports::InspectionPersonStated>(applied);
  if (!recorded) return pass_on(recorded);
  const auto place = place_of(applied, recorded->inspection_id);
  if (!place) return pass_on(place);
  const auto stay = recorded->stay ? std::optional{stored_json(*recorded->stay)} : std::nullopt;
  auto noted = applied.connection.run("UPDATE inspection_detail SET person = $1 WHERE inspection_id = $2",
                                      {stored_json(*recorded), place->formality_id});
  if (!noted) return pass_on(noted);
  if (*noted == 0) return without_subject(applied);
  auto counted =
      applied.connection.run("UPDATE inspection SET stay = $1 WHERE passage_us = $2 AND formality_id = $3",
                             {stay, place->passage_us, place->formality_id});
  if (!counted) return pass_on(counted);
  return set_assessment(applied, *place, recorded->assessment);
}

Done project_decision(const Applied& applied) {
  const auto decided = payload_as<ports::InspectionDecided>(applied);
  if (!decided) return pass_on(decided);
  return project_final_decision(applied, *decided);
}

Done project_final_decision(const Applied& applied, const ports::InspectionDecided& decided) {
  const auto place = place_of(applied, decided.inspection_id);
  if (!place) return pass_on(place);
  return upsert_decision(applied, *place, decided)
      .and_then([&] { return set_formality(applied, *place, "completed", applied.entry.recorded_at.us); })
      .and_then([&] { return decide_crossing(applied, *place, decided); })
      .and_then([&] { return settle_stay(applied, decided); })
      .and_then([&] { return grow_revision(applied, *place); });
}

Done project_void(const Applied& applied) {
  const auto voided = payload_as<ports::InspectionVoided>(applied);
  if (!voided) return pass_on(voided);
  const auto place = place_of(applied, voided->inspection_id);
  if (!place) return pass_on(place);
  auto removed = applied.connection.run("DELETE FROM decision WHERE passage_us = $1 AND formality_id = $2",
                                        {place->passage_us, place->formality_id});
  if (!removed) return pass_on(removed);
  if (*removed == 0) return without_subject(applied);
  return set_formality(applied, *place, "open", std::nullopt)
      .and_then([&] { return reopen_crossing(applied, *place); })
      .and_then([&] { return grow_revision(applied, *place); });
}

}  // namespace cardea::sql
