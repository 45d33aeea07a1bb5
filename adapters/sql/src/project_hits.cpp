#include "cardea/ports/alerts_entries.hpp"
#include "project.hpp"
#include "rows.hpp"

// Hits: raised with the inspection, judged, written up, closed.

namespace cardea::sql {
namespace {

using ports::HitRaised;

/// A hit that an earlier comparison spares the traveller is raised as judged.
Done insert_hit(const Applied& applied, FormalityId inspection, TravellerId traveller, const HitRaised& hit,
                bool found_later) {
  const bool cleared = hit.cleared.has_value();
  const auto judged_us = cleared ? std::optional{hit.cleared->at.us} : std::nullopt;
  return without_count(applied.connection.run(
      "INSERT INTO hit (hit_id, inspection_id, traveller_id, source, source_id, hit, state, found_later, "
      "raised_us, "
      "judged_us, judged_by, note, form, closing_by, closed_by, answer) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', '{}', '', '', '')",
      {to_text(hit.hit_id), to_text(inspection), to_text(traveller), hit.source, hit.source_id,
       stored_json(hit), cleared ? "false_positive" : "potential", found_later, applied.entry.recorded_at.us,
       judged_us, cleared ? hit.cleared->officer : std::string{}}));
}

/// The earlier comparison counts for this inspection as if it were made now.
Done insert_comparison(const Applied& applied, FormalityId inspection, const HitRaised& hit) {
  return without_count(applied.connection.run(
      "INSERT INTO comparison (passage_us, formality_id, source, source_id, result, note, compared_us) "
      "SELECT passage_us, formality_id, $1, $2, 'not_same_person', '', $3 FROM formality WHERE formality_id "
      "= $4",
      {hit.source, hit.source_id, hit.cleared->at.us, to_text(inspection)}));
}

Done remember(const Applied& applied, const std::string& traveller, const std::string& source,
              const std::string& source_id, const std::string& inspection) {
  return without_count(applied.connection.run(
      "INSERT INTO cleared_alert (traveller_id, source, source_id, digest, inspection_id, officer, "
      "cleared_us) "
      "SELECT $1, source, source_id, digest, $2, $3, $4 FROM alert WHERE source = $5 AND source_id = $6 "
      "ON CONFLICT (traveller_id, source, source_id) DO UPDATE SET digest = excluded.digest, inspection_id = "
      "excluded.inspection_id, officer = excluded.officer, cleared_us = excluded.cleared_us",
      {traveller, inspection, applied.entry.actor.officer, applied.entry.recorded_at.us, source, source_id}));
}

Done forget(const Applied& applied, const std::string& traveller, const std::string& source,
            const std::string& source_id) {
  return without_count(applied.connection.run(
      "DELETE FROM cleared_alert WHERE traveller_id = $1 AND source = $2 AND source_id = $3",
      {traveller, source, source_id}));
}

/// Whom and what a hit is about.
struct About {
  std::string hit_id;
  std::string traveller_id;
  std::string source;
  std::string source_id;
  std::string inspection_id;
};

About about_of(Cells& cells) {
  return {cells.text(0), cells.text(1), cells.text(2), cells.text(3), cells.text(4)};
}

Done judge_hit(const Applied& applied, const About& about, const std::string& state,
               const std::string& note) {
  auto judged = applied.connection.run(
      "UPDATE hit SET state = $1, judged_us = $2, judged_by = $3, note = $4, closing_by = '', closing_us = "
      "NULL "
      "WHERE hit_id = $5",
      {state, applied.entry.recorded_at.us, applied.entry.actor.officer, note, about.hit_id});
  if (!judged) return pass_on(judged);
  if (state == "false_positive") {
    return remember(applied, about.traveller_id, about.source, about.source_id, about.inspection_id);
  }
  return forget(applied, about.traveller_id, about.source, about.source_id);
}

Done update_hit(const Applied& applied, const Result<std::int64_t>& changed) {
  if (!changed) return pass_on(changed);
  return *changed == 1 ? Done{} : Done{without_subject(applied)};
}

}  // namespace

Done project_hits_raised(const Applied& applied) {
  const auto raised = payload_as<ports::HitsRaised>(applied);
  if (!raised) return pass_on(raised);
  auto asked =
      applied.connection.run("INSERT INTO inspection_detail (inspection_id, record_details) VALUES ($1, $2)",
                             {to_text(raised->inspection_id), raised->record_details});
  if (!asked) return pass_on(asked);
  for (const HitRaised& hit : raised->hits) {
    auto added = insert_hit(applied, raised->inspection_id, raised->traveller_id, hit, false);
    if (added && hit.cleared) added = insert_comparison(applied, raised->inspection_id, hit);
    if (!added) return added;
  }
  return {};
}

Done project_hit_found_later(const Applied& applied) {
  const auto found = payload_as<ports::HitFoundLater>(applied);
  if (!found) return pass_on(found);
  return insert_hit(applied, found->inspection_id, found->traveller_id, found->hit, true);
}

Done project_hit_compared(const Applied& applied, const ports::InspectionCompared& compared) {
  const auto about = read_one<About>(
      applied.connection,
      "SELECT hit_id, traveller_id, source, source_id, inspection_id FROM hit WHERE inspection_id = $1 AND "
      "source = $2 AND source_id = $3 ORDER BY hit_id LIMIT 1",
      {to_text(compared.inspection_id), compared.source, compared.source_id}, about_of);
  if (!about) return pass_on(about);
  // A weak match is no hit, and inspections of an older edition have none.
  if (!about->has_value()) return {};
  return judge_hit(applied, **about, compared.result == "same_person" ? "confirmed" : "false_positive",
                   compared.note);
}

Done project_hit_judged(const Applied& applied) {
  const auto judged = payload_as<ports::HitJudged>(applied);
  if (!judged) return pass_on(judged);
  const auto about = read_one<About>(
      applied.connection,
      "SELECT hit_id, traveller_id, source, source_id, inspection_id FROM hit WHERE hit_id = $1",
      {to_text(judged->hit_id)}, about_of);
  if (!about) return pass_on(about);
  if (!about->has_value()) return without_subject(applied);
  return judge_hit(applied, **about, judged->state, judged->note);
}

Done project_hit_form(const Applied& applied) {
  const auto filled = payload_as<ports::HitFormFilled>(applied);
  if (!filled) return pass_on(filled);
  return update_hit(applied, applied.connection.run("UPDATE hit SET form = $1 WHERE hit_id = $2",
                                                    {canonical_json(filled->form), to_text(filled->hit_id)}));
}

Done project_hit_closing(const Applied& applied) {
  const auto noted = payload_as<ports::HitNoted>(applied);
  if (!noted) return pass_on(noted);
  return update_hit(applied,
                    applied.connection.run(
                        "UPDATE hit SET closing_by = $1, closing_us = $2 WHERE hit_id = $3",
                        {applied.entry.actor.officer, applied.entry.recorded_at.us, to_text(noted->hit_id)}));
}

Done project_hit_closed(const Applied& applied) {
  const auto noted = payload_as<ports::HitNoted>(applied);
  if (!noted) return pass_on(noted);
  return update_hit(applied,
                    applied.connection.run(
                        "UPDATE hit SET closed_by = $1, closed_us = $2 WHERE hit_id = $3",
                        {applied.entry.actor.officer, applied.entry.recorded_at.us, to_text(noted->hit_id)}));
}

Done project_hit_receipt(const Applied& applied) {
  const auto receipted = payload_as<ports::HitReceipted>(applied);
  if (!receipted) return pass_on(receipted);
  const auto at = applied.entry.recorded_at.us;
  const std::string id = to_text(receipted->hit_id);
  if (receipted->receipt == "delivered") {
    return update_hit(applied,
                      applied.connection.run("UPDATE hit SET delivered_us = $1 WHERE hit_id = $2", {at, id}));
  }
  if (receipted->receipt == "opened") {
    return update_hit(applied,
                      applied.connection.run("UPDATE hit SET opened_us = $1 WHERE hit_id = $2", {at, id}));
  }
  return update_hit(applied,
                    applied.connection.run("UPDATE hit SET acted_us = $1, answer = $2 WHERE hit_id = $3",
                                           {at, receipted->note, id}));
}

Done project_details(const Applied& applied) {
  const auto detailed = payload_as<ports::InspectionDetailed>(applied);
  if (!detailed) return pass_on(detailed);
  return update_hit(
      applied, applied.connection.run("UPDATE inspection_detail SET details = $1 WHERE inspection_id = $2",
                                      {canonical_json(detailed->details), to_text(detailed->inspection_id)}));
}

}  // namespace cardea::sql
