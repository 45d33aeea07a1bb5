#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

// How soon a referred person must be seen, and who has to know when nobody did. Law: Regulation (EU)
// 2016/399, Article 8(5) gives the traveller the right to be told why and how; the minutes are the service's
// own, as data.

namespace cardea::cases {

/// One reason of a referral. `priority` is "urgent", "high" or "normal".
struct CaseTarget {
  std::string reason;  ///< a word of crossings::kReferralReasons
  int minutes = 0;
  std::string priority;
  bool protection = false;  ///< the person may need protection: child, victim, asylum
};
BOOST_DESCRIBE_STRUCT(CaseTarget, (), (reason, minutes, priority, protection))

/// One level of the service, and how long an undecided case may stay with it. The last one has no limit.
struct EscalationStep {
  std::string level;  ///< "second_line", "shift_leader", ...
  std::optional<int> limit_minutes;
};
BOOST_DESCRIBE_STRUCT(EscalationStep, (), (level, limit_minutes))

struct CaseTargets {
  std::string id;
  std::string edition;
  std::string legal_source;
  CaseTarget otherwise;  ///< for a referral without a reason that is listed
  std::vector<CaseTarget> targets;
  std::vector<EscalationStep> escalation;
  std::vector<std::string> units;       ///< that can be consulted
  std::vector<std::string> conditions;  ///< under which a person may be admitted
};
BOOST_DESCRIBE_STRUCT(CaseTargets, (),
                      (id, edition, legal_source, otherwise, targets, escalation, units, conditions))

/// Fails `malformed/json_...` or `malformed/rule_out_of_range` (the detail names the rule).
[[nodiscard]] Result<CaseTargets> parse_case_targets(std::string_view json_text);
/// data/rules/case_targets.json as this program was built with it.
[[nodiscard]] const CaseTargets& standard_case_targets();

/// The strictest of all reasons: the shortest time, the highest priority, protection when one asks for it.
[[nodiscard]] CaseTarget target_of(std::span<const std::string> reasons, const CaseTargets& rules);

/// Place in `steps` of the level that holds a case opened at `opened` and undecided at `now`. A limit itself
/// still counts as kept; a clock that was set back escalates nothing. `steps` is not empty.
[[nodiscard]] std::size_t escalation_of(Instant opened, Instant now, std::span<const EscalationStep> steps);

/// "case_targets@2026-11-01".
[[nodiscard]] std::string versioned_name(const CaseTargets& rules);

}  // namespace cardea::cases
