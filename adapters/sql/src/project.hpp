#pragma once

#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/entries.hpp"
#include "cardea/sql/driver.hpp"
#include "cardea/sql/projection.hpp"

// The parts of project(): one function for each entry type.

namespace cardea::sql {

/// What every one of them gets.
struct Applied {
  Connection& connection;
  const journal::Entry& entry;
  const json::value& payload;
};

[[nodiscard]] Failure unreadable(const Applied& applied, std::string_view where);
[[nodiscard]] Failure without_subject(const Applied& applied);

/// The payload as the struct of its type.
template <class T>
[[nodiscard]] Result<T> payload_as(const Applied& applied) {
  auto read = from_json<T>(applied.payload);
  if (!read) return unreadable(applied, read.error().detail);
  return read;
}

/// The officer behind the entry, as the text of the id; the console's is all zeros.
[[nodiscard]] Result<std::string> officer_of(const Applied& applied);

template <class T>
[[nodiscard]] std::string stored_json(const T& value) {
  return canonical_json(to_json(value));
}

[[nodiscard]] Done project_node(const Applied& applied);
[[nodiscard]] Done project_officer(const Applied& applied);
[[nodiscard]] Done project_own_units(const Applied& applied, const ports::NodeCreated& node);
[[nodiscard]] Done project_unit(const Applied& applied);
[[nodiscard]] Done project_unit_closed(const Applied& applied);
[[nodiscard]] Done project_grant(const Applied& applied);
[[nodiscard]] Done project_grant_approved(const Applied& applied);
[[nodiscard]] Done project_grant_ended(const Applied& applied);
[[nodiscard]] Done project_break_glass(const Applied& applied);
[[nodiscard]] Done project_break_glass_review(const Applied& applied);
[[nodiscard]] Done project_client_certificate(const Applied& applied);
[[nodiscard]] Done project_client_certificate_revoked(const Applied& applied);
[[nodiscard]] Done project_workstation(const Applied& applied);
[[nodiscard]] Done project_workstation_enrolled(const Applied& applied);
[[nodiscard]] Done project_workstation_closed(const Applied& applied);
[[nodiscard]] Done project_list(const Applied& applied);
[[nodiscard]] Done project_alert(const Applied& applied);
[[nodiscard]] Done project_withdrawal(const Applied& applied);
[[nodiscard]] Done project_passage(const Applied& applied);
[[nodiscard]] Done project_inspection(const Applied& applied);
/// Passages of several persons.
[[nodiscard]] Done project_passage_described(const Applied& applied);
[[nodiscard]] Done project_occupant_noted(const Applied& applied);
[[nodiscard]] Done project_manifest_attached(const Applied& applied);
[[nodiscard]] Done project_line_explained(const Applied& applied);
[[nodiscard]] Done project_passage_released(const Applied& applied);
[[nodiscard]] Done project_manifest_erased(const Applied& applied);
[[nodiscard]] Done project_comparison(const Applied& applied);
[[nodiscard]] Done project_decision(const Applied& applied);
[[nodiscard]] Done project_void(const Applied& applied);
[[nodiscard]] Done project_person(const Applied& applied);
[[nodiscard]] Done project_read(const Applied& applied);
[[nodiscard]] Done project_access(const Applied& applied);
[[nodiscard]] Done project_erasure(const Applied& applied);
[[nodiscard]] Done project_notice(const Applied& applied);
[[nodiscard]] Done project_hold(const Applied& applied);
[[nodiscard]] Done project_hold_approval(const Applied& applied);
[[nodiscard]] Done project_hold_lift(const Applied& applied);
[[nodiscard]] Done project_data_request(const Applied& applied);
[[nodiscard]] Done project_data_extension(const Applied& applied);
[[nodiscard]] Done project_data_subject(const Applied& applied);
[[nodiscard]] Done project_data_export(const Applied& applied);
[[nodiscard]] Done project_correction(const Applied& applied);
[[nodiscard]] Done project_erasure_asked(const Applied& applied);
[[nodiscard]] Done project_erasure_agreed(const Applied& applied);
[[nodiscard]] Done project_data_closing(const Applied& applied);
[[nodiscard]] Done project_read_review(const Applied& applied);
[[nodiscard]] Done project_read_explanation(const Applied& applied);
/// Who inspects a person reads what is known about that person.
[[nodiscard]] Done project_own_read(const Applied& applied, const ports::InspectionOpened& opened);
[[nodiscard]] Done project_lane(const Applied& applied);
[[nodiscard]] Done project_level(const Applied& applied);
[[nodiscard]] Done project_relaxation(const Applied& applied);
[[nodiscard]] Done project_relaxation_end(const Applied& applied);
[[nodiscard]] Done project_drill_start(const Applied& applied);
[[nodiscard]] Done project_drill_finding(const Applied& applied);
[[nodiscard]] Done project_drill_end(const Applied& applied);
[[nodiscard]] Done project_paper_printed(const Applied& applied);
[[nodiscard]] Done project_paper_entered(const Applied& applied);
[[nodiscard]] Done project_case_opened(const Applied& applied);
[[nodiscard]] Done project_case_taken(const Applied& applied);
[[nodiscard]] Done project_case_interviewed(const Applied& applied);
[[nodiscard]] Done project_case_evidence(const Applied& applied);
[[nodiscard]] Done project_case_consulted(const Applied& applied);
[[nodiscard]] Done project_case_answered(const Applied& applied);
[[nodiscard]] Done project_case_asylum(const Applied& applied);
[[nodiscard]] Done project_case_escalated(const Applied& applied);
[[nodiscard]] Done project_case_decided(const Applied& applied);
[[nodiscard]] Done project_case_closed(const Applied& applied);
[[nodiscard]] Done project_refusal_proposed(const Applied& applied);
[[nodiscard]] Done project_refusal_approved(const Applied& applied);
[[nodiscard]] Done project_refusal_returned(const Applied& applied);
[[nodiscard]] Done project_refusal_issued(const Applied& applied);
[[nodiscard]] Done project_refusal_annulled(const Applied& applied);
[[nodiscard]] Done project_own_draft(const Applied& applied);
[[nodiscard]] Done project_own_proposal(const Applied& applied);
[[nodiscard]] Done project_own_emergency(const Applied& applied);
[[nodiscard]] Done project_own_approval(const Applied& applied);
[[nodiscard]] Done project_own_return(const Applied& applied);
[[nodiscard]] Done project_hits_raised(const Applied& applied);
[[nodiscard]] Done project_hit_found_later(const Applied& applied);
[[nodiscard]] Done project_hit_judged(const Applied& applied);
[[nodiscard]] Done project_hit_form(const Applied& applied);
[[nodiscard]] Done project_hit_closing(const Applied& applied);
[[nodiscard]] Done project_hit_closed(const Applied& applied);
[[nodiscard]] Done project_hit_receipt(const Applied& applied);
[[nodiscard]] Done project_details(const Applied& applied);
/// What alert.withdrawn means for an alert of our own, and inspection.compared for a hit.
[[nodiscard]] Done project_own_withdrawal(const Applied& applied, const std::string& source_id);
[[nodiscard]] Done project_hit_compared(const Applied& applied, const ports::InspectionCompared& compared);

/// Procedures, directives and certificates (project_guidance.cpp).
[[nodiscard]] Done project_procedure_drafted(const Applied& applied);
[[nodiscard]] Done project_procedure_approved(const Applied& applied);
[[nodiscard]] Done project_procedure_withdrawn(const Applied& applied);
[[nodiscard]] Done project_procedure_followed(const Applied& applied);
[[nodiscard]] Done project_directive_issued(const Applied& applied);
[[nodiscard]] Done project_directive_withdrawn(const Applied& applied);
[[nodiscard]] Done project_directive_received(const Applied& applied);
[[nodiscard]] Done project_directive_read(const Applied& applied);
[[nodiscard]] Done project_certificate_issued(const Applied& applied);
[[nodiscard]] Done project_certificate_revoked(const Applied& applied);
[[nodiscard]] Done project_certificate_need(const Applied& applied);

/// What a decision and its taking back do to stays; after the functions above.
[[nodiscard]] Done project_stay(const Applied& applied);
/// What a decision of either line and its taking back do to stays; after the crossing has its outcome. An
/// admitted entry opens a stay, an admitted exit closes one, anything else leaves none behind.
[[nodiscard]] Done settle_stay(const Applied& applied, const ports::InspectionDecided& decided);
[[nodiscard]] Done project_stay_void(const Applied& applied);
/// Links, permits, adjustments, deemed exits and stated classes.
[[nodiscard]] Done project_link_proposed(const Applied& applied);
[[nodiscard]] Done project_link_judged(const Applied& applied);
[[nodiscard]] Done project_permit(const Applied& applied);
[[nodiscard]] Done project_permit_end(const Applied& applied);
[[nodiscard]] Done project_adjustment(const Applied& applied);
[[nodiscard]] Done project_deemed_exit(const Applied& applied);
[[nodiscard]] Done project_stated_class(const Applied& applied);
/// What a traveller can be found by.
[[nodiscard]] Done index_traveller(const Applied& applied, const ports::TravellerRecord& traveller);

}  // namespace cardea::sql
