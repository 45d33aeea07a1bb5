// Second factors: begun and confirmed by the officer, reset by an administrator.
#include "cardea/access/one_time_code.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/organisation_entries.hpp"
#include "common.hpp"
#include "rights.hpp"
#include "sign_in_check.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;

/// Fails `conflict/second_factor_missing`, `conflict/second_factor_enrolled`.
Result<ports::SecondFactorRow> begun_factor(const ports::Records& records, OfficerId officer) {
  auto factor = records.organisation().second_factor(officer);
  if (!factor) return pass_on(factor);
  if (!factor->has_value()) return fail(ErrorKind::conflict, "second_factor_missing");
  if ((*factor)->confirmed) return fail(ErrorKind::conflict, "second_factor_enrolled");
  return **std::move(factor);
}

}  // namespace

Result<NewSecondFactor> Administration::begin_second_factor(const ports::Caller& caller) const {
  std::array<std::uint8_t, access::kCodeSecretBytes> secret{};
  parts_.random.fill(secret);
  std::string post;
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    post = node->post;
    const auto factor = now.organisation().second_factor(caller.officer_id);
    if (!factor) return pass_on(factor);
    if (factor->has_value() && (*factor)->confirmed) {
      return fail(ErrorKind::conflict, "second_factor_enrolled");
    }
    ports::Outcome outcome;
    outcome.service.set_second_factor = {caller.officer_id, parts_.box.seal(secret), false, 0};
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  const std::string text = access::to_base32(secret);
  return NewSecondFactor{SecretText(text), SecretText(access::otpauth_uri(post, caller.user_name, text))};
}

Done Administration::confirm_second_factor(const ports::Caller& caller, std::string_view code) const {
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    auto factor = begun_factor(now, caller.officer_id);
    if (!factor) return pass_on(factor);
    const auto step = matching_step(parts_, *factor, code);
    if (!step) return fail(ErrorKind::malformed, "second_factor_code_wrong");
    const ports::SecondFactorEnrolled enrolled{caller.officer_id};
    ports::Outcome outcome;
    outcome.drafts = {draft_by(caller, *node, EntryType::second_factor_enrolled, to_text(caller.officer_id),
                               to_json(enrolled).get_object())};
    outcome.service.set_second_factor = {caller.officer_id, std::move(factor->sealed_secret), true, *step};
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return {};
}

Done Administration::reset_second_factor(const ports::Caller& caller, OfficerId id,
                                         std::string_view reason) const {
  const Done allowed =
      may(caller, access::Action::manage_officers).and_then([&] { return check_reason(reason); });
  if (!allowed) return allowed;
  if (caller.officer_id == id) return fail(ErrorKind::forbidden, "same_person");
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto officer = the_officer(now, id);
    if (!officer) return pass_on(officer);
    const auto factor = now.organisation().second_factor(id);
    if (!factor) return pass_on(factor);
    if (!factor->has_value()) return fail(ErrorKind::conflict, "second_factor_missing");
    const ports::SecondFactorReset reset{id, std::string(reason)};
    ports::Outcome outcome;
    outcome.drafts = {
        draft_by(caller, *node, EntryType::second_factor_reset, to_text(id), to_json(reset).get_object())};
    outcome.service.remove_second_factor = id;
    outcome.service.close_sessions_of = id;
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return {};
}

}  // namespace cardea::administration
