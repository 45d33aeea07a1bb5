#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>

#include "cardea/kernel/date.hpp"
#include "cardea/ports/ids.hpp"

// Payloads of the entries about units, grants, emergencies, workstations and what happens to sessions between
// signing in and out. Agencies and units are words and paths, so that an entry of another node reads alike.

namespace cardea::ports {

struct UnitRecorded {  // unit.recorded: new, or changed; holds the whole new state
  std::string path;    ///< "hq/north/north_gate/lane_1": its own word after that of the unit above
  std::string kind;    ///< word of access::UnitKind
  std::string name;    ///< as people call it
  std::string state;   ///< alpha-3
  std::string agency;
  /// This is the post that the node stands at: what it was before, with all below, moves here.
  bool own = false;
};
BOOST_DESCRIBE_STRUCT(UnitRecorded, (), (path, kind, name, state, agency, own))

struct UnitClosed {  // unit.closed
  std::string path;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(UnitClosed, (), (path, reason))

struct GrantProposed {  // grant.proposed
  GrantId grant_id;
  OfficerId officer_id;
  std::string role;
  std::string agency;  ///< empty: of every agency
  std::string unit;    ///< path; empty: the whole node
  Instant from;
  std::optional<Instant> until;  ///< the first instant it does not count any more
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(GrantProposed, (), (grant_id, officer_id, role, agency, unit, from, until, reason))

struct GrantApproved {  // grant.approved
  GrantId grant_id;
  std::string rule;  ///< "two_persons", "one_person" or "only_administrator"
};
BOOST_DESCRIBE_STRUCT(GrantApproved, (), (grant_id, rule))

struct GrantEnded {  // grant.ended: withdrawn, refused, or replaced
  GrantId grant_id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(GrantEnded, (), (grant_id, reason))

struct BreakGlassTaken {  // break_glass.taken
  GrantId grant_id;
  OfficerId officer_id;
  std::string role;
  std::string agency;
  std::string unit;
  Instant from;
  Instant until;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(BreakGlassTaken, (), (grant_id, officer_id, role, agency, unit, from, until, reason))

struct BreakGlassReviewed {  // break_glass.reviewed
  GrantId grant_id;
  std::string outcome;  ///< "justified" or "not_justified"
  std::string note;
};
BOOST_DESCRIBE_STRUCT(BreakGlassReviewed, (), (grant_id, outcome, note))

struct PasswordChanged {  // password.changed: by the officer; neither the old nor the new one is recorded
  OfficerId officer_id;
};
BOOST_DESCRIBE_STRUCT(PasswordChanged, (), (officer_id))

struct SessionLocked {  // session.locked
  SessionId session_id;
  std::string reason;  ///< "asked" or "idle"
};
BOOST_DESCRIBE_STRUCT(SessionLocked, (), (session_id, reason))

struct SessionUnlocked {  // session.unlocked
  SessionId session_id;
};
BOOST_DESCRIBE_STRUCT(SessionUnlocked, (), (session_id))

struct SessionHandedOver {  // session.handed_over: another officer signed in over the lock
  SessionId session_id;     ///< the new one
  OfficerId officer_id;     ///< who took over
  SessionId from_session_id;
  OfficerId from_officer_id;
};
BOOST_DESCRIBE_STRUCT(SessionHandedOver, (), (session_id, officer_id, from_session_id, from_officer_id))

struct SecondFactorEnrolled {  // second_factor.enrolled
  OfficerId officer_id;
};
BOOST_DESCRIBE_STRUCT(SecondFactorEnrolled, (), (officer_id))

struct SecondFactorReset {  // second_factor.reset
  OfficerId officer_id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(SecondFactorReset, (), (officer_id, reason))

/// A certificate with which an officer signs in over TLS: whoever holds its key is the officer.
struct ClientCertificateRegistered {  // client_certificate.registered
  OfficerId officer_id;
  std::string sha256;  ///< of its DER, 64 hex digits
  std::string label;   ///< which card or device holds the key
};
BOOST_DESCRIBE_STRUCT(ClientCertificateRegistered, (), (officer_id, sha256, label))

struct ClientCertificateRevoked {  // client_certificate.revoked
  OfficerId officer_id;
  std::string sha256;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ClientCertificateRevoked, (), (officer_id, sha256, reason))

struct WorkstationAnnounced {  // workstation.announced: its one-time code was shown
  WorkstationId workstation_id;
  std::string name;
  std::string lane;  ///< empty: not at a lane
};
BOOST_DESCRIBE_STRUCT(WorkstationAnnounced, (), (workstation_id, name, lane))

struct WorkstationEnrolled {  // workstation.enrolled: the code was used at the machine
  WorkstationId workstation_id;
};
BOOST_DESCRIBE_STRUCT(WorkstationEnrolled, (), (workstation_id))

struct WorkstationClosed {  // workstation.closed
  WorkstationId workstation_id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WorkstationClosed, (), (workstation_id, reason))

}  // namespace cardea::ports
