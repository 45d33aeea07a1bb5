// Holds on erasure: what one person proposes, another one approves.
#include <functional>

#include "cardea/access/two_person.hpp"
#include "cardea/accountability/retention.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/ports/accountability_entries.hpp"
#include "common.hpp"

namespace cardea::accountability {
namespace {

using journal::EntryType;
using ports::HoldRow;
using Act = std::function<Result<journal::Draft>(const ports::NodeCreated& node, const HoldRow& hold)>;

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
}

Done check_reason(const std::string& reason) {
  if (trim(reason).empty()) return fail(ErrorKind::malformed, "reason_missing");
  if (reason.size() > kReasonBytesMax) return fail(ErrorKind::malformed, "text_too_long");
  if (!is_valid_utf8(reason) || std::ranges::any_of(reason, is_control)) {
    return fail(ErrorKind::malformed, "text_invalid");
  }
  return {};
}

Result<HoldRow> the_hold(const ports::Records& records, ports::HoldId id) {
  auto hold = records.accountability().find_hold(id);
  if (!hold) return pass_on(hold);
  if (!hold->has_value()) return fail(ErrorKind::not_found, "hold_unknown");
  return **std::move(hold);
}

Result<HoldRow> change_hold(const RetentionParts& parts, ports::HoldId id, const Act& act) {
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto hold = the_hold(now, id);
    if (!hold) return pass_on(hold);
    auto draft = act(*node, *hold);
    if (!draft) return pass_on(draft);
    return ports::Outcome{{*std::move(draft)}, {}, {}};
  });
  if (!receipt) return pass_on(receipt);
  return the_hold(parts.records, id);
}

}  // namespace

Result<std::vector<HoldRow>> Retention::holds(const ports::Caller& caller) const {
  const Done allowed = ports::may(caller, access::Action::manage_retention);
  if (!allowed) return pass_on(allowed);
  return parts_.records.accountability().holds();
}

Result<HoldRow> Retention::propose_hold(const ports::Caller& caller, TravellerId traveller,
                                        const std::string& reason) const {
  const Done allowed =
      ports::may(caller, access::Action::manage_retention).and_then([&] { return check_reason(reason); });
  if (!allowed) return pass_on(allowed);
  const ports::HoldProposed hold{parts_.ids.make<ports::HoldId>(), traveller, reason};
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto visits = now.accountability().file_visits_of(traveller);
    if (!visits) return pass_on(visits);
    if (visits->empty()) return fail(ErrorKind::not_found, "traveller_unknown");
    return ports::Outcome{{draft_by(caller, *node, EntryType::hold_proposed, to_text(hold.hold_id),
                                    to_json(hold).get_object())},
                          {},
                          {}};
  });
  if (!receipt) return pass_on(receipt);
  return the_hold(parts_.records, hold.hold_id);
}

Result<HoldRow> Retention::approve_hold(const ports::Caller& caller, ports::HoldId id,
                                        const std::string& typed) const {
  const Done allowed = ports::may(caller, access::Action::approve_retention);
  if (!allowed) return pass_on(allowed);
  const Instant now = parts_.clock.now();
  return change_hold(parts_, id, [&](const auto& node, const HoldRow& hold) -> Result<journal::Draft> {
    if (hold.state != "proposed") return fail(ErrorKind::conflict, "hold_not_proposed");
    const std::string record = to_text(id);
    const Done may_be = access::may_approve({record, hold.proposed_by, hold.proposed_at},
                                            to_text(caller.officer_id), now, typed);
    if (!may_be) return pass_on(may_be);
    return draft_by(caller, node, EntryType::hold_approved, record,
                    to_json(ports::HoldApproved{id}).get_object());
  });
}

Result<HoldRow> Retention::lift_hold(const ports::Caller& caller, ports::HoldId id, const std::string& reason,
                                     const std::string& typed) const {
  const Done allowed =
      ports::may(caller, access::Action::approve_retention).and_then([&] { return check_reason(reason); });
  if (!allowed) return pass_on(allowed);
  const Instant now = parts_.clock.now();
  return change_hold(parts_, id, [&](const auto& node, const HoldRow& hold) -> Result<journal::Draft> {
    if (hold.state == "lifted") return fail(ErrorKind::conflict, "hold_not_in_force");
    const std::string record = to_text(id);
    // Lifting is asked for and done in one act: only that it is another person counts, not how old the hold
    // is.
    const Done may_be =
        access::may_approve({record, hold.proposed_by, now}, to_text(caller.officer_id), now, typed);
    if (!may_be) return pass_on(may_be);
    return draft_by(caller, node, EntryType::hold_lifted, record,
                    to_json(ports::HoldLifted{id, reason}).get_object());
  });
}

}  // namespace cardea::accountability
