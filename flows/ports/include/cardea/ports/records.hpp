#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/journal/entry.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/kernel/result.hpp"
#include "cardea/ports/entries.hpp"

namespace cardea::ports {

/// An officer as the store knows it.
struct OfficerRow {
  OfficerEnrolled officer;
  std::optional<std::string> password_hash;  ///< PHC string; never leaves the flow that signs in
  int failures = 0;
  std::optional<Instant> last_failure;
};

/// A server-side session. Only the digest of its token is stored.
struct SessionRow {
  SessionId session_id;
  OfficerId officer_id;
  Digest token_digest;
  Digest csrf_digest;
  Instant opened_at;
  Instant last_seen;
  std::optional<Instant> locked_at = {};             ///< locked since; nothing: open
  std::optional<WorkstationId> workstation_id = {};  ///< enrolled workstation it was opened at
  std::string lane = {};                             ///< of that workstation
};

/// What became of a hit when an officer compared it.
struct ComparisonRow {
  std::string source;
  std::string source_id;
  std::string result;
  std::string note;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(ComparisonRow, (), (source, source_id, result, note, at))

/// A decision as it stands.
struct DecisionRow {
  std::string outcome;
  std::vector<std::string> reasons;
  std::string note;
  std::string purpose;
  std::optional<int> days_granted;
  OfficerId officer_id;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (), (outcome, reasons, note, purpose, days_granted, officer_id, at))

/// One inspection with all that belongs to it. `revision` grows with every entry about it and is its ETag.
struct InspectionRow {
  InspectionOpened opened;
  AssessmentRecord assessment;  ///< the latest
  std::vector<ComparisonRow> comparisons;
  std::optional<DecisionRow> decision;  ///< absent while open, and again after a take-back
  std::string state;                    ///< "open", "decided"
  OfficerId officer_id;
  Instant opened_at;
  std::int64_t revision = 0;
};

/// One past crossing of a traveller: decided, not taken back.
struct CrossingRow {
  CrossingId crossing_id;
  FormalityId inspection_id;
  std::string direction;
  std::string post;
  std::string outcome;
  Date on;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(CrossingRow, (), (crossing_id, inspection_id, direction, post, outcome, on, at))

struct ListRow {
  std::string source;
  std::string version;
  std::string digest;
  std::int64_t alerts = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t withdrawn = 0;
  std::int64_t quarantined = 0;
  Instant imported_at;
};
BOOST_DESCRIBE_STRUCT(ListRow, (),
                      (source, version, digest, alerts, added, changed, withdrawn, quarantined, imported_at))

/// An earlier request with the same idempotency key: what it was about.
struct RequestRow {
  Digest request_digest;
  std::string subject;  ///< id of what the request made or changed
};

class OrganisationRecords;
class AccountabilityRecords;
class TravellerRecords;
class PassageRecords;
class CaseRecords;
class AlertRecords;
class GuidanceRecords;
class OperationsRecords;

/// The reads of each area stand in headers of their own, `<area>_records.hpp`.
struct RecordAreas {
  const OrganisationRecords& organisation;
  const AccountabilityRecords& accountability;
  const TravellerRecords& travellers;
  const PassageRecords& passages;
  const CaseRecords& cases;
  const AlertRecords& alerts;
  const GuidanceRecords& guidance;
  const OperationsRecords& operations;
};

/// Reading the store. Each call sees a consistent state; inside ports::Work all calls see the state of that
/// transaction. Implementations must be thread-safe. Failures are `unavailable/store_busy`,
/// `broken/store_damaged`.
class Records {
 public:
  virtual ~Records() = default;

  [[nodiscard]] virtual Result<std::optional<NodeCreated>> node() const = 0;

  [[nodiscard]] virtual Result<std::optional<OfficerRow>> find_officer(OfficerId id) const = 0;
  [[nodiscard]] virtual Result<std::optional<OfficerRow>> find_officer_named(
      std::string_view user_name) const = 0;
  [[nodiscard]] virtual Result<std::vector<OfficerRow>> officers() const = 0;
  [[nodiscard]] virtual Result<std::optional<SessionRow>> find_session(const Digest& token_digest) const = 0;
  /// Digest of the one-time enrolment code, while it has not been used.
  [[nodiscard]] virtual Result<std::optional<Digest>> enrolment_code() const = 0;

  [[nodiscard]] virtual Result<std::optional<InspectionRow>> find_inspection(FormalityId id) const = 0;
  /// The traveller that presented this document before: same issuer, number and birth date as read.
  [[nodiscard]] virtual Result<std::optional<TravellerId>> find_traveller(
      std::string_view issuer, std::string_view number, std::string_view birth_date) const = 0;
  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<CrossingRow>> history(TravellerId id, int limit) const = 0;

  [[nodiscard]] virtual Result<std::vector<ListRow>> lists() const = 0;
  /// Digest of each alert in force, by entry of the list.
  [[nodiscard]] virtual Result<std::vector<std::pair<std::string, std::string>>> alert_digests(
      std::string_view source) const = 0;
  /// Every alert in force, as its codec wrote it; stops when `visit` returns false.
  [[nodiscard]] virtual Done for_each_alert(
      const std::function<bool(const json::object& alert)>& visit) const = 0;
  [[nodiscard]] virtual Result<std::optional<json::object>> find_alert(std::string_view source,
                                                                       std::string_view source_id) const = 0;
  [[nodiscard]] virtual Result<std::vector<QuarantinedRow>> quarantined(std::string_view source,
                                                                        std::int64_t after,
                                                                        int limit) const = 0;

  [[nodiscard]] virtual Result<std::optional<RequestRow>> find_request(std::string_view key,
                                                                       OfficerId officer) const = 0;

  [[nodiscard]] virtual Result<journal::Head> journal_head() const = 0;
  [[nodiscard]] virtual Result<std::vector<journal::Entry>> entries_after(std::int64_t sequence,
                                                                          int limit) const = 0;

  /// While it lives, what this thread reads is one state, that of the first read; it ends with the scope, or
  /// when the thread records something: what is read after that is one state again, with what was recorded.
  /// So one answer never mixes two states, and is read in one transaction. A scope within a scope does
  /// nothing.
  class OneState {
   public:
    OneState() = default;
    OneState(const OneState&) = delete;
    OneState& operator=(const OneState&) = delete;
    virtual ~OneState() = default;
  };
  /// Null where there is one state anyway: inside ports::Work, and inside another scope.
  [[nodiscard]] virtual std::unique_ptr<OneState> one_state() const { return nullptr; }

  [[nodiscard]] virtual const RecordAreas& areas() const = 0;
  [[nodiscard]] const OrganisationRecords& organisation() const { return areas().organisation; }
  [[nodiscard]] const AccountabilityRecords& accountability() const { return areas().accountability; }
  [[nodiscard]] const TravellerRecords& travellers() const { return areas().travellers; }
  [[nodiscard]] const PassageRecords& passages() const { return areas().passages; }
  [[nodiscard]] const CaseRecords& cases() const { return areas().cases; }
  [[nodiscard]] const AlertRecords& alerts() const { return areas().alerts; }
  [[nodiscard]] const GuidanceRecords& guidance() const { return areas().guidance; }
  [[nodiscard]] const OperationsRecords& operations() const { return areas().operations; }
};

}  // namespace cardea::ports
