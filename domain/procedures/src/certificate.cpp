#include "cardea/procedures/certificate.hpp"

#include <algorithm>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/codec.hpp"

namespace cardea::procedures {

std::string_view certificates_text();  // data/rules/certificates.json, built in

namespace {

constexpr int kYearsMax = 10;
constexpr int kWarnDaysMax = 366;
constexpr int kDaysPerLeapYear = 366;

bool in_range(const CertificateRules& rules) {
  const bool kinds = std::ranges::all_of(rules.kinds, [](const CertificateKind& kind) {
    return !kind.kind.empty() && !kind.legal_source.empty() && kind.years >= 1 && kind.years <= kYearsMax;
  });
  const bool tasks = std::ranges::all_of(rules.tasks, [&](const CertifiedTask& task) {
    return !task.task.empty() && (task.at == "unit" || task.at == "lane") &&
           find_kind(rules, task.certificate) != nullptr;
  });
  return kinds && tasks && rules.warn_days >= 0 && rules.warn_days <= kWarnDaysMax;
}

}  // namespace

Result<CertificateRules> parse_certificate_rules(std::string_view json_text) {
  auto rules = read_json<CertificateRules>(json_text);
  if (!rules) return rules;
  const bool has_origin = !rules->id.empty() && !rules->edition.empty() && !rules->legal_source.empty();
  if (!has_origin || !in_range(*rules)) return fail(ErrorKind::malformed, "rule_out_of_range", rules->id);
  return rules;
}

const CertificateRules& standard_certificate_rules() {
  static const CertificateRules rules = [] {
    auto parsed = parse_certificate_rules(certificates_text());
    CARDEA_ASSERT(parsed.has_value());
    return *std::move(parsed);
  }();
  return rules;
}

const CertificateKind* find_kind(const CertificateRules& rules, std::string_view kind) {
  const auto found = std::ranges::find(rules.kinds, kind, &CertificateKind::kind);
  return found == rules.kinds.end() ? nullptr : &*found;
}

const CertifiedTask* find_task(const CertificateRules& rules, std::string_view task) {
  const auto found = std::ranges::find(rules.tasks, task, &CertifiedTask::task);
  return found == rules.tasks.end() ? nullptr : &*found;
}

CertificateState state_on(const CertificateTerms& terms, Date today, const CertificateRules& rules) {
  if (terms.revoked) return CertificateState::revoked;
  if (terms.expires_on < today) return CertificateState::expired;
  return days_between(today, terms.expires_on) < rules.warn_days ? CertificateState::expiring
                                                                 : CertificateState::valid;
}

bool is_certified(const std::vector<CertificateTerms>& certificates, std::string_view kind, Date today) {
  return std::ranges::any_of(certificates, [&](const CertificateTerms& each) {
    return each.kind == kind && !each.revoked && each.issued_on <= today && today <= each.expires_on;
  });
}

Done check_certificate(const CertificateTerms& terms, const CertificateRules& rules, Date today) {
  const CertificateKind* kind = find_kind(rules, terms.kind);
  if (kind == nullptr) return fail(ErrorKind::malformed, "certificate_kind_unknown");
  const bool fits = terms.issued_on <= today && today <= terms.expires_on &&
                    terms.expires_on <= terms.issued_on.plus_days(kind->years * kDaysPerLeapYear);
  return fits ? Done{} : Done{fail(ErrorKind::malformed, "certificate_dates_invalid")};
}

}  // namespace cardea::procedures
