#include "cardea/sql/projection.hpp"

#include <array>

#include "cardea/journal/catalogue.hpp"
#include "project.hpp"

namespace cardea::sql {
namespace {

constexpr ProjectedTable kTables[] = {
    {"node", "node_id", "post, state, agency, time_zone, public_key", "lanes"},
    {"officer", "officer_id", "user_name, display_name, CASE WHEN active THEN 1 ELSE 0 END", "roles"},
    {"client_certificate", "sha256", "officer_id, label, registered_us, revoked_us", ""},
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
    {"case_file", "case_id",
     "inspection_id, opened_by, opened_us, due_us, state, state_order, holder_id, taken_us, level, CASE WHEN "
     "asylum THEN 1 ELSE 0 END, outcome, handed_to, note, decided_by, decided_us, revision",
     "opened, interview, conditions"},
    {"case_act", "case_id, origin, sequence", "type, officer, at_us, detail", ""},
    {"case_evidence", "case_id, evidence_id",
     "file_name, media_type, size_bytes, sha256, officer_id, added_us", ""},
    {"case_consultation", "case_id, consultation_id",
     "unit, question, due_us, asked_by, asked_us, answer, answered_by, answered_us", ""},
    {"refusal", "refusal_id",
     "case_id, number, proposed_by, proposed_us, state, judged_by, judged_us, reason, annulled_by, "
     "annulled_us, issued_us",
     "proposed, issued"},
    {"list_version", "origin, sequence",
     "source, version, digest, alerts, added, changed, withdrawn, quarantined, imported_us", ""},
    {"alert", "source, source_id", "digest, published_us, changed_us", "alert"},
    {"read_log", "origin, sequence",
     "read_us, officer, purpose, what, subject, traveller_id, result, records, lane, session_id, "
     "CASE WHEN own_work THEN 1 ELSE 0 END",
     ""},
    {"lane", "lane", "state, queue, queue_method, note, officer_id, changed_us", ""},
    {"level_step", "origin, sequence", "level, reason, until_us, officer_id, set_us", ""},
    {"relaxation", "relaxation_id", "until_us, officer_id, begun_us, ended_us, ended_by, end_reason",
     "begun"},
    {"drill", "drill_id", "scenario, level, started_by, started_us, ended_us, summary", ""},
    {"drill_finding", "drill_id, position", "text, officer_id, found_us", ""},
    {"own_alert", "alert_id",
     "reason, state, digest, drafted_by, drafted_us, proposed_by, proposed_us, lapses_us, note, approved_by, "
     "changed_us",
     "alert"},
    {"hit", "hit_id",
     "inspection_id, traveller_id, source, source_id, state, CASE WHEN found_later THEN 1 ELSE 0 END, "
     "raised_us, "
     "judged_us, judged_by, note, closing_by, closing_us, closed_us, closed_by, delivered_us, opened_us, "
     "acted_us, "
     "answer",
     "hit, form"},
    {"cleared_alert", "traveller_id, source, source_id", "digest, inspection_id, officer, cleared_us", ""},
    {"inspection_detail", "inspection_id", "CASE WHEN record_details THEN 1 ELSE 0 END", "details, person"},
    {"traveller_key", "traveller_id", "birth_date, primary_key, secondary_key", ""},
    {"identity_link", "first_id, second_id", "colour, proposed_us, judged_by, judged_us, reason", "likeness"},
    {"permit", "permit_id",
     "document_issuer, document_number, traveller_id, ended_on, end_reason, recorded_us", "permit"},
    {"stay", "crossing_id",
     "traveller_id, entered_on, entered_us, last_day, left_on, closed_by, exit_crossing_id", ""},
    {"stay_adjustment", "traveller_id, recorded_us, sequence", "traveller_id", "adjustment"},
    {"deemed_exit", "traveller_id, crossing_id", "crossing_id", "deemed_exit"},
    {"stated_class", "traveller_id", "person_class, reason", ""},
    {"erasure_hold", "hold_id",
     "traveller_id, reason, state, proposed_by, proposed_us, approved_by, approved_us, lifted_by, lifted_us",
     ""},
    {"retention_notice", "traveller_id, due_on", "given_us", ""},
    {"procedure_version", "procedure_id, version",
     "drafted_by, drafted_us, approved_by, approved_us, withdrawn_us, withdrawn_on, withdraw_reason", "says"},
    {"procedure_followed", "subject_kind, subject_id, procedure_id",
     "version, left_out, officer, followed_us", "done, deviations"},
    {"directive", "directive_id",
     "kind, title, text, language, read_by_us, in_force_us, expires_us, legal_source, issued_by, issued_us, "
     "withdrawn_us, withdraw_reason",
     "units, roles"},
    {"directive_receipt", "directive_id, officer_id", "received_us, read_us", ""},
    {"certificate", "certificate_id",
     "officer_id, kind, issued_on, expires_on, evidence, renews, issued_by, issued_us, revoked_us, "
     "revoke_reason",
     ""},
    {"certificate_need", "unit, task", "CASE WHEN asked THEN 1 ELSE 0 END, set_by, set_us", ""},
    {"data_request", "request_id",
     "kind, requester, contact, identity_check, language, statement, received_on, due_on, rules, state, "
     "extension_reason, outcome, answer, answered_on, registered_by, registered_us, closed_by, last_sequence",
     ""},
    {"data_request_person", "request_id, traveller_id", "traveller_id", ""},
    {"data_export", "request_id, sequence", "sha256, records, made_by, made_us", ""},
    {"data_correction", "correction_id",
     "request_id, traveller_id, field, old_value, new_value, reason, corrected_by, corrected_us", ""},
    {"data_erasure", "request_id, traveller_id", "state, proposed_by, proposed_us, approved_by, approved_us",
     ""},
    {"paper_form", "number",
     "batch_id, language, printed_by, printed_us, inspection_id, happened_us, entered_us, entered_by, "
     "decided_by, delay_minutes, CASE WHEN late THEN 1 ELSE 0 END",
     ""},
    {"read_review", "origin, sequence",
     "judgement, note, reviewed_by, reviewed_us, explanation, explained_us", ""},
    {"quarantined_row", "source, position", "file, line, reason, raw", ""},
    {"passage_file", "passage_id", "opened_by, opened_us, state, released_by, released_us, revision",
     "described, released"},
    {"occupant_note", "inspection_id", "passage_id, revision", "note"},
    {"passage_manifest", "passage_id", "attached_us, revision", "attached, entries"},
    {"manifest_explanation", "passage_id, line", "reason, note, revision", ""},
};

// History only: kept in service tables, or without state of its own.
Done no_state(const Applied& /*applied*/) { return {}; }

// A decision taken back takes its stay along.
Done project_voided(const Applied& applied) {
  return project_void(applied).and_then([&] { return project_stay_void(applied); });
}

using journal::EntryType;
struct Projection {
  EntryType type;
  Done (*apply)(const Applied& applied);
};

/// What each entry type does to the tables, in the order of the enumerators.
constexpr std::array kProjections{
    Projection{EntryType::node_created, project_node},
    Projection{EntryType::officer_enrolled, project_officer},
    Projection{EntryType::officer_changed, project_officer},
    Projection{EntryType::session_opened, no_state},
    Projection{EntryType::session_closed, no_state},
    Projection{EntryType::session_refused, no_state},
    Projection{EntryType::list_imported, project_list},
    Projection{EntryType::alert_published, project_alert},
    Projection{EntryType::alert_changed, project_alert},
    Projection{EntryType::alert_withdrawn, project_withdrawal},
    Projection{EntryType::passage_opened, project_passage},
    Projection{EntryType::inspection_opened, project_inspection},
    Projection{EntryType::inspection_compared, project_comparison},
    Projection{EntryType::inspection_decided, project_decision},
    Projection{EntryType::inspection_voided, project_voided},
    Projection{EntryType::case_opened, project_case_opened},
    Projection{EntryType::case_taken, project_case_taken},
    Projection{EntryType::case_interviewed, project_case_interviewed},
    Projection{EntryType::case_evidence_added, project_case_evidence},
    Projection{EntryType::case_consulted, project_case_consulted},
    Projection{EntryType::case_answered, project_case_answered},
    Projection{EntryType::case_asylum_requested, project_case_asylum},
    Projection{EntryType::case_escalated, project_case_escalated},
    Projection{EntryType::case_decided, project_case_decided},
    Projection{EntryType::case_closed, project_case_closed},
    Projection{EntryType::refusal_proposed, project_refusal_proposed},
    Projection{EntryType::refusal_approved, project_refusal_approved},
    Projection{EntryType::refusal_returned, project_refusal_returned},
    Projection{EntryType::refusal_issued, project_refusal_issued},
    Projection{EntryType::refusal_annulled, project_refusal_annulled},
    Projection{EntryType::personal_data_read, project_read},
    Projection{EntryType::unit_recorded, project_unit},
    Projection{EntryType::unit_closed, project_unit_closed},
    Projection{EntryType::grant_proposed, project_grant},
    Projection{EntryType::grant_approved, project_grant_approved},
    Projection{EntryType::grant_ended, project_grant_ended},
    Projection{EntryType::break_glass_taken, project_break_glass},
    Projection{EntryType::break_glass_reviewed, project_break_glass_review},
    Projection{EntryType::session_locked, no_state},
    Projection{EntryType::session_unlocked, no_state},
    Projection{EntryType::session_handed_over, no_state},
    Projection{EntryType::second_factor_enrolled, no_state},
    Projection{EntryType::second_factor_reset, no_state},
    Projection{EntryType::client_certificate_registered, project_client_certificate},
    Projection{EntryType::client_certificate_revoked, project_client_certificate_revoked},
    Projection{EntryType::workstation_announced, project_workstation},
    Projection{EntryType::workstation_enrolled, project_workstation_enrolled},
    Projection{EntryType::workstation_closed, project_workstation_closed},
    Projection{EntryType::personal_data_accessed, project_access},
    Projection{EntryType::lane_changed, project_lane},
    Projection{EntryType::level_set, project_level},
    Projection{EntryType::relaxation_begun, project_relaxation},
    Projection{EntryType::relaxation_ended, project_relaxation_end},
    Projection{EntryType::drill_started, project_drill_start},
    Projection{EntryType::drill_finding, project_drill_finding},
    Projection{EntryType::drill_ended, project_drill_end},
    Projection{EntryType::alert_drafted, project_own_draft},
    Projection{EntryType::alert_proposed, project_own_proposal},
    Projection{EntryType::alert_approved, project_own_approval},
    Projection{EntryType::alert_returned, project_own_return},
    Projection{EntryType::alert_raised, project_own_emergency},
    Projection{EntryType::alert_withdrawal_proposed, project_own_proposal},
    Projection{EntryType::hits_raised, project_hits_raised},
    Projection{EntryType::hit_found_later, project_hit_found_later},
    Projection{EntryType::hit_judged, project_hit_judged},
    Projection{EntryType::hit_form_filled, project_hit_form},
    Projection{EntryType::hit_closing_proposed, project_hit_closing},
    Projection{EntryType::hit_closed, project_hit_closed},
    Projection{EntryType::hit_receipted, project_hit_receipt},
    Projection{EntryType::inspection_detailed, project_details},
    Projection{EntryType::inspection_person_stated, project_person},
    Projection{EntryType::identity_link_proposed, project_link_proposed},
    Projection{EntryType::identity_link_judged, project_link_judged},
    Projection{EntryType::permit_recorded, project_permit},
    Projection{EntryType::permit_ended, project_permit_end},
    Projection{EntryType::stay_adjusted, project_adjustment},
    Projection{EntryType::stay_deemed_exit, project_deemed_exit},
    Projection{EntryType::traveller_classed, project_stated_class},
    Projection{EntryType::retention_erased, project_erasure},
    Projection{EntryType::retention_notice_given, project_notice},
    Projection{EntryType::hold_proposed, project_hold},
    Projection{EntryType::hold_approved, project_hold_approval},
    Projection{EntryType::hold_lifted, project_hold_lift},
    Projection{EntryType::procedure_drafted, project_procedure_drafted},
    Projection{EntryType::procedure_approved, project_procedure_approved},
    Projection{EntryType::procedure_withdrawn, project_procedure_withdrawn},
    Projection{EntryType::procedure_followed, project_procedure_followed},
    Projection{EntryType::directive_issued, project_directive_issued},
    Projection{EntryType::directive_withdrawn, project_directive_withdrawn},
    Projection{EntryType::directive_received, project_directive_received},
    Projection{EntryType::directive_read, project_directive_read},
    Projection{EntryType::certificate_issued, project_certificate_issued},
    Projection{EntryType::certificate_revoked, project_certificate_revoked},
    Projection{EntryType::certificate_need_set, project_certificate_need},
    Projection{EntryType::passage_described, project_passage_described},
    Projection{EntryType::passage_occupant_noted, project_occupant_noted},
    Projection{EntryType::passage_manifest_attached, project_manifest_attached},
    Projection{EntryType::passage_line_explained, project_line_explained},
    Projection{EntryType::passage_released, project_passage_released},
    Projection{EntryType::passage_manifest_erased, project_manifest_erased},
    Projection{EntryType::data_subject_registered, project_data_request},
    Projection{EntryType::data_subject_extended, project_data_extension},
    Projection{EntryType::data_subject_found, project_data_subject},
    Projection{EntryType::data_subject_exported, project_data_export},
    Projection{EntryType::data_subject_corrected, project_correction},
    Projection{EntryType::erasure_proposed, project_erasure_asked},
    Projection{EntryType::erasure_approved, project_erasure_agreed},
    Projection{EntryType::data_subject_closed, project_data_closing},
    Projection{EntryType::read_reviewed, project_read_review},
    Projection{EntryType::read_explained, project_read_explanation},
    Projection{EntryType::password_changed, no_state},
    Projection{EntryType::paper_printed, project_paper_printed},
    Projection{EntryType::paper_entered, project_paper_entered},
};
static_assert(kProjections.size() == journal::kEntryTypeWords.size());

constexpr bool in_order() {
  for (std::size_t i = 0; i < kProjections.size(); ++i) {
    if (kProjections[i].type != static_cast<journal::EntryType>(i)) return false;
  }
  return true;
}
static_assert(in_order());

}  // namespace

Failure unreadable(const Applied& applied, std::string_view where) {
  std::string detail = applied.entry.type + " " + std::to_string(applied.entry.sequence);
  return fail(ErrorKind::broken, "entry_unreadable", detail.append(" at ").append(where));
}

Failure without_subject(const Applied& applied) {
  return fail(ErrorKind::broken, "entry_without_subject",
              applied.entry.type + " " + std::to_string(applied.entry.sequence));
}

Result<std::string> officer_of(const Applied& applied) {
  if (applied.entry.actor.officer == "console") return to_text(OfficerId{IdBytes{}});
  const auto officer = parse_id<OfficerId>(applied.entry.actor.officer);
  if (!officer) return unreadable(applied, "actor");
  return to_text(*officer);
}

std::span<const ProjectedTable> projected_tables() { return kTables; }

Done project(Connection& connection, const journal::Entry& entry, const json::value& payload) {
  const Applied applied{connection, entry, payload};
  journal::EntryType type{};
  if (!journal::parse(entry.type, type)) return unreadable(applied, "type");
  return kProjections.at(static_cast<std::size_t>(type)).apply(applied);
}

}  // namespace cardea::sql
