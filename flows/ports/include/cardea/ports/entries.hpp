#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/crossings/check.hpp"
#include "cardea/kernel/date.hpp"
#include "cardea/kernel/json.hpp"
#include "cardea/ports/ids.hpp"
#include "cardea/screening/hit.hpp"

// Payloads of the journal's entry types: what is recorded is exactly this. State tables are projections of
// these structs, so a table can hold nothing that is not in an entry. api/entries/ holds their JSON Schemas.

namespace cardea::ports {

struct NodeCreated {  // node.created
  NodeId node_id;
  std::string post;       ///< name of the post, e.g. "North Gate"
  std::string state;      ///< alpha-3 of the state it belongs to
  std::string agency;     ///< e.g. "immigration"
  std::string time_zone;  ///< IANA name: the law's day begins by it
  std::vector<std::string> lanes;
  std::string public_key;  ///< Ed25519, hexadecimal: signs the journal's heads
};
BOOST_DESCRIBE_STRUCT(NodeCreated, (), (node_id, post, state, agency, time_zone, lanes, public_key))

struct OfficerEnrolled {  // officer.enrolled and officer.changed (whole new state)
  OfficerId officer_id;
  std::string user_name;
  std::string display_name;
  std::vector<std::string> roles;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(OfficerEnrolled, (), (officer_id, user_name, display_name, roles, active))

struct SessionOpened {  // session.opened
  SessionId session_id;
  OfficerId officer_id;
};
BOOST_DESCRIBE_STRUCT(SessionOpened, (), (session_id, officer_id))

struct SessionClosed {  // session.closed
  SessionId session_id;
  std::string reason;  ///< "signed_out", "idle", "expired", "officer_left", "handed_over"
};
BOOST_DESCRIBE_STRUCT(SessionClosed, (), (session_id, reason))

struct SessionRefused {  // session.refused
  std::string reason;    ///< "unknown_officer", "wrong_password", "wrong_code", "locked", "inactive"
  std::optional<OfficerId> officer_id;
};
BOOST_DESCRIBE_STRUCT(SessionRefused, (), (reason, officer_id))

struct QuarantinedRow {
  std::string file;
  std::int64_t line = 0;
  std::string reason;
  std::string raw;
};
BOOST_DESCRIBE_STRUCT(QuarantinedRow, (), (file, line, reason, raw))

struct ListImported {  // list.imported: one entry per list version, before its alerts, in one transaction
  std::string source;
  std::string version;  ///< label of the publisher, e.g. a date
  std::string digest;   ///< SHA-256 of the files, hexadecimal
  std::int64_t alerts = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t withdrawn = 0;
  std::vector<QuarantinedRow> quarantined;
};
BOOST_DESCRIBE_STRUCT(ListImported, (),
                      (source, version, digest, alerts, added, changed, withdrawn, quarantined))

struct AlertRecorded {  // alert.published and alert.changed
  std::string source;
  std::string source_id;
  std::string digest;  ///< SHA-256 of the canonical alert, hexadecimal
  json::object alert;  ///< watchlist::Alert by its codec
};
BOOST_DESCRIBE_STRUCT(AlertRecorded, (), (source, source_id, digest, alert))

struct AlertWithdrawn {  // alert.withdrawn
  std::string source;
  std::string source_id;
};
BOOST_DESCRIBE_STRUCT(AlertWithdrawn, (), (source, source_id))

struct PassageOpened {  // passage.opened
  PassageId passage_id;
  std::string mode;  ///< "pedestrian"; vehicles and others come with their formalities
  std::string post;
  std::string lane;
  std::string direction;  ///< "entry" or "exit"
};
BOOST_DESCRIBE_STRUCT(PassageOpened, (), (passage_id, mode, post, lane, direction))

/// The document as read and judged.
struct DocumentRecord {
  DocumentId document_id;
  std::string format;  ///< "TD3" ...; empty when the MRZ could not be read at all
  std::string code;
  std::string issuer;
  std::string number;
  std::optional<PartialDate> expires_on;
};
BOOST_DESCRIBE_STRUCT(DocumentRecord, (), (document_id, format, code, issuer, number, expires_on))

struct TravellerRecord {
  TravellerId traveller_id;
  std::string primary_identifier;
  std::string secondary_identifier;
  std::vector<PartialDate> birth_dates;  ///< two when the century is open, best first
  std::string sex;                       ///< "female", "male", "unspecified"
  std::string nationality;
};
BOOST_DESCRIBE_STRUCT(TravellerRecord, (),
                      (traveller_id, primary_identifier, secondary_identifier, birth_dates, sex, nationality))

/// Days of a short stay, with the rule that was applied.
struct StayRecord {
  std::string rule;  ///< id and edition of the rule, e.g. "short_stay_90_180@2013-10-18"
  int limit = 0;
  int window = 0;
  int used = 0;                    ///< days used on the day of the inspection, that day included if inside
  int left = 0;                    ///< days that may still be stayed, counted from that day
  std::optional<Date> last_day;    ///< last authorised day when admitted today
  std::optional<Date> open_since;  ///< entry of a stay without exit
  int overstayed = 0;              ///< days over the limit, on exit or on an open stay
};
BOOST_DESCRIBE_STRUCT(StayRecord, (), (rule, limit, window, used, left, last_day, open_since, overstayed))

/// What the inspection came to before a person decided.
struct AssessmentRecord {
  std::vector<crossings::Check> checks;   ///< eight, in the order of crossings::kAllChecks
  std::string verdict;                    ///< "nothing_found", "note", "review", "compare"
  bool admit_allowed = false;             ///< false until everything in blocked_by is gone
  std::vector<std::string> blocked_by;    ///< reason words: "match_not_compared", "document_unreadable", ...
  std::vector<std::string> needs_reason;  ///< checks that an admission must explain
  std::vector<std::string> refusal_grounds;  ///< letters of the refusal form that the checks suggest
};
BOOST_DESCRIBE_STRUCT(AssessmentRecord, (),
                      (checks, verdict, admit_allowed, blocked_by, needs_reason, refusal_grounds))

/// Versions of everything that went into an assessment, so that it can be replayed.
struct InputVersions {
  std::vector<std::string> lists;  ///< "un_consolidated@2026-02-27"
  std::string weights;
  std::string rules;
  std::string mode;            ///< screening mode
  std::optional<bool> capped;  ///< true when more alerts matched than were kept; absent otherwise
};
BOOST_DESCRIBE_STRUCT(InputVersions, (), (lists, weights, rules, mode, capped))

struct InspectionOpened {  // inspection.opened
  FormalityId inspection_id;
  PassageId passage_id;
  CrossingId crossing_id;
  std::string post;
  std::string lane;
  std::string direction;
  std::string mrz;  ///< as received
  bool typed_by_hand = false;
  json::object reading;  ///< what documents::to_command_json gives
  DocumentRecord document;
  TravellerRecord traveller;
  std::vector<screening::Hit> hits;
  std::optional<StayRecord> stay;
  AssessmentRecord assessment;
  InputVersions versions;
  Date on;  ///< the post's date
};
BOOST_DESCRIBE_STRUCT(InspectionOpened, (),
                      (inspection_id, passage_id, crossing_id, post, lane, direction, mrz, typed_by_hand,
                       reading, document, traveller, hits, stay, assessment, versions, on))

struct InspectionCompared {  // inspection.compared
  FormalityId inspection_id;
  std::string source;
  std::string source_id;
  std::string result;  ///< "same_person" or "not_same_person"
  std::string note;
  AssessmentRecord assessment;  ///< as it stands after this comparison
};
BOOST_DESCRIBE_STRUCT(InspectionCompared, (), (inspection_id, source, source_id, result, note, assessment))

struct InspectionDecided {  // inspection.decided
  FormalityId inspection_id;
  std::string outcome;               ///< "admit", "refer" or "refuse"
  std::vector<std::string> reasons;  ///< words; letters A to J for a refusal
  std::string note;
  std::string purpose;
  std::optional<int> days_granted;
  Date on;
};
BOOST_DESCRIBE_STRUCT(InspectionDecided, (),
                      (inspection_id, outcome, reasons, note, purpose, days_granted, on))

struct InspectionVoided {  // inspection.voided: a decision taken back; the inspection is open again
  FormalityId inspection_id;
  std::string reason;  ///< "taken_back"
};
BOOST_DESCRIBE_STRUCT(InspectionVoided, (), (inspection_id, reason))

struct PersonalDataRead {  // personal_data.read
  std::string what;        ///< "inspection", "history", "quarantine"
  std::string subject;     ///< id of what was read
};
BOOST_DESCRIBE_STRUCT(PersonalDataRead, (), (what, subject))

}  // namespace cardea::ports
