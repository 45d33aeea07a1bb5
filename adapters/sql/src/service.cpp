#include "piece.hpp"
#include "rows.hpp"

// The tables that are not history: credentials, sessions, failures, the enrolment code and idempotency marks.

namespace cardea::sql {
namespace {

using ports::ServiceChanges;

Done set_password(Connection& connection, const ServiceChanges& changes) {
  if (!changes.set_password_hash) return {};
  const auto& [officer, hash] = *changes.set_password_hash;
  return without_count(
      connection.run("INSERT INTO credential (officer_id, password_hash) VALUES ($1, $2) "
                     "ON CONFLICT (officer_id) DO UPDATE SET password_hash = excluded.password_hash",
                     {to_text(officer), hash}));
}

Done open_session(Connection& connection, const ServiceChanges& changes) {
  if (!changes.open_session) return {};
  const auto& session = *changes.open_session;
  std::optional<std::string> workstation;
  if (session.workstation_id) workstation = to_text(*session.workstation_id);
  return without_count(connection.run(
      "INSERT INTO session (session_id, officer_id, token_digest, csrf_digest, opened_us, last_seen_us, "
      "workstation_id, lane) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      {to_text(session.session_id), to_text(session.officer_id), session.token_digest, session.csrf_digest,
       session.opened_at.us, session.last_seen.us, workstation, session.lane}));
}

Done close_sessions(Connection& connection, const ServiceChanges& changes) {
  for (const auto& id : changes.close_sessions) {
    auto closed = connection.run("DELETE FROM session WHERE session_id = $1", {to_text(id)});
    if (!closed) return pass_on(closed);
  }
  if (!changes.close_sessions_of) return {};
  return without_count(
      connection.run("DELETE FROM session WHERE officer_id = $1", {to_text(*changes.close_sessions_of)}));
}

// Locking marks the session; what an officer has open stays where it is.
Done lock_session(Connection& connection, const ServiceChanges& changes) {
  if (changes.unlock_session) {
    return without_count(connection.run("UPDATE session SET locked_us = NULL WHERE session_id = $1",
                                        {to_text(*changes.unlock_session)}));
  }
  if (!changes.lock_session) return {};
  const auto& [session, at] = *changes.lock_session;
  return without_count(
      connection.run("UPDATE session SET locked_us = $1 WHERE session_id = $2", {at.us, to_text(session)}));
}

Done change_second_factor(Connection& connection, const ServiceChanges& changes) {
  if (changes.remove_second_factor) {
    return without_count(connection.run("DELETE FROM second_factor WHERE officer_id = $1",
                                        {to_text(*changes.remove_second_factor)}));
  }
  if (!changes.set_second_factor) return {};
  const auto& change = *changes.set_second_factor;
  return without_count(connection.run(
      "INSERT INTO second_factor (officer_id, sealed_secret, confirmed, last_step) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (officer_id) DO UPDATE SET sealed_secret = excluded.sealed_secret, "
      "confirmed = excluded.confirmed, last_step = excluded.last_step",
      {to_text(change.officer), ByteView{change.sealed_secret}, change.confirmed, change.last_step}));
}

Done change_workstation(Connection& connection, const ServiceChanges& changes) {
  if (changes.remove_workstation_secret) {
    return without_count(connection.run("DELETE FROM workstation_secret WHERE workstation_id = $1",
                                        {to_text(*changes.remove_workstation_secret)}));
  }
  if (!changes.set_workstation_secret) return {};
  const auto& secret = *changes.set_workstation_secret;
  std::optional<std::int64_t> until;
  if (secret.code_until) until = secret.code_until->us;
  return without_count(connection.run(
      "INSERT INTO workstation_secret (workstation_id, code_digest, code_until_us, token_digest) "
      "VALUES ($1, $2, $3, $4) ON CONFLICT (workstation_id) DO UPDATE SET "
      "code_digest = excluded.code_digest, code_until_us = excluded.code_until_us, "
      "token_digest = excluded.token_digest",
      {to_text(secret.workstation), secret.code, until, secret.token}));
}

// Names that nobody has are counted too, so what is old goes.
Done forget_old_failures(Connection& connection, Instant at) {
  constexpr std::int64_t kDayMicroseconds = 86'400'000'000;
  return without_count(
      connection.run("DELETE FROM sign_in_failure WHERE last_us < $1", {at.us - kDayMicroseconds}));
}

Done count_failure(Connection& connection, const ServiceChanges& changes) {
  if (!changes.count_failure) return {};
  const auto& [officer, at] = *changes.count_failure;
  if (const Done forgotten = forget_old_failures(connection, at); !forgotten) return forgotten;
  return without_count(
      connection.run("INSERT INTO sign_in_failure (officer_id, failures, last_us) VALUES ($1, 1, $2) ON "
                     "CONFLICT (officer_id) "
                     "DO UPDATE SET failures = sign_in_failure.failures + 1, last_us = excluded.last_us",
                     {to_text(officer), at.us}));
}

Done clear_failures(Connection& connection, const ServiceChanges& changes) {
  if (!changes.clear_failures) return {};
  return without_count(connection.run("DELETE FROM sign_in_failure WHERE officer_id = $1",
                                      {to_text(*changes.clear_failures)}));
}

Done use_up_code(Connection& connection, const ServiceChanges& changes) {
  if (!changes.use_up_enrolment_code) return {};
  auto removed = connection.run("DELETE FROM enrolment_code");
  if (!removed) return pass_on(removed);
  return *removed == 1 ? Done{} : Done{fail(ErrorKind::conflict, "enrolment_code_used")};
}

Done set_code(Connection& connection, const ServiceChanges& changes) {
  if (!changes.set_enrolment_code) return {};
  return without_count(
      connection.run("INSERT INTO enrolment_code (only_row, code_digest) VALUES (1, $1) "
                     "ON CONFLICT (only_row) DO UPDATE SET code_digest = excluded.code_digest",
                     {*changes.set_enrolment_code}));
}

}  // namespace

Done apply_service(Connection& connection, const ServiceChanges& changes) {
  using Step = Done (*)(Connection&, const ServiceChanges&);
  // Closing comes before opening and using before setting, so that both in one piece mean a replacement.
  constexpr Step kSteps[] = {set_password,         close_sessions,    open_session, lock_session,
                             count_failure,        clear_failures,    use_up_code,  set_code,
                             change_second_factor, change_workstation};
  for (const auto step : kSteps) {
    if (auto done = step(connection, changes); !done) return done;
  }
  return {};
}

Done insert_mark(Connection& connection, const ports::RequestMark& mark, Instant at) {
  return without_count(
      connection.run("INSERT INTO request (officer_id, request_key, request_digest, subject, recorded_us) "
                     "VALUES ($1, $2, $3, $4, $5)",
                     {to_text(mark.officer), mark.key, mark.request_digest, mark.subject, at.us}));
}

}  // namespace cardea::sql
