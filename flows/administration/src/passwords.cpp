// An officer's own password.
#include "cardea/access/sign_in.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/organisation_entries.hpp"
#include "cardea/ports/organisation_records.hpp"
#include "common.hpp"
#include "sign_in_check.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;

/// Every session of the officer but the one that asks ends.
Done end_others(const ports::Records& now, const ports::Caller& caller, const ports::NodeCreated& node,
                ports::Outcome& outcome) {
  const auto sessions = now.organisation().sessions_of(caller.officer_id);
  if (!sessions) return pass_on(sessions);
  for (const SessionId each : *sessions) {
    if (each == caller.session_id) continue;
    const ports::SessionClosed closed{each, "password_changed"};
    outcome.drafts.push_back(
        draft_by(caller, node, EntryType::session_closed, to_text(each), to_json(closed).get_object()));
    outcome.service.close_sessions.push_back(each);
  }
  return {};
}

}  // namespace

Done Administration::change_password(const ports::Caller& caller, const SecretText& old_password,
                                     const std::optional<std::string>& code,
                                     const SecretText& new_password) const {
  const auto proved = prove(parts_, {caller.user_name, old_password, code, {}});
  if (!proved) return pass_on(proved);
  const Done chosen = access::may_choose_password(new_password, caller.user_name);
  if (!chosen) return chosen;
  if (parts_.hasher.verify(*proved->officer.password_hash, new_password)) {
    return fail(ErrorKind::malformed, "password_unchanged");
  }
  const auto hash = parts_.hasher.hash(new_password);
  if (!hash) return pass_on(hash);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    ports::Outcome outcome;
    if (const Done still = still_proved(parts_, now, *proved, outcome.service); !still) return pass_on(still);
    const ports::PasswordChanged changed{caller.officer_id};
    outcome.drafts = {draft_by(caller, *node, EntryType::password_changed, to_text(caller.officer_id),
                               to_json(changed).get_object())};
    outcome.service.set_password_hash = {caller.officer_id, *hash};
    if (const Done ended = end_others(now, caller, *node, outcome); !ended) return pass_on(ended);
    return outcome;
  });
  return receipt ? Done{} : Done{pass_on(receipt)};
}

}  // namespace cardea::administration
