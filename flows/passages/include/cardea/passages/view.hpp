#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cardea/ports/passages_records.hpp"

// What an officer is shown of a passage: answers of the REST API, written by the codec. Words are the
// client's to translate; optional members are left out when absent.

namespace cardea::passages {

struct OfficerName {
  OfficerId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(OfficerName, (), (id, name))

/// A check of the vehicle, in the words of the checks of a person. There is no list of vehicles in this
/// version: `state` is `not_checked`, `reason` is `no_vehicle_list`.
struct VehicleCheck {
  std::string state;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(VehicleCheck, (), (state, reason))

struct OccupantView {
  FormalityId inspection_id;
  std::string primary_identifier;
  std::string secondary_identifier;
  std::vector<PartialDate> birth_dates;
  std::string sex;
  std::string nationality;
  std::string document_number;
  std::string issuer;
  std::string verdict;
  std::optional<std::string> outcome;  ///< absent while open
  bool case_open = false;
  std::string role;
  std::string relation;
  bool taken_off = false;
  /// How the person stands to the manifest: `none` (there is no manifest), `unlisted`, or as LineMatch::how.
  std::string on_manifest;
  std::optional<std::int64_t> manifest_line;
  std::string explanation;
  OfficerName opened_by;
  Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(OccupantView, (),
                      (inspection_id, primary_identifier, secondary_identifier, birth_dates, sex, nationality,
                       document_number, issuer, verdict, outcome, case_open, role, relation, taken_off,
                       on_manifest, manifest_line, explanation, opened_by, opened_at))

struct ExplanationView {
  std::string reason;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ExplanationView, (), (reason, note))

struct ExpectedView {
  ports::ExpectedRecord person;
  std::vector<ports::ExpectedHit> hits;      ///< those that the first line may see
  std::string seen;                          ///< as LineMatch::how; empty: expected, not seen
  std::optional<FormalityId> inspection_id;  ///< who it is
  std::optional<ExplanationView> explanation;
};
BOOST_DESCRIBE_STRUCT(ExpectedView, (), (person, hits, seen, inspection_id, explanation))

struct UnreadView {
  std::int64_t line = 0;
  std::string reason;
  std::string raw;
  std::optional<ExplanationView> explanation;
};
BOOST_DESCRIBE_STRUCT(UnreadView, (), (line, reason, raw, explanation))

struct ManifestView {
  std::string file_name;
  Instant attached_at;
  std::vector<std::string> lists;  ///< that were searched; none: they did not answer
  std::vector<ExpectedView> lines;
  std::vector<UnreadView> unread;
};
BOOST_DESCRIBE_STRUCT(ManifestView, (), (file_name, attached_at, lists, lines, unread))

struct ReleaseView {
  OfficerName officer;
  Instant at;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ReleaseView, (), (officer, at, note))

struct PassageView {
  PassageId id;
  std::int64_t revision = 0;  ///< also the ETag
  std::string state;          ///< "open" or "released"
  std::string kind;
  std::string post;
  std::string lane;
  std::string direction;
  OfficerName opened_by;
  Instant opened_at;
  std::optional<int> head_count;
  std::optional<ports::VehicleRecord> vehicle;
  std::optional<VehicleCheck> vehicle_check;  ///< absent for kinds without a vehicle
  std::vector<OccupantView> occupants;
  std::optional<ManifestView> manifest;
  std::vector<std::string> blocked_by;  ///< why it may not be let go; as conveyances::release_blocked_by
  std::optional<ReleaseView> release;
};
BOOST_DESCRIBE_STRUCT(PassageView, (),
                      (id, revision, state, kind, post, lane, direction, opened_by, opened_at, head_count,
                       vehicle, vehicle_check, occupants, manifest, blocked_by, release))

/// A line of the list.
struct PassageLine {
  PassageId id;
  std::string state;
  std::string kind;
  std::string lane;
  std::string direction;
  Instant opened_at;
  std::optional<std::string> plate;
  std::optional<int> head_count;
  int inspected = 0;
  int decided = 0;
  std::vector<std::string> blocked_by;
};
BOOST_DESCRIBE_STRUCT(PassageLine, (),
                      (id, state, kind, lane, direction, opened_at, plate, head_count, inspected, decided,
                       blocked_by))

}  // namespace cardea::passages
