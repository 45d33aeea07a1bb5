#include "records_organisation.hpp"

#include "rows.hpp"

namespace cardea::sql {
namespace {

using ports::BreakGlassRow;
using ports::GrantRow;
using ports::UnitRow;
using ports::WorkstationRow;

constexpr std::string_view kUnits = "SELECT path, kind, name, state, agency, own, closed_us FROM unit ";
constexpr std::string_view kGrants =
    "SELECT grant_id, officer_id, role, agency, unit, from_us, until_us, reason, proposed_by, proposed_us, "
    "approved_by, approved_us, rule, ended_us, end_reason FROM role_grant ";
constexpr std::string_view kEmergencies =
    "SELECT grant_id, officer_id, role, agency, unit, from_us, until_us, reason, reviewed_by, reviewed_us, "
    "outcome, note FROM break_glass ";
constexpr std::string_view kWorkstations =
    "SELECT w.workstation_id, w.name, w.lane, w.announced_us, w.enrolled_us, w.closed_us FROM workstation w ";

std::string sql(std::string_view select, std::string_view rest) { return std::string(select).append(rest); }

std::optional<Instant> maybe_instant(const Cells& cells, int column) {
  return cells.is_null(column) ? std::nullopt : std::optional(cells.instant(column));
}

std::optional<std::string> maybe_text(const Cells& cells, int column) {
  return cells.is_null(column) ? std::nullopt : std::optional(cells.text(column));
}

UnitRow unit_of(Cells& cells) {
  return {{cells.text(0), cells.text(1), cells.text(2), cells.text(3), cells.text(4), cells.boolean(5)},
          maybe_instant(cells, 6)};
}

GrantRow grant_of(Cells& cells) {
  return {.grant = {.grant_id = cells.id<GrantId>(0),
                    .officer_id = cells.id<OfficerId>(1),
                    .role = cells.text(2),
                    .agency = cells.text(3),
                    .unit = cells.text(4),
                    .from = cells.instant(5),
                    .until = maybe_instant(cells, 6),
                    .reason = cells.text(7)},
          .proposed_by = cells.text(8),
          .proposed_at = cells.instant(9),
          .approved_by = maybe_text(cells, 10),
          .approved_at = maybe_instant(cells, 11),
          .rule = maybe_text(cells, 12),
          .ended_at = maybe_instant(cells, 13),
          .end_reason = maybe_text(cells, 14)};
}

BreakGlassRow emergency_of(Cells& cells) {
  return {.taken = {.grant_id = cells.id<GrantId>(0),
                    .officer_id = cells.id<OfficerId>(1),
                    .role = cells.text(2),
                    .agency = cells.text(3),
                    .unit = cells.text(4),
                    .from = cells.instant(5),
                    .until = cells.instant(6),
                    .reason = cells.text(7)},
          .reviewed_by = maybe_text(cells, 8),
          .reviewed_at = maybe_instant(cells, 9),
          .outcome = maybe_text(cells, 10),
          .note = maybe_text(cells, 11)};
}

WorkstationRow workstation_of(Cells& cells) {
  return {.workstation_id = cells.id<WorkstationId>(0),
          .name = cells.text(1),
          .lane = cells.text(2),
          .announced_at = cells.instant(3),
          .enrolled_at = maybe_instant(cells, 4),
          .closed_at = maybe_instant(cells, 5)};
}

Bytes blob(Connection& connection, std::string_view statement, std::string_view officer) {
  Bytes bytes;
  static_cast<void>(connection.each(statement, {officer}, [&](const Row& row) {
    const auto stored = row.bytes(0);
    bytes.assign(stored.begin(), stored.end());
    return false;
  }));
  return bytes;
}

constexpr std::string_view kCertificates =
    "SELECT officer_id, sha256, label, registered_us FROM client_certificate WHERE revoked_us IS NULL ";

ports::ClientCertificateRow certificate_of(Cells& cells) {
  return {cells.id<OfficerId>(0), cells.text(1), cells.text(2), cells.instant(3)};
}

}  // namespace

Result<std::vector<UnitRow>> SqlOrganisationRecords::units() const {
  return reading_.on([](Connection& connection) {
    return read_many<UnitRow>(connection, sql(kUnits, "ORDER BY path"), {}, unit_of);
  });
}

Result<std::optional<UnitRow>> SqlOrganisationRecords::find_unit(std::string_view path) const {
  return reading_.on([&](Connection& connection) {
    return read_one<UnitRow>(connection, sql(kUnits, "WHERE path = $1"), {path}, unit_of);
  });
}

Result<std::optional<UnitRow>> SqlOrganisationRecords::own_unit() const {
  return reading_.on([](Connection& connection) {
    return read_one<UnitRow>(connection, sql(kUnits, "WHERE own = $1 ORDER BY path LIMIT 1"), {true},
                             unit_of);
  });
}

Result<std::vector<GrantRow>> SqlOrganisationRecords::grants() const {
  return reading_.on([](Connection& connection) {
    return read_many<GrantRow>(connection, sql(kGrants, "ORDER BY grant_id"), {}, grant_of);
  });
}

Result<std::vector<GrantRow>> SqlOrganisationRecords::grants_of(OfficerId officer) const {
  return reading_.on([&](Connection& connection) {
    return read_many<GrantRow>(connection, sql(kGrants, "WHERE officer_id = $1 ORDER BY grant_id"),
                               {to_text(officer)}, grant_of);
  });
}

Result<std::optional<GrantRow>> SqlOrganisationRecords::find_grant(GrantId id) const {
  return reading_.on([&](Connection& connection) {
    return read_one<GrantRow>(connection, sql(kGrants, "WHERE grant_id = $1"), {to_text(id)}, grant_of);
  });
}

Result<std::vector<BreakGlassRow>> SqlOrganisationRecords::emergencies(int limit) const {
  return reading_.on([&](Connection& connection) {
    return read_many<BreakGlassRow>(connection, sql(kEmergencies, "ORDER BY grant_id DESC LIMIT $1"), {limit},
                                    emergency_of);
  });
}

Result<std::vector<BreakGlassRow>> SqlOrganisationRecords::emergencies_of(OfficerId officer) const {
  return reading_.on([&](Connection& connection) {
    return read_many<BreakGlassRow>(connection, sql(kEmergencies, "WHERE officer_id = $1 ORDER BY grant_id"),
                                    {to_text(officer)}, emergency_of);
  });
}

Result<std::optional<BreakGlassRow>> SqlOrganisationRecords::find_emergency(GrantId id) const {
  return reading_.on([&](Connection& connection) {
    return read_one<BreakGlassRow>(connection, sql(kEmergencies, "WHERE grant_id = $1"), {to_text(id)},
                                   emergency_of);
  });
}

Result<std::vector<WorkstationRow>> SqlOrganisationRecords::workstations() const {
  return reading_.on([](Connection& connection) {
    return read_many<WorkstationRow>(connection, sql(kWorkstations, "ORDER BY w.workstation_id"), {},
                                     workstation_of);
  });
}

Result<std::optional<WorkstationRow>> SqlOrganisationRecords::find_workstation(WorkstationId id) const {
  return reading_.on([&](Connection& connection) {
    return read_one<WorkstationRow>(connection, sql(kWorkstations, "WHERE w.workstation_id = $1"),
                                    {to_text(id)}, workstation_of);
  });
}

Result<std::optional<WorkstationRow>> SqlOrganisationRecords::workstation_with_code(const Digest& code,
                                                                                    Instant now) const {
  return reading_.on([&](Connection& connection) {
    return read_one<WorkstationRow>(
        connection,
        sql(kWorkstations,
            "JOIN workstation_secret s ON s.workstation_id = w.workstation_id "
            "WHERE s.code_digest = $1 AND s.code_until_us > $2 AND w.closed_us IS NULL"),
        {code, now.us}, workstation_of);
  });
}

Result<std::optional<WorkstationRow>> SqlOrganisationRecords::workstation_with_token(
    const Digest& token) const {
  return reading_.on([&](Connection& connection) {
    return read_one<WorkstationRow>(connection,
                                    sql(kWorkstations,
                                        "JOIN workstation_secret s ON s.workstation_id = w.workstation_id "
                                        "WHERE s.token_digest = $1 AND w.closed_us IS NULL"),
                                    {token}, workstation_of);
  });
}

Result<std::optional<ports::SecondFactorRow>> SqlOrganisationRecords::second_factor(OfficerId officer) const {
  return reading_.on([&](Connection& connection) {
    const std::string id = to_text(officer);
    auto row = read_one<ports::SecondFactorRow>(
        connection, "SELECT confirmed, last_step FROM second_factor WHERE officer_id = $1", {id},
        [](Cells& cells) { return ports::SecondFactorRow{{}, cells.boolean(0), cells.integer(1)}; });
    if (row && *row) {
      (*row)->sealed_secret =
          blob(connection, "SELECT sealed_secret FROM second_factor WHERE officer_id = $1", id);
    }
    return row;
  });
}

Result<std::optional<ports::ClientCertificateRow>> SqlOrganisationRecords::find_client_certificate(
    std::string_view sha256) const {
  return reading_.on([&](Connection& connection) {
    return read_one<ports::ClientCertificateRow>(connection, std::string(kCertificates) + "AND sha256 = $1",
                                                 {sha256}, certificate_of);
  });
}

Result<std::vector<ports::ClientCertificateRow>> SqlOrganisationRecords::client_certificates_of(
    OfficerId officer) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ports::ClientCertificateRow>(
        connection, std::string(kCertificates) + "AND officer_id = $1 ORDER BY registered_us DESC, sha256",
        {to_text(officer)}, certificate_of);
  });
}

Result<std::vector<OfficerId>> SqlOrganisationRecords::with_second_factor() const {
  return reading_.on([](Connection& connection) {
    return read_many<OfficerId>(
        connection, "SELECT officer_id FROM second_factor WHERE confirmed = $1 ORDER BY officer_id", {true},
        [](Cells& cells) { return cells.id<OfficerId>(0); });
  });
}

Result<std::vector<SessionId>> SqlOrganisationRecords::sessions_of(OfficerId officer) const {
  return reading_.on([&](Connection& connection) {
    return read_many<SessionId>(connection,
                                "SELECT session_id FROM session WHERE officer_id = $1 ORDER BY session_id",
                                {to_text(officer)}, [](Cells& cells) { return cells.id<SessionId>(0); });
  });
}

Result<std::optional<ports::FailuresRow>> SqlOrganisationRecords::failures(OfficerId key) const {
  return reading_.on([&](Connection& connection) {
    return read_one<ports::FailuresRow>(
        connection, "SELECT failures, last_us FROM sign_in_failure WHERE officer_id = $1", {to_text(key)},
        [](Cells& cells) {
          return ports::FailuresRow{static_cast<int>(cells.integer(0)), cells.instant(1)};
        });
  });
}

}  // namespace cardea::sql
