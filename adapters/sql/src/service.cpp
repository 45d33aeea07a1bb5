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
  return without_count(connection.run(
      "INSERT INTO session (session_id, officer_id, token_digest, csrf_digest, opened_us, last_seen_us) "
      "VALUES ($1, $2, $3, $4, $5, $6)",
      {to_text(session.session_id), to_text(session.officer_id), session.token_digest, session.csrf_digest,
       session.opened_at.us, session.last_seen.us}));
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

Done count_failure(Connection& connection, const ServiceChanges& changes) {
  if (!changes.count_failure) return {};
  const auto& [officer, at] = *changes.count_failure;
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
  constexpr Step kSteps[] = {set_password,   close_sessions, open_session, count_failure,
                             clear_failures, use_up_code,    set_code};
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
