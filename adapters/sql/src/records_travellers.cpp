#include "records_travellers.hpp"

#include "rows.hpp"

namespace cardea::sql {
namespace {

using ports::TravellerRow;

// First letter after all that MRZ names are made of: ends a range of beginnings.
constexpr std::string_view kAfterLetters = "~";

std::optional<PartialDate> partial_date(Cells& cells, int column) {
  return cells.is_null(column) ? std::nullopt : parse_partial_date(cells.text(column));
}

std::optional<Date> maybe_date(Cells& cells, int column) {
  return cells.is_null(column) ? std::nullopt : std::optional{cells.date(column)};
}

constexpr int kTravellerColumns = 6;

ports::TravellerRecord traveller_of(Cells& cells) {
  return {.traveller_id = cells.id<TravellerId>(0),
          .primary_identifier = cells.text(1),
          .secondary_identifier = cells.text(2),
          .birth_dates = cells.described<std::vector<PartialDate>>(3),
          .sex = cells.text(4),
          .nationality = cells.text(5)};
}

constexpr std::string_view kTraveller =
    "SELECT t.traveller_id, t.primary_identifier, t.secondary_identifier, t.birth_dates, t.sex, "
    "t.nationality, "
    "t.first_seen_us, t.last_seen_us, c.person_class FROM traveller t "
    "LEFT JOIN stated_class c ON c.traveller_id = t.traveller_id ";

TravellerRow traveller_row(Cells& cells) {
  return {.traveller = traveller_of(cells),
          .stated_class = cells.is_null(8) ? std::string{} : cells.text(8),
          .first_seen = cells.instant(6),
          .last_seen = cells.instant(7)};
}

ports::TravelDocumentRow document_of(Cells& cells, int first) {
  return {.format = cells.text(first),
          .code = cells.text(first + 1),
          .issuer = cells.text(first + 2),
          .number = cells.text(first + 3),
          .expires_on = partial_date(cells, first + 4),
          .last_seen = cells.instant(first + 5)};
}

constexpr std::string_view kLink =
    "SELECT first_id, second_id, colour, likeness, proposed_us, judged_by, judged_us, reason FROM "
    "identity_link ";

ports::LinkRow link_of(Cells& cells) {
  ports::LinkRow row{.first_id = cells.id<TravellerId>(0),
                     .second_id = cells.id<TravellerId>(1),
                     .colour = cells.text(2),
                     .likeness = cells.described<ports::LikenessRecord>(3),
                     .proposed_at = cells.instant(4),
                     .judged_by = {},
                     .judged_at = {},
                     .reason = cells.text(7)};
  if (!cells.is_null(5)) row.judged_by = cells.id<OfficerId>(5);
  if (!cells.is_null(6)) row.judged_at = cells.instant(6);
  return row;
}

constexpr std::string_view kPermit =
    "SELECT p.permit, p.ended_on, p.end_reason, p.recorded_us FROM permit p ";

Result<std::vector<ports::PermitRow>> permits_where(Connection& connection, std::string_view where,
                                                    std::initializer_list<Param> params) {
  std::vector<ports::PermitRow> rows;
  bool damaged = false;
  const auto done = connection.each(std::string(kPermit).append(where), params, [&](const Row& row) {
    Cells cells{row};
    auto permit = from_json<ports::PermitRecorded>(cells.json(0));
    damaged |= !permit;
    if (!permit) return false;
    rows.push_back({*std::move(permit), maybe_date(cells, 1), cells.text(2), cells.instant(3)});
    return true;
  });
  if (!done) return pass_on(done);
  if (damaged) return damaged_row();
  return rows;
}

constexpr std::string_view kStay =
    "SELECT traveller_id, crossing_id, entered_on, last_day, left_on, closed_by FROM stay ";

ports::StayRow stay_of(Cells& cells) {
  return {.traveller_id = cells.id<TravellerId>(0),
          .crossing_id = cells.id<CrossingId>(1),
          .entered = cells.date(2),
          .last_day = maybe_date(cells, 3),
          .left = maybe_date(cells, 4),
          .closed_by = cells.text(5)};
}

// Rows of one JSON column, each a whole payload.
template <class T>
Result<std::vector<T>> payloads(Connection& connection, std::string_view sql,
                                std::initializer_list<Param> params) {
  std::vector<T> rows;
  bool damaged = false;
  const auto done = connection.each(sql, params, [&](const Row& row) {
    Cells cells{row};
    auto read = from_json<T>(cells.json(0));
    damaged |= !read;
    if (read) rows.push_back(*std::move(read));
    return !damaged;
  });
  if (!done) return pass_on(done);
  if (damaged) return damaged_row();
  return rows;
}

}  // namespace

Result<std::optional<TravellerRow>> SqlTravellerRecords::find_traveller(TravellerId id) const {
  return reading_.on([&](Connection& connection) {
    return read_one<TravellerRow>(connection, std::string(kTraveller) + "WHERE t.traveller_id = $1",
                                  {to_text(id)}, traveller_row);
  });
}

Result<std::vector<TravellerRow>> SqlTravellerRecords::search(const ports::TravellerSearch& search,
                                                              int limit) const {
  const std::string end = search.primary + std::string(kAfterLetters);
  return reading_.on([&](Connection& connection) -> Result<std::vector<TravellerRow>> {
    const std::string select{kTraveller};
    constexpr std::string_view kNewest = "ORDER BY t.last_seen_us DESC, t.traveller_id LIMIT ";
    if (!search.document_number.empty()) {
      return read_many<TravellerRow>(
          connection,
          select + "WHERE t.traveller_id IN (SELECT d.traveller_id FROM document d WHERE d.number = $1) " +
              std::string(kNewest) + "$2",
          {search.document_number, limit}, traveller_row);
    }
    if (!search.birth_date.empty()) {
      return read_many<TravellerRow>(
          connection,
          select +
              "WHERE t.traveller_id IN (SELECT k.traveller_id FROM traveller_key k WHERE k.birth_date = $1) "
              "AND t.primary_identifier >= $2 AND t.primary_identifier < $3 " +
              std::string(kNewest) + "$4",
          {search.birth_date, search.primary, end, limit}, traveller_row);
    }
    return read_many<TravellerRow>(connection,
                                   select +
                                       "WHERE t.primary_identifier >= $1 AND t.primary_identifier < $2 " +
                                       std::string(kNewest) + "$3",
                                   {search.primary, end, limit}, traveller_row);
  });
}

Result<std::vector<ports::TravelDocumentRow>> SqlTravellerRecords::documents(TravellerId id) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ports::TravelDocumentRow>(
        connection,
        "SELECT d.format, d.code, d.issuer, d.number, MAX(d.expires_on), MAX(d.last_seen_us) FROM document d "
        "WHERE d.traveller_id = $1 GROUP BY d.format, d.code, d.issuer, d.number "
        "ORDER BY MAX(d.last_seen_us) DESC, d.number",
        {to_text(id)}, [](Cells& cells) { return document_of(cells, 0); });
  });
}

Result<std::vector<ports::CandidateRow>> SqlTravellerRecords::candidates(const ports::CandidateKeys& keys,
                                                                         int limit) const {
  // Two arms, so that each has an index; a traveller found by both comes once.
  constexpr std::string_view kCandidates =
      "SELECT t.traveller_id, t.primary_identifier, t.secondary_identifier, t.birth_dates, t.sex, "
      "t.nationality, d.format, d.code, d.issuer, d.number, d.expires_on, d.last_seen_us FROM ("
      "SELECT traveller_id FROM traveller_key WHERE birth_date IN ($1, $2, $3) AND primary_key IN ($4, $5) "
      "UNION SELECT traveller_id FROM traveller_key WHERE birth_date IN ($1, $2, $3) AND secondary_key IN "
      "($4, $5) "
      "LIMIT $6) k JOIN traveller t ON t.traveller_id = k.traveller_id "
      "JOIN document d ON d.document_id = (SELECT l.document_id FROM document l WHERE l.traveller_id = "
      "t.traveller_id ORDER BY l.last_seen_us DESC, l.document_id LIMIT 1) ORDER BY t.traveller_id";
  return reading_.on([&](Connection& connection) {
    return read_many<ports::CandidateRow>(
        connection, kCandidates,
        {keys.birth_dates[0], keys.birth_dates[1], keys.birth_dates[2], keys.primary, keys.secondary, limit},
        [](Cells& cells) {
          return ports::CandidateRow{.traveller = traveller_of(cells),
                                     .document = document_of(cells, kTravellerColumns)};
        });
  });
}

Result<std::vector<ports::LinkRow>> SqlTravellerRecords::links(TravellerId id) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ports::LinkRow>(
        connection, std::string(kLink) + "WHERE first_id = $1 OR second_id = $1 ORDER BY first_id, second_id",
        {to_text(id)}, link_of);
  });
}

Result<std::optional<ports::LinkRow>> SqlTravellerRecords::find_link(TravellerId first,
                                                                     TravellerId second) const {
  return reading_.on([&](Connection& connection) {
    return read_one<ports::LinkRow>(connection, std::string(kLink) + "WHERE first_id = $1 AND second_id = $2",
                                    {to_text(first), to_text(second)}, link_of);
  });
}

Result<std::vector<ports::LinkRow>> SqlTravellerRecords::links_of_colour(std::string_view colour,
                                                                         int limit) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ports::LinkRow>(
        connection,
        std::string(kLink) + "WHERE colour = $1 ORDER BY proposed_us DESC, first_id, second_id LIMIT $2",
        {colour, limit}, link_of);
  });
}

Result<bool> SqlTravellerRecords::any_permit() const {
  return reading_.on([&](Connection& connection) -> Result<bool> {
    const auto found = read_one<std::int64_t>(connection, "SELECT 1 FROM permit LIMIT 1", {},
                                              [](Cells& cells) { return cells.integer(0); });
    if (!found) return pass_on(found);
    return found->has_value();
  });
}

Result<std::optional<ports::PermitRow>> SqlTravellerRecords::find_permit(PermitId id) const {
  return reading_.on([&](Connection& connection) -> Result<std::optional<ports::PermitRow>> {
    auto rows = permits_where(connection, "WHERE p.permit_id = $1", {to_text(id)});
    if (!rows) return pass_on(rows);
    return rows->empty() ? std::optional<ports::PermitRow>{} : std::optional{std::move(rows->front())};
  });
}

Result<std::vector<ports::PermitRow>> SqlTravellerRecords::permits_of_document(
    std::string_view issuer, std::string_view number) const {
  return reading_.on([&](Connection& connection) {
    return permits_where(connection,
                         "WHERE p.document_number = $1 AND p.document_issuer = $2 ORDER BY p.permit_id",
                         {number, issuer});
  });
}

Result<std::vector<ports::PermitRow>> SqlTravellerRecords::permits(TravellerId id) const {
  return reading_.on([&](Connection& connection) {
    return permits_where(
        connection,
        "WHERE p.permit_id IN (SELECT own.permit_id FROM permit own WHERE own.traveller_id = $1 "
        "UNION SELECT stands.permit_id FROM document d JOIN permit stands "
        "ON stands.document_number = d.number AND stands.document_issuer = d.issuer "
        "WHERE d.traveller_id = $1) ORDER BY p.permit_id",
        {to_text(id)});
  });
}

Result<std::vector<ports::StayRow>> SqlTravellerRecords::stays(TravellerId id) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ports::StayRow>(
        connection, std::string(kStay) + "WHERE traveller_id = $1 ORDER BY entered_us DESC, crossing_id DESC",
        {to_text(id)}, stay_of);
  });
}

Result<std::vector<ports::StayAdjusted>> SqlTravellerRecords::adjustments(TravellerId id) const {
  return reading_.on([&](Connection& connection) {
    return payloads<ports::StayAdjusted>(connection,
                                         "SELECT adjustment FROM stay_adjustment WHERE traveller_id = $1 "
                                         "ORDER BY recorded_us, sequence",
                                         {to_text(id)});
  });
}

Result<std::vector<ports::StayDeemedExit>> SqlTravellerRecords::deemed_exits(TravellerId id) const {
  return reading_.on([&](Connection& connection) {
    return payloads<ports::StayDeemedExit>(
        connection, "SELECT deemed_exit FROM deemed_exit WHERE traveller_id = $1 ORDER BY crossing_id",
        {to_text(id)});
  });
}

Result<std::vector<ports::StayRow>> SqlTravellerRecords::open_past(Date day,
                                                                   const ports::OverstayPlace& after,
                                                                   int limit) const {
  return reading_.on([&](Connection& connection) {
    return read_many<ports::StayRow>(connection,
                                     std::string(kStay) +
                                         "WHERE left_on IS NULL AND last_day < $1 AND (last_day > $2 OR "
                                         "(last_day = $2 AND crossing_id > $3)) "
                                         "ORDER BY last_day, crossing_id LIMIT $4",
                                     {to_text(day), after.last_day, after.crossing_id, limit}, stay_of);
  });
}

}  // namespace cardea::sql
