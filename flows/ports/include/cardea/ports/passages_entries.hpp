#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/ports/entries.hpp"
#include "cardea/ports/ids.hpp"

// Payloads of what is recorded about a passage of several persons and their vehicle. That it came is
// passage.opened (entries.hpp); its persons are the inspections with its id.

namespace cardea::ports {

struct VehicleRecord {
  std::string plate;             ///< as read
  std::string plate_normalised;  ///< conveyances::normalised_plate
  std::string state;             ///< of registration, alpha-3; empty when not stated
  std::string make;
  std::string colour;
  std::string trailer_plate;  ///< as read; empty without a trailer
};
BOOST_DESCRIBE_STRUCT(VehicleRecord, (), (plate, plate_normalised, state, make, colour, trailer_plate))

struct PassageDescribed {  // passage.described (whole new state)
  PassageId passage_id;
  std::optional<int> head_count;  ///< everybody who came, as stated
  std::optional<VehicleRecord> vehicle;
};
BOOST_DESCRIBE_STRUCT(PassageDescribed, (), (passage_id, head_count, vehicle))

/// What somebody is in the passage. The entry is about the inspection and goes with it when that is erased.
struct OccupantNoted {  // passage.occupant_noted (whole new state)
  FormalityId inspection_id;
  PassageId passage_id;
  std::string role;      ///< of conveyances::kOccupantRoles
  std::string relation;  ///< of conveyances::kRelations
  bool taken_off = false;
  std::optional<std::int64_t> manifest_line;   ///< the officer says which line this is
  std::optional<std::string> manifest_digest;  ///< of which manifest that is a line
  std::string explanation;  ///< why somebody is not on the manifest: of kDifferenceReasons, or empty
};
BOOST_DESCRIBE_STRUCT(OccupantNoted, (),
                      (inspection_id, passage_id, role, relation, taken_off, manifest_line, manifest_digest,
                       explanation))

/// An alert that may be an expected person, when the manifest came. Discreet ones are kept and not shown.
struct ExpectedHit {
  std::string source;
  std::string source_id;
  std::string matched_name;
  std::string category;
  std::string action;
  int stage = 0;
  int percent = 0;
};
BOOST_DESCRIBE_STRUCT(ExpectedHit, (), (source, source_id, matched_name, category, action, stage, percent))

/// Somebody whom the manifest says is aboard.
struct ExpectedRecord {
  std::int64_t line = 0;  ///< of the file, from 1
  std::string surname;
  std::string given_names;
  std::optional<Date> birth_date;
  std::string sex;          ///< "female", "male", "unspecified"
  std::string nationality;  ///< alpha-3; empty when not stated, as below
  std::string document_type;
  std::string document_number;
  std::string issuing_state;
  std::string role;  ///< of conveyances::kOccupantRoles
};
BOOST_DESCRIBE_STRUCT(ExpectedRecord, (),
                      (line, surname, given_names, birth_date, sex, nationality, document_type,
                       document_number, issuing_state, role))

struct ManifestLine {
  ExpectedRecord person;
  std::vector<ExpectedHit> hits;
};
BOOST_DESCRIBE_STRUCT(ManifestLine, (), (person, hits))

struct ManifestAttached {  // passage.manifest_attached: in place of an earlier one
  PassageId passage_id;
  std::string file_name;
  std::string digest;  ///< SHA-256 of the file, hexadecimal
  std::vector<ManifestLine> lines;
  std::vector<QuarantinedRow> quarantined;
  std::vector<std::string> lists;  ///< that were searched; none: the search did not answer
};
BOOST_DESCRIBE_STRUCT(ManifestAttached, (), (passage_id, file_name, digest, lines, quarantined, lists))

struct LineExplained {  // passage.line_explained
  PassageId passage_id;
  std::int64_t line = 0;
  std::string reason;  ///< of conveyances::kDifferenceReasons
  std::string note;
};
BOOST_DESCRIBE_STRUCT(LineExplained, (), (passage_id, line, reason, note))

struct PassageReleased {  // passage.released
  PassageId passage_id;
  int head_count = 0;
  int taken_off = 0;
  std::int64_t expected_not_seen = 0;  ///< lines of the manifest, each explained
  std::string note;
};
BOOST_DESCRIBE_STRUCT(PassageReleased, (), (passage_id, head_count, taken_off, expected_not_seen, note))

struct ManifestErased {  // passage.manifest_erased: payload and salt of the named entries, and the rows made
                         // of them
  PassageId passage_id;
  std::string rules;                  ///< id and edition of the rule that says how long
  std::vector<std::int64_t> entries;  ///< sequences of the entries about the manifest
};
BOOST_DESCRIBE_STRUCT(ManifestErased, (), (passage_id, rules, entries))

}  // namespace cardea::ports
