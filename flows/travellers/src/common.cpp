#include "common.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"
#include "cardea/ports/access_log.hpp"

namespace cardea::travellers {
namespace {

// What an earlier request with this key was about.
Result<std::optional<std::string>> earlier_subject(const ports::Records& now, const ports::Caller& caller,
                                                   const Request& request) {
  if (!request.idempotency_key) return std::nullopt;
  const auto earlier = now.find_request(*request.idempotency_key, caller.officer_id);
  if (!earlier) return pass_on(earlier);
  if (!earlier->has_value()) return std::nullopt;
  if ((*earlier)->request_digest != request.request_digest) {
    return fail(ErrorKind::conflict, "idempotency_key_reused");
  }
  return (*earlier)->subject;
}

}  // namespace

Done check_reason(std::string_view text) {
  if (text.empty()) return fail(ErrorKind::malformed, "reason_required");
  return ports::check_officer_text(text, kReasonBytesMax);
}

Done check_state_code(std::string_view code) {
  const bool upper = std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
  return code.size() == 3 && upper ? Done{} : Done{fail(ErrorKind::malformed, "state_code_invalid")};
}

Result<ports::TravellerRow> the_traveller(const ports::Records& records, TravellerId id) {
  auto row = records.travellers().find_traveller(id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "traveller_unknown");
  return **std::move(row);
}

Done record_read(const Parts& parts, const ports::Caller& caller, const std::string& what,
                 const std::string& subject, std::int64_t records, std::optional<TravellerId> traveller) {
  return ports::record_access(parts.recorder, caller, {what, subject, traveller, records, false});
}

Result<std::string> perform(const Parts& parts, const ports::Caller& caller, const Request& request,
                            const std::string& subject, const Act& act) {
  std::string about = subject;
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto earlier = earlier_subject(now, caller, request);
    if (!earlier) return pass_on(earlier);
    if (*earlier) {
      about = **earlier;
      return ports::Outcome{};
    }
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    auto recorded = act(now);
    if (!recorded) return pass_on(recorded);
    ports::Outcome outcome;
    for (Recorded& each : *recorded) {
      outcome.drafts.push_back(
          draft_by(caller, *node, each.type, std::move(each.subject), std::move(each.payload)));
    }
    if (request.idempotency_key) {
      outcome.mark =
          ports::RequestMark{*request.idempotency_key, caller.officer_id, request.request_digest, subject};
    }
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return about;
}

}  // namespace cardea::travellers
