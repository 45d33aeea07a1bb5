#include "records_accountability.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

using ports::CorrectionRow;
using ports::DataExportRow;
using ports::DataRequestRow;
using ports::ErasureRow;
using ports::ReadReviewRow;

constexpr std::string_view kRequests =
    "SELECT request_id, kind, requester, contact, identity_check, language, statement, received_on, due_on, "
    "rules, state, extension_reason, outcome, answer, answered_on, registered_by, registered_us, closed_by, "
    "last_sequence FROM data_request ";

DataRequestRow request_of(Cells& cells) {
  DataRequestRow row{{cells.id<DataRequestId>(0), cells.text(1), cells.text(2), cells.text(3), cells.text(4),
                      cells.text(5), cells.text(6), cells.date(7), cells.date(8), cells.text(9)},
                     cells.text(10),
                     cells.text(11),
                     cells.text(12),
                     cells.text(13),
                     {},
                     cells.text(15),
                     cells.instant(16),
                     cells.text(17),
                     cells.integer(18)};
  if (!cells.is_null(14)) row.answered_on = cells.date(14);
  return row;
}

CorrectionRow correction_of(Cells& cells) {
  return {{cells.id<DataRequestId>(0), cells.id<CorrectionId>(1), cells.id<TravellerId>(2), cells.text(3),
           cells.text(4), cells.text(5), cells.text(6)},
          cells.text(7),
          cells.instant(8)};
}

ErasureRow erasure_of(Cells& cells) {
  ErasureRow row{cells.id<TravellerId>(0), cells.text(1), cells.text(2), cells.instant(3), {}, {}};
  if (!cells.is_null(4)) row.approved_by = cells.text(4);
  if (!cells.is_null(5)) row.approved_at = cells.instant(5);
  return row;
}

constexpr std::string_view kReviews =
    "SELECT v.sequence, v.judgement, v.note, v.reviewed_by, v.reviewed_us, v.explanation, v.explained_us "
    "FROM read_review v ";

ReadReviewRow review_of(Cells& cells) {
  ReadReviewRow row{cells.integer(0), cells.text(1), cells.text(2), cells.text(3), cells.instant(4), {}, {}};
  if (!cells.is_null(5)) row.explanation = cells.text(5);
  if (!cells.is_null(6)) row.explained_at = cells.instant(6);
  return row;
}

}  // namespace

Result<std::vector<DataRequestRow>> SqlAccountabilityRecords::data_requests(int limit) const {
  static const auto kSql = std::string{kRequests}.append(
      "ORDER BY CASE WHEN state = 'open' THEN 0 ELSE 1 END, due_on, request_id LIMIT $1");
  return reading_.on([&](Connection& connection) {
    return read_many<DataRequestRow>(connection, kSql, {std::int64_t{limit}}, request_of);
  });
}

Result<std::optional<DataRequestRow>> SqlAccountabilityRecords::find_data_request(DataRequestId id) const {
  static const auto kSql = std::string{kRequests}.append("WHERE request_id = $1");
  return reading_.on([&](Connection& connection) {
    return read_one<DataRequestRow>(connection, kSql, {to_text(id)}, request_of);
  });
}

Result<std::vector<TravellerId>> SqlAccountabilityRecords::data_subject_of(DataRequestId id) const {
  return reading_.on([&](Connection& connection) {
    return read_many<TravellerId>(
        connection,
        "SELECT traveller_id FROM data_request_person WHERE request_id = $1 ORDER BY traveller_id",
        {to_text(id)}, [](Cells& cells) { return cells.id<TravellerId>(0); });
  });
}

Result<std::vector<DataExportRow>> SqlAccountabilityRecords::data_exports(DataRequestId id) const {
  return reading_.on([&](Connection& connection) {
    return read_many<DataExportRow>(
        connection,
        "SELECT sequence, sha256, records, made_by, made_us FROM data_export WHERE request_id = $1 "
        "ORDER BY sequence",
        {to_text(id)}, [](Cells& cells) {
          return DataExportRow{cells.integer(0), cells.text(1), cells.integer(2), cells.text(3),
                               cells.instant(4)};
        });
  });
}

Result<std::vector<CorrectionRow>> SqlAccountabilityRecords::corrections_of(TravellerId id) const {
  return reading_.on([&](Connection& connection) {
    return read_many<CorrectionRow>(
        connection,
        "SELECT request_id, correction_id, traveller_id, field, old_value, new_value, reason, corrected_by, "
        "corrected_us FROM data_correction WHERE traveller_id = $1 ORDER BY corrected_us, correction_id",
        {to_text(id)}, correction_of);
  });
}

Result<std::vector<ErasureRow>> SqlAccountabilityRecords::erasures_asked(DataRequestId id) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ErasureRow>(
        connection,
        "SELECT traveller_id, state, proposed_by, proposed_us, approved_by, approved_us FROM data_erasure "
        "WHERE request_id = $1 ORDER BY proposed_us, traveller_id",
        {to_text(id)}, erasure_of);
  });
}

Result<std::vector<CaseId>> SqlAccountabilityRecords::cases_of(TravellerId id) const {
  return reading_.on([&](Connection& connection) {
    return read_many<CaseId>(
        connection,
        "SELECT k.case_id FROM crossing c JOIN formality f ON f.passage_us = c.passage_us AND "
        "f.crossing_id = c.crossing_id JOIN case_file k ON k.inspection_id = f.formality_id "
        "WHERE c.traveller_id = $1 ORDER BY k.opened_us, k.case_id",
        {to_text(id)}, [](Cells& cells) { return cells.id<CaseId>(0); });
  });
}

Result<std::vector<ports::ToldHitRow>> SqlAccountabilityRecords::compared_with(
    TravellerId id, std::string_view source) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ports::ToldHitRow>(
        connection,
        "SELECT m.source, m.result, m.compared_us FROM crossing c JOIN formality f ON "
        "f.passage_us = c.passage_us AND f.crossing_id = c.crossing_id JOIN comparison m ON "
        "m.passage_us = f.passage_us AND m.formality_id = f.formality_id "
        "WHERE c.traveller_id = $1 AND m.source = $2 ORDER BY m.compared_us, m.source_id",
        {to_text(id), source},
        [](Cells& cells) { return ports::ToldHitRow{cells.text(0), cells.text(1), cells.instant(2)}; });
  });
}

Result<std::optional<ReadReviewRow>> SqlAccountabilityRecords::find_read_review(std::int64_t sequence) const {
  static const auto kSql = std::string{kReviews}.append(
      "WHERE v.origin = (SELECT origin FROM journal_origin) AND v.sequence = $1");
  return reading_.on([&](Connection& connection) {
    return read_one<ReadReviewRow>(connection, kSql, {sequence}, review_of);
  });
}

Result<std::vector<ReadReviewRow>> SqlAccountabilityRecords::explanations_asked(
    std::string_view officer) const {
  static const auto kSql = std::string{kReviews}.append(
      "JOIN read_log r ON r.origin = v.origin AND r.sequence = v.sequence WHERE r.officer = $1 AND "
      "v.judgement = 'needs_explanation' AND v.explanation IS NULL ORDER BY v.sequence");
  return reading_.on([&](Connection& connection) {
    return read_many<ReadReviewRow>(connection, kSql, {officer}, review_of);
  });
}

}  // namespace cardea::sql
