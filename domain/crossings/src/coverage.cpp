#include "cardea/crossings/coverage.hpp"

namespace cardea::crossings {
namespace {

bool all_there(const std::vector<Check>& checks) {
  if (checks.size() != kAllChecks.size()) return false;
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (checks[i].name != kAllChecks.at(i)) return false;
  }
  return true;
}

}  // namespace

std::optional<std::string_view> gap_of(const Admission& admission, const RefusalGrounds& grounds) {
  if (!admission.inspected) return "not_inspected";
  if (!all_there(admission.checks)) return "checks_missing";
  const Done allowed = may_decide(admission.context, admission.decision, grounds);
  return allowed ? std::nullopt : std::optional(allowed.error().reason);
}

}  // namespace cardea::crossings
