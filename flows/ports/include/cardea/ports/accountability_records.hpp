#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/journal/entry.hpp"
#include "cardea/kernel/result.hpp"
#include "cardea/ports/accountability_entries.hpp"
#include "cardea/ports/data_subject_records.hpp"
#include "cardea/ports/ids.hpp"

namespace cardea::ports {

/// One look at personal data, with what the rules on unusual reads want to know.
struct ReadRow {
  std::int64_t sequence = 0;  ///< of its entry in the journal
  Digest hash{};              ///< of its entry
  Instant at;
  std::string officer;       ///< id, or a word of the node itself
  std::string display_name;  ///< of the officer; empty when there is none
  std::string purpose;
  std::string what;
  std::string subject;
  std::optional<TravellerId> traveller_id;
  std::string primary_identifier;  ///< of the traveller as known now; empty when there is none
  std::string secondary_identifier;
  std::string result;
  std::int64_t records = 0;
  std::optional<std::string> lane;  ///< absent where the entry does not tell it
  bool own_work = false;
  std::int64_t subjects_before = 0;  ///< different ones the officer read just before, this one included
  std::int64_t same_person = 0;      ///< times the officer read this person without inspecting, lately
  bool inspected = false;            ///< the officer inspected this person lately
  std::optional<ReadReviewRow> review = {};
};

/// What to look for; what is absent does not count. Windows are in seconds.
struct ReadQuery {
  std::optional<TravellerId> traveller_id;
  std::optional<std::string> document_number;  ///< as read
  std::optional<std::string> surname;          ///< primary identifier as read
  std::optional<std::string> subject;
  std::optional<std::string> officer;
  std::optional<std::string> what;
  std::optional<Instant> from;
  std::optional<Instant> until;
  std::int64_t before = 0;  ///< sequence; 0 begins with the newest
  int limit = 50;
  std::optional<bool> reviewed = {};  ///< only looks that are judged for good, or only those that are not
  std::int64_t bulk_seconds = 0;
  std::int64_t repeated_seconds = 0;
};

/// One inspection of a person, as far as retention goes.
struct FileVisitRow {
  TravellerId traveller_id;
  std::string primary_identifier;
  std::string secondary_identifier;
  FormalityId inspection_id;
  CrossingId crossing_id;
  DocumentId document_id;
  Date on;  ///< of the decision; of the inspection while there is none
  bool admitted = false;
  bool entry = false;
  std::optional<Date> authorised_until;  ///< last authorised day of the stay that begins here
  std::int64_t revision = 0;             ///< entries about the inspection
};

struct HoldRow {
  HoldId hold_id;
  TravellerId traveller_id;
  std::string reason;
  std::string state;  ///< "proposed", "in_force" or "lifted"
  std::string proposed_by;
  Instant proposed_at;
  std::optional<std::string> approved_by;
  std::optional<Instant> approved_at;
  std::optional<std::string> lifted_by;
  std::optional<Instant> lifted_at;
};
BOOST_DESCRIBE_STRUCT(HoldRow, (),
                      (hold_id, traveller_id, reason, state, proposed_by, proposed_at, approved_by,
                       approved_at, lifted_by, lifted_at))

struct NoticeRow {
  TravellerId traveller_id;
  Date due_on;
  Instant given_at;
};

/// Who read what and what came of it, requests of data subjects, holds and erasures. Reached through
/// Records::accountability; consistency, threads and failures are those of Records.
class AccountabilityRecords {
 public:
  virtual ~AccountabilityRecords() = default;

  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<ReadRow>> reads(const ReadQuery& query) const = 0;
  /// Hashes of the first `count` entries of the node's journal, in order; what a Merkle tree is made of.
  [[nodiscard]] virtual Result<std::vector<Digest>> entry_hashes(std::int64_t count) const = 0;

  /// Every inspection, those of one person together, oldest first.
  [[nodiscard]] virtual Result<std::vector<FileVisitRow>> file_visits() const = 0;
  [[nodiscard]] virtual Result<std::vector<FileVisitRow>> file_visits_of(TravellerId id) const = 0;
  /// Travellers whom an officer found to be the person of an alert that is in force.
  [[nodiscard]] virtual Result<std::vector<TravellerId>> sought() const = 0;
  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<HoldRow>> holds() const = 0;
  [[nodiscard]] virtual Result<std::optional<HoldRow>> find_hold(HoldId id) const = 0;
  [[nodiscard]] virtual Result<std::vector<NoticeRow>> notices() const = 0;

  /// Open ones first, by the day they are due.
  [[nodiscard]] virtual Result<std::vector<DataRequestRow>> data_requests(int limit) const = 0;
  [[nodiscard]] virtual Result<std::optional<DataRequestRow>> find_data_request(DataRequestId id) const = 0;
  [[nodiscard]] virtual Result<std::vector<TravellerId>> data_subject_of(DataRequestId id) const = 0;
  /// Oldest first, as the next two.
  [[nodiscard]] virtual Result<std::vector<DataExportRow>> data_exports(DataRequestId id) const = 0;
  [[nodiscard]] virtual Result<std::vector<CorrectionRow>> corrections_of(TravellerId id) const = 0;
  [[nodiscard]] virtual Result<std::vector<ErasureRow>> erasures_asked(DataRequestId id) const = 0;
  /// Cases of this traveller's inspections, oldest first.
  [[nodiscard]] virtual Result<std::vector<CaseId>> cases_of(TravellerId id) const = 0;
  /// Comparisons of this traveller with entries of the list `source`, oldest first.
  [[nodiscard]] virtual Result<std::vector<ToldHitRow>> compared_with(TravellerId id,
                                                                      std::string_view source) const = 0;

  [[nodiscard]] virtual Result<std::optional<ReadReviewRow>> find_read_review(
      std::int64_t sequence) const = 0;
  /// Looks of this officer for which an explanation was asked and not given.
  [[nodiscard]] virtual Result<std::vector<ReadReviewRow>> explanations_asked(
      std::string_view officer) const = 0;
};

}  // namespace cardea::ports
