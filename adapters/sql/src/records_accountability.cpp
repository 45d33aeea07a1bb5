#include "records_accountability.hpp"

#include <deque>

#include "rows.hpp"

namespace cardea::sql {
namespace {

using ports::ReadQuery;
using ports::ReadRow;

/// A statement put together piece by piece, its parameters in the order in which they are first used.
class Statement {
 public:
  Statement& text(std::string_view piece) {
    sql_.append(piece);
    return *this;
  }
  Statement& value(std::int64_t number) { return mark(Param(number)); }
  Statement& value(std::string taken) {
    texts_.push_back(std::move(taken));
    return mark(Param(texts_.back()));
  }
  [[nodiscard]] const std::string& sql() const { return sql_; }
  [[nodiscard]] Params params() const { return params_; }

 private:
  Statement& mark(Param param) {
    params_.push_back(param);
    sql_.append("$").append(std::to_string(params_.size()));
    return *this;
  }

  std::string sql_;
  std::deque<std::string> texts_;  // parameters are views
  std::vector<Param> params_;
};

constexpr std::string_view kColumns =
    "SELECT r.sequence, j.hash, r.read_us, r.officer, o.display_name, r.purpose, r.what, r.subject, "
    "r.traveller_id, t.primary_identifier, t.secondary_identifier, r.result, r.records, r.lane, r.own_work, ";

/// What the officer did around each look: the rules on unusual reads ask for it.
void add_surroundings(Statement& statement, const ReadQuery& query) {
  constexpr std::int64_t kSecond = 1'000'000;
  statement
      .text(
          "(SELECT COUNT(DISTINCT b.subject) FROM read_log b WHERE b.officer = r.officer AND NOT b.own_work "
          "AND b.what <> 'read_log' AND b.read_us <= r.read_us AND b.read_us > r.read_us - ")
      .value(query.bulk_seconds * kSecond)
      .text(
          "), (SELECT COUNT(*) FROM read_log s WHERE s.traveller_id = r.traveller_id AND "
          "s.officer = r.officer AND NOT s.own_work AND s.read_us <= r.read_us AND s.read_us > r.read_us - ")
      .value(query.repeated_seconds * kSecond)
      .text(
          "), (SELECT COUNT(*) FROM read_log w WHERE w.traveller_id = r.traveller_id AND "
          "w.officer = r.officer AND w.own_work AND w.read_us <= r.read_us AND w.read_us > r.read_us - ")
      .value(query.repeated_seconds * kSecond)
      .text(
          "), v.judgement, v.note, v.reviewed_by, v.reviewed_us, v.explanation, v.explained_us "
          "FROM read_log r JOIN journal_entry j ON j.origin = r.origin AND j.sequence = r.sequence "
          "LEFT JOIN officer o ON o.officer_id = r.officer "
          "LEFT JOIN traveller t ON t.traveller_id = r.traveller_id "
          "LEFT JOIN read_review v ON v.origin = r.origin AND v.sequence = r.sequence "
          "WHERE r.origin = (SELECT origin FROM journal_origin)");
}

void add_person(Statement& statement, const ReadQuery& query) {
  if (query.traveller_id) statement.text(" AND r.traveller_id = ").value(to_text(*query.traveller_id));
  if (query.document_number) {
    statement.text(" AND r.traveller_id IN (SELECT traveller_id FROM document WHERE number = ")
        .value(*query.document_number)
        .text(")");
  }
  if (query.surname) statement.text(" AND t.primary_identifier = ").value(*query.surname);
  if (query.subject) statement.text(" AND r.subject = ").value(*query.subject);
}

void add_act(Statement& statement, const ReadQuery& query) {
  if (query.officer) statement.text(" AND r.officer = ").value(*query.officer);
  if (query.what) statement.text(" AND r.what = ").value(*query.what);
  if (query.from) statement.text(" AND r.read_us >= ").value(query.from->us);
  if (query.until) statement.text(" AND r.read_us < ").value(query.until->us);
  if (query.reviewed) {
    statement.text(*query.reviewed ? " AND v.judgement IN ('justified', 'unjustified')"
                                   : " AND (v.judgement IS NULL OR v.judgement = 'needs_explanation')");
  }
  if (query.before > 0) statement.text(" AND r.sequence < ").value(query.before);
}

std::optional<ports::ReadReviewRow> review_of(Cells& cells, std::int64_t sequence) {
  if (cells.is_null(18)) return std::nullopt;
  ports::ReadReviewRow row{sequence, cells.text(18), cells.text(19), cells.text(20), cells.instant(21), {},
                           {}};
  if (!cells.is_null(22)) row.explanation = cells.text(22);
  if (!cells.is_null(23)) row.explained_at = cells.instant(23);
  return row;
}

ReadRow row_of(Cells& cells) {
  ReadRow row{.sequence = cells.integer(0), .hash = cells.digest(1), .at = cells.instant(2)};
  row.officer = cells.text(3);
  if (!cells.is_null(4)) row.display_name = cells.text(4);
  row.purpose = cells.text(5);
  row.what = cells.text(6);
  row.subject = cells.text(7);
  if (!cells.is_null(8)) row.traveller_id = cells.id<TravellerId>(8);
  if (!cells.is_null(9)) row.primary_identifier = cells.text(9);
  if (!cells.is_null(10)) row.secondary_identifier = cells.text(10);
  row.result = cells.text(11);
  row.records = cells.integer(12);
  if (!cells.is_null(13)) row.lane = cells.text(13);
  row.own_work = cells.boolean(14);
  row.subjects_before = cells.integer(15);
  row.same_person = cells.integer(16);
  row.inspected = cells.integer(17) > 0;
  row.review = review_of(cells, row.sequence);
  return row;
}

Result<std::vector<ReadRow>> rows_of(Connection& connection, const Statement& statement) {
  std::vector<ReadRow> rows;
  bool damaged = false;
  const auto read = connection.each(statement.sql(), statement.params(), [&](const Row& row) {
    Cells cells{row};
    rows.push_back(row_of(cells));
    damaged = cells.damaged();
    return !damaged;
  });
  if (!read) return pass_on(read);
  if (damaged) return damaged_row();
  return rows;
}

}  // namespace

Result<std::vector<ReadRow>> SqlAccountabilityRecords::reads(const ReadQuery& query) const {
  Statement statement;
  statement.text(kColumns);
  add_surroundings(statement, query);
  add_person(statement, query);
  add_act(statement, query);
  statement.text(" ORDER BY r.sequence DESC LIMIT ").value(std::int64_t{query.limit});
  return reading_.on([&](Connection& connection) { return rows_of(connection, statement); });
}

Result<std::vector<Digest>> SqlAccountabilityRecords::entry_hashes(std::int64_t count) const {
  return reading_.on([&](Connection& connection) {
    return read_many<Digest>(connection,
                             "SELECT hash FROM journal_entry WHERE origin = (SELECT origin FROM "
                             "journal_origin) AND sequence <= $1 ORDER BY sequence",
                             {count}, [](Cells& cells) { return cells.digest(0); });
  });
}

}  // namespace cardea::sql
