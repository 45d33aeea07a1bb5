#pragma once

#include <vector>

#include "cardea/ports/accountability_entries.hpp"
#include "cardea/ports/alerts_entries.hpp"
#include "cardea/ports/cases_entries.hpp"
#include "cardea/ports/data_subject_entries.hpp"
#include "cardea/ports/guidance_entries.hpp"
#include "cardea/ports/operations_entries.hpp"
#include "cardea/ports/organisation_entries.hpp"
#include "cardea/ports/passages_entries.hpp"
#include "support.hpp"

// Entries of every area, so that checks of the whole store meet each table. An area adds its own function and
// its line in `of_every_area`.

namespace cardea::sql::testing {

[[nodiscard]] inline std::vector<journal::Draft> of_operations() {
  const auto drill = numbered<DrillId>(1);
  const auto relaxation = numbered<RelaxationId>(1);
  return {
      draft("lane.changed", "1", ports::LaneChanged{"1", "open", 12, "counted", ""}),
      draft("level.set", to_text(kNode), ports::LevelSet{"paper", "power cut", plus_seconds(kStart, 60)}),
      draft("relaxation.begun", to_text(relaxation),
            ports::RelaxationBegun{relaxation, "exit", {"stay"}, "coaches", plus_seconds(kStart, 60), "r@1"}),
      draft("relaxation.ended", to_text(relaxation), ports::RelaxationEnded{relaxation, "over"}),
      draft("drill.started", to_text(drill), ports::DrillStarted{drill, "link cut", "local_only"}),
      draft("drill.finding", to_text(drill), ports::DrillFinding{drill, "no forms"}),
      draft("drill.ended", to_text(drill), ports::DrillEnded{drill, "print ahead"}),
      draft("paper.printed", "batch",
            ports::PaperPrinted{
                numbered<PaperBatchId>(1), {"NG-2026-00001-70", "NG-2026-00002-70"}, "en", "1"}),
      draft("paper.entered", "NG-2026-00001-70",
            ports::PaperEntered{"NG-2026-00001-70", numbered<FormalityId>(9), kStart, "A. Officer", 1500,
                                true, "paper_forms@1"})};
}

[[nodiscard]] inline std::vector<journal::Draft> of_organisation() {
  const auto officer = numbered<OfficerId>(1);
  const std::string lost(64, 'a');
  return {draft("client_certificate.registered", to_text(officer),
                ports::ClientCertificateRegistered{officer, lost, "card 17"}),
          draft("client_certificate.revoked", to_text(officer),
                ports::ClientCertificateRevoked{officer, lost, "lost"})};
}

[[nodiscard]] inline std::vector<journal::Draft> of_retention() {
  const auto hold = numbered<ports::HoldId>(1);
  const auto traveller = numbered<TravellerId>(77);
  return {draft("hold.proposed", to_text(hold), ports::HoldProposed{hold, traveller, "court order"}),
          draft("hold.approved", to_text(hold), ports::HoldApproved{hold}),
          draft("hold.lifted", to_text(hold), ports::HoldLifted{hold, "over"}),
          draft("retention.notice_given", to_text(traveller),
                ports::RetentionNotice{traveller, "retention_ees@2017-12-09", "no_exit",
                                       Date::from_days(20000)})};
}

[[nodiscard]] inline std::vector<journal::Draft> of_data_subjects() {
  const auto request = numbered<DataRequestId>(1);
  const auto traveller = numbered<TravellerId>(77);
  const std::string subject = to_text(request);
  const Date day = Date::from_days(20000);
  return {draft("data_subject.registered", subject,
                ports::DataRequestRegistered{request, "erasure", "A. Person", "", "document_seen", "en", "",
                                             day, day.plus_days(30), "data_subject_rights@1"}),
          draft("data_subject.extended", subject,
                ports::DataRequestExtended{request, day.plus_days(90), "many records"}),
          draft("data_subject.found", subject, ports::DataSubjectFound{request, {traveller}}),
          draft("data_subject.exported", subject, ports::DataExported{request, std::string(64, '0'), 3}),
          draft("data_subject.corrected", subject,
                ports::DataCorrected{request, numbered<CorrectionId>(1), traveller, "sex", "male", "female",
                                     "misread"}),
          draft("erasure.proposed", subject, ports::ErasureAsked{request, traveller}),
          draft("erasure.approved", subject, ports::ErasureAsked{request, traveller}),
          draft("data_subject.closed", subject,
                ports::DataRequestClosed{request, "erased", "", day.plus_days(40)}),
          draft("read.reviewed", "1", ports::ReadReviewed{1, "needs_explanation", "why?"}),
          draft("read.explained", "1", ports::ReadExplained{1, "asked by the leader"})};
}

[[nodiscard]] inline std::vector<journal::Draft> of_cases() {
  const auto file = numbered<CaseId>(1);
  const auto inspection = numbered<FormalityId>(3);
  const auto refusal = numbered<RefusalId>(1);
  const std::string subject = to_text(file);
  return {draft("case.opened", subject,
                ports::CaseOpened{.case_id = file,
                                  .inspection_id = inspection,
                                  .origin = "by_hand",
                                  .reasons = {"document_doubt"},
                                  .note = "",
                                  .due_at = plus_seconds(kStart, 600),
                                  .priority = "normal",
                                  .protection = false,
                                  .rules = "case_targets@1"}),
          draft("case.taken", subject, ports::CaseTaken{.case_id = file, .taken_from = {}, .reason = ""}),
          draft("case.evidence_added", subject,
                ports::CaseEvidenceAdded{.case_id = file,
                                         .evidence_id = numbered<EvidenceId>(1),
                                         .file_name = "page.png",
                                         .media_type = "image/png",
                                         .size = 4,
                                         .sha256 = std::string(64, '0')}),
          draft("case.consulted", subject,
                ports::CaseConsulted{.case_id = file,
                                     .consultation_id = numbered<ConsultationId>(1),
                                     .unit = "document_unit",
                                     .question = "genuine?",
                                     .due_at = plus_seconds(kStart, 600)}),
          draft("refusal.proposed", subject,
                ports::RefusalProposed{.refusal_id = refusal,
                                       .case_id = file,
                                       .inspection_id = inspection,
                                       .number = "N-1",
                                       .grounds = {"A"},
                                       .rules = "refusal_grounds@1",
                                       .facts = "no document",
                                       .appeal = {},
                                       .carrier = {},
                                       .removal = {}})};
}

[[nodiscard]] inline std::vector<journal::Draft> of_alerts() {
  const auto own = numbered<OwnAlertId>(1);
  const auto hit = numbered<HitId>(1);
  const auto inspection = numbered<FormalityId>(4);
  const json::object alert{{"names", json::array{"ERIKSSON"}}};
  ports::HitRaised raised{.hit_id = hit};
  raised.source = "own";
  raised.source_id = "b";
  ports::HitsRaised hits{.inspection_id = inspection, .traveller_id = numbered<TravellerId>(4)};
  hits.hits = {raised};
  ports::OwnAlertDrafted drafted{.alert_id = own};
  drafted.alert = alert;
  ports::HitJudged judged{.hit_id = hit};
  judged.state = "false_positive";
  return {draft("alert.drafted", to_text(own), drafted), draft("hits.raised", to_text(inspection), hits),
          draft("hit.judged", to_text(hit), judged)};
}

[[nodiscard]] inline std::vector<journal::Draft> of_guidance() {
  const auto procedure = numbered<ProcedureId>(1);
  const auto directive = numbered<DirectiveId>(1);
  const auto certificate = numbered<CertificateId>(1);
  const std::string inspection = to_text(numbered<FormalityId>(3));
  procedures::Procedure says;
  says.language = "en";
  says.title = {{"en", "Refusal"}};
  ports::DirectiveIssued issued{.directive_id = directive};
  issued.kind = "bulletin";
  issued.roles = {"officer"};
  issued.read_by = issued.in_force_from = kStart;
  const ports::DirectiveReceipt receipt{directive, numbered<OfficerId>(1)};
  return {
      draft("procedure.drafted", to_text(procedure), ports::ProcedureDrafted{procedure, 1, says}),
      draft("procedure.approved", to_text(procedure), ports::ProcedureApproved{procedure, 1}),
      draft("procedure.withdrawn", to_text(procedure),
            ports::ProcedureWithdrawn{procedure, 1, Date::from_days(20000), "over"}),
      draft("procedure.followed", inspection,
            ports::ProcedureFollowed{
                procedure, 1, "inspection", inspection, {"told"}, {{"signed", "refused to sign"}}}),
      draft("directive.issued", to_text(directive), issued),
      draft("directive.received", to_text(directive), receipt),
      draft("directive.read", to_text(directive), receipt),
      draft("directive.withdrawn", to_text(directive), ports::DirectiveWithdrawn{directive, "over"}),
      draft("certificate.issued", to_text(certificate),
            ports::CertificateIssued{certificate,
                                     numbered<OfficerId>(1),
                                     "alert_handling",
                                     Date::from_days(20000),
                                     Date::from_days(20700),
                                     "course 12",
                                     {}}),
      draft("certificate.revoked", to_text(certificate), ports::CertificateRevoked{certificate, "mistake"}),
      draft("certificate.need_set", "north_gate",
            ports::CertificateNeedSet{"north_gate", "hit_handling", true})};
}

[[nodiscard]] inline std::vector<journal::Draft> of_passages() {
  const auto passage = numbered<PassageId>(901);
  const auto inspection = numbered<FormalityId>(905);
  const std::string subject = to_text(passage);
  ports::ManifestAttached manifest{.passage_id = passage, .file_name = "bus.csv"};
  manifest.lines.resize(1);
  manifest.lines.front().person.line = 2;
  manifest.lines.front().person.surname = "OKAFOR";
  ports::OccupantNoted note{.inspection_id = inspection, .passage_id = passage, .role = "driver"};
  return {draft("passage.opened", subject, ports::PassageOpened{passage, "bus", "North Gate", "1", "entry"}),
          draft("passage.described", subject,
                ports::PassageDescribed{passage, 2,
                                        ports::VehicleRecord{"KAA 123", "KAA123", "KEN", "Fiat", "red", ""}}),
          draft("passage.occupant_noted", to_text(inspection), note),
          draft("passage.manifest_attached", subject, manifest),
          draft("passage.line_explained", subject,
                ports::LineExplained{passage, 2, "did_not_travel", "says the driver"}),
          draft("passage.released", subject, ports::PassageReleased{passage, 2, 0, 1, ""})};
}

[[nodiscard]] inline std::vector<journal::Draft> of_every_area() {
  std::vector<journal::Draft> all;
  for (auto& area : {of_operations(), of_organisation(), of_retention(), of_data_subjects(), of_cases(),
                     of_alerts(), of_guidance(), of_passages()})
    all.insert(all.end(), area.begin(), area.end());
  return all;
}

}  // namespace cardea::sql::testing
