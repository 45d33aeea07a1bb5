#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/ports/cases_entries.hpp"
#include "cardea/ports/data_subject_entries.hpp"
#include "cardea/ports/travellers_records.hpp"

// What a person is told of the data kept of them. Left out on purpose: alerts and hits of lists that are not
// public, reasons of referrals, states of single checks, details that an officer was asked to record, notes
// of officers, names of officers and of other persons. So nothing here differs with a discreet alert.

namespace cardea::accountability {

struct ExportedCrossing {
  Date on;
  std::string post;
  std::string direction;
  std::string outcome;   ///< "admit", "refer", "refuse"; "none" while not decided
  std::string document;  ///< "UTO L898902C3"
  std::string mrz;       ///< as received
  std::string purpose;   ///< of the stay
  std::optional<int> days_granted;
};
BOOST_DESCRIBE_STRUCT(ExportedCrossing, (),
                      (on, post, direction, outcome, document, mrz, purpose, days_granted))

struct ExportedStay {
  Date entered;
  std::optional<Date> last_day;
  std::optional<Date> left;
};
BOOST_DESCRIBE_STRUCT(ExportedStay, (), (entered, last_day, left))

struct ExportedRefusal {
  std::string number;
  std::vector<std::string> grounds;  ///< letters of the form
  std::string facts;                 ///< as on the form
  bool annulled = false;
};
BOOST_DESCRIBE_STRUCT(ExportedRefusal, (), (number, grounds, facts, annulled))

struct ExportedCase {
  Date opened_on;
  std::string state;
  std::string outcome;  ///< empty while open
  std::vector<std::string> conditions;
  std::string handed_to;
  std::string interview_language;
  std::vector<ports::InterviewAnswer> answers;  ///< what the person said
  std::vector<ExportedRefusal> refusals;
};
BOOST_DESCRIBE_STRUCT(ExportedCase, (),
                      (opened_on, state, outcome, conditions, handed_to, interview_language, answers,
                       refusals))

struct ExportedPermit {
  std::string kind;
  std::string number;
  std::string document;
  Date valid_from;
  Date valid_to;
  std::optional<Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(ExportedPermit, (), (kind, number, document, valid_from, valid_to, ended_on))

/// With an entry of a public list.
struct ExportedComparison {
  std::string source;
  std::string result;  ///< "same_person" or "not_same_person"
  Date on;
};
BOOST_DESCRIBE_STRUCT(ExportedComparison, (), (source, result, on))

struct ExportedCorrection {
  std::string field;
  std::string old_value;
  std::string new_value;
  std::string reason;
  Date on;
};
BOOST_DESCRIBE_STRUCT(ExportedCorrection, (), (field, old_value, new_value, reason, on))

/// A traveller of the node: one set of personal data.
struct ExportedPerson {
  std::string primary_identifier;
  std::string secondary_identifier;
  std::vector<PartialDate> birth_dates;
  std::string sex;
  std::string nationality;
  std::string stated_class;
  Date first_recorded;
  Date last_recorded;
  std::vector<ports::TravelDocumentRow> documents;
  std::vector<ExportedCrossing> crossings;
  std::vector<ExportedStay> stays;
  std::vector<ExportedPermit> permits;
  std::vector<ExportedCase> cases;
  std::vector<ExportedComparison> comparisons;
  std::vector<ExportedCorrection> corrections;
};
BOOST_DESCRIBE_STRUCT(ExportedPerson, (),
                      (primary_identifier, secondary_identifier, birth_dates, sex, nationality, stated_class,
                       first_recorded, last_recorded, documents, crossings, stays, permits, cases,
                       comparisons, corrections))

/// How long one kind of record is kept.
struct ExportedPeriod {
  std::string what;  ///< line of the schedule
  int years = 0;
  int days = 0;
};
BOOST_DESCRIBE_STRUCT(ExportedPeriod, (), (what, years, days))

struct ExportedRetention {
  std::string schedule;
  std::string legal_source;
  std::vector<ExportedPeriod> periods;
};
BOOST_DESCRIBE_STRUCT(ExportedRetention, (), (schedule, legal_source, periods))

/// Words: "border_authority", "police", "asylum_authority", "health", "carrier", "neighbour"; `name` where
/// one is known.
struct ExportedRecipient {
  std::string kind;
  std::string name;
  friend auto operator<=>(const ExportedRecipient&, const ExportedRecipient&) = default;
};
BOOST_DESCRIBE_STRUCT(ExportedRecipient, (), (kind, name))

inline constexpr std::string_view kExportFormat = "cardea-data-subject-export-1";

struct DataExport {
  std::string format;  ///< kExportFormat
  DataRequestId request_id;
  std::string kind;
  std::string requester;
  Date received_on;
  Date made_on;
  std::string post;
  std::string agency;
  std::string state;
  std::string language;
  std::vector<ExportedPerson> persons;
  std::vector<std::string> purposes;
  std::vector<ExportedRecipient> recipients;
  ExportedRetention retention;
  std::string notice;  ///< what the law lets us tell, in the language of the answer; in every export the same
};
BOOST_DESCRIBE_STRUCT(DataExport, (),
                      (format, request_id, kind, requester, received_on, made_on, post, agency, state,
                       language, persons, purposes, recipients, retention, notice))

}  // namespace cardea::accountability
