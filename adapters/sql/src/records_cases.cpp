#include "records_cases.hpp"

#include "rows.hpp"

namespace cardea::sql {
namespace {

#define CARDEA_CASE_COLUMNS                                                                             \
  "SELECT c.opened, c.opened_by, c.opened_us, c.state, c.holder_id, c.taken_us, c.level, c.asylum, "    \
  "c.interview, c.outcome, c.conditions, c.handed_to, c.note, c.decided_by, c.decided_us, c.revision, " \
  "i.traveller, i.document, i.post, i.lane FROM case_file c "                                           \
  "JOIN formality f ON f.formality_id = c.inspection_id "                                               \
  "JOIN inspection i ON i.passage_us = f.passage_us AND i.formality_id = f.formality_id "

template <class IdType>
std::optional<IdType> maybe_id(Cells& cells, int column) {
  return cells.is_null(column) ? std::nullopt : std::optional(cells.id<IdType>(column));
}
std::optional<Instant> maybe_instant(Cells& cells, int column) {
  return cells.is_null(column) ? std::nullopt : std::optional(cells.instant(column));
}

std::optional<ports::CaseDecision> decision_of(Cells& cells) {
  if (cells.is_null(9)) return std::nullopt;
  return ports::CaseDecision{cells.text(9),           cells.described<std::vector<std::string>>(10),
                             cells.text(11),          cells.text(12),
                             cells.id<OfficerId>(13), cells.instant(14)};
}

/// Nothing when a payload in the row cannot be read.
std::optional<ports::CaseRow> case_of(Cells& cells) {
  auto opened = from_json<ports::CaseOpened>(cells.json(0));
  if (!opened) return std::nullopt;
  auto traveller = from_json<ports::TravellerRecord>(cells.json(16));
  auto document = from_json<ports::DocumentRecord>(cells.json(17));
  if (!traveller || !document) return std::nullopt;
  ports::CaseRow row{*std::move(opened),
                     cells.id<OfficerId>(1),
                     cells.instant(2),
                     cells.text(3),
                     maybe_id<OfficerId>(cells, 4),
                     maybe_instant(cells, 5),
                     cells.text(6),
                     cells.boolean(7),
                     {},
                     decision_of(cells),
                     cells.integer(15),
                     *std::move(traveller),
                     *std::move(document),
                     cells.text(18),
                     cells.text(19)};
  if (!cells.is_null(8)) {
    auto interview = from_json<ports::CaseInterviewed>(cells.json(8));
    if (!interview) return std::nullopt;
    row.interview = *std::move(interview);
  }
  return row;
}

Result<std::optional<ports::CaseRow>> first_of(Result<std::vector<ports::CaseRow>> rows) {
  if (!rows) return pass_on(rows);
  return rows->empty() ? std::optional<ports::CaseRow>{} : std::optional(std::move(rows->front()));
}

std::optional<ports::RefusalRow> refusal_of(Cells& cells) {
  auto proposed = from_json<ports::RefusalProposed>(cells.json(0));
  if (!proposed) return std::nullopt;
  ports::RefusalRow row{*std::move(proposed),
                        cells.id<OfficerId>(1),
                        cells.instant(2),
                        cells.text(3),
                        maybe_id<OfficerId>(cells, 4),
                        maybe_instant(cells, 5),
                        cells.text(6),
                        maybe_id<OfficerId>(cells, 7),
                        maybe_instant(cells, 8),
                        {},
                        maybe_instant(cells, 10)};
  if (!cells.is_null(9)) {
    auto issued = from_json<ports::RefusalIssued>(cells.json(9));
    if (!issued) return std::nullopt;
    row.issued = *std::move(issued);
  }
  return row;
}

}  // namespace

Result<std::optional<ports::CaseRow>> SqlCaseRecords::find(CaseId id) const {
  return reading_.on([&](Connection& connection) {
    return first_of(read_whole<ports::CaseRow>(connection, CARDEA_CASE_COLUMNS "WHERE c.case_id = $1",
                                               {to_text(id)}, case_of));
  });
}

Result<std::optional<ports::CaseRow>> SqlCaseRecords::find_of(FormalityId inspection) const {
  return reading_.on([&](Connection& connection) {
    return first_of(read_whole<ports::CaseRow>(
        connection,
        CARDEA_CASE_COLUMNS
        "WHERE c.inspection_id = $1 AND c.state_order < 4 ORDER BY "
        "CASE WHEN c.state_order <= 2 THEN 0 ELSE 1 END, c.opened_us DESC, c.case_id DESC LIMIT 1",
        {to_text(inspection)}, case_of));
  });
}

Result<std::vector<ports::CaseRow>> SqlCaseRecords::list(bool open_only, int limit) const {
  return reading_.on([&](Connection& connection) {
    return read_whole<ports::CaseRow>(
        connection,
        CARDEA_CASE_COLUMNS "WHERE c.state_order <= $1 ORDER BY c.state_order, c.due_us, c.case_id LIMIT $2",
        {open_only ? 2 : 4, limit}, case_of);
  });
}

Result<std::vector<ports::CaseActRow>> SqlCaseRecords::acts(CaseId id) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ports::CaseActRow>(
        connection,
        "SELECT type, officer, at_us, detail FROM case_act WHERE case_id = $1 ORDER BY at_us, sequence",
        {to_text(id)}, [](Cells& cells) {
          return ports::CaseActRow{cells.text(0), cells.text(1), cells.instant(2), cells.text(3)};
        });
  });
}

Result<std::vector<ports::EvidenceRow>> SqlCaseRecords::evidence(CaseId id) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ports::EvidenceRow>(
        connection,
        "SELECT evidence_id, file_name, media_type, size_bytes, sha256, officer_id, added_us FROM "
        "case_evidence WHERE case_id = $1 ORDER BY added_us, evidence_id",
        {to_text(id)}, [id](Cells& cells) {
          return ports::EvidenceRow{
              {id, cells.id<EvidenceId>(0), cells.text(1), cells.text(2), cells.integer(3), cells.text(4)},
              cells.id<OfficerId>(5),
              cells.instant(6)};
        });
  });
}

Result<std::vector<ports::ConsultationRow>> SqlCaseRecords::consultations(CaseId id) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ports::ConsultationRow>(
        connection,
        "SELECT consultation_id, unit, question, due_us, asked_by, asked_us, answer, answered_by, "
        "answered_us "
        "FROM case_consultation WHERE case_id = $1 ORDER BY asked_us, consultation_id",
        {to_text(id)}, [id](Cells& cells) {
          return ports::ConsultationRow{
              {id, cells.id<ConsultationId>(0), cells.text(1), cells.text(2), cells.instant(3)},
              cells.id<OfficerId>(4),
              cells.instant(5),
              cells.is_null(6) ? std::nullopt : std::optional(cells.text(6)),
              maybe_id<OfficerId>(cells, 7),
              maybe_instant(cells, 8)};
        });
  });
}

Result<std::vector<ports::RefusalRow>> SqlCaseRecords::refusals(CaseId id) const {
  return reading_.on([&](Connection& connection) {
    return read_whole<ports::RefusalRow>(
        connection,
        "SELECT proposed, proposed_by, proposed_us, state, judged_by, judged_us, reason, annulled_by, "
        "annulled_us, issued, issued_us FROM refusal WHERE case_id = $1 ORDER BY proposed_us, refusal_id",
        {to_text(id)}, refusal_of);
  });
}

Result<bool> SqlCaseRecords::asylum_open(TravellerId traveller) const {
  return reading_.on([&](Connection& connection) -> Result<bool> {
    const auto found =
        read_one<bool>(connection,
                       "SELECT c.asylum FROM crossing x JOIN formality f ON f.passage_us = x.passage_us AND "
                       "f.formality_id = x.formality_id JOIN case_file c ON c.inspection_id = f.formality_id "
                       "WHERE x.traveller_id = $1 AND x.outcome IS NOT NULL AND c.asylum = $2 AND "
                       "c.state_order <= 2 LIMIT 1",
                       {to_text(traveller), true}, [](Cells& cells) { return cells.boolean(0); });
    if (!found) return pass_on(found);
    return found->value_or(false);
  });
}

Result<std::int64_t> SqlCaseRecords::count_numbers(std::string_view first, std::string_view past) const {
  return reading_.on([&](Connection& connection) -> Result<std::int64_t> {
    const auto count =
        read_one<std::int64_t>(connection, "SELECT count(*) FROM refusal WHERE number >= $1 AND number < $2",
                               {first, past}, [](Cells& cells) { return cells.integer(0); });
    if (!count) return pass_on(count);
    return count->value_or(0);
  });
}

}  // namespace cardea::sql
