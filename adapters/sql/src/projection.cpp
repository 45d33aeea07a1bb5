#include "cardea/sql/projection.hpp"

#include "cardea/journal/catalogue.hpp"
#include "project.hpp"

namespace cardea::sql {
namespace {

constexpr ProjectedTable kTables[] = {
    {"node", "node_id", "post, state, agency, time_zone, public_key", "lanes"},
    {"officer", "officer_id", "user_name, display_name, CASE WHEN active THEN 1 ELSE 0 END", "roles"},
    {"unit", "path", "kind, name, state, agency, CASE WHEN own THEN 1 ELSE 0 END, closed_us", ""},
    {"role_grant", "grant_id",
     "officer_id, role, agency, unit, from_us, until_us, reason, proposed_by, proposed_us, approved_by, "
     "approved_us, rule, ended_us, end_reason",
     ""},
    {"break_glass", "grant_id",
     "officer_id, role, agency, unit, from_us, until_us, reason, reviewed_by, reviewed_us, outcome, note",
     ""},
    {"workstation", "workstation_id", "name, lane, announced_us, enrolled_us, closed_us", ""},
    {"traveller", "traveller_id",
     "primary_identifier, secondary_identifier, sex, nationality, first_seen_us, last_seen_us",
     "birth_dates"},
    {"document", "document_id",
     "traveller_id, format, code, issuer, number, birth_date, expires_on, first_seen_us, last_seen_us", ""},
    {"passage", "passage_us, passage_id", "mode, post, lane, direction", ""},
    {"crossing", "passage_us, crossing_id",
     "passage_id, traveller_id, document_id, direction, post, formality_id, outcome, decided_on, decided_us",
     ""},
    {"formality", "passage_us, formality_id",
     "passage_id, agency, kind, part, crossing_id, state, officer_id, opened_us, completed_us", ""},
    {"inspection", "passage_us, formality_id",
     "post, lane, direction, inspected_on, mrz, CASE WHEN typed_by_hand THEN 1 ELSE 0 END, revision",
     "reading, document, traveller, hits, stay, first_assessment, assessment, versions"},
    {"comparison", "passage_us, formality_id, source, source_id", "result, note, compared_us", ""},
    {"decision", "passage_us, formality_id", "outcome, note, purpose, days_granted, officer_id, decided_us",
     "reasons"},
    {"list_version", "origin, sequence",
     "source, version, digest, alerts, added, changed, withdrawn, quarantined, imported_us", ""},
    {"alert", "source, source_id", "digest, published_us, changed_us", "alert"},
    {"erasure_hold", "hold_id",
     "traveller_id, reason, state, proposed_by, proposed_us, approved_by, approved_us, lifted_by, lifted_us",
     ""},
    {"retention_notice", "traveller_id, due_on", "given_us", ""},
    {"read_log", "origin, sequence",
     "read_us, officer, purpose, what, subject, traveller_id, result, records, lane, session_id, "
     "CASE WHEN own_work THEN 1 ELSE 0 END",
     ""},
    {"quarantined_row", "source, position", "file, line, reason, raw", ""},
};

/// What is kept, for how long, and why longer.
Done project_keeping(journal::EntryType type, const Applied& applied) {
  using enum journal::EntryType;
  if (type == retention_erased) return project_erasure(applied);
  if (type == retention_notice_given) return project_notice(applied);
  if (type == hold_proposed) return project_hold(applied);
  return type == hold_approved ? project_hold_approval(applied) : project_hold_lift(applied);
}

Done project_as(journal::EntryType type, const Applied& applied) {
  using enum journal::EntryType;
  switch (type) {
    case node_created:
      return project_node(applied);
    case officer_enrolled:
    case officer_changed:
      return project_officer(applied);
    case list_imported:
      return project_list(applied);
    case alert_published:
    case alert_changed:
      return project_alert(applied);
    case alert_withdrawn:
      return project_withdrawal(applied);
    case passage_opened:
      return project_passage(applied);
    case inspection_opened:
      return project_inspection(applied);
    case inspection_compared:
      return project_comparison(applied);
    case inspection_decided:
      return project_decision(applied);
    case inspection_voided:
      return project_void(applied);
    case unit_recorded:
      return project_unit(applied);
    case unit_closed:
      return project_unit_closed(applied);
    case grant_proposed:
      return project_grant(applied);
    case grant_approved:
      return project_grant_approved(applied);
    case grant_ended:
      return project_grant_ended(applied);
    case break_glass_taken:
      return project_break_glass(applied);
    case break_glass_reviewed:
      return project_break_glass_review(applied);
    case workstation_announced:
      return project_workstation(applied);
    case workstation_enrolled:
      return project_workstation_enrolled(applied);
    case workstation_closed:
      return project_workstation_closed(applied);
    case personal_data_read:
      return project_read(applied);
    case personal_data_accessed:
      return project_access(applied);
    case retention_erased:
    case retention_notice_given:
    case hold_proposed:
    case hold_approved:
    case hold_lifted:
      return project_keeping(type, applied);
    // History only: sessions are kept in service tables.
    case session_opened:
    case session_closed:
    case session_refused:
    case session_locked:
    case session_unlocked:
    case session_handed_over:
    case second_factor_enrolled:
    case second_factor_reset:
      return {};
  }
  __builtin_unreachable();
}

}  // namespace

Failure unreadable(const Applied& applied, std::string_view where) {
  std::string detail = applied.entry.type + " " + std::to_string(applied.entry.sequence);
  return fail(ErrorKind::broken, "entry_unreadable", detail.append(" at ").append(where));
}

Failure without_subject(const Applied& applied) {
  return fail(ErrorKind::broken, "entry_without_subject",
              applied.entry.type + " " + std::to_string(applied.entry.sequence));
}

std::span<const ProjectedTable> projected_tables() { return kTables; }

Done project(Connection& connection, const journal::Entry& entry, const json::value& payload) {
  const Applied applied{connection, entry, payload};
  journal::EntryType type{};
  if (!journal::parse(entry.type, type)) return unreadable(applied, "type");
  return project_as(type, applied);
}

}  // namespace cardea::sql
