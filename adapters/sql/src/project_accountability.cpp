#include "cardea/ports/accountability_entries.hpp"
#include "project.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

/// The traveller behind an id that is an inspection's or the traveller's own.
Result<std::optional<std::string>> traveller_behind(const Applied& applied, const std::string& subject) {
  if (!parse_id<TravellerId>(subject)) return std::optional<std::string>{};
  return read_one<std::string>(
      applied.connection,
      "SELECT c.traveller_id FROM formality f JOIN crossing c ON c.passage_us = f.passage_us AND "
      "c.crossing_id = f.crossing_id WHERE f.formality_id = $1 "
      "UNION SELECT t.traveller_id FROM traveller t WHERE t.traveller_id = $1",
      {subject}, [](Cells& cells) { return cells.text(0); });
}

struct Look {
  ports::PersonalDataAccessed access;
  std::optional<std::string> traveller_id;
  std::optional<std::string> lane;
  bool own_work = false;
};

Done insert_look(const Applied& applied, const Look& look) {
  const auto& [access, traveller_id, lane, own_work] = look;
  const auto session = access.session_id ? std::optional{to_text(*access.session_id)} : std::nullopt;
  return without_count(applied.connection.run(
      "INSERT INTO read_log (origin, sequence, read_us, officer, purpose, what, subject, traveller_id, "
      "result, records, lane, session_id, own_work) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
      {applied.entry.origin, applied.entry.sequence, applied.entry.recorded_at.us,
       applied.entry.actor.officer, applied.entry.purpose, access.what, access.subject, traveller_id,
       access.result, access.records, lane, session, own_work}));
}

}  // namespace

Done project_read(const Applied& applied) {
  const auto read = payload_as<ports::PersonalDataRead>(applied);
  if (!read) return pass_on(read);
  auto traveller = traveller_behind(applied, read->subject);
  if (!traveller) return pass_on(traveller);
  Look look{.access = {}, .traveller_id = *std::move(traveller), .lane = {}};
  look.access.what = read->what;
  look.access.subject = read->subject;
  look.access.result = "shown";
  look.access.records = 1;
  return insert_look(applied, look);
}

Done project_access(const Applied& applied) {
  auto access = payload_as<ports::PersonalDataAccessed>(applied);
  if (!access) return pass_on(access);
  auto traveller = access->traveller_id ? Result<std::optional<std::string>>{to_text(*access->traveller_id)}
                                        : traveller_behind(applied, access->subject);
  if (!traveller) return pass_on(traveller);
  auto lane = access->lane;
  return insert_look(applied, {*std::move(access), *std::move(traveller), std::move(lane), false});
}

Done project_own_read(const Applied& applied, const ports::InspectionOpened& opened) {
  Look look{.access = {},
            .traveller_id = to_text(opened.traveller.traveller_id),
            .lane = opened.lane,
            .own_work = true};
  look.access.what = "inspection";
  look.access.subject = to_text(opened.inspection_id);
  look.access.result = "shown";
  look.access.records = 1;
  return insert_look(applied, look);
}

}  // namespace cardea::sql
