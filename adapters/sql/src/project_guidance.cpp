// Procedures with the steps done beside work, directives with their receipts, certificates.
#include "cardea/ports/guidance_entries.hpp"
#include "project.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

Done exactly_one(const Applied& applied, const Result<std::int64_t>& changed) {
  if (!changed) return pass_on(changed);
  return *changed == 1 ? Done{} : Done{without_subject(applied)};
}

std::optional<std::int64_t> microseconds(const std::optional<Instant>& at) {
  return at ? std::optional(at->us) : std::nullopt;
}

}  // namespace

Done project_procedure_drafted(const Applied& applied) {
  const auto drafted = payload_as<ports::ProcedureDrafted>(applied);
  if (!drafted) return pass_on(drafted);
  return without_count(applied.connection.run(
      "INSERT INTO procedure_version (procedure_id, version, says, drafted_by, drafted_us, approved_by, "
      "withdraw_reason) VALUES ($1, $2, $3, $4, $5, '', '') ON CONFLICT (procedure_id, version) DO UPDATE "
      "SET "
      "says = excluded.says, drafted_by = excluded.drafted_by, drafted_us = excluded.drafted_us",
      {to_text(drafted->procedure_id), drafted->version, stored_json(drafted->procedure),
       applied.entry.actor.officer, applied.entry.recorded_at.us}));
}

Done project_procedure_approved(const Applied& applied) {
  const auto approved = payload_as<ports::ProcedureApproved>(applied);
  if (!approved) return pass_on(approved);
  return exactly_one(applied,
                     applied.connection.run("UPDATE procedure_version SET approved_by = $1, approved_us = $2 "
                                            "WHERE procedure_id = $3 AND version = $4",
                                            {applied.entry.actor.officer, applied.entry.recorded_at.us,
                                             to_text(approved->procedure_id), approved->version}));
}

Done project_procedure_withdrawn(const Applied& applied) {
  const auto withdrawn = payload_as<ports::ProcedureWithdrawn>(applied);
  if (!withdrawn) return pass_on(withdrawn);
  return exactly_one(applied, applied.connection.run(
                                  "UPDATE procedure_version SET withdrawn_us = $1, withdrawn_on = $2, "
                                  "withdraw_reason = $3 WHERE procedure_id = $4 AND version = $5",
                                  {applied.entry.recorded_at.us, to_text(withdrawn->on), withdrawn->reason,
                                   to_text(withdrawn->procedure_id), withdrawn->version}));
}

Done project_procedure_followed(const Applied& applied) {
  const auto followed = payload_as<ports::ProcedureFollowed>(applied);
  if (!followed) return pass_on(followed);
  return without_count(applied.connection.run(
      "INSERT INTO procedure_followed (subject_kind, subject_id, procedure_id, version, done, deviations, "
      "left_out, officer, followed_us) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
      "ON CONFLICT (subject_kind, subject_id, procedure_id) DO UPDATE SET version = excluded.version, "
      "done = excluded.done, deviations = excluded.deviations, left_out = excluded.left_out, "
      "officer = excluded.officer, followed_us = excluded.followed_us",
      {followed->subject_kind, followed->subject, to_text(followed->procedure_id), followed->version,
       stored_json(followed->done), stored_json(followed->deviations), std::ssize(followed->deviations),
       applied.entry.actor.officer, applied.entry.recorded_at.us}));
}

Done project_directive_issued(const Applied& applied) {
  const auto issued = payload_as<ports::DirectiveIssued>(applied);
  if (!issued) return pass_on(issued);
  return without_count(applied.connection.run(
      "INSERT INTO directive (directive_id, kind, title, text, language, units, roles, read_by_us, "
      "in_force_us, "
      "expires_us, legal_source, issued_by, issued_us, withdraw_reason) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '')",
      {to_text(issued->directive_id), issued->kind, issued->title, issued->text, issued->language,
       stored_json(issued->units), stored_json(issued->roles), issued->read_by.us, issued->in_force_from.us,
       microseconds(issued->expires_at), issued->legal_source, applied.entry.actor.officer,
       applied.entry.recorded_at.us}));
}

Done project_directive_withdrawn(const Applied& applied) {
  const auto withdrawn = payload_as<ports::DirectiveWithdrawn>(applied);
  if (!withdrawn) return pass_on(withdrawn);
  return exactly_one(
      applied, applied.connection.run(
                   "UPDATE directive SET withdrawn_us = $1, withdraw_reason = $2 WHERE directive_id = $3",
                   {applied.entry.recorded_at.us, withdrawn->reason, to_text(withdrawn->directive_id)}));
}

Done project_directive_received(const Applied& applied) {
  const auto receipt = payload_as<ports::DirectiveReceipt>(applied);
  if (!receipt) return pass_on(receipt);
  return without_count(applied.connection.run(
      "INSERT INTO directive_receipt (directive_id, officer_id, received_us) VALUES ($1, $2, $3) "
      "ON CONFLICT (directive_id, officer_id) DO NOTHING",
      {to_text(receipt->directive_id), to_text(receipt->officer_id), applied.entry.recorded_at.us}));
}

Done project_directive_read(const Applied& applied) {
  const auto receipt = payload_as<ports::DirectiveReceipt>(applied);
  if (!receipt) return pass_on(receipt);
  return without_count(applied.connection.run(
      "INSERT INTO directive_receipt (directive_id, officer_id, received_us, read_us) VALUES ($1, $2, $3, "
      "$3) "
      "ON CONFLICT (directive_id, officer_id) DO UPDATE SET read_us = excluded.read_us",
      {to_text(receipt->directive_id), to_text(receipt->officer_id), applied.entry.recorded_at.us}));
}

Done project_certificate_issued(const Applied& applied) {
  const auto issued = payload_as<ports::CertificateIssued>(applied);
  if (!issued) return pass_on(issued);
  std::optional<std::string> renews;
  if (issued->renews) renews = to_text(*issued->renews);
  return without_count(applied.connection.run(
      "INSERT INTO certificate (certificate_id, officer_id, kind, issued_on, expires_on, evidence, renews, "
      "issued_by, issued_us, revoke_reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '')",
      {to_text(issued->certificate_id), to_text(issued->officer_id), issued->kind, to_text(issued->issued_on),
       to_text(issued->expires_on), issued->evidence, renews, applied.entry.actor.officer,
       applied.entry.recorded_at.us}));
}

Done project_certificate_revoked(const Applied& applied) {
  const auto revoked = payload_as<ports::CertificateRevoked>(applied);
  if (!revoked) return pass_on(revoked);
  return exactly_one(
      applied, applied.connection.run(
                   "UPDATE certificate SET revoked_us = $1, revoke_reason = $2 WHERE certificate_id = $3",
                   {applied.entry.recorded_at.us, revoked->reason, to_text(revoked->certificate_id)}));
}

Done project_certificate_need(const Applied& applied) {
  const auto need = payload_as<ports::CertificateNeedSet>(applied);
  if (!need) return pass_on(need);
  return without_count(applied.connection.run(
      "INSERT INTO certificate_need (unit, task, asked, set_by, set_us) VALUES ($1, $2, $3, $4, $5) "
      "ON CONFLICT (unit, task) DO UPDATE SET asked = excluded.asked, set_by = excluded.set_by, "
      "set_us = excluded.set_us",
      {need->unit, need->task, need->on, applied.entry.actor.officer, applied.entry.recorded_at.us}));
}

}  // namespace cardea::sql
