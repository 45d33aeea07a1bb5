// Certificates with which officers sign in: registered and revoked by an administrator.
#include <algorithm>

#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/ports/organisation_entries.hpp"
#include "common.hpp"
#include "rights.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;

constexpr std::size_t kLabelMax = 80;
constexpr std::size_t kDigestDigits = 64;

Done check_digest(std::string_view sha256) {
  const bool hex =
      std::ranges::all_of(sha256, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (hex && sha256.size() == kDigestDigits) return {};
  return fail(ErrorKind::malformed, "client_certificate_digest_invalid");
}

Done check_label(std::string_view label) {
  if (!trim(label).empty() && label.size() <= kLabelMax) return {};
  return fail(ErrorKind::malformed, "client_certificate_label_invalid");
}

}  // namespace

Result<ClientCertificate> Administration::register_client_certificate(const ports::Caller& caller,
                                                                      OfficerId id, std::string_view sha256,
                                                                      std::string_view label) const {
  const Done allowed = may(caller, access::Action::manage_officers)
                           .and_then([&] { return check_digest(sha256); })
                           .and_then([&] { return check_label(label); });
  if (!allowed) return pass_on(allowed);
  if (caller.officer_id == id) return fail(ErrorKind::forbidden, "same_person");
  const ports::ClientCertificateRegistered registered{id, std::string(sha256), std::string(trim(label))};
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    if (const auto officer = the_officer(now, id); !officer) return pass_on(officer);
    const auto known = now.organisation().find_client_certificate(sha256);
    if (!known) return pass_on(known);
    if (known->has_value()) return fail(ErrorKind::conflict, "client_certificate_registered");
    ports::Outcome outcome;
    outcome.drafts = {draft_by(caller, *node, EntryType::client_certificate_registered, to_text(id),
                               to_json(registered).get_object())};
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return ClientCertificate{registered.sha256, registered.label, receipt->recorded_at};
}

Done Administration::revoke_client_certificate(const ports::Caller& caller, OfficerId id,
                                               std::string_view sha256, std::string_view reason) const {
  const Done allowed =
      may(caller, access::Action::manage_officers).and_then([&] { return check_reason(reason); });
  if (!allowed) return allowed;
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto known = now.organisation().find_client_certificate(sha256);
    if (!known) return pass_on(known);
    if (!known->has_value() || (*known)->officer_id != id) {
      return fail(ErrorKind::not_found, "client_certificate_not_found");
    }
    const ports::ClientCertificateRevoked revoked{id, std::string(sha256), std::string(reason)};
    ports::Outcome outcome;
    outcome.drafts = {draft_by(caller, *node, EntryType::client_certificate_revoked, to_text(id),
                               to_json(revoked).get_object())};
    outcome.service.close_sessions_of = id;
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return {};
}

Result<std::vector<ClientCertificate>> Administration::client_certificates(const ports::Caller& caller,
                                                                           OfficerId id) const {
  if (const Done allowed = may(caller, access::Action::read_officers); !allowed) return pass_on(allowed);
  if (const auto officer = the_officer(parts_.records, id); !officer) return pass_on(officer);
  const auto rows = parts_.records.organisation().client_certificates_of(id);
  if (!rows) return pass_on(rows);
  std::vector<ClientCertificate> certificates;
  for (const ports::ClientCertificateRow& row : *rows) {
    certificates.push_back({row.sha256, row.label, row.registered_at});
  }
  return certificates;
}

}  // namespace cardea::administration
