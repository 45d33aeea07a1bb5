#include "cardea/cases/targets.hpp"

#include <algorithm>
#include <array>

#include "data_files.hpp"

namespace cardea::cases {
namespace {

constexpr std::array<std::string_view, 3> kPriorities{"urgent", "high", "normal"};
constexpr int kMinutesMax = 7 * 24 * 60;
constexpr std::int64_t kMicrosecondsPerMinute = 60'000'000;

auto rank_of(std::string_view priority) {
  return std::ranges::find(kPriorities, priority) - kPriorities.begin();
}

bool in_range(const CaseTarget& target) {
  return target.minutes >= 1 && target.minutes <= kMinutesMax &&
         std::ranges::find(kPriorities, target.priority) != kPriorities.end();
}

// Every level but the last hands on.
bool in_range(const std::vector<EscalationStep>& steps) {
  if (steps.empty() || steps.back().limit_minutes) return false;
  return std::all_of(steps.begin(), steps.end() - 1, [](const EscalationStep& step) {
    return !step.level.empty() && step.limit_minutes && *step.limit_minutes >= 1;
  });
}

}  // namespace

Result<CaseTargets> parse_case_targets(std::string_view json_text) {
  auto rules = parse_file<CaseTargets>(json_text);
  if (!rules) return rules;
  const bool has_origin = !rules->id.empty() && !rules->edition.empty() && !rules->legal_source.empty();
  if (!has_origin || !in_range(rules->otherwise)) return out_of_range(rules->id);
  if (!in_range(rules->escalation)) return out_of_range("escalation");
  for (const CaseTarget& target : rules->targets) {
    if (!in_range(target)) return out_of_range(target.reason);
  }
  return rules;
}

const CaseTargets& standard_case_targets() {
  static const CaseTargets rules = built_in(parse_case_targets(case_targets_text()));
  return rules;
}

CaseTarget target_of(std::span<const std::string> reasons, const CaseTargets& rules) {
  std::optional<CaseTarget> strictest;
  for (const CaseTarget& target : rules.targets) {
    if (std::ranges::find(reasons, target.reason) == reasons.end()) continue;
    if (!strictest) strictest = target;
    strictest->minutes = std::min(strictest->minutes, target.minutes);
    strictest->protection = strictest->protection || target.protection;
    if (rank_of(target.priority) < rank_of(strictest->priority)) strictest->priority = target.priority;
  }
  return strictest.value_or(rules.otherwise);
}

std::size_t escalation_of(Instant opened, Instant now, std::span<const EscalationStep> steps) {
  std::int64_t left_us = now.us - opened.us;
  std::size_t at = 0;
  while (at + 1 < steps.size()) {
    left_us -= steps[at].limit_minutes.value_or(0) * kMicrosecondsPerMinute;
    if (left_us <= 0) break;
    ++at;
  }
  return at;
}

std::string versioned_name(const CaseTargets& rules) { return rules.id + "@" + rules.edition; }

}  // namespace cardea::cases
