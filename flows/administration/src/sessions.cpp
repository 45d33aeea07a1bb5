// Signing in, staying signed in, signing out.
#include "cardea/access/sign_in.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/codec.hpp"
#include "common.hpp"
#include "rights.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;

constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;
// How often a session that is used is written down as used.
constexpr std::int64_t kTouchSeconds = 30;

/// Why an attempt did not succeed, for the journal; the officer is told less.
struct Refusal {
  std::string reason;
  std::optional<OfficerId> officer;
};

// The journal keeps that somebody tried, without what they typed.
Done record_refusal(const Parts& parts, const Refusal& refusal) {
  const Instant at = parts.clock.now();
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = the_node(now);
    if (!node) return pass_on(node);
    const ports::SessionRefused refused{refusal.reason, refusal.officer};
    ports::Caller nobody = ports::operator_at_console();
    const std::string subject = refusal.officer ? to_text(*refusal.officer) : "";
    ports::Outcome outcome;
    outcome.drafts = {
        draft_by(nobody, *node, EntryType::session_refused, subject, to_json(refused).get_object())};
    outcome.drafts.front().actor.officer = "node";
    if (refusal.officer && refusal.reason == "wrong_password") {
      outcome.service.count_failure = {*refusal.officer, at};
    }
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return {};
}

Failure refuse(const Parts& parts, const Refusal& refusal) {
  const Done recorded = record_refusal(parts, refusal);
  if (!recorded) return pass_on(recorded);
  return fail(ErrorKind::forbidden, "sign_in_refused");
}

std::optional<Instant> locked_until(const ports::OfficerRow& officer) {
  if (!officer.last_failure) return std::nullopt;
  return access::locked_until({officer.failures, *officer.last_failure});
}

Result<ports::Outcome> opening(const Parts& parts, const ports::Records& now, const NewSession& session,
                               const ports::Caller& caller, const std::optional<std::string>& new_hash) {
  const auto node = the_node(now);
  if (!node) return pass_on(node);
  const auto officer = the_officer(now, caller.officer_id);
  if (!officer) return pass_on(officer);
  // Deactivated or locked while the password was being verified.
  const auto until = locked_until(*officer);
  if (!officer->officer.active || (until && *until > parts.clock.now())) {
    return fail(ErrorKind::forbidden, "sign_in_refused");
  }
  ports::Outcome outcome;
  outcome.drafts = {opened_draft(caller, *node)};
  outcome.service.open_session = session.row;
  outcome.service.clear_failures = caller.officer_id;
  if (new_hash) outcome.service.set_password_hash = {caller.officer_id, *new_hash};
  return outcome;
}

Result<SignedIn> open_session(const Parts& parts, const ports::OfficerRow& officer,
                              const SecretText& password, std::string_view lane) {
  NewSession session = new_session(parts, officer.officer.officer_id);
  auto caller = placed(parts.records, caller_of(officer.officer, session.row.session_id, std::string(lane)),
                       parts.clock.now());
  if (!caller) return pass_on(caller);
  std::optional<std::string> new_hash;
  if (parts.hasher.needs_rehash(*officer.password_hash)) {
    if (auto hash = parts.hasher.hash(password)) new_hash = *std::move(hash);
  }
  const auto receipt = parts.recorder.record(
      [&](const ports::Records& now) { return opening(parts, now, session, *caller, new_hash); });
  if (!receipt) return pass_on(receipt);
  return signed_in(std::move(session), *std::move(caller));
}

Done close_session(const Parts& parts, const ports::Caller& caller, std::string_view reason) {
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = the_node(now);
    if (!node) return pass_on(node);
    const ports::SessionClosed closed{caller.session_id, std::string(reason)};
    ports::Outcome outcome;
    outcome.drafts = {draft_by(caller, *node, EntryType::session_closed, to_text(caller.session_id),
                               to_json(closed).get_object())};
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

Result<SignedIn> Administration::sign_in(std::string_view user_name, const SecretText& password,
                                         std::string_view lane) const {
  const auto found = parts_.records.find_officer_named(user_name);
  if (!found) return pass_on(found);
  const bool known = found->has_value() && (*found)->password_hash.has_value();
  const auto until = known ? locked_until(**found) : std::nullopt;
  const Instant now = parts_.clock.now();
  if (until && *until > now) {
    const Done recorded = record_refusal(parts_, {"locked", (*found)->officer.officer_id});
    if (!recorded) return pass_on(recorded);
    const std::int64_t seconds = (until->us - now.us) / kMicrosecondsPerSecond + 1;
    return fail(ErrorKind::forbidden, "locked_out", std::to_string(seconds));
  }
  if (!known) {
    // The same work as for an officer, so that the time of the answer names nobody.
    const auto unused = parts_.hasher.hash(password);
    if (!unused) return pass_on(unused);
    return refuse(parts_, {"unknown_officer", std::nullopt});
  }
  const OfficerId officer = (*found)->officer.officer_id;
  if (!parts_.hasher.verify(*(*found)->password_hash, password))
    return refuse(parts_, {"wrong_password", officer});
  if (!(*found)->officer.active) return refuse(parts_, {"inactive", officer});
  return open_session(parts_, **found, password, lane);
}

Done Administration::sign_out(const ports::Caller& caller) const {
  return close_session(parts_, caller, "signed_out");
}

Result<Session> Administration::authenticate(const SecretText& token) const {
  const auto session = parts_.records.find_session(sha256(token.reveal()));
  if (!session) return pass_on(session);
  if (!session->has_value()) return fail(ErrorKind::forbidden, "session_unknown");
  const ports::SessionRow& row = **session;
  const auto officer = the_officer(parts_.records, row.officer_id);
  if (!officer) return pass_on(officer);
  const Instant now = parts_.clock.now();
  auto caller = placed(parts_.records, caller_of(officer->officer, row.session_id, row.lane), now);
  if (!caller) return pass_on(caller);
  if (const auto ending = ending_of(row, *officer, now)) {
    const Done closed = close_session(parts_, *caller, ending->closed_as);
    if (!closed) return pass_on(closed);
    return fail(ErrorKind::forbidden, ending->reason);
  }
  if (now.us - row.last_seen.us > kTouchSeconds * kMicrosecondsPerSecond) {
    parts_.recorder.touch_session(row.session_id, now);
  }
  return Session{*std::move(caller), csrf_of(token), plus_seconds(now, access::kIdleSecondsMax),
                 plus_seconds(row.opened_at, access::kSessionSecondsMax)};
}

bool csrf_matches(const Session& session, std::string_view presented) {
  return equal_in_constant_time(sha256(session.csrf_token.reveal()), sha256(presented));
}

}  // namespace cardea::administration
