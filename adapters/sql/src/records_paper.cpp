#include "records_operations.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

using ports::PaperRow;

constexpr std::string_view kPaper =
    "SELECT number, batch_id, language, printed_by, printed_us, inspection_id, happened_us, entered_us, "
    "entered_by, decided_by, delay_minutes, late FROM paper_form ";

PaperRow paper_of(Cells& cells) {
  PaperRow row{cells.text(0),
               cells.id<PaperBatchId>(1),
               cells.text(2),
               cells.text(3),
               cells.instant(4),
               {},
               {},
               {},
               cells.text(8),
               cells.text(9),
               cells.integer(10),
               cells.boolean(11)};
  if (!cells.is_null(5)) row.inspection_id = cells.id<FormalityId>(5);
  if (!cells.is_null(6)) row.happened_at = cells.instant(6);
  if (!cells.is_null(7)) row.entered_at = cells.instant(7);
  return row;
}

}  // namespace

Result<std::vector<PaperRow>> SqlOperationsRecords::paper_forms(int limit) const {
  static const auto kSql = std::string{kPaper}.append(
      "ORDER BY CASE WHEN entered_us IS NULL THEN 0 ELSE 1 END, entered_us DESC, number LIMIT $1");
  return reading_.on([&](Connection& connection) {
    return read_many<PaperRow>(connection, kSql, {std::int64_t{limit}}, paper_of);
  });
}

Result<std::vector<PaperRow>> SqlOperationsRecords::paper_batch(PaperBatchId id) const {
  static const auto kSql = std::string{kPaper}.append("WHERE batch_id = $1 ORDER BY number");
  return reading_.on(
      [&](Connection& connection) { return read_many<PaperRow>(connection, kSql, {to_text(id)}, paper_of); });
}

Result<std::optional<PaperRow>> SqlOperationsRecords::find_paper(std::string_view number) const {
  static const auto kSql = std::string{kPaper}.append("WHERE number = $1");
  return reading_.on(
      [&](Connection& connection) { return read_one<PaperRow>(connection, kSql, {number}, paper_of); });
}

Result<std::int64_t> SqlOperationsRecords::count_paper() const {
  return reading_.on([](Connection& connection) -> Result<std::int64_t> {
    const auto count = read_one<std::int64_t>(connection, "SELECT COUNT(*) FROM paper_form", {},
                                              [](Cells& cells) { return cells.integer(0); });
    if (!count) return pass_on(count);
    return count->value_or(0);
  });
}

Result<std::vector<FormalityId>> SqlOperationsRecords::from_paper(TravellerId id) const {
  return reading_.on([&](Connection& connection) {
    return read_many<FormalityId>(
        connection,
        "SELECT p.inspection_id FROM paper_form p JOIN formality f ON f.formality_id = p.inspection_id "
        "JOIN crossing c ON c.passage_us = f.passage_us AND c.crossing_id = f.crossing_id "
        "WHERE c.traveller_id = $1 ORDER BY p.inspection_id",
        {to_text(id)}, [](Cells& cells) { return cells.id<FormalityId>(0); });
  });
}

}  // namespace cardea::sql
