#pragma once

#include <string>
#include <vector>

#include "cardea/cases/form.hpp"
#include "cardea/cases/interview.hpp"
#include "cardea/cases/targets.hpp"
#include "cardea/casework/requests.hpp"
#include "cardea/casework/view.hpp"
#include "cardea/crossings/rules.hpp"
#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/ports/evidence_store.hpp"
#include "cardea/ports/form_printer.hpp"
#include "cardea/ports/request.hpp"

namespace cardea::casework {

/// What the flow works with. All are borrowed and must outlive it.
struct Parts {
  ports::Recorder& recorder;
  const ports::Records& records;
  const Clock& clock;
  IdSource& ids;
  const ports::FormPrinter& printer;
  ports::EvidenceStore& evidence;
  const crossings::RefusalGrounds& grounds;
  const cases::CaseTargets& targets;
  const cases::InterviewForms& forms;
};

/// A file as it was kept.
struct EvidenceFile {
  std::string file_name;
  std::string media_type;
  bool preview = false;
  std::string bytes;
};

/// The second line. Thread-safe: it holds no state of its own. Every call asks access::may first
/// (`forbidden/...`); every change is one piece of work on the writer and answers with the case as it then
/// is. All changes fail `not_found/case_unknown`, `conflict/revision_mismatch`,
/// `conflict/idempotency_key_reused`, `malformed/text_too_long`, `malformed/text_invalid`, and as the rules
/// of cases/case.hpp.
class Cases {
 public:
  explicit Cases(const Parts& parts) : parts_{parts} {}

  /// Waiting first, by target time. Looking at the list is recorded. Sweeps before.
  [[nodiscard]] Result<std::vector<CaseLine>> list(const ports::Caller& caller, bool open_only) const;
  /// Looking at a case that one does not hold is recorded.
  [[nodiscard]] Result<CaseView> get(const ports::Caller& caller, CaseId id) const;

  /// Fails `not_found/inspection_unknown`, `conflict/case_open_already`, `malformed/reason_required`,
  /// `malformed/unknown_reason`, `conflict/not_decided` (the first line has not referred or decided yet).
  [[nodiscard]] Result<CaseView> open(const ports::Caller& caller, const OpenByHand& input,
                                      const ports::ActRequest& request = {}) const;
  /// Fails `forbidden/certificate_missing` where the unit asks for one.
  [[nodiscard]] Result<CaseView> take(const ports::Caller& caller, CaseId id, const Take& input,
                                      const ports::ActRequest& request = {}) const;
  [[nodiscard]] Result<CaseView> save_interview(const ports::Caller& caller, CaseId id,
                                                const SaveInterview& input,
                                                const ports::ActRequest& request = {}) const;
  /// Anybody who may handle cases, in any state but decided and closed: a claim is never in the way.
  [[nodiscard]] Result<CaseView> request_asylum(const ports::Caller& caller, CaseId id,
                                                const ports::ActRequest& request = {}) const;
  /// Fails `malformed/unknown_unit`, `malformed/question_required`, `malformed/minutes_invalid`.
  [[nodiscard]] Result<CaseView> consult(const ports::Caller& caller, CaseId id, const Consult& input,
                                         const ports::ActRequest& request = {}) const;
  /// Fails `not_found/consultation_unknown`, `conflict/answered_already`, `malformed/answer_required`.
  [[nodiscard]] Result<CaseView> answer(const ports::Caller& caller, CaseId id, ConsultationId consultation,
                                        const AnswerConsultation& input,
                                        const ports::ActRequest& request = {}) const;
  /// Fails `malformed/unknown_outcome`, `malformed/unknown_condition`, `malformed/unknown_authority`,
  /// `malformed/note_required` (admitting in spite of what the first line could not clear), and as
  /// crossings::may_decide does about days.
  [[nodiscard]] Result<CaseView> decide(const ports::Caller& caller, CaseId id, const DecideCase& input,
                                        const ports::ActRequest& request = {}) const;
  /// A decided case. Fails `conflict/case_not_decided`.
  [[nodiscard]] Result<CaseView> close(const ports::Caller& caller, CaseId id, const GiveReason& input,
                                       const ports::ActRequest& request = {}) const;

  /// Fails `conflict/procedure_steps_missing` as ports::steps_done.
  [[nodiscard]] Result<CaseView> propose_refusal(const ports::Caller& caller, CaseId id,
                                                 const ProposeRefusal& input,
                                                 const ports::ActRequest& request = {}) const;
  /// By another person than the proposer (access::may_approve over the form's number). Fails
  /// `not_found/refusal_unknown`, `conflict/refusal_not_proposed`.
  [[nodiscard]] Result<CaseView> approve_refusal(const ports::Caller& caller, CaseId id, RefusalId refusal,
                                                 const ApproveRefusal& input,
                                                 const ports::ActRequest& request = {}) const;
  [[nodiscard]] Result<CaseView> return_refusal(const ports::Caller& caller, CaseId id, RefusalId refusal,
                                                const GiveReason& input,
                                                const ports::ActRequest& request = {}) const;
  /// Never deletes: the refusal stays on record as annulled and the case waits again. Fails
  /// `conflict/refusal_not_in_force`, `malformed/reason_required`.
  [[nodiscard]] Result<CaseView> annul_refusal(const ports::Caller& caller, CaseId id, RefusalId refusal,
                                               const GiveReason& input,
                                               const ports::ActRequest& request = {}) const;
  /// The form was handed over: its languages, signature and the digest of its PDF are recorded. Fails
  /// `conflict/refusal_not_in_force`, `malformed/unknown_language`, `malformed/unknown_signature`.
  [[nodiscard]] Result<CaseView> issue_form(const ports::Caller& caller, CaseId id, RefusalId refusal,
                                            const IssueForm& input,
                                            const ports::ActRequest& request = {}) const;
  /// The form of a refusal in force or annulled, in two languages; and as PDF. The read is recorded.
  [[nodiscard]] Result<cases::PrintedForm> form(const ports::Caller& caller, CaseId id, RefusalId refusal,
                                                const std::string& language, const std::string& with) const;
  [[nodiscard]] Result<std::string> form_pdf(const ports::Caller& caller, CaseId id, RefusalId refusal,
                                             const std::string& language, const std::string& with) const;

  /// Keeps the file and records what it is. Fails `malformed/evidence_empty`, `malformed/file_name_invalid`.
  [[nodiscard]] Result<CaseView> add_evidence(const ports::Caller& caller, CaseId id,
                                              const std::string& file_name, const std::string& bytes) const;
  /// The read is recorded. Fails `not_found/evidence_unknown`.
  [[nodiscard]] Result<EvidenceFile> read_evidence(const ports::Caller& caller, CaseId id,
                                                   EvidenceId evidence) const;

  /// Records each level that an undecided case has reached since the last sweep. For the server's timer.
  [[nodiscard]] Done sweep() const;

 private:
  Parts parts_;
};

}  // namespace cardea::casework
