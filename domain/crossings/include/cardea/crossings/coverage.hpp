#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/crossings/check.hpp"
#include "cardea/crossings/decision.hpp"

namespace cardea::crossings {

/// An admission as it stands on record.
struct Admission {
  bool inspected = false;     ///< an inspection with its assessment stands behind it
  std::vector<Check> checks;  ///< of the assessment the officer decided on
  DecisionContext context;    ///< what was known then, as far as the record tells
  DecisionInput decision;     ///< what was decided, with its reasons
};

/// Why an admission is not covered by a completed verdict or a recorded fallback; nothing when it is. It is
/// judged by the same rules as the decision itself (may_decide), so that what slipped past the one is found
/// by the other (F-E03).
///
/// Words: `not_inspected`, `checks_missing`, and the reasons of may_decide: `admit_blocked`,
/// `reason_required`, `fallback_reason_required`, `note_required`, `unknown_reason`.
[[nodiscard]] std::optional<std::string_view> gap_of(const Admission& admission,
                                                     const RefusalGrounds& grounds);

}  // namespace cardea::crossings
