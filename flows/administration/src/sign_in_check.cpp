#include "sign_in_check.hpp"

#include <algorithm>

#include "cardea/access/one_time_code.hpp"
#include "cardea/access/sign_in.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "common.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;

constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;

/// Why an attempt did not succeed, for the journal; the officer is told less.
struct Refusal {
  std::string reason;
  std::optional<OfficerId> officer;
  OfficerId key;
  bool counts = true;
};

std::optional<Instant> locked_until(const std::optional<ports::FailuresRow>& failures) {
  if (!failures) return std::nullopt;
  return access::locked_until({failures->failures, failures->last_failure});
}

Result<std::optional<Instant>> wait_of(const ports::Records& records, OfficerId key, Instant now) {
  const auto failures = records.organisation().failures(key);
  if (!failures) return pass_on(failures);
  const auto until = locked_until(*failures);
  return until && *until > now ? until : std::nullopt;
}

// The journal keeps that somebody tried, without what they typed. Many attempts at once end in one wait:
// those that come in when it has begun do not prolong it.
Done record_refusal(const Parts& parts, const Refusal& refusal) {
  const Instant at = parts.clock.now();
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const ports::SessionRefused refused{refusal.reason, refusal.officer};
    const ports::Caller nobody = ports::operator_at_console();
    const std::string subject = refusal.officer ? to_text(*refusal.officer) : "";
    ports::Outcome outcome;
    outcome.drafts = {
        draft_by(nobody, *node, EntryType::session_refused, subject, to_json(refused).get_object())};
    outcome.drafts.front().actor.officer = "node";
    const auto wait = wait_of(now, refusal.key, at);
    if (!wait) return pass_on(wait);
    if (refusal.counts && !*wait) outcome.service.count_failure = {refusal.key, at};
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return {};
}

Failure refuse(const Parts& parts, const Refusal& refusal, std::string_view told = "sign_in_refused") {
  const Done recorded = record_refusal(parts, refusal);
  if (!recorded) return pass_on(recorded);
  return fail(ErrorKind::forbidden, told);
}

Failure refuse_waiting(const Parts& parts, const std::optional<OfficerId>& officer, OfficerId key,
                       Instant until) {
  const Done recorded = record_refusal(parts, {"locked", officer, key, false});
  if (!recorded) return pass_on(recorded);
  const std::int64_t seconds = (until.us - parts.clock.now().us) / kMicrosecondsPerSecond + 1;
  return fail(ErrorKind::forbidden, "locked_out", std::to_string(seconds));
}

/// Nobody is kept waiting for a certificate that does not count: its key cannot be guessed.
Failure refuse_certificate(const Parts& parts, std::string_view reason,
                           const std::optional<OfficerId>& officer) {
  return refuse(parts, {std::string(reason), officer, OfficerId{IdBytes{}}, false},
                "client_certificate_unknown");
}

Done still_registered(const ports::Records& now, OfficerId officer, std::string_view sha256) {
  const auto certificate = now.organisation().find_client_certificate(sha256);
  if (!certificate) return pass_on(certificate);
  if (certificate->has_value() && (*certificate)->officer_id == officer) return {};
  return fail(ErrorKind::forbidden, "client_certificate_unknown");
}

/// The same work for a name that nobody has as for an officer, so that the time of the answer names nobody.
Result<bool> password_is_right(const Parts& parts, const std::optional<ports::OfficerRow>& officer,
                               const SecretText& password) {
  if (officer && officer->password_hash) return parts.hasher.verify(*officer->password_hash, password);
  const auto unused = parts.hasher.hash(password);
  if (!unused) return pass_on(unused);
  return false;
}

Done prove_second_factor(const Parts& parts, const Claim& claim, Proved& proved) {
  const OfficerId officer = proved.officer.officer.officer_id;
  const auto factor = parts.records.organisation().second_factor(officer);
  if (!factor) return pass_on(factor);
  if (!factor->has_value() || !(*factor)->confirmed) return {};
  if (!claim.code || claim.code->empty()) return fail(ErrorKind::forbidden, "second_factor_required");
  const auto step = matching_step(parts, **factor, *claim.code);
  if (!step) return refuse(parts, {"wrong_code", officer, proved.key}, "second_factor_wrong");
  proved.second_factor = {officer, (*factor)->sealed_secret, true, *step};
  return {};
}

}  // namespace

OfficerId failure_key(std::string_view user_name, const std::optional<WorkstationId>& workstation) {
  const std::string place = workstation ? to_text(*workstation) : "anywhere";
  const Digest digest = sha256("cardea sign-in " + place + " " + std::string(user_name));
  IdBytes bytes{};
  std::copy_n(digest.begin(), bytes.size(), bytes.begin());
  return OfficerId{bytes};
}

std::optional<std::int64_t> matching_step(const Parts& parts, const ports::SecondFactorRow& factor,
                                          std::string_view code) {
  const auto secret = parts.box.open(factor.sealed_secret);
  if (!secret) return std::nullopt;
  for (const std::int64_t step : access::code_steps(parts.clock.now())) {
    const std::string right = parts.codes.code(*secret, step);
    if (step > factor.last_step && equal_in_constant_time(bytes_of(right), bytes_of(trim(code)))) return step;
  }
  return std::nullopt;
}

Result<Proved> prove(const Parts& parts, const Claim& claim) {
  const auto found = parts.records.find_officer_named(claim.user_name);
  if (!found) return pass_on(found);
  const OfficerId key = failure_key(claim.user_name, claim.workstation);
  std::optional<OfficerId> officer;
  if (found->has_value()) officer = (*found)->officer.officer_id;
  const auto wait = wait_of(parts.records, key, parts.clock.now());
  if (!wait) return pass_on(wait);
  if (*wait) return refuse_waiting(parts, officer, key, **wait);
  const auto right = password_is_right(parts, *found, claim.password);
  if (!right) return pass_on(right);
  if (!officer) return refuse(parts, {"unknown_officer", {}, key});
  if (!*right) return refuse(parts, {"wrong_password", officer, key});
  if (!(*found)->officer.active) return refuse(parts, {"inactive", officer, key});
  Proved proved{**found, key, {}, {}};
  if (const Done second = prove_second_factor(parts, claim, proved); !second) return pass_on(second);
  if (parts.hasher.needs_rehash(*proved.officer.password_hash)) {
    if (auto hash = parts.hasher.hash(claim.password)) proved.new_hash = *std::move(hash);
  }
  return proved;
}

Result<Proved> prove_by_certificate(const Parts& parts, std::string_view sha256) {
  if (sha256.empty()) return fail(ErrorKind::forbidden, "client_certificate_missing");
  const auto found = parts.records.organisation().find_client_certificate(sha256);
  if (!found) return pass_on(found);
  if (!found->has_value()) return refuse_certificate(parts, "unknown_certificate", {});
  const OfficerId id = (*found)->officer_id;
  auto officer = the_officer(parts.records, id);
  if (!officer) return pass_on(officer);
  if (!officer->officer.active) return refuse_certificate(parts, "inactive", id);
  Proved proved{*std::move(officer), failure_key(to_text(id), {}), {}, {}};
  proved.certificate = sha256;
  return proved;
}

Done still_proved(const Parts& parts, const ports::Records& now, const Proved& proved,
                  ports::ServiceChanges& service) {
  const OfficerId id = proved.officer.officer.officer_id;
  const auto officer = the_officer(now, id);
  if (!officer) return pass_on(officer);
  const auto wait = wait_of(now, proved.key, parts.clock.now());
  if (!wait) return pass_on(wait);
  if (!officer->officer.active || *wait) return fail(ErrorKind::forbidden, "sign_in_refused");
  if (proved.certificate) return still_registered(now, id, *proved.certificate);
  const auto factor = now.organisation().second_factor(id);
  if (!factor) return pass_on(factor);
  const bool demanded = factor->has_value() && (*factor)->confirmed;
  if (demanded != proved.second_factor.has_value()) return fail(ErrorKind::forbidden, "sign_in_refused");
  if (demanded && proved.second_factor->last_step <= (*factor)->last_step) {
    return fail(ErrorKind::forbidden, "second_factor_wrong");
  }
  service.set_second_factor = proved.second_factor;
  service.clear_failures = proved.key;
  if (proved.new_hash) service.set_password_hash = {id, *proved.new_hash};
  return {};
}

}  // namespace cardea::administration
