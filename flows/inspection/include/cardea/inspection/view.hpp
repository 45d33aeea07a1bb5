#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/crossings/minor.hpp"
#include "cardea/ports/alerts_entries.hpp"
#include "cardea/ports/entries.hpp"
#include "cardea/ports/ids.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/screening/hit.hpp"

// What an officer is shown of an inspection: the answer of the REST API, written by the codec. Optional
// members are left out when absent. Enumerations are words; texts belong to the client.

namespace cardea::inspection {

/// A hit as shown. `category` and `action` are absent when this officer may not see them.
struct HitView {
  std::string source;  ///< with `source_id` the id of the hit
  std::string source_id;
  std::string matched_name;
  std::optional<std::string> category;
  std::optional<std::string> action;
  int stage = 0;
  double score = 0;
  int percent = 0;
  std::vector<screening::FieldEvidence> fields;
  std::vector<screening::Term> terms;
  std::optional<ports::ComparisonRow> comparison;
  /// The comparison was made in an earlier inspection of this traveller, by this officer.
  std::optional<ports::Cleared> cleared;
};
BOOST_DESCRIBE_STRUCT(HitView, (),
                      (source, source_id, matched_name, category, action, stage, score, percent, fields,
                       terms, comparison, cleared))

struct DecisionView {
  std::string outcome;
  std::vector<std::string> reasons;
  std::string note;
  std::string purpose;
  std::optional<int> days_granted;
  OfficerId officer_id;
  Instant at;
  std::optional<Instant> take_back_until;  ///< only for the officer who decided
};
BOOST_DESCRIBE_STRUCT(DecisionView, (),
                      (outcome, reasons, note, purpose, days_granted, officer_id, at, take_back_until))

/// What the second line has of it.
struct SecondLineView {
  CaseId case_id;
  std::string state;    ///< words of cases::CaseState
  bool asylum = false;  ///< the person asked for asylum: entry is not refused
  std::optional<std::string>
      refusal;  ///< the newest: "proposed", "lapsed", "returned", "in_force", "annulled"
  std::optional<std::string> number;  ///< of its form
};
BOOST_DESCRIBE_STRUCT(SecondLineView, (), (case_id, state, asylum, refusal, number))

/// Another inspection of this traveller that waits for a decision.
struct AlsoOpenView {
  FormalityId inspection_id;
  std::string lane;
  std::string officer;  ///< display name, so that a colleague can be called
  Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(AlsoOpenView, (), (inspection_id, lane, officer, opened_at))

/// An inspection that waits for a decision, with the person as read.
struct OpenLine {
  FormalityId id;
  std::string lane;
  std::string direction;
  std::string verdict;
  std::string officer;  ///< display name
  bool yours = false;
  Instant opened_at;
  std::string primary_identifier;
  std::string secondary_identifier;
  std::string nationality;
  std::string document_number;
};
BOOST_DESCRIBE_STRUCT(OpenLine, (),
                      (id, lane, direction, verdict, officer, yours, opened_at, primary_identifier,
                       secondary_identifier, nationality, document_number))

/// Who the person is to the law, with what an officer looks at and what was ticked.
struct PersonView {
  std::string person_class;           ///< a word of data/rules/person_classes.json
  bool stated = false;                ///< by an officer, in this inspection or for the traveller
  std::optional<std::string> reason;  ///< why, when it is stated in this inspection
  std::vector<std::string> beside;
  bool stamp = true;
  std::vector<std::string> duties;
  std::vector<std::string> duties_done;
  std::vector<std::string> may_be_stated;
  std::string minor;  ///< a crossings::MinorCare
  std::optional<crossings::MinorCompany> company;
};
BOOST_DESCRIBE_STRUCT(PersonView, (),
                      (person_class, stated, reason, beside, stamp, duties, duties_done, may_be_stated, minor,
                       company))

struct InspectionView {
  FormalityId id;
  std::int64_t revision = 0;  ///< also the ETag
  std::string state;          ///< "open" or "decided"
  Instant opened_at;
  OfficerId opened_by;
  std::string post;
  std::string lane;
  std::string direction;
  Date on;  ///< the day of the law
  bool typed_by_hand = false;
  bool own_national = false;
  json::object reading;  ///< what documents::to_command_json gives
  ports::DocumentRecord document;
  ports::TravellerRecord traveller;
  std::vector<crossings::Check> checks;  ///< eight, in fixed order
  std::vector<HitView> hits;
  std::optional<ports::StayRecord> stay;
  std::vector<ports::CrossingRow> history;  ///< newest first, at most 20
  ports::AssessmentRecord assessment;
  std::optional<DecisionView> decision;
  ports::InputVersions versions;
  /// The officer is asked to record details: drawn at random, or for a reason that is not told.
  bool record_details = false;
  bool details_recorded = false;
  std::string mrz;  ///< as received
  PersonView person;
  std::vector<AlsoOpenView> also_open;        ///< newest first
  std::optional<SecondLineView> second_line;  ///< once there is a case
};
BOOST_DESCRIBE_STRUCT(InspectionView, (),
                      (id, revision, state, opened_at, opened_by, post, lane, direction, on, typed_by_hand,
                       own_national, reading, document, traveller, checks, hits, stay, history, assessment,
                       decision, versions, record_details, details_recorded, mrz, person, also_open,
                       second_line))

}  // namespace cardea::inspection
