#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cardea/guidance/parts.hpp"
#include "cardea/ports/guidance_entries.hpp"

namespace cardea::guidance {

struct CertificateView {
  CertificateId id;
  std::string kind;
  std::string state;  ///< word of procedures::CertificateState
  Date issued_on;
  Date expires_on;
  std::string evidence;
  std::string issued_by;  ///< name
  std::optional<CertificateId> renews;
  std::string revoke_reason;
};
BOOST_DESCRIBE_STRUCT(CertificateView, (),
                      (id, kind, state, issued_on, expires_on, evidence, issued_by, renews, revoke_reason))

struct CertifiedOfficer {
  OfficerId officer_id;
  std::string name;
  std::vector<CertificateView> certificates;  ///< the one that lasts longest first
};
BOOST_DESCRIBE_STRUCT(CertifiedOfficer, (), (officer_id, name, certificates))

struct NeedView {
  std::string unit;
  std::string task;
  std::string certificate;  ///< kind
};
BOOST_DESCRIBE_STRUCT(NeedView, (), (unit, task, certificate))

/// Officers with their certificates: all of them for who certifies or leads a shift, else the caller alone.
struct CertificateBook {
  procedures::CertificateRules rules;
  std::vector<NeedView> needs;  ///< switched on
  std::vector<CertifiedOfficer> officers;
};
BOOST_DESCRIBE_STRUCT(CertificateBook, (), (rules, needs, officers))

struct IssueCertificate {
  OfficerId officer_id;
  std::string kind;
  Date issued_on;
  Date expires_on;
  std::string evidence;
  std::optional<CertificateId> renews;  ///< an earlier one of the same officer and kind
};
BOOST_DESCRIBE_STRUCT(IssueCertificate, (), (officer_id, kind, issued_on, expires_on, evidence, renews))

struct SetNeed {
  std::string unit;
  std::string task;
  bool on = false;
};
BOOST_DESCRIBE_STRUCT(SetNeed, (), (unit, task, on))

/// Who may do what. Thread-safe: it holds no state of its own. Every call asks access::may first
/// (`forbidden/...`), and every change answers with the book as it then is.
class Certificates {
 public:
  explicit Certificates(const Parts& parts) : parts_{parts} {}

  [[nodiscard]] Result<CertificateBook> book(const ports::Caller& caller) const;
  /// The client makes the id. Fails as procedures::check_certificate, `not_found/officer_unknown`,
  /// `not_found/certificate_unknown` (to be renewed), `conflict/certificate_issued`,
  /// `forbidden/same_person` (nobody certifies oneself), `malformed/evidence_missing`.
  [[nodiscard]] Result<CertificateBook> issue(const ports::Caller& caller, CertificateId id,
                                              const IssueCertificate& input) const;
  /// Fails `not_found/certificate_unknown`, `conflict/certificate_revoked`, `malformed/reason_required`.
  [[nodiscard]] Result<CertificateBook> revoke(const ports::Caller& caller, CertificateId id,
                                               const std::string& reason) const;
  /// Whether a task asks for its certificate in a unit and below it. Fails `not_found/unit_unknown`,
  /// `malformed/certified_task_unknown`.
  [[nodiscard]] Result<CertificateBook> set_need(const ports::Caller& caller, const SetNeed& input) const;

 private:
  Parts parts_;
};

}  // namespace cardea::guidance
