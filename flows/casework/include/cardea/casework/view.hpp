#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cardea/ports/cases_records.hpp"

// What an officer is shown of cases: answers of the REST API, written by the codec. Words are the client's to
// translate; optional members are left out when absent.

namespace cardea::casework {

struct OfficerName {
  OfficerId id;
  std::string name;  ///< display name, so that a colleague can be called
};
BOOST_DESCRIBE_STRUCT(OfficerName, (), (id, name))

/// A line of the list.
struct CaseLine {
  CaseId id;
  FormalityId inspection_id;
  std::string state;
  std::string priority;
  bool protection = false;
  bool asylum = false;
  bool waits_for_approval = false;  ///< a refusal is proposed and wants a second person
  std::vector<std::string> reasons;
  Instant opened_at;
  Instant due_at;
  std::string level;
  std::optional<OfficerName> holder;
  std::string primary_identifier;
  std::string secondary_identifier;
  std::string nationality;
  std::string post;
  std::string lane;
  std::optional<std::string> outcome;
};
BOOST_DESCRIBE_STRUCT(CaseLine, (),
                      (id, inspection_id, state, priority, protection, asylum, waits_for_approval, reasons,
                       opened_at, due_at, level, holder, primary_identifier, secondary_identifier,
                       nationality, post, lane, outcome))

struct ActView {
  std::string type;
  std::string officer;  ///< display name; "node" or "console" for the node itself
  Instant at;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(ActView, (), (type, officer, at, detail))

struct EvidenceView {
  EvidenceId id;
  std::string file_name;
  std::string media_type;
  std::int64_t size = 0;
  std::string sha256;
  bool preview = false;
  OfficerName officer;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(EvidenceView, (), (id, file_name, media_type, size, sha256, preview, officer, at))

struct ConsultationView {
  ConsultationId id;
  std::string unit;
  std::string question;
  Instant due_at;
  bool lapsed = false;
  OfficerName asked_by;
  Instant asked_at;
  std::optional<std::string> answer;
  std::optional<OfficerName> answered_by;
  std::optional<Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(ConsultationView, (),
                      (id, unit, question, due_at, lapsed, asked_by, asked_at, answer, answered_by,
                       answered_at))

struct RefusalView {
  RefusalId id;
  std::string number;
  std::string state;  ///< "proposed", "lapsed", "returned", "in_force" or "annulled"
  std::vector<std::string> grounds;
  std::string facts;
  ports::CarrierNotice carrier;
  ports::ReturnPlan removal;
  OfficerName proposed_by;
  Instant proposed_at;
  std::optional<OfficerName> judged_by;
  std::optional<Instant> judged_at;
  std::string reason;
  std::optional<OfficerName> annulled_by;
  std::optional<Instant> annulled_at;
  std::optional<std::string> language;  ///< in which the form was issued
  std::optional<std::string> signature;
  std::optional<std::string> pdf_sha256;
  std::optional<Instant> issued_at;
  bool may_approve = false;  ///< by this officer
  bool may_annul = false;
};
BOOST_DESCRIBE_STRUCT(RefusalView, (),
                      (id, number, state, grounds, facts, carrier, removal, proposed_by, proposed_at,
                       judged_by, judged_at, reason, annulled_by, annulled_at, language, signature,
                       pdf_sha256, issued_at, may_approve, may_annul))

struct InterviewView {
  std::string form;
  std::string edition;
  std::string language;
  std::string interpreter;
  std::string interpreter_mode;
  std::vector<std::string> needs;
  std::vector<ports::InterviewAnswer> answers;
  bool finished = false;
};
BOOST_DESCRIBE_STRUCT(InterviewView, (),
                      (form, edition, language, interpreter, interpreter_mode, needs, answers, finished))

struct CaseDecisionView {
  std::string outcome;
  std::vector<std::string> conditions;
  std::string handed_to;
  std::string note;
  OfficerName officer;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(CaseDecisionView, (), (outcome, conditions, handed_to, note, officer, at))

struct CaseView {
  CaseId id;
  std::int64_t revision = 0;  ///< also the ETag
  FormalityId inspection_id;
  std::string state;
  std::string origin;
  std::vector<std::string> reasons;
  std::string note;
  std::string priority;
  bool protection = false;
  bool asylum = false;
  OfficerName opened_by;
  Instant opened_at;
  Instant due_at;
  std::string level;
  std::optional<OfficerName> holder;
  std::optional<Instant> taken_at;
  bool yours = false;  ///< this officer holds it
  std::string post;
  std::string lane;
  std::string direction;
  ports::TravellerRecord traveller;
  ports::DocumentRecord document;
  std::optional<int> days_left;
  std::vector<std::string> suggested_grounds;
  std::optional<InterviewView> interview;
  std::vector<EvidenceView> evidence;
  std::vector<ConsultationView> consultations;
  std::vector<RefusalView> refusals;
  std::optional<CaseDecisionView> decision;
  std::vector<ActView> timeline;
};
BOOST_DESCRIBE_STRUCT(CaseView, (),
                      (id, revision, inspection_id, state, origin, reasons, note, priority, protection,
                       asylum, opened_by, opened_at, due_at, level, holder, taken_at, yours, post, lane,
                       direction, traveller, document, days_left, suggested_grounds, interview, evidence,
                       consultations, refusals, decision, timeline))

}  // namespace cardea::casework
