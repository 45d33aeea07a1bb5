#include "common.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"
#include "cardea/ports/access_log.hpp"

namespace cardea::travellers {
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
    const auto earlier = ports::subject_of_repeat(now, caller, request);
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
    outcome.mark = ports::mark_of(caller, request, subject);
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return about;
}

}  // namespace cardea::travellers
