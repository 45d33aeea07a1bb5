#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cardea/ports/cases_entries.hpp"

// Bodies of the REST API.

namespace cardea::casework {

struct OpenByHand {
  FormalityId inspection_id;
  std::vector<std::string> reasons;  ///< words of crossings::kReferralReasons, at least one
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(OpenByHand, (), (inspection_id, reasons, note))

struct Take {
  std::optional<std::string> reason;  ///< needed when a colleague holds it
};
BOOST_DESCRIBE_STRUCT(Take, (), (reason))

struct SaveInterview {
  std::string form;
  std::string language;
  std::string interpreter_mode;
  std::optional<std::string> interpreter;
  std::optional<std::vector<std::string>> needs;
  std::vector<ports::InterviewAnswer> answers;
  std::optional<bool> finished;
};
BOOST_DESCRIBE_STRUCT(SaveInterview, (),
                      (form, language, interpreter_mode, interpreter, needs, answers, finished))

struct Consult {
  std::string unit;
  std::string question;
  int minutes = 0;  ///< 1 to 1440: by when an answer is wanted
};
BOOST_DESCRIBE_STRUCT(Consult, (), (unit, question, minutes))

struct AnswerConsultation {
  std::string answer;
};
BOOST_DESCRIBE_STRUCT(AnswerConsultation, (), (answer))

struct DecideCase {
  std::string outcome;  ///< "admit" or "hand_over"
  std::optional<std::vector<std::string>> conditions;
  std::optional<std::string> handed_to;
  std::optional<std::string> note;
  std::optional<std::string> purpose;
  std::optional<int> days_granted;
};
BOOST_DESCRIBE_STRUCT(DecideCase, (), (outcome, conditions, handed_to, note, purpose, days_granted))

struct ProposeRefusal {
  std::vector<std::string> grounds;
  std::string facts;
  std::optional<ports::CarrierNotice> carrier;
  std::optional<ports::ReturnPlan> removal;
};
BOOST_DESCRIBE_STRUCT(ProposeRefusal, (), (grounds, facts, carrier, removal))

struct ApproveRefusal {
  std::string typed;  ///< the last four characters of the form's number
};
BOOST_DESCRIBE_STRUCT(ApproveRefusal, (), (typed))

/// Returning a proposal, annulling a refusal, closing a case.
struct GiveReason {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(GiveReason, (), (reason))

struct IssueForm {
  std::string language;   ///< the traveller's
  std::string with;       ///< the officer's
  std::string signature;  ///< "signed" or "refused_to_sign"
};
BOOST_DESCRIBE_STRUCT(IssueForm, (), (language, with, signature))

}  // namespace cardea::casework
