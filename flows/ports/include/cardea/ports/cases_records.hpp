#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/result.hpp"
#include "cardea/ports/cases_entries.hpp"
#include "cardea/ports/entries.hpp"

namespace cardea::ports {

/// How the second line decided; a refusal is among the refusals.
struct CaseDecision {
  std::string outcome;  ///< "admit", "hand_over" or "refuse"
  std::vector<std::string> conditions;
  std::string handed_to;
  std::string note;
  OfficerId officer_id;
  Instant at;
};

/// A case with the person it is about.
struct CaseRow {
  CaseOpened opened;
  OfficerId opened_by;
  Instant opened_at;
  std::string state;  ///< words of cases::CaseState
  std::optional<OfficerId> holder;
  std::optional<Instant> taken_at;
  std::string level;  ///< highest level that was reached
  bool asylum = false;
  std::optional<CaseInterviewed> interview;
  std::optional<CaseDecision> decision;
  std::int64_t revision = 0;
  TravellerRecord traveller;
  DocumentRecord document;
  std::string post;
  std::string lane;
};

/// What was done in a case, in the order of the journal.
struct CaseActRow {
  std::string type;     ///< of the entry
  std::string officer;  ///< id, or "console" or "node"
  Instant at;
  std::string detail;  ///< a word or an id, never a text somebody wrote
};
BOOST_DESCRIBE_STRUCT(CaseActRow, (), (type, officer, at, detail))

struct EvidenceRow {
  CaseEvidenceAdded added;
  OfficerId officer_id;
  Instant at;
};

struct ConsultationRow {
  CaseConsulted asked;
  OfficerId asked_by;
  Instant asked_at;
  std::optional<std::string> answer;
  std::optional<OfficerId> answered_by;
  std::optional<Instant> answered_at;
};

struct RefusalRow {
  RefusalProposed proposed;
  OfficerId proposed_by;
  Instant proposed_at;
  std::string state;                   ///< "proposed", "returned", "in_force" or "annulled"
  std::optional<OfficerId> judged_by;  ///< who approved or returned it
  std::optional<Instant> judged_at;
  std::string reason;  ///< why it was returned or annulled
  std::optional<OfficerId> annulled_by;
  std::optional<Instant> annulled_at;
  std::optional<RefusalIssued> issued;  ///< the last time
  std::optional<Instant> issued_at;
};

/// Cases of the second line and refusals of entry. Reached through Records::cases; consistency, threads and
/// failures are those of Records.
class CaseRecords {
 public:
  virtual ~CaseRecords() = default;
  [[nodiscard]] virtual Result<std::optional<CaseRow>> find(CaseId id) const = 0;
  /// The newest case of the inspection that is not closed; one that is still worked on comes first.
  [[nodiscard]] virtual Result<std::optional<CaseRow>> find_of(FormalityId inspection) const = 0;
  /// Waiting first, then taken, then the others; within them by target time. `open_only`: waiting and taken.
  [[nodiscard]] virtual Result<std::vector<CaseRow>> list(bool open_only, int limit) const = 0;
  [[nodiscard]] virtual Result<std::vector<CaseActRow>> acts(CaseId id) const = 0;
  [[nodiscard]] virtual Result<std::vector<EvidenceRow>> evidence(CaseId id) const = 0;
  [[nodiscard]] virtual Result<std::vector<ConsultationRow>> consultations(CaseId id) const = 0;
  /// Oldest first.
  [[nodiscard]] virtual Result<std::vector<RefusalRow>> refusals(CaseId id) const = 0;
  /// Whether an open case about this traveller holds a request for asylum.
  [[nodiscard]] virtual Result<bool> asylum_open(TravellerId traveller) const = 0;
  /// How many forms have a number that begins so.
  [[nodiscard]] virtual Result<std::int64_t> count_numbers(std::string_view first,
                                                           std::string_view past) const = 0;
};

}  // namespace cardea::ports
