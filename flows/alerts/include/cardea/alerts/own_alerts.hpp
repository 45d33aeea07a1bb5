#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/clock.hpp"
#include "cardea/ports/alerts_records.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/screening_index.hpp"
#include "cardea/watchlist/alert_rules.hpp"
#include "cardea/watchlist/lifecycle.hpp"

namespace cardea::alerts {

/// What an officer writes into an alert of our own.
struct AlertDraft {
  std::string reason;  ///< code of data/rules/alert_actions.json
  std::string owner;
  std::string legal_basis;
  std::string action;
  std::vector<std::string> names;  ///< the first is the name itself, the others are aliases
  std::string birth_date;          ///< as a partial date; empty when not known
  std::string nationality;
  std::string sex;  ///< "female", "male" or empty
  std::string document_number;
  std::string document_issuer;
  std::vector<std::string> warnings;
  std::string remarks;
  Date review_on = Date::from_days(0);
  Date expires_on = Date::from_days(0);
};
BOOST_DESCRIBE_STRUCT(AlertDraft, (),
                      (reason, owner, legal_basis, action, names, birth_date, nationality, sex,
                       document_number, document_issuer, warnings, remarks, review_on, expires_on))

struct EmergencyAlert {
  std::string note;  ///< why it cannot wait for a second person
  AlertDraft alert;
};
BOOST_DESCRIBE_STRUCT(EmergencyAlert, (), (note, alert))

struct OwnAlertView {
  OwnAlertId id;
  std::string state;  ///< of the moment, by watchlist::state_at
  AlertDraft alert;
  std::string drafted_by;
  Instant drafted_at;
  std::string proposed_by;
  std::optional<Instant> proposed_at;
  std::optional<Instant> lapses_at;
  std::string note;
  std::string approved_by;
  Instant changed_at;
  bool may_approve = false;  ///< a proposal of somebody else is open
};
BOOST_DESCRIBE_STRUCT(OwnAlertView, (),
                      (id, state, alert, drafted_by, drafted_at, proposed_by, proposed_at, lapses_at, note,
                       approved_by, changed_at, may_approve))

/// An alert in force that may be about the same person.
struct Duplicate {
  std::string source;
  std::string source_id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Duplicate, (), (source, source_id, name))

/// What an alert would have done had it been in force.
struct DryRun {
  int days = 0;
  std::int64_t inspections = 0;  ///< how many were looked at; at most kDryRunMax
  std::int64_t travellers = 0;   ///< how many persons it would have met
  std::vector<Duplicate> duplicates;
};
BOOST_DESCRIBE_STRUCT(DryRun, (), (days, inspections, travellers, duplicates))

inline constexpr int kDryRunDays = 90;
inline constexpr int kDryRunMax = 5000;

struct OwnAlertParts {
  ports::Recorder& recorder;
  const ports::Records& records;
  const ports::ScreeningIndex& index;
  const Clock& clock;
  IdSource& ids;
  const watchlist::AlertRules& rules;
};

/// Alerts of our own: drafted by one officer, in force when a second one approved, taken back by two again,
/// and ended by their dates without anybody acting. Thread-safe: holds no state of its own; every call asks
/// access::may first. Acts fail as watchlist::next_state and `not_found/alert_unknown`.
class OwnAlerts {
 public:
  explicit OwnAlerts(const OwnAlertParts& parts) : parts_{parts} {}

  /// Newest change first; the read is recorded.
  [[nodiscard]] Result<std::vector<OwnAlertView>> list(const ports::Caller& caller) const;
  /// Emergency alerts in force, for who leads the shift.
  [[nodiscard]] Result<std::vector<OwnAlertView>> emergencies(const ports::Caller& caller) const;

  /// Writes a draft, new or instead of the text it had. The client makes the id, so that repeating is safe.
  /// Fails as watchlist::check_own, `malformed/alert_action_unknown`, `malformed/alert_birth_date_invalid`.
  [[nodiscard]] Result<OwnAlertView> draft(const ports::Caller& caller, OwnAlertId id,
                                           const AlertDraft& input) const;
  /// In force at once for the hours of the rules; then it ends, or a second person has approved it.
  [[nodiscard]] Result<OwnAlertView> raise(const ports::Caller& caller, OwnAlertId id,
                                           const EmergencyAlert& input) const;
  [[nodiscard]] Result<OwnAlertView> propose(const ports::Caller& caller, OwnAlertId id,
                                             std::string_view note) const;
  /// Fails also as access::may_approve. Earlier inspections that the alert meets become hits.
  [[nodiscard]] Result<OwnAlertView> approve(const ports::Caller& caller, OwnAlertId id,
                                             std::string_view typed) const;
  /// Says no to either proposal. Fails `malformed/note_required`.
  [[nodiscard]] Result<OwnAlertView> send_back(const ports::Caller& caller, OwnAlertId id,
                                               std::string_view note) const;
  /// Fails `malformed/note_required`.
  [[nodiscard]] Result<OwnAlertView> propose_withdrawal(const ports::Caller& caller, OwnAlertId id,
                                                        std::string_view note) const;
  [[nodiscard]] Result<OwnAlertView> approve_withdrawal(const ports::Caller& caller, OwnAlertId id,
                                                        std::string_view typed) const;
  [[nodiscard]] Result<DryRun> dry_run(const ports::Caller& caller, OwnAlertId id) const;

 private:
  OwnAlertParts parts_;
};

/// What the state of a stored alert goes by.
[[nodiscard]] watchlist::AlertStanding standing_of(const ports::OwnAlertRow& row);

}  // namespace cardea::alerts
