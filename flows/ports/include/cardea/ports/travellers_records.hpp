#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/result.hpp"
#include "cardea/ports/entries.hpp"
#include "cardea/ports/travellers_entries.hpp"

namespace cardea::ports {

/// A traveller as last read.
struct TravellerRow {
  TravellerRecord traveller;
  std::string stated_class;  ///< by an officer; empty when none
  Instant first_seen;
  Instant last_seen;
};
BOOST_DESCRIBE_STRUCT(TravellerRow, (), (traveller, stated_class, first_seen, last_seen))

/// A document a traveller presented, once, however often.
struct TravelDocumentRow {
  std::string format;
  std::string code;
  std::string issuer;
  std::string number;
  std::optional<PartialDate> expires_on;
  Instant last_seen;
};
BOOST_DESCRIBE_STRUCT(TravelDocumentRow, (), (format, code, issuer, number, expires_on, last_seen))

/// Somebody who may be the holder of an unknown document, with the document last presented.
struct CandidateRow {
  TravellerRecord traveller;
  TravelDocumentRow document;
};

/// What candidates are looked up by: any of the dates, and either name key in either place.
struct CandidateKeys {
  std::array<std::string, 3> birth_dates;
  std::string primary;
  std::string secondary;
};

struct LinkRow {
  TravellerId first_id;
  TravellerId second_id;
  std::string colour;
  LikenessRecord likeness;
  Instant proposed_at;
  std::optional<OfficerId> judged_by;
  std::optional<Instant> judged_at;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (),
                      (first_id, second_id, colour, likeness, proposed_at, judged_by, judged_at, reason))

struct PermitRow {
  PermitRecorded permit;
  std::optional<Date> ended_on;
  std::string end_reason;
  Instant recorded_at;
};
BOOST_DESCRIBE_STRUCT(PermitRow, (), (permit, ended_on, end_reason, recorded_at))

/// One admitted entry of somebody whose days count, closed by an exit or by a neighbour's record.
struct StayRow {
  TravellerId traveller_id;
  CrossingId crossing_id;
  Date entered;
  std::optional<Date> last_day;  ///< last authorised day as it was said at the entry
  std::optional<Date> left;
  std::string closed_by;  ///< "exit", "neighbour"; empty while open
};
BOOST_DESCRIBE_STRUCT(StayRow, (), (traveller_id, crossing_id, entered, last_day, left, closed_by))

/// What travellers are searched by; empty members do not matter. `primary` and `secondary` are MRZ letters.
struct TravellerSearch {
  std::string document_number;
  std::string primary;
  std::string birth_date;
};

/// A place in the overstay list: rows after it.
struct OverstayPlace {
  std::string last_day;
  std::string crossing_id;
};

/// Persons over their documents: links, permits, stays, overstays. Reached through Records::travellers;
/// consistency, threads and failures are those of Records.
class TravellerRecords {
 public:
  virtual ~TravellerRecords() = default;

  [[nodiscard]] virtual Result<std::optional<TravellerRow>> find_traveller(TravellerId id) const = 0;
  /// Newest first, at most `limit`, by document number, or birth date with or without a name, or name.
  [[nodiscard]] virtual Result<std::vector<TravellerRow>> search(const TravellerSearch& search,
                                                                 int limit) const = 0;
  [[nodiscard]] virtual Result<std::vector<TravelDocumentRow>> documents(TravellerId id) const = 0;
  /// One indexed query.
  [[nodiscard]] virtual Result<std::vector<CandidateRow>> candidates(const CandidateKeys& keys,
                                                                     int limit) const = 0;

  [[nodiscard]] virtual Result<std::vector<LinkRow>> links(TravellerId id) const = 0;
  [[nodiscard]] virtual Result<std::optional<LinkRow>> find_link(TravellerId first,
                                                                 TravellerId second) const = 0;
  /// Links of a colour, newest first.
  [[nodiscard]] virtual Result<std::vector<LinkRow>> links_of_colour(std::string_view colour,
                                                                     int limit) const = 0;

  [[nodiscard]] virtual Result<bool> any_permit() const = 0;
  [[nodiscard]] virtual Result<std::optional<PermitRow>> find_permit(PermitId id) const = 0;
  /// Of this document, whoever presents it.
  [[nodiscard]] virtual Result<std::vector<PermitRow>> permits_of_document(std::string_view issuer,
                                                                           std::string_view number) const = 0;
  /// Of this traveller and of all documents the traveller presented.
  [[nodiscard]] virtual Result<std::vector<PermitRow>> permits(TravellerId id) const = 0;

  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<StayRow>> stays(TravellerId id) const = 0;
  [[nodiscard]] virtual Result<std::vector<StayAdjusted>> adjustments(TravellerId id) const = 0;
  [[nodiscard]] virtual Result<std::vector<StayDeemedExit>> deemed_exits(TravellerId id) const = 0;
  /// Open stays whose last authorised day is before `day`, the oldest first.
  [[nodiscard]] virtual Result<std::vector<StayRow>> open_past(Date day, const OverstayPlace& after,
                                                               int limit) const = 0;
};

}  // namespace cardea::ports
