#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace cardea::journal {

/// Everything that can be recorded. The catalogue is closed: api/audit.md explains each entry type,
/// api/entries/ holds the schema of its payload. A type never changes its meaning; a new shape gets a new
/// type.
enum class EntryType : std::uint8_t {
  node_created,
  officer_enrolled,
  officer_changed,
  session_opened,
  session_closed,
  session_refused,
  list_imported,
  alert_published,
  alert_changed,
  alert_withdrawn,
  passage_opened,
  inspection_opened,
  inspection_compared,
  inspection_decided,
  inspection_voided,
  case_opened,
  case_taken,
  case_interviewed,
  case_evidence_added,
  case_consulted,
  case_answered,
  case_asylum_requested,
  case_escalated,
  case_decided,
  case_closed,
  refusal_proposed,
  refusal_approved,
  refusal_returned,
  refusal_issued,
  refusal_annulled,
  personal_data_read,
  unit_recorded,
  unit_closed,
  grant_proposed,
  grant_approved,
  grant_ended,
  break_glass_taken,
  break_glass_reviewed,
  session_locked,
  session_unlocked,
  session_handed_over,
  second_factor_enrolled,
  second_factor_reset,
  client_certificate_registered,
  client_certificate_revoked,
  workstation_announced,
  workstation_enrolled,
  workstation_closed,
  personal_data_accessed,
  lane_changed,
  level_set,
  relaxation_begun,
  relaxation_ended,
  drill_started,
  drill_finding,
  drill_ended,
  alert_drafted,
  alert_proposed,
  alert_approved,
  alert_returned,
  alert_raised,
  alert_withdrawal_proposed,
  hits_raised,
  hit_found_later,
  hit_judged,
  hit_form_filled,
  hit_closing_proposed,
  hit_closed,
  hit_receipted,
  inspection_detailed,
  inspection_person_stated,
  identity_link_proposed,
  identity_link_judged,
  permit_recorded,
  permit_ended,
  stay_adjusted,
  stay_deemed_exit,
  traveller_classed,
  retention_erased,
  retention_notice_given,
  hold_proposed,
  hold_approved,
  hold_lifted,
  procedure_drafted,
  procedure_approved,
  procedure_withdrawn,
  procedure_followed,
  directive_issued,
  directive_withdrawn,
  directive_received,
  directive_read,
  certificate_issued,
  certificate_revoked,
  certificate_need_set,
  passage_described,
  passage_occupant_noted,
  passage_manifest_attached,
  passage_line_explained,
  passage_released,
  passage_manifest_erased,
  data_subject_registered,
  data_subject_extended,
  data_subject_found,
  data_subject_exported,
  data_subject_corrected,
  erasure_proposed,
  erasure_approved,
  data_subject_closed,
  read_reviewed,
  read_explained,
  password_changed,
  paper_printed,
  paper_entered,
};

/// The words as they stand in the journal, in the order of the enumerators.
inline constexpr auto kEntryTypeWords = std::to_array<std::string_view>({
    "node.created",                   //
    "officer.enrolled",               //
    "officer.changed",                //
    "session.opened",                 //
    "session.closed",                 //
    "session.refused",                //
    "list.imported",                  //
    "alert.published",                //
    "alert.changed",                  //
    "alert.withdrawn",                //
    "passage.opened",                 //
    "inspection.opened",              //
    "inspection.compared",            //
    "inspection.decided",             //
    "inspection.voided",              //
    "case.opened",                    //
    "case.taken",                     //
    "case.interviewed",               //
    "case.evidence_added",            //
    "case.consulted",                 //
    "case.answered",                  //
    "case.asylum_requested",          //
    "case.escalated",                 //
    "case.decided",                   //
    "case.closed",                    //
    "refusal.proposed",               //
    "refusal.approved",               //
    "refusal.returned",               //
    "refusal.issued",                 //
    "refusal.annulled",               //
    "personal_data.read",             //
    "unit.recorded",                  //
    "unit.closed",                    //
    "grant.proposed",                 //
    "grant.approved",                 //
    "grant.ended",                    //
    "break_glass.taken",              //
    "break_glass.reviewed",           //
    "session.locked",                 //
    "session.unlocked",               //
    "session.handed_over",            //
    "second_factor.enrolled",         //
    "second_factor.reset",            //
    "client_certificate.registered",  //
    "client_certificate.revoked",     //
    "workstation.announced",          //
    "workstation.enrolled",           //
    "workstation.closed",             //
    "personal_data.accessed",         //
    "lane.changed",                   //
    "level.set",                      //
    "relaxation.begun",               //
    "relaxation.ended",               //
    "drill.started",                  //
    "drill.finding",                  //
    "drill.ended",                    //
    "alert.drafted",                  //
    "alert.proposed",                 //
    "alert.approved",                 //
    "alert.returned",                 //
    "alert.raised",                   //
    "alert.withdrawal_proposed",      //
    "hits.raised",                    //
    "hit.found_later",                //
    "hit.judged",                     //
    "hit.form_filled",                //
    "hit.closing_proposed",           //
    "hit.closed",                     //
    "hit.receipted",                  //
    "inspection.detailed",            //
    "inspection.person_stated",       //
    "identity.link_proposed",         //
    "identity.link_judged",           //
    "permit.recorded",                //
    "permit.ended",                   //
    "stay.adjusted",                  //
    "stay.deemed_exit",               //
    "traveller.classed",              //
    "retention.erased",               //
    "retention.notice_given",         //
    "hold.proposed",                  //
    "hold.approved",                  //
    "hold.lifted",                    //
    "procedure.drafted",              //
    "procedure.approved",             //
    "procedure.withdrawn",            //
    "procedure.followed",             //
    "directive.issued",               //
    "directive.withdrawn",            //
    "directive.received",             //
    "directive.read",                 //
    "certificate.issued",             //
    "certificate.revoked",            //
    "certificate.need_set",           //
    "passage.described",              //
    "passage.occupant_noted",         //
    "passage.manifest_attached",      //
    "passage.line_explained",         //
    "passage.released",               //
    "passage.manifest_erased",        //
    "data_subject.registered",        //
    "data_subject.extended",          //
    "data_subject.found",             //
    "data_subject.exported",          //
    "data_subject.corrected",         //
    "erasure.proposed",               //
    "erasure.approved",               //
    "data_subject.closed",            //
    "read.reviewed",                  //
    "read.explained",                 //
    "password.changed",               //
    "paper.printed",                  //
    "paper.entered",                  //
});

[[nodiscard]] constexpr std::string_view name(EntryType type) {
  return kEntryTypeWords.at(static_cast<std::size_t>(type));
}
[[nodiscard]] bool parse(std::string_view word, EntryType& type);

}  // namespace cardea::journal
