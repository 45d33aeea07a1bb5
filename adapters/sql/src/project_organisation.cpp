#include "cardea/access/unit.hpp"
#include "cardea/ports/organisation_entries.hpp"
#include "project.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

Done put_unit(const Applied& applied, const ports::UnitRecorded& unit) {
  return without_count(applied.connection.run(
      "INSERT INTO unit (path, kind, name, state, agency, own) VALUES ($1, $2, $3, $4, $5, $6) "
      "ON CONFLICT (path) DO UPDATE SET kind = excluded.kind, name = excluded.name, state = excluded.state, "
      "agency = excluded.agency, own = excluded.own, closed_us = NULL",
      {unit.path, unit.kind, unit.name, unit.state, unit.agency, unit.own}));
}

/// The node's own post and all below it, from where they were to `path`.
Done move_own_units(const Applied& applied, const std::string& path) {
  const auto paths =
      read_many<std::string>(applied.connection, "SELECT path FROM unit WHERE own = $1 ORDER BY path", {true},
                             [](Cells& cells) { return cells.text(0); });
  if (!paths) return pass_on(paths);
  if (paths->empty()) return {};
  const std::string& from = paths->front();
  for (const std::string& own : *paths) {
    auto moved = applied.connection.run("UPDATE unit SET path = $1 WHERE path = $2",
                                        {path + own.substr(from.size()), own});
    if (!moved) return pass_on(moved);
  }
  return {};
}

Done closed_exactly_one(const Applied& applied, const Result<std::int64_t>& changed) {
  if (!changed) return pass_on(changed);
  return *changed == 1 ? Done{} : Done{without_subject(applied)};
}

}  // namespace

// The post and the lanes that a node is made with are the beginning of its unit tree.
Done project_own_units(const Applied& applied, const ports::NodeCreated& node) {
  const std::string post = access::unit_word(node.post);
  if (const Done put = put_unit(applied, {post, std::string(name(access::UnitKind::post)), node.post,
                                          node.state, node.agency, true});
      !put) {
    return put;
  }
  for (const std::string& lane : node.lanes) {
    const Done put =
        put_unit(applied, {post + "/" + access::unit_word(lane), std::string(name(access::UnitKind::lane)),
                           lane, node.state, node.agency, true});
    if (!put) return put;
  }
  return {};
}

Done project_unit(const Applied& applied) {
  const auto unit = payload_as<ports::UnitRecorded>(applied);
  if (!unit) return pass_on(unit);
  if (unit->own && unit->kind != name(access::UnitKind::lane)) {
    if (const Done moved = move_own_units(applied, unit->path); !moved) return moved;
  }
  return put_unit(applied, *unit);
}

Done project_unit_closed(const Applied& applied) {
  const auto closed = payload_as<ports::UnitClosed>(applied);
  if (!closed) return pass_on(closed);
  return closed_exactly_one(applied, applied.connection.run("UPDATE unit SET closed_us = $1 WHERE path = $2",
                                                            {applied.entry.recorded_at.us, closed->path}));
}

Done project_grant(const Applied& applied) {
  const auto grant = payload_as<ports::GrantProposed>(applied);
  if (!grant) return pass_on(grant);
  std::optional<std::int64_t> until;
  if (grant->until) until = grant->until->us;
  return without_count(applied.connection.run(
      "INSERT INTO role_grant (grant_id, officer_id, role, agency, unit, from_us, until_us, reason, "
      "proposed_by, proposed_us) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      {to_text(grant->grant_id), to_text(grant->officer_id), grant->role, grant->agency, grant->unit,
       grant->from.us, until, grant->reason, applied.entry.actor.officer, applied.entry.recorded_at.us}));
}

Done project_grant_approved(const Applied& applied) {
  const auto approved = payload_as<ports::GrantApproved>(applied);
  if (!approved) return pass_on(approved);
  return closed_exactly_one(
      applied, applied.connection.run(
                   "UPDATE role_grant SET approved_by = $1, approved_us = $2, rule = $3 WHERE grant_id = $4",
                   {applied.entry.actor.officer, applied.entry.recorded_at.us, approved->rule,
                    to_text(approved->grant_id)}));
}

Done project_grant_ended(const Applied& applied) {
  const auto ended = payload_as<ports::GrantEnded>(applied);
  if (!ended) return pass_on(ended);
  return closed_exactly_one(
      applied,
      applied.connection.run("UPDATE role_grant SET ended_us = $1, end_reason = $2 WHERE grant_id = $3",
                             {applied.entry.recorded_at.us, ended->reason, to_text(ended->grant_id)}));
}

Done project_break_glass(const Applied& applied) {
  const auto taken = payload_as<ports::BreakGlassTaken>(applied);
  if (!taken) return pass_on(taken);
  return without_count(applied.connection.run(
      "INSERT INTO break_glass (grant_id, officer_id, role, agency, unit, from_us, until_us, reason) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      {to_text(taken->grant_id), to_text(taken->officer_id), taken->role, taken->agency, taken->unit,
       taken->from.us, taken->until.us, taken->reason}));
}

Done project_break_glass_review(const Applied& applied) {
  const auto reviewed = payload_as<ports::BreakGlassReviewed>(applied);
  if (!reviewed) return pass_on(reviewed);
  return closed_exactly_one(
      applied, applied.connection.run("UPDATE break_glass SET reviewed_by = $1, reviewed_us = $2, "
                                      "outcome = $3, note = $4 WHERE grant_id = $5",
                                      {applied.entry.actor.officer, applied.entry.recorded_at.us,
                                       reviewed->outcome, reviewed->note, to_text(reviewed->grant_id)}));
}

Done project_client_certificate(const Applied& applied) {
  const auto certificate = payload_as<ports::ClientCertificateRegistered>(applied);
  if (!certificate) return pass_on(certificate);
  return without_count(applied.connection.run(
      "INSERT INTO client_certificate (sha256, officer_id, label, registered_us) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (sha256) DO UPDATE SET officer_id = excluded.officer_id, label = excluded.label, "
      "registered_us = excluded.registered_us, revoked_us = NULL",
      {certificate->sha256, to_text(certificate->officer_id), certificate->label,
       applied.entry.recorded_at.us}));
}

Done project_client_certificate_revoked(const Applied& applied) {
  const auto revoked = payload_as<ports::ClientCertificateRevoked>(applied);
  if (!revoked) return pass_on(revoked);
  return closed_exactly_one(
      applied, applied.connection.run("UPDATE client_certificate SET revoked_us = $1 WHERE sha256 = $2",
                                      {applied.entry.recorded_at.us, revoked->sha256}));
}

Done project_workstation(const Applied& applied) {
  const auto announced = payload_as<ports::WorkstationAnnounced>(applied);
  if (!announced) return pass_on(announced);
  return without_count(applied.connection.run(
      "INSERT INTO workstation (workstation_id, name, lane, announced_us) VALUES ($1, $2, $3, $4)",
      {to_text(announced->workstation_id), announced->name, announced->lane, applied.entry.recorded_at.us}));
}

Done project_workstation_enrolled(const Applied& applied) {
  const auto enrolled = payload_as<ports::WorkstationEnrolled>(applied);
  if (!enrolled) return pass_on(enrolled);
  return closed_exactly_one(
      applied, applied.connection.run("UPDATE workstation SET enrolled_us = $1 WHERE workstation_id = $2",
                                      {applied.entry.recorded_at.us, to_text(enrolled->workstation_id)}));
}

Done project_workstation_closed(const Applied& applied) {
  const auto closed = payload_as<ports::WorkstationClosed>(applied);
  if (!closed) return pass_on(closed);
  return closed_exactly_one(
      applied, applied.connection.run("UPDATE workstation SET closed_us = $1 WHERE workstation_id = $2",
                                      {applied.entry.recorded_at.us, to_text(closed->workstation_id)}));
}

}  // namespace cardea::sql
