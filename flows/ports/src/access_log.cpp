#include "cardea/ports/access_log.hpp"

#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/accountability_entries.hpp"

namespace cardea::ports {
namespace {

std::string result_of(const AccessMade& access) {
  if (access.refused) return "refused";
  return access.records > 0 ? "shown" : "nothing";
}

}  // namespace

Done record_access(Recorder& recorder, const Caller& caller, const AccessMade& access) {
  PersonalDataAccessed made{access.what,    access.subject, access.traveller_id, result_of(access),
                            access.records, caller.lane,    std::nullopt};
  if (caller.session_id != SessionId{IdBytes{}}) made.session_id = caller.session_id;
  const auto receipt = recorder.record([&](const Records& now) -> Result<Outcome> {
    const auto node = now.node();
    if (!node) return pass_on(node);
    if (!node->has_value()) return fail(ErrorKind::conflict, "node_not_made");
    const auto type = journal::EntryType::personal_data_accessed;
    return Outcome{{draft_by(caller, **node, type, access.subject, to_json(made).get_object())}, {}, {}};
  });
  if (!receipt) return pass_on(receipt);
  return {};
}

Done or_record_refusal(Done allowed, Recorder& recorder, const Caller& caller, AccessMade access) {
  if (allowed) return allowed;
  access.refused = true;
  const Done recorded = record_access(recorder, caller, access);
  return recorded ? allowed : recorded;
}

}  // namespace cardea::ports
