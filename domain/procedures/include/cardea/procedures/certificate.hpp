#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::procedures {

/// A kind of certificate, and for how long one may be given.
struct CertificateKind {
  std::string kind;
  int years = 1;
  std::string legal_source;
};
BOOST_DESCRIBE_STRUCT(CertificateKind, (), (kind, years, legal_source))

/// A task that can ask for a certificate. `at` is `unit`, or `lane` for a kind of lane: switched on for one
/// lane, it makes that lane one of the kind.
struct CertifiedTask {
  std::string task;
  std::string at;
  std::string certificate;  ///< kind
};
BOOST_DESCRIBE_STRUCT(CertifiedTask, (), (task, at, certificate))

struct CertificateRules {
  std::string id;
  std::string edition;
  std::string legal_source;
  int warn_days = 0;  ///< so long before its expiry a certificate is shown as expiring
  std::vector<CertificateKind> kinds;
  std::vector<CertifiedTask> tasks;
};
BOOST_DESCRIBE_STRUCT(CertificateRules, (), (id, edition, legal_source, warn_days, kinds, tasks))

/// Reads data/rules/certificates.json. Fails as the codec, and `malformed/rule_out_of_range`.
[[nodiscard]] Result<CertificateRules> parse_certificate_rules(std::string_view json_text);
/// The rules built into the program.
[[nodiscard]] const CertificateRules& standard_certificate_rules();

/// Null when nothing has this word.
[[nodiscard]] const CertificateKind* find_kind(const CertificateRules& rules, std::string_view kind);
[[nodiscard]] const CertifiedTask* find_task(const CertificateRules& rules, std::string_view task);

struct CertificateTerms {
  std::string kind;
  Date issued_on = Date::from_days(0);
  Date expires_on = Date::from_days(0);  ///< the last day on which it counts
  bool revoked = false;
};

enum class CertificateState : std::uint8_t { valid, expiring, expired, revoked };

inline constexpr std::array<std::string_view, 4> kCertificateStateWords{"valid", "expiring", "expired",
                                                                        "revoked"};

[[nodiscard]] constexpr std::string_view name(CertificateState state) {
  return kCertificateStateWords.at(static_cast<std::size_t>(state));
}

[[nodiscard]] CertificateState state_on(const CertificateTerms& terms, Date today,
                                        const CertificateRules& rules);

/// Whether one of these certificates is of the kind and counts today.
[[nodiscard]] bool is_certified(const std::vector<CertificateTerms>& certificates, std::string_view kind,
                                Date today);

/// Whether one may be given today. Fails `malformed/certificate_kind_unknown`,
/// `malformed/certificate_dates_invalid` (from a later day, until an earlier one, or for longer than the kind
/// allows).
[[nodiscard]] Done check_certificate(const CertificateTerms& terms, const CertificateRules& rules,
                                     Date today);

}  // namespace cardea::procedures
