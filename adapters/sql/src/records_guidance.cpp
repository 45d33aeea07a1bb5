#include "records_guidance.hpp"

#include "rows.hpp"

namespace cardea::sql {
namespace {

using ports::CertificateRow;
using ports::DirectiveRow;
using ports::FollowedRow;
using ports::ProcedureVersionRow;
using ports::ReceiptRow;
using Texts = std::vector<std::string>;

constexpr std::string_view kVersions =
    "SELECT procedure_id, version, says, drafted_by, drafted_us, approved_by, approved_us, withdrawn_us, "
    "withdrawn_on, withdraw_reason FROM procedure_version ";
constexpr std::string_view kDirectives =
    "SELECT directive_id, kind, title, text, language, units, roles, read_by_us, in_force_us, expires_us, "
    "legal_source, issued_by, issued_us, withdrawn_us, withdraw_reason FROM directive ";
constexpr std::string_view kReceipts =
    "SELECT directive_id, officer_id, received_us, read_us FROM directive_receipt ";
constexpr std::string_view kCertificates =
    "SELECT certificate_id, officer_id, kind, issued_on, expires_on, evidence, renews, issued_by, issued_us, "
    "revoked_us, revoke_reason FROM certificate ";

std::string sql(std::string_view select, std::string_view rest) { return std::string(select).append(rest); }

std::optional<Instant> instant_or_none(const Cells& cells, int column) {
  return cells.is_null(column) ? std::nullopt : std::optional(cells.instant(column));
}

ProcedureVersionRow version_of(Cells& cells) {
  ProcedureVersionRow row{{cells.id<ProcedureId>(0), static_cast<int>(cells.integer(1)),
                           cells.described<procedures::Procedure>(2)},
                          cells.text(3),
                          cells.instant(4),
                          cells.text(5),
                          instant_or_none(cells, 6),
                          instant_or_none(cells, 7),
                          {},
                          cells.text(9)};
  if (!cells.is_null(8)) row.withdrawn_on = cells.date(8);
  return row;
}

FollowedRow followed_of(Cells& cells) {
  return {{cells.id<ProcedureId>(0), static_cast<int>(cells.integer(1)), cells.text(2), cells.text(3),
           cells.described<Texts>(4), cells.described<std::vector<procedures::Deviation>>(5)},
          cells.text(6),
          cells.instant(7)};
}

DirectiveRow directive_of(Cells& cells) {
  return {{cells.id<DirectiveId>(0), cells.text(1), cells.text(2), cells.text(3), cells.text(4),
           cells.described<Texts>(5), cells.described<Texts>(6), cells.instant(7), cells.instant(8),
           instant_or_none(cells, 9), cells.text(10)},
          cells.text(11),
          cells.instant(12),
          instant_or_none(cells, 13),
          cells.text(14)};
}

ReceiptRow receipt_of(Cells& cells) {
  return {cells.id<DirectiveId>(0), cells.id<OfficerId>(1), instant_or_none(cells, 2),
          instant_or_none(cells, 3)};
}

CertificateRow certificate_of(Cells& cells) {
  CertificateRow row{{cells.id<CertificateId>(0),
                      cells.id<OfficerId>(1),
                      cells.text(2),
                      cells.date(3),
                      cells.date(4),
                      cells.text(5),
                      {}},
                     cells.text(7),
                     cells.instant(8),
                     instant_or_none(cells, 9),
                     cells.text(10)};
  if (!cells.is_null(6)) row.issued.renews = cells.id<CertificateId>(6);
  return row;
}

}  // namespace

Result<std::vector<ProcedureVersionRow>> SqlGuidanceRecords::procedure_versions() const {
  return reading_.on([](Connection& connection) {
    return read_many<ProcedureVersionRow>(connection, sql(kVersions, "ORDER BY procedure_id, version"), {},
                                          version_of);
  });
}

Result<std::vector<ProcedureVersionRow>> SqlGuidanceRecords::versions_of(ProcedureId id) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ProcedureVersionRow>(
        connection, sql(kVersions, "WHERE procedure_id = $1 ORDER BY version"), {to_text(id)}, version_of);
  });
}

Result<std::vector<FollowedRow>> SqlGuidanceRecords::followed(std::string_view subject_kind,
                                                              std::string_view subject) const {
  return reading_.on([&](Connection& connection) {
    return read_many<FollowedRow>(
        connection,
        "SELECT procedure_id, version, subject_kind, subject_id, done, deviations, officer, followed_us "
        "FROM procedure_followed WHERE subject_kind = $1 AND subject_id = $2 ORDER BY procedure_id",
        {subject_kind, subject}, followed_of);
  });
}

Result<std::vector<ports::FollowedCount>> SqlGuidanceRecords::followed_counts() const {
  return reading_.on([](Connection& connection) {
    return read_many<ports::FollowedCount>(
        connection,
        "SELECT procedure_id, version, COUNT(*), SUM(CASE WHEN left_out > 0 THEN 1 ELSE 0 END) "
        "FROM procedure_followed GROUP BY procedure_id, version ORDER BY procedure_id, version",
        {}, [](Cells& cells) {
          return ports::FollowedCount{cells.id<ProcedureId>(0), static_cast<int>(cells.integer(1)),
                                      cells.integer(2), cells.integer(3)};
        });
  });
}

Result<std::vector<DirectiveRow>> SqlGuidanceRecords::directives(int limit) const {
  return reading_.on([limit](Connection& connection) {
    return read_many<DirectiveRow>(connection,
                                   sql(kDirectives, "ORDER BY issued_us DESC, directive_id LIMIT $1"),
                                   {limit}, directive_of);
  });
}

Result<std::optional<DirectiveRow>> SqlGuidanceRecords::find_directive(DirectiveId id) const {
  return reading_.on([&](Connection& connection) {
    return read_one<DirectiveRow>(connection, sql(kDirectives, "WHERE directive_id = $1"), {to_text(id)},
                                  directive_of);
  });
}

Result<std::vector<ReceiptRow>> SqlGuidanceRecords::receipts_of(OfficerId officer) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ReceiptRow>(connection, sql(kReceipts, "WHERE officer_id = $1 ORDER BY directive_id"),
                                 {to_text(officer)}, receipt_of);
  });
}

Result<std::vector<ReceiptRow>> SqlGuidanceRecords::receipts() const {
  return reading_.on([](Connection& connection) {
    return read_many<ReceiptRow>(connection, sql(kReceipts, "ORDER BY directive_id, officer_id"), {},
                                 receipt_of);
  });
}

Result<std::vector<CertificateRow>> SqlGuidanceRecords::certificates() const {
  return reading_.on([](Connection& connection) {
    return read_many<CertificateRow>(
        connection, sql(kCertificates, "ORDER BY officer_id, expires_on DESC, certificate_id"), {},
        certificate_of);
  });
}

Result<std::vector<CertificateRow>> SqlGuidanceRecords::certificates_of(OfficerId officer) const {
  return reading_.on([&](Connection& connection) {
    return read_many<CertificateRow>(
        connection, sql(kCertificates, "WHERE officer_id = $1 ORDER BY expires_on DESC, certificate_id"),
        {to_text(officer)}, certificate_of);
  });
}

Result<std::optional<CertificateRow>> SqlGuidanceRecords::find_certificate(CertificateId id) const {
  return reading_.on([&](Connection& connection) {
    return read_one<CertificateRow>(connection, sql(kCertificates, "WHERE certificate_id = $1"),
                                    {to_text(id)}, certificate_of);
  });
}

Result<std::vector<ports::NeedRow>> SqlGuidanceRecords::needs() const {
  return reading_.on([](Connection& connection) {
    return read_many<ports::NeedRow>(
        connection, "SELECT unit, task, asked, set_by, set_us FROM certificate_need ORDER BY unit, task", {},
        [](Cells& cells) {
          return ports::NeedRow{
              {cells.text(0), cells.text(1), cells.boolean(2)}, cells.text(3), cells.instant(4)};
        });
  });
}

}  // namespace cardea::sql
