#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cardea/journal/entry.hpp"
#include "cardea/ports/records.hpp"

namespace cardea::ports {

/// Marks a request as done, so that its repetition finds what it was about instead of doing it twice.
struct RequestMark {
  std::string key;
  OfficerId officer;
  Digest request_digest;
  std::string subject;
};

/// A second factor with its secret sealed, in place of one that was there.
struct SecondFactorChange {
  OfficerId officer;
  Bytes sealed_secret;
  bool confirmed = false;
  std::int64_t last_step = 0;
};

/// The secrets of a workstation: a one-time code that still waits, or the token that took its place.
struct WorkstationSecret {
  WorkstationId workstation;
  std::optional<Digest> code = {};
  std::optional<Instant> code_until = {};
  std::optional<Digest> token = {};
};

/// Rows that are not history and therefore not in the journal: credentials, sessions, sign-in failures and
/// the enrolment code. They change in the same transaction as the entries that go with them.
struct ServiceChanges {
  std::optional<std::pair<OfficerId, std::string>> set_password_hash;
  std::optional<SessionRow> open_session;
  std::vector<SessionId> close_sessions;
  std::optional<OfficerId> close_sessions_of;  ///< every session of this officer
  std::optional<std::pair<OfficerId, Instant>> count_failure;
  std::optional<OfficerId> clear_failures;
  std::optional<Digest> set_enrolment_code;
  bool use_up_enrolment_code = false;
  std::optional<std::pair<SessionId, Instant>> lock_session = {};
  std::optional<SessionId> unlock_session = {};
  std::optional<SecondFactorChange> set_second_factor = {};
  std::optional<OfficerId> remove_second_factor = {};
  std::optional<WorkstationSecret> set_workstation_secret = {};
  std::optional<WorkstationId> remove_workstation_secret = {};
};

/// What a piece of work wants to happen, all or nothing.
struct Outcome {
  std::vector<journal::Draft> drafts;
  std::optional<RequestMark> mark;
  ServiceChanges service;
};

/// Decides on the state as it is at that moment. Runs on the writer, one piece of work after the other, so
/// what it has read stays true until it is recorded. Must be quick and must not wait for anything; it may be
/// run again.
using Work = std::function<Result<Outcome>(const Records& now)>;

/// Proof of durability: these entries are on disk.
struct Receipt {
  std::int64_t first_sequence = 0;  ///< 0 when nothing was drafted
  std::int64_t last_sequence = 0;
  Instant recorded_at;
};

/// The one writer of the node. Entries and the state they change are written in one transaction, grouped with
/// what else is waiting; `record` returns after the commit is durable. A piece of work that fails rolls back
/// alone, and its error comes back as it was. Thread-safe.
///
/// Fails `unavailable/store_full`, `unavailable/store_busy`, `unavailable/store_stopped`,
/// `broken/store_damaged`.
class Recorder {
 public:
  virtual ~Recorder() = default;
  [[nodiscard]] virtual Result<Receipt> record(const Work& work) = 0;
  /// Keeps a session alive. Best effort, not journaled, may be batched.
  virtual void touch_session(SessionId id, Instant at) = 0;
  /// False once a commit has failed in a way that cannot be trusted to heal: the node is then not ready.
  [[nodiscard]] virtual bool healthy() const = 0;
};

}  // namespace cardea::ports
