// Signing in, staying signed in, locking, signing out.
#include "cardea/access/sign_in.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/organisation_entries.hpp"
#include "common.hpp"
#include "rights.hpp"
#include "sign_in_check.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;

constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;
// How often a session that is used is written down as used.
constexpr std::int64_t kTouchSeconds = 30;

journal::Draft closed_draft(const ports::Caller& caller, const ports::NodeCreated& node, SessionId session,
                            std::string_view reason) {
  const ports::SessionClosed closed{session, std::string(reason)};
  return draft_by(caller, node, EntryType::session_closed, to_text(session), to_json(closed).get_object());
}

/// The workstation whose token came with the request, while it is not closed.
Result<std::optional<ports::WorkstationRow>> workstation_of(const Parts& parts,
                                                            const std::optional<SecretText>& token) {
  if (!token) return std::nullopt;
  return parts.records.organisation().workstation_with_token(sha256(token->reveal()));
}

/// The locked session at the same screen, if there is one.
Result<std::optional<ports::SessionRow>> locked_session(const Parts& parts,
                                                        const std::optional<SecretText>& token) {
  if (!token) return std::nullopt;
  auto session = parts.records.find_session(sha256(token->reveal()));
  if (session && session->has_value() && !(*session)->locked_at) return std::nullopt;
  return session;
}

void hand_over(const ports::Caller& caller, const ports::NodeCreated& node, const ports::SessionRow& from,
               ports::Outcome& outcome) {
  if (from.officer_id != caller.officer_id) {
    const ports::SessionHandedOver handed{caller.session_id, caller.officer_id, from.session_id,
                                          from.officer_id};
    outcome.drafts.push_back(draft_by(caller, node, EntryType::session_handed_over,
                                      to_text(caller.session_id), to_json(handed).get_object()));
  }
  outcome.drafts.push_back(closed_draft(caller, node, from.session_id, "handed_over"));
  outcome.service.close_sessions.push_back(from.session_id);
}

Result<SignedIn> open_session(const Parts& parts, const Proved& proved,
                              const std::optional<ports::WorkstationRow>& workstation,
                              const Credentials& credentials) {
  const auto from = locked_session(parts, credentials.over);
  if (!from) return pass_on(from);
  NewSession session = new_session(parts, proved.officer.officer.officer_id);
  session.row.lane = workstation ? workstation->lane : credentials.lane;
  if (workstation) session.row.workstation_id = workstation->workstation_id;
  auto caller = placed(parts, caller_of(proved.officer.officer, session.row.session_id, session.row.lane));
  if (!caller) return pass_on(caller);
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    ports::Outcome outcome;
    if (const Done still = still_proved(parts, now, proved, outcome.service); !still) return pass_on(still);
    outcome.drafts = {opened_draft(*caller, *node)};
    outcome.service.open_session = session.row;
    if (*from) hand_over(*caller, *node, **from, outcome);
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return signed_in(std::move(session), *std::move(caller));
}

Done close_session(const Parts& parts, const ports::Caller& caller, std::string_view reason) {
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    ports::Outcome outcome;
    outcome.drafts = {closed_draft(caller, *node, caller.session_id, reason)};
    outcome.service.close_sessions = {caller.session_id};
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return {};
}

// What ended a session, in the words of the journal and of the answer; nothing while it is open.
struct Ending {
  std::string_view closed_as;
  std::string_view reason;
};

std::optional<Ending> ending_of(const ports::SessionRow& session, const ports::OfficerRow& officer,
                                Instant now) {
  if (!officer.officer.active) return Ending{"officer_left", "officer_inactive"};
  switch (access::session_state(session.opened_at, session.last_seen, now)) {
    case access::SessionState::open:
      return std::nullopt;
    case access::SessionState::idle:
      return Ending{"idle", "session_idle"};
    case access::SessionState::expired:
      return Ending{"expired", "session_expired"};
  }
  __builtin_unreachable();
}

}  // namespace

Result<SignedIn> Administration::sign_in(const Credentials& credentials) const {
  const auto workstation = workstation_of(parts_, credentials.workstation);
  if (!workstation) return pass_on(workstation);
  if (parts_.policy.rules.workstation_required && !*workstation) {
    return fail(ErrorKind::forbidden, "workstation_required");
  }
  std::optional<WorkstationId> at;
  if (*workstation) at = (*workstation)->workstation_id;
  const auto proved = prove(parts_, {credentials.user_name, credentials.password, credentials.code, at});
  if (!proved) return pass_on(proved);
  return open_session(parts_, *proved, *workstation, credentials);
}

Result<SignedIn> Administration::sign_in_by_certificate(std::string_view sha256,
                                                        const Credentials& credentials) const {
  const auto workstation = workstation_of(parts_, credentials.workstation);
  if (!workstation) return pass_on(workstation);
  if (parts_.policy.rules.workstation_required && !*workstation) {
    return fail(ErrorKind::forbidden, "workstation_required");
  }
  const auto proved = prove_by_certificate(parts_, sha256);
  if (!proved) return pass_on(proved);
  return open_session(parts_, *proved, *workstation, credentials);
}

Done Administration::sign_out(const ports::Caller& caller) const {
  return close_session(parts_, caller, "signed_out");
}

Result<Session> Administration::authenticate(const SecretText& token, SessionUse use) const {
  const auto one_state = parts_.records.one_state();
  const auto session = parts_.records.find_session(sha256(token.reveal()));
  if (!session) return pass_on(session);
  if (!session->has_value()) return fail(ErrorKind::forbidden, "session_unknown");
  const ports::SessionRow& row = **session;
  const auto officer = the_officer(parts_.records, row.officer_id);
  if (!officer) return pass_on(officer);
  const Instant now = parts_.clock.now();
  auto caller = placed(parts_, caller_of(officer->officer, row.session_id, row.lane));
  if (!caller) return pass_on(caller);
  if (const auto ending = ending_of(row, *officer, now)) {
    const Done closed = close_session(parts_, *caller, ending->closed_as);
    if (!closed) return pass_on(closed);
    return fail(ErrorKind::forbidden, ending->reason);
  }
  if (row.locked_at && use == SessionUse::work) return fail(ErrorKind::forbidden, "session_locked");
  if (now.us - row.last_seen.us > kTouchSeconds * kMicrosecondsPerSecond) {
    parts_.recorder.touch_session(row.session_id, now);
  }
  return Session{*std::move(caller), csrf_of(token), plus_seconds(now, access::kIdleSecondsMax),
                 plus_seconds(row.opened_at, access::kSessionSecondsMax), row.locked_at.has_value()};
}

Done Administration::lock(const ports::Caller& caller, std::string_view reason) const {
  if (reason != "asked" && reason != "idle") return fail(ErrorKind::malformed, "lock_reason_unknown");
  const Instant at = parts_.clock.now();
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const ports::SessionLocked locked{caller.session_id, std::string(reason)};
    ports::Outcome outcome;
    outcome.drafts = {draft_by(caller, *node, EntryType::session_locked, to_text(caller.session_id),
                               to_json(locked).get_object())};
    outcome.service.lock_session = {caller.session_id, at};
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return {};
}

Done Administration::unlock(const Session& session, const SecretText& password,
                            const std::optional<std::string>& code) const {
  if (!session.locked) return fail(ErrorKind::conflict, "session_not_locked");
  const ports::Caller& caller = session.caller;
  const auto proved = prove(parts_, {caller.user_name, password, code, {}});
  if (!proved) return pass_on(proved);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    ports::Outcome outcome;
    if (const Done still = still_proved(parts_, now, *proved, outcome.service); !still) return pass_on(still);
    const ports::SessionUnlocked unlocked{caller.session_id};
    outcome.drafts = {draft_by(caller, *node, EntryType::session_unlocked, to_text(caller.session_id),
                               to_json(unlocked).get_object())};
    outcome.service.unlock_session = caller.session_id;
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return {};
}

bool csrf_matches(const Session& session, std::string_view presented) {
  return equal_in_constant_time(sha256(session.csrf_token.reveal()), sha256(presented));
}

}  // namespace cardea::administration
