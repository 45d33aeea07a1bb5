#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/ports/ids.hpp"
#include "cardea/procedures/procedure.hpp"

// Payloads about how work is to be done: procedures, directives, certificates. See entries.hpp.

namespace cardea {
using ProcedureId = Id<struct ProcedureTag>;
using DirectiveId = Id<struct DirectiveTag>;
using CertificateId = Id<struct CertificateTag>;
}  // namespace cardea

namespace cardea::ports {

/// procedure.drafted: a version is written, or written again before it is approved. Holds the whole of it.
struct ProcedureDrafted {
  ProcedureId procedure_id;
  int version = 1;
  procedures::Procedure procedure;
};
BOOST_DESCRIBE_STRUCT(ProcedureDrafted, (), (procedure_id, version, procedure))

struct ProcedureApproved {  // procedure.approved, by another person than who wrote it
  ProcedureId procedure_id;
  int version = 1;
};
BOOST_DESCRIBE_STRUCT(ProcedureApproved, (), (procedure_id, version))

struct ProcedureWithdrawn {  // procedure.withdrawn
  ProcedureId procedure_id;
  int version = 1;
  Date on;  ///< the post's date
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ProcedureWithdrawn, (), (procedure_id, version, on, reason))

/// procedure.followed: what an officer says of the steps beside one piece of work. Holds the whole of it; the
/// entry's subject is that work.
struct ProcedureFollowed {
  ProcedureId procedure_id;
  int version = 1;           ///< the one in force then
  std::string subject_kind;  ///< "inspection", "case" or "hit"
  std::string subject;       ///< id of it
  std::vector<std::string> done;
  std::vector<procedures::Deviation> deviations;
};
BOOST_DESCRIBE_STRUCT(ProcedureFollowed, (), (procedure_id, version, subject_kind, subject, done, deviations))

struct DirectiveIssued {  // directive.issued
  DirectiveId directive_id;
  std::string kind;  ///< word of procedures::kDirectiveKinds
  std::string title;
  std::string text;
  std::string language;            ///< of title and text
  std::vector<std::string> units;  ///< paths; none: all
  std::vector<std::string> roles;  ///< words of access::Role; none: all
  Instant read_by;                 ///< the deadline
  Instant in_force_from;
  std::optional<Instant> expires_at;
  std::string legal_source;  ///< may be empty
};
BOOST_DESCRIBE_STRUCT(DirectiveIssued, (),
                      (directive_id, kind, title, text, language, units, roles, read_by, in_force_from,
                       expires_at, legal_source))

struct DirectiveWithdrawn {  // directive.withdrawn
  DirectiveId directive_id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DirectiveWithdrawn, (), (directive_id, reason))

/// directive.received: it was shown to the officer for the first time; directive.read: the officer said so.
struct DirectiveReceipt {
  DirectiveId directive_id;
  OfficerId officer_id;
};
BOOST_DESCRIBE_STRUCT(DirectiveReceipt, (), (directive_id, officer_id))

/// certificate.issued: for the first time, or in place of an earlier one.
struct CertificateIssued {
  CertificateId certificate_id;
  OfficerId officer_id;
  std::string kind;  ///< of procedures::CertificateRules
  Date issued_on;
  Date expires_on;  ///< the last day on which it counts
  std::string evidence;
  std::optional<CertificateId> renews;
};
BOOST_DESCRIBE_STRUCT(CertificateIssued, (),
                      (certificate_id, officer_id, kind, issued_on, expires_on, evidence, renews))

struct CertificateRevoked {  // certificate.revoked
  CertificateId certificate_id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CertificateRevoked, (), (certificate_id, reason))

/// certificate.need_set: whether a task asks for its certificate in a unit and below it.
struct CertificateNeedSet {
  std::string unit;  ///< path
  std::string task;  ///< of procedures::CertificateRules
  bool on = false;
};
BOOST_DESCRIBE_STRUCT(CertificateNeedSet, (), (unit, task, on))

}  // namespace cardea::ports
