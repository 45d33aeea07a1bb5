#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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
};
BOOST_DESCRIBE_STRUCT(InspectionView, (),
                      (id, revision, state, opened_at, opened_by, post, lane, direction, on, typed_by_hand,
                       own_national, reading, document, traveller, checks, hits, stay, history, assessment,
                       decision, versions, record_details, details_recorded))

}  // namespace cardea::inspection
