// Making the node and enrolling its first administrator.
#include <algorithm>

#include "cardea/access/sign_in.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "common.hpp"
#include "rights.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;

Done check_node(const NewNode& node) {
  const bool state = node.state.size() == 3 && std::ranges::all_of(node.state, is_ascii_upper);
  if (trim(node.post).empty() || !is_valid_utf8(node.post))
    return fail(ErrorKind::malformed, "node_post_missing");
  if (!state) return fail(ErrorKind::malformed, "node_state_invalid");
  return {};
}

Done nobody_enrolled(const ports::Records& now) {
  const auto officers = now.officers();
  if (!officers) return pass_on(officers);
  if (!officers->empty()) return fail(ErrorKind::conflict, "already_enrolled");
  return {};
}

Done code_is_right(const ports::Records& now, const SecretText& code) {
  const auto stored = now.enrolment_code();
  if (!stored) return pass_on(stored);
  const Digest given = code_digest(code.reveal());
  if (*stored && equal_in_constant_time(**stored, given)) return {};
  return fail(ErrorKind::forbidden, "enrolment_code_wrong");
}

Result<ports::Outcome> first_officer(const ports::Records& now, const SecretText& code,
                                     const NewSession& session, const ports::OfficerEnrolled& officer,
                                     const std::string& password_hash) {
  const auto node = ports::made_node(now);
  if (!node) return pass_on(node);
  const Done may = nobody_enrolled(now).and_then([&] { return code_is_right(now, code); });
  if (!may) return pass_on(may);
  const ports::Caller self = caller_of(officer, session.row.session_id, "");
  ports::Outcome outcome;
  outcome.drafts = {enrolled_draft(self, *node, EntryType::officer_enrolled, officer),
                    opened_draft(self, *node)};
  outcome.service.set_password_hash = {officer.officer_id, password_hash};
  outcome.service.open_session = session.row;
  outcome.service.use_up_enrolment_code = true;
  return outcome;
}

}  // namespace

Result<MadeNode> Administration::init_node(const NewNode& node) const {
  const Done checked = check_node(node);
  if (!checked) return pass_on(checked);
  const ports::NodeCreated created{parts_.ids.make<NodeId>(),
                                   node.post,
                                   node.state,
                                   node.agency,
                                   node.time_zone,
                                   node.lanes,
                                   node.public_key};
  MadeNode made{created.node_id, new_code(parts_.random)};
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto existing = now.node();
    if (!existing) return pass_on(existing);
    if (existing->has_value()) return fail(ErrorKind::conflict, "node_made_already");
    ports::Outcome outcome;
    outcome.drafts = {draft_by(ports::operator_at_console(), created, EntryType::node_created,
                               to_text(created.node_id), to_json(created).get_object())};
    outcome.service.set_enrolment_code = code_digest(made.enrolment_code.reveal());
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return made;
}

Result<SecretText> Administration::renew_enrolment_code() const {
  SecretText code = new_code(parts_.random);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const Done open = nobody_enrolled(now);
    if (!open) return pass_on(open);
    ports::Outcome outcome;
    outcome.service.set_enrolment_code = code_digest(code.reveal());
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return code;
}

Result<SignedIn> Administration::enrol_first(const SecretText& code, std::string_view user_name,
                                             std::string_view display_name,
                                             const SecretText& password) const {
  // Before the costly hash, so that a stranger cannot make the node work; looked at again on the writer.
  const Done right =
      nobody_enrolled(parts_.records).and_then([&] { return code_is_right(parts_.records, code); });
  if (!right) return pass_on(right);
  const auto officer = officer_of(parts_.ids.make<OfficerId>(), user_name, display_name,
                                  {std::string(name(access::Role::administrator))});
  if (!officer) return pass_on(officer);
  const Done chosen = access::may_choose_password(password, user_name);
  if (!chosen) return pass_on(chosen);
  const auto hash = parts_.hasher.hash(password);
  if (!hash) return pass_on(hash);
  NewSession session = new_session(parts_, officer->officer_id);
  const auto receipt = parts_.recorder.record(
      [&](const ports::Records& now) { return first_officer(now, code, session, *officer, *hash); });
  if (!receipt) return pass_on(receipt);
  auto caller = placed(parts_, caller_of(*officer, session.row.session_id, ""));
  if (!caller) return pass_on(caller);
  return signed_in(std::move(session), *std::move(caller));
}

}  // namespace cardea::administration
