#include "cardea/crossings/decision.hpp"
#include "cardea/people/identity_relation.hpp"
#include "cardea/ports/travellers_entries.hpp"
#include "project.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

/// What a decision is about.
struct Decided {
  std::string crossing_id;
  std::string traveller_id;
  std::string direction;
  std::optional<ports::StayRecord> stay;
};

Result<Decided> decided_of(const Applied& applied, FormalityId id) {
  auto found = read_one<Decided>(
      applied.connection,
      "SELECT c.crossing_id, c.traveller_id, c.direction, i.stay FROM formality f "
      "JOIN crossing c ON c.passage_us = f.passage_us AND c.crossing_id = f.crossing_id "
      "JOIN inspection i ON i.passage_us = f.passage_us AND i.formality_id = f.formality_id "
      "WHERE f.formality_id = $1",
      {to_text(id)}, [](Cells& cells) {
        Decided decided{cells.text(0), cells.text(1), cells.text(2), {}};
        if (!cells.is_null(3)) decided.stay = cells.described<ports::StayRecord>(3);
        return decided;
      });
  if (!found) return pass_on(found);
  if (!*found) return without_subject(applied);
  return **std::move(found);
}

// The last day as the entry was granted: by days, or else by the count.
std::optional<std::string> last_day_of(const ports::StayRecord& stay,
                                       const ports::InspectionDecided& decided) {
  std::optional<Date> last = stay.last_day;
  if (decided.days_granted && *decided.days_granted > 0) {
    const Date granted = decided.on.plus_days(*decided.days_granted - 1);
    last = last ? std::min(*last, granted) : granted;
  }
  return last ? std::optional{to_text(*last)} : std::nullopt;
}

// The second line may decide once more on somebody who is inside.
Done enter(const Applied& applied, const Decided& about, const ports::InspectionDecided& decided) {
  return without_count(applied.connection.run(
      "INSERT INTO stay (crossing_id, traveller_id, entered_on, entered_us, last_day, closed_by) "
      "VALUES ($1, $2, $3, $4, $5, '') ON CONFLICT (crossing_id) DO UPDATE SET last_day = excluded.last_day",
      {about.crossing_id, about.traveller_id, to_text(decided.on), applied.entry.recorded_at.us,
       last_day_of(*about.stay, decided)}));
}

// An exit closes the newest stay, if that is open: what was open before it stays so, since nobody knows when
// the person left.
Done leave(const Applied& applied, const Decided& about, const ports::InspectionDecided& decided) {
  return without_count(applied.connection.run(
      "UPDATE stay SET left_on = $1, closed_by = 'exit', exit_crossing_id = $2 WHERE left_on IS NULL AND "
      "crossing_id = (SELECT s.crossing_id FROM stay s WHERE s.traveller_id = $3 "
      "ORDER BY s.entered_us DESC, s.crossing_id DESC LIMIT 1)",
      {to_text(decided.on), about.crossing_id, about.traveller_id}));
}

/// As if the crossing had not been admitted.
Done undo_stay(const Applied& applied, const Decided& about) {
  return without_count(applied.connection.run("DELETE FROM stay WHERE crossing_id = $1", {about.crossing_id}))
      .and_then([&] {
        return without_count(
            applied.connection.run("UPDATE stay SET left_on = NULL, closed_by = '', exit_crossing_id = NULL "
                                   "WHERE exit_crossing_id = $1",
                                   {about.crossing_id}));
      });
}

}  // namespace

Done index_traveller(const Applied& applied, const ports::TravellerRecord& traveller) {
  const auto& births = traveller.birth_dates;
  return without_count(applied.connection.run(
      "INSERT INTO traveller_key (traveller_id, birth_date, primary_key, secondary_key) "
      "VALUES ($1, $2, $3, $4) ON CONFLICT (traveller_id) DO UPDATE SET birth_date = excluded.birth_date, "
      "primary_key = excluded.primary_key, secondary_key = excluded.secondary_key",
      {to_text(traveller.traveller_id), births.empty() ? std::string{} : to_text(births.front()),
       people::name_key(traveller.primary_identifier), people::name_key(traveller.secondary_identifier)}));
}

Done settle_stay(const Applied& applied, const ports::InspectionDecided& decided) {
  const auto about = decided_of(applied, decided.inspection_id);
  if (!about) return pass_on(about);
  if (decided.outcome != name(crossings::Outcome::admit)) return undo_stay(applied, *about);
  if (about->direction == name(crossings::Direction::exit)) return leave(applied, *about, decided);
  return about->stay ? enter(applied, *about, decided) : Done{};
}

Done project_stay_void(const Applied& applied) {
  const auto voided = payload_as<ports::InspectionVoided>(applied);
  if (!voided) return pass_on(voided);
  const auto about = decided_of(applied, voided->inspection_id);
  if (!about) return pass_on(about);
  return undo_stay(applied, *about);
}

Done project_link_proposed(const Applied& applied) {
  const auto link = payload_as<ports::LinkProposed>(applied);
  if (!link) return pass_on(link);
  return without_count(applied.connection.run(
      "INSERT INTO identity_link (first_id, second_id, colour, likeness, proposed_us, reason) "
      "VALUES ($1, $2, $3, $4, $5, '')",
      {to_text(link->first_id), to_text(link->second_id), link->colour, stored_json(link->likeness),
       applied.entry.recorded_at.us}));
}

Done project_link_judged(const Applied& applied) {
  const auto link = payload_as<ports::LinkJudged>(applied);
  if (!link) return pass_on(link);
  const auto officer = officer_of(applied);
  if (!officer) return pass_on(officer);
  const auto changed = applied.connection.run(
      "UPDATE identity_link SET colour = $1, judged_by = $2, judged_us = $3, reason = $4 "
      "WHERE first_id = $5 AND second_id = $6",
      {link->colour, *officer, applied.entry.recorded_at.us, link->reason, to_text(link->first_id),
       to_text(link->second_id)});
  if (!changed) return pass_on(changed);
  return *changed == 0 ? Done{without_subject(applied)} : Done{};
}

Done project_permit(const Applied& applied) {
  const auto permit = payload_as<ports::PermitRecorded>(applied);
  if (!permit) return pass_on(permit);
  const auto traveller = permit->traveller_id ? std::optional{to_text(*permit->traveller_id)} : std::nullopt;
  return without_count(applied.connection.run(
      "INSERT INTO permit (permit_id, document_issuer, document_number, traveller_id, permit, end_reason, "
      "recorded_us) VALUES ($1, $2, $3, $4, $5, '', $6) ON CONFLICT (permit_id) DO UPDATE SET "
      "document_issuer = excluded.document_issuer, document_number = excluded.document_number, "
      "traveller_id = excluded.traveller_id, permit = excluded.permit, recorded_us = excluded.recorded_us",
      {to_text(permit->permit_id), permit->document_issuer, permit->document_number, traveller,
       stored_json(*permit), applied.entry.recorded_at.us}));
}

Done project_permit_end(const Applied& applied) {
  const auto ended = payload_as<ports::PermitEnded>(applied);
  if (!ended) return pass_on(ended);
  const auto changed =
      applied.connection.run("UPDATE permit SET ended_on = $1, end_reason = $2 WHERE permit_id = $3",
                             {to_text(ended->on), ended->reason, to_text(ended->permit_id)});
  if (!changed) return pass_on(changed);
  return *changed == 0 ? Done{without_subject(applied)} : Done{};
}

Done project_adjustment(const Applied& applied) {
  const auto adjusted = payload_as<ports::StayAdjusted>(applied);
  if (!adjusted) return pass_on(adjusted);
  return without_count(applied.connection.run(
                           "INSERT INTO stay_adjustment (traveller_id, recorded_us, sequence, adjustment) "
                           "VALUES ($1, $2, $3, $4)",
                           {to_text(adjusted->traveller_id), applied.entry.recorded_at.us,
                            applied.entry.sequence, stored_json(*adjusted)}))
      .and_then([&] {
        // Who may stay longer is not over until then.
        return without_count(applied.connection.run(
            "UPDATE stay SET last_day = $1 WHERE traveller_id = $2 AND left_on IS NULL AND last_day < $1",
            {to_text(adjusted->last), to_text(adjusted->traveller_id)}));
      });
}

Done project_deemed_exit(const Applied& applied) {
  const auto deemed = payload_as<ports::StayDeemedExit>(applied);
  if (!deemed) return pass_on(deemed);
  const auto closed = applied.connection.run(
      "UPDATE stay SET left_on = $1, closed_by = 'neighbour' WHERE crossing_id = $2 AND left_on IS NULL",
      {to_text(deemed->on), to_text(deemed->crossing_id)});
  if (!closed) return pass_on(closed);
  if (*closed == 0) return without_subject(applied);
  return without_count(applied.connection.run(
      "INSERT INTO deemed_exit (traveller_id, crossing_id, deemed_exit) VALUES ($1, $2, $3)",
      {to_text(deemed->traveller_id), to_text(deemed->crossing_id), stored_json(*deemed)}));
}

Done project_stated_class(const Applied& applied) {
  const auto classed = payload_as<ports::TravellerClassed>(applied);
  if (!classed) return pass_on(classed);
  return without_count(applied.connection.run(
      "INSERT INTO stated_class (traveller_id, person_class, reason) VALUES ($1, $2, $3) "
      "ON CONFLICT (traveller_id) DO UPDATE SET person_class = excluded.person_class, reason = "
      "excluded.reason",
      {to_text(classed->traveller_id), classed->person_class, classed->reason}));
}

}  // namespace cardea::sql
