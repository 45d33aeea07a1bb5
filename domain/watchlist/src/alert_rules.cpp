#include "cardea/watchlist/alert_rules.hpp"

#include <algorithm>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/codec.hpp"

namespace cardea::watchlist {

std::string_view alert_actions_text();  // data/rules/alert_actions.json, built in

namespace {

constexpr int kEmergencyHoursMax = 24;
constexpr int kReviewYearsMax = 10;
constexpr int kOfAll = 10000;
constexpr int kDaysPerYear = 365;

bool has_rule(const AlertRules& rules, AlertAction action) {
  return std::ranges::any_of(rules.actions,
                             [&](const ActionRule& rule) { return rule.action == name(action); });
}

bool every_action_has_a_rule(const AlertRules& rules) {
  for (int at = 0; at <= static_cast<int>(AlertAction::health); ++at) {
    if (!has_rule(rules, static_cast<AlertAction>(at))) return false;
  }
  return true;
}

bool in_range(const AlertRules& rules) {
  const bool figures = rules.emergency_hours >= 1 && rules.emergency_hours <= kEmergencyHoursMax &&
                       rules.survey_per_10000 >= 0 && rules.survey_per_10000 <= kOfAll;
  const bool reasons = std::ranges::all_of(rules.reasons, [](const ReasonRule& rule) {
    return !rule.code.empty() && !rule.legal_source.empty() && rule.review_years >= 1 &&
           rule.review_years <= kReviewYearsMax;
  });
  const bool actions = std::ranges::all_of(rules.actions, [](const ActionRule& rule) {
    return !rule.handling.empty() && !rule.legal_source.empty() && rule.priority >= 1;
  });
  return figures && reasons && actions && every_action_has_a_rule(rules);
}

// A year that has no 29 February has its 28th.
Date plus_years(Date date, int years) {
  const auto same = Date::create(date.year() + years, date.month(), date.day());
  return same ? *same : date.plus_days(years * kDaysPerYear);
}

}  // namespace

Result<AlertRules> parse_alert_rules(std::string_view json_text) {
  const auto value = parse_json(json_text);
  if (!value) return pass_on(value);
  auto rules = from_json<AlertRules>(*value);
  if (!rules) return rules;
  const bool has_origin = !rules->id.empty() && !rules->edition.empty() && !rules->legal_source.empty();
  if (!has_origin || !in_range(*rules)) return fail(ErrorKind::malformed, "rule_out_of_range", rules->id);
  return rules;
}

const AlertRules& standard_alert_rules() {
  static const AlertRules rules = [] {
    auto parsed = parse_alert_rules(alert_actions_text());
    CARDEA_ASSERT(parsed.has_value());
    return *std::move(parsed);
  }();
  return rules;
}

const ActionRule& rule_of(const AlertRules& rules, std::string_view action) {
  const auto found = std::ranges::find(rules.actions, action, &ActionRule::action);
  if (found != rules.actions.end()) return *found;
  return *std::ranges::min_element(rules.actions, {}, &ActionRule::priority);
}

Done check_own(const Alert& alert, std::string_view reason, const AlertRules& rules, Date today) {
  const auto refuse = [](std::string_view word) { return fail(ErrorKind::malformed, word); };
  const auto rule = std::ranges::find(rules.reasons, reason, &ReasonRule::code);
  if (rule == rules.reasons.end()) return refuse("alert_reason_unknown");
  if (!alert.review_on) return refuse("alert_without_review");
  if (!alert.expires_on) return refuse("alert_without_expiry");
  if (const Done checked = check(alert); !checked) return checked;
  if (*alert.review_on <= today || *alert.expires_on <= today) return refuse("alert_expired");
  if (*alert.review_on > plus_years(today, rule->review_years)) return refuse("alert_review_too_late");
  return {};
}

}  // namespace cardea::watchlist
