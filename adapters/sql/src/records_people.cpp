#include "rows.hpp"
#include "sql_records.hpp"

namespace cardea::sql {
namespace {

using ports::OfficerRow;

constexpr std::string_view kOfficers =
    "SELECT o.officer_id, o.user_name, o.display_name, o.roles, o.active, c.password_hash, f.failures, "
    "f.last_us "
    "FROM officer o LEFT JOIN credential c ON c.officer_id = o.officer_id "
    "LEFT JOIN sign_in_failure f ON f.officer_id = o.officer_id ";

OfficerRow officer_of(Cells& cells) {
  OfficerRow row{.officer = {.officer_id = cells.id<OfficerId>(0),
                             .user_name = cells.text(1),
                             .display_name = cells.text(2),
                             .roles = cells.described<std::vector<std::string>>(3),
                             .active = cells.boolean(4)}};
  if (!cells.is_null(5)) row.password_hash = cells.text(5);
  if (cells.is_null(6)) return row;
  row.failures = static_cast<int>(cells.integer(6));
  row.last_failure = cells.instant(7);
  return row;
}

}  // namespace

Result<std::optional<ports::NodeCreated>> SqlRecords::node() const {
  return read_one<ports::NodeCreated>(
      connection_,
      "SELECT n.node_id, n.post, n.state, n.agency, n.time_zone, n.lanes, n.public_key "
      "FROM node n JOIN journal_origin j ON j.origin = n.node_id",
      {}, [](Cells& cells) {
        return ports::NodeCreated{.node_id = cells.id<NodeId>(0),
                                  .post = cells.text(1),
                                  .state = cells.text(2),
                                  .agency = cells.text(3),
                                  .time_zone = cells.text(4),
                                  .lanes = cells.described<std::vector<std::string>>(5),
                                  .public_key = cells.text(6)};
      });
}

Result<std::optional<OfficerRow>> SqlRecords::find_officer(OfficerId id) const {
  static const auto kSql = std::string{kOfficers} + "WHERE o.officer_id = $1";
  return read_one<OfficerRow>(connection_, kSql, {to_text(id)}, officer_of);
}

Result<std::optional<OfficerRow>> SqlRecords::find_officer_named(std::string_view user_name) const {
  static const auto kSql = std::string{kOfficers} + "WHERE o.user_name = $1";
  return read_one<OfficerRow>(connection_, kSql, {user_name}, officer_of);
}

Result<std::vector<OfficerRow>> SqlRecords::officers() const {
  static const auto kSql = std::string{kOfficers} + "ORDER BY o.user_name";
  return read_many<OfficerRow>(connection_, kSql, {}, officer_of);
}

Result<std::optional<ports::SessionRow>> SqlRecords::find_session(const Digest& token_digest) const {
  return read_one<ports::SessionRow>(
      connection_,
      "SELECT session_id, officer_id, token_digest, csrf_digest, opened_us, last_seen_us, locked_us, "
      "workstation_id, lane FROM session "
      "WHERE token_digest = $1",
      {token_digest}, [](Cells& cells) {
        ports::SessionRow row{.session_id = cells.id<SessionId>(0),
                              .officer_id = cells.id<OfficerId>(1),
                              .token_digest = cells.digest(2),
                              .csrf_digest = cells.digest(3),
                              .opened_at = cells.instant(4),
                              .last_seen = cells.instant(5)};
        if (!cells.is_null(6)) row.locked_at = cells.instant(6);
        if (!cells.is_null(7)) row.workstation_id = cells.id<WorkstationId>(7);
        if (!cells.is_null(8)) row.lane = cells.text(8);
        return row;
      });
}

Result<std::optional<Digest>> SqlRecords::enrolment_code() const {
  return read_one<Digest>(connection_, "SELECT code_digest FROM enrolment_code", {},
                          [](Cells& cells) { return cells.digest(0); });
}

Result<std::optional<ports::RequestRow>> SqlRecords::find_request(std::string_view key,
                                                                  OfficerId officer) const {
  return read_one<ports::RequestRow>(
      connection_, "SELECT request_digest, subject FROM request WHERE officer_id = $1 AND request_key = $2",
      {to_text(officer), key}, [](Cells& cells) {
        return ports::RequestRow{.request_digest = cells.digest(0), .subject = cells.text(1)};
      });
}

}  // namespace cardea::sql
