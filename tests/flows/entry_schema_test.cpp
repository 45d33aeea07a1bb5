// api/entries holds the schema of every payload; it is written from the structs. With CARDEA_REBASELINE=1
// this test writes the files instead of comparing them.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/accountability_entries.hpp"
#include "cardea/ports/alerts_entries.hpp"
#include "cardea/ports/cases_entries.hpp"
#include "cardea/ports/data_subject_entries.hpp"
#include "cardea/ports/entries.hpp"
#include "cardea/ports/first_line_entries.hpp"
#include "cardea/ports/guidance_entries.hpp"
#include "cardea/ports/operations_entries.hpp"
#include "cardea/ports/organisation_entries.hpp"
#include "cardea/ports/passages_entries.hpp"
#include "cardea/ports/travellers_entries.hpp"

namespace cardea::ports {
namespace {

std::filesystem::path folder() { return std::filesystem::path(CARDEA_SOURCE_DIR) / "api" / "entries"; }

std::string read(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

// Two blanks a level, members in the order of the struct: a person reads the difference.
void print(const json::value& value, int depth, std::string& out) {
  const std::string inner(static_cast<std::size_t>(depth + 1) * 2, ' ');
  const std::string outer(static_cast<std::size_t>(depth) * 2, ' ');
  if (const auto* object = value.if_object(); object != nullptr && !object->empty()) {
    out += "{\n";
    for (auto member = object->begin(); member != object->end(); ++member) {
      out += inner + json::serialize(json::string(member->key())) + ": ";
      print(member->value(), depth + 1, out);
      out += std::next(member) == object->end() ? "\n" : ",\n";
    }
    out += outer + "}";
  } else {
    out += json::serialize(value);
  }
}

template <class Payload>
std::string schema_text(journal::EntryType type) {
  json::object schema = json_schema<Payload>();
  schema["title"] = std::string(name(type));
  std::string text;
  print(schema, 0, text);
  return text + "\n";
}

template <class Payload>
void check_schema(journal::EntryType type) {
  const auto path = folder() / (std::string(name(type)) + ".schema.json");
  const std::string now = schema_text<Payload>(type);
  if (std::getenv("CARDEA_REBASELINE") != nullptr) {
    std::filesystem::create_directories(folder());
    write(path, now);
  }
  EXPECT_EQ(read(path), now) << "CARDEA_REBASELINE=1 writes " << path.filename();
}

TEST(EntrySchemas, AreThoseOfThePayloads) {
  using enum journal::EntryType;
  check_schema<NodeCreated>(node_created);
  check_schema<OfficerEnrolled>(officer_enrolled);
  check_schema<OfficerEnrolled>(officer_changed);
  check_schema<SessionOpened>(session_opened);
  check_schema<SessionClosed>(session_closed);
  check_schema<SessionRefused>(session_refused);
  check_schema<ListImported>(list_imported);
  check_schema<AlertRecorded>(alert_published);
  check_schema<AlertRecorded>(alert_changed);
  check_schema<AlertWithdrawn>(alert_withdrawn);
  check_schema<PassageOpened>(passage_opened);
  check_schema<InspectionOpened>(inspection_opened);
  check_schema<InspectionCompared>(inspection_compared);
  check_schema<InspectionDecided>(inspection_decided);
  check_schema<InspectionVoided>(inspection_voided);
  check_schema<CaseOpened>(case_opened);
  check_schema<CaseTaken>(case_taken);
  check_schema<CaseInterviewed>(case_interviewed);
  check_schema<CaseEvidenceAdded>(case_evidence_added);
  check_schema<CaseConsulted>(case_consulted);
  check_schema<CaseAnswered>(case_answered);
  check_schema<CaseAsylumRequested>(case_asylum_requested);
  check_schema<CaseEscalated>(case_escalated);
  check_schema<CaseDecided>(case_decided);
  check_schema<CaseClosed>(case_closed);
  check_schema<RefusalProposed>(refusal_proposed);
  check_schema<RefusalApproved>(refusal_approved);
  check_schema<RefusalReturned>(refusal_returned);
  check_schema<RefusalIssued>(refusal_issued);
  check_schema<RefusalAnnulled>(refusal_annulled);
  check_schema<PersonalDataRead>(personal_data_read);
  check_schema<OwnAlertDrafted>(alert_drafted);
  check_schema<OwnAlertProposed>(alert_proposed);
  check_schema<OwnAlertApproved>(alert_approved);
  check_schema<OwnAlertReturned>(alert_returned);
  check_schema<OwnAlertRaised>(alert_raised);
  check_schema<OwnAlertProposed>(alert_withdrawal_proposed);
  check_schema<HitsRaised>(hits_raised);
  check_schema<HitFoundLater>(hit_found_later);
  check_schema<HitJudged>(hit_judged);
  check_schema<HitFormFilled>(hit_form_filled);
  check_schema<HitNoted>(hit_closing_proposed);
  check_schema<HitNoted>(hit_closed);
  check_schema<HitReceipted>(hit_receipted);
  check_schema<InspectionDetailed>(inspection_detailed);
  check_schema<InspectionPersonStated>(inspection_person_stated);
  check_schema<UnitRecorded>(unit_recorded);
  check_schema<UnitClosed>(unit_closed);
  check_schema<GrantProposed>(grant_proposed);
  check_schema<GrantApproved>(grant_approved);
  check_schema<GrantEnded>(grant_ended);
  check_schema<BreakGlassTaken>(break_glass_taken);
  check_schema<BreakGlassReviewed>(break_glass_reviewed);
  check_schema<SessionLocked>(session_locked);
  check_schema<SessionUnlocked>(session_unlocked);
  check_schema<SessionHandedOver>(session_handed_over);
  check_schema<SecondFactorEnrolled>(second_factor_enrolled);
  check_schema<SecondFactorReset>(second_factor_reset);
  check_schema<ClientCertificateRegistered>(client_certificate_registered);
  check_schema<ClientCertificateRevoked>(client_certificate_revoked);
  check_schema<WorkstationAnnounced>(workstation_announced);
  check_schema<WorkstationEnrolled>(workstation_enrolled);
  check_schema<WorkstationClosed>(workstation_closed);
  check_schema<PersonalDataAccessed>(personal_data_accessed);
  check_schema<LaneChanged>(lane_changed);
  check_schema<LevelSet>(level_set);
  check_schema<RelaxationBegun>(relaxation_begun);
  check_schema<RelaxationEnded>(relaxation_ended);
  check_schema<DrillStarted>(drill_started);
  check_schema<DrillFinding>(drill_finding);
  check_schema<DrillEnded>(drill_ended);
  check_schema<LinkProposed>(identity_link_proposed);
  check_schema<LinkJudged>(identity_link_judged);
  check_schema<PermitRecorded>(permit_recorded);
  check_schema<PermitEnded>(permit_ended);
  check_schema<StayAdjusted>(stay_adjusted);
  check_schema<StayDeemedExit>(stay_deemed_exit);
  check_schema<TravellerClassed>(traveller_classed);
  check_schema<RetentionErased>(retention_erased);
  check_schema<RetentionNotice>(retention_notice_given);
  check_schema<HoldProposed>(hold_proposed);
  check_schema<HoldApproved>(hold_approved);
  check_schema<HoldLifted>(hold_lifted);
  check_schema<ProcedureDrafted>(procedure_drafted);
  check_schema<ProcedureApproved>(procedure_approved);
  check_schema<ProcedureWithdrawn>(procedure_withdrawn);
  check_schema<ProcedureFollowed>(procedure_followed);
  check_schema<DirectiveIssued>(directive_issued);
  check_schema<DirectiveWithdrawn>(directive_withdrawn);
  check_schema<DirectiveReceipt>(directive_received);
  check_schema<DirectiveReceipt>(directive_read);
  check_schema<CertificateIssued>(certificate_issued);
  check_schema<CertificateRevoked>(certificate_revoked);
  check_schema<CertificateNeedSet>(certificate_need_set);
  check_schema<PassageDescribed>(passage_described);
  check_schema<OccupantNoted>(passage_occupant_noted);
  check_schema<ManifestAttached>(passage_manifest_attached);
  check_schema<LineExplained>(passage_line_explained);
  check_schema<PassageReleased>(passage_released);
  check_schema<ManifestErased>(passage_manifest_erased);
  check_schema<DataRequestRegistered>(data_subject_registered);
  check_schema<DataRequestExtended>(data_subject_extended);
  check_schema<DataSubjectFound>(data_subject_found);
  check_schema<DataExported>(data_subject_exported);
  check_schema<DataCorrected>(data_subject_corrected);
  check_schema<ErasureAsked>(erasure_proposed);
  check_schema<ErasureAsked>(erasure_approved);
  check_schema<DataRequestClosed>(data_subject_closed);
  check_schema<ReadReviewed>(read_reviewed);
  check_schema<ReadExplained>(read_explained);
  check_schema<PasswordChanged>(password_changed);
  check_schema<PaperPrinted>(paper_printed);
  check_schema<PaperEntered>(paper_entered);
}

TEST(EntrySchemas, AreThereForEveryTypeOfTheCatalogue) {
  for (const std::string_view word : journal::kEntryTypeWords) {
    EXPECT_TRUE(std::filesystem::exists(folder() / (std::string(word) + ".schema.json"))) << word;
  }
}

}  // namespace
}  // namespace cardea::ports
