#include "referral.hpp"

#include "cardea/cases/targets.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/cases_records.hpp"

namespace cardea::inspection {
namespace {

constexpr std::int64_t kSecondsPerMinute = 60;

}  // namespace

journal::Draft case_of_referral(const Parts& parts, const ports::Caller& caller,
                                const ports::NodeCreated& node, FormalityId id,
                                const crossings::DecisionInput& decision) {
  const cases::CaseTargets& targets = cases::standard_case_targets();
  const cases::CaseTarget target = cases::target_of(decision.reasons, targets);
  const ports::CaseOpened opened{parts.ids.make<CaseId>(),
                                 id,
                                 "referral",
                                 decision.reasons,
                                 decision.note,
                                 plus_seconds(parts.clock.now(), target.minutes * kSecondsPerMinute),
                                 target.priority,
                                 target.protection,
                                 versioned_name(targets)};
  return draft_by(caller, node, journal::EntryType::case_opened, to_text(opened.case_id),
                  to_json(opened).get_object());
}

Result<std::vector<journal::Draft>> case_after_take_back(const ports::Caller& caller,
                                                         const ports::Records& now,
                                                         const ports::NodeCreated& node, FormalityId id) {
  const auto found = now.cases().find_of(id);
  if (!found) return pass_on(found);
  if (!*found) return std::vector<journal::Draft>{};
  if ((*found)->state != "waiting") return fail(ErrorKind::conflict, "case_taken");
  const ports::CaseClosed closed{(*found)->opened.case_id, "referral_taken_back", ""};
  return std::vector{draft_by(caller, node, journal::EntryType::case_closed, to_text(closed.case_id),
                              to_json(closed).get_object())};
}

}  // namespace cardea::inspection
