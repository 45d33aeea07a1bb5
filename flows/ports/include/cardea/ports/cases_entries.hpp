#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/ports/ids.hpp"

// Payloads of the entries about cases of the second line and refusals of entry. The subject of all of them is
// the case; what they do to a crossing stands in the payload, so that it can be read without the case.

namespace cardea::ports {

struct CaseOpened {  // case.opened
  CaseId case_id;
  FormalityId inspection_id;
  std::string origin;                ///< "referral", "by_hand", "refusal" or "asylum"
  std::vector<std::string> reasons;  ///< words of crossings::kReferralReasons, or kRefusalProposed
  std::string note;
  Instant due_at;        ///< by when it should be decided
  std::string priority;  ///< "urgent", "high" or "normal"
  bool protection = false;
  std::string rules;  ///< id and edition of the targets that gave due_at
};
BOOST_DESCRIBE_STRUCT(CaseOpened, (),
                      (case_id, inspection_id, origin, reasons, note, due_at, priority, protection, rules))

struct CaseTaken {  // case.taken
  CaseId case_id;
  std::optional<OfficerId> taken_from;  ///< who held it, when it is taken over
  std::string reason;                   ///< why it is taken over; empty otherwise
};
BOOST_DESCRIBE_STRUCT(CaseTaken, (), (case_id, taken_from, reason))

struct InterviewAnswer {
  std::string question;  ///< id of the form's question
  std::string answer;
};
BOOST_DESCRIBE_STRUCT(InterviewAnswer, (), (question, answer))

/// The interview as it stands; each save is an entry and holds the whole of it.
struct CaseInterviewed {  // case.interviewed
  CaseId case_id;
  std::string form;      ///< purpose of the form: "tourism"
  std::string edition;   ///< of the forms
  std::string language;  ///< in which it is held
  std::string interpreter;
  std::string interpreter_mode;    ///< "none", "present", "telephone" or "video"
  std::vector<std::string> needs;  ///< "vulnerable", "minor", "unaccompanied", "medical", "disability"
  std::vector<InterviewAnswer> answers;
  bool finished = false;
};
BOOST_DESCRIBE_STRUCT(CaseInterviewed, (),
                      (case_id, form, edition, language, interpreter, interpreter_mode, needs, answers,
                       finished))

struct CaseEvidenceAdded {  // case.evidence_added: the file stands in the node's folder, by its digest
  CaseId case_id;
  EvidenceId evidence_id;
  std::string file_name;
  std::string media_type;  ///< as its bytes show, never as the client said
  std::int64_t size = 0;
  std::string sha256;  ///< hexadecimal
};
BOOST_DESCRIBE_STRUCT(CaseEvidenceAdded, (), (case_id, evidence_id, file_name, media_type, size, sha256))

struct CaseConsulted {  // case.consulted
  CaseId case_id;
  ConsultationId consultation_id;
  std::string unit;
  std::string question;
  Instant due_at;
};
BOOST_DESCRIBE_STRUCT(CaseConsulted, (), (case_id, consultation_id, unit, question, due_at))

struct CaseAnswered {  // case.answered
  CaseId case_id;
  ConsultationId consultation_id;
  std::string answer;
};
BOOST_DESCRIBE_STRUCT(CaseAnswered, (), (case_id, consultation_id, answer))

struct CaseAsylumRequested {  // case.asylum_requested: from now on entry is not refused
  CaseId case_id;
};
BOOST_DESCRIBE_STRUCT(CaseAsylumRequested, (), (case_id))

struct CaseEscalated {  // case.escalated: once for each level that was reached
  CaseId case_id;
  std::string level;
  std::string rules;  ///< id and edition of the time limits
};
BOOST_DESCRIBE_STRUCT(CaseEscalated, (), (case_id, level, rules))

struct CaseDecided {  // case.decided: the second line's decision is the crossing's
  CaseId case_id;
  FormalityId inspection_id;
  std::string outcome;                  ///< "admit" or "hand_over"
  std::vector<std::string> conditions;  ///< words; only for "admit"
  std::string handed_to;                ///< "police", "asylum_authority", "health"; only for "hand_over"
  std::string note;
  std::string purpose;
  std::optional<int> days_granted;
  Date on;
};
BOOST_DESCRIBE_STRUCT(CaseDecided, (),
                      (case_id, inspection_id, outcome, conditions, handed_to, note, purpose, days_granted,
                       on))

struct CaseClosed {  // case.closed: nothing more is to be done
  CaseId case_id;
  std::string reason;  ///< "referral_taken_back", "done", "withdrawn"
  std::string note;
};
BOOST_DESCRIBE_STRUCT(CaseClosed, (), (case_id, reason, note))

struct CarrierNotice {
  std::string name;
  std::string vehicle;  ///< flight number, registration or train
  std::optional<Instant> informed_at;
};
BOOST_DESCRIBE_STRUCT(CarrierNotice, (), (name, vehicle, informed_at))

struct ReturnPlan {
  std::optional<Date> on;
  std::string destination;
};
BOOST_DESCRIBE_STRUCT(ReturnPlan, (), (on, destination))

struct RefusalProposed {  // refusal.proposed: without effect until a second person approves it
  RefusalId refusal_id;
  CaseId case_id;
  FormalityId inspection_id;
  std::string number;                ///< of the form: "2026-NG-0007"
  std::vector<std::string> grounds;  ///< letters of the form
  std::string rules;                 ///< id and edition of the grounds
  std::string facts;
  std::string appeal;  ///< id and edition of the information on appeal
  CarrierNotice carrier;
  ReturnPlan removal;
};
BOOST_DESCRIBE_STRUCT(RefusalProposed, (),
                      (refusal_id, case_id, inspection_id, number, grounds, rules, facts, appeal, carrier,
                       removal))

struct RefusalApproved {  // refusal.approved: entry is refused
  RefusalId refusal_id;
  CaseId case_id;
  FormalityId inspection_id;
  std::vector<std::string> grounds;
  std::string facts;
  Date on;
};
BOOST_DESCRIBE_STRUCT(RefusalApproved, (), (refusal_id, case_id, inspection_id, grounds, facts, on))

struct RefusalReturned {  // refusal.returned: the second person does not agree
  RefusalId refusal_id;
  CaseId case_id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RefusalReturned, (), (refusal_id, case_id, reason))

struct RefusalIssued {  // refusal.issued: the form was handed to the person
  RefusalId refusal_id;
  CaseId case_id;
  std::string language;   ///< the traveller's
  std::string with;       ///< the officer's
  std::string edition;    ///< of the form's texts
  std::string sha256;     ///< of the PDF, hexadecimal
  std::string signature;  ///< "signed" or "refused_to_sign"
};
BOOST_DESCRIBE_STRUCT(RefusalIssued, (), (refusal_id, case_id, language, with, edition, sha256, signature))

struct RefusalAnnulled {  // refusal.annulled: the refusal stays on record, the case is open again
  RefusalId refusal_id;
  CaseId case_id;
  FormalityId inspection_id;
  std::string reason;
  Date on;
};
BOOST_DESCRIBE_STRUCT(RefusalAnnulled, (), (refusal_id, case_id, inspection_id, reason, on))

}  // namespace cardea::ports
