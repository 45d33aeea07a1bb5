#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"
#include "cardea/watchlist/alert.hpp"

namespace cardea::watchlist {

/// Why an alert may be made, and how soon it must be looked at again.
struct ReasonRule {
  std::string code;
  int review_years = 1;
  std::string legal_source;
};
BOOST_DESCRIBE_STRUCT(ReasonRule, (), (code, review_years, legal_source))

/// What an action asks for once its subject is there. `handling` is the class of the action: `immediate`,
/// `refer`, `discreet`, `inform`, `seize`, `protect`, `health`.
struct ActionRule {
  std::string action;  ///< word of AlertAction
  std::string handling;
  int priority = 0;        ///< 1 comes first when several alerts are about one person
  bool first_line = true;  ///< whether the first line may know
  std::vector<std::string> steps;
  std::vector<std::string> form;  ///< fields that must be filled before the hit is closed
  std::string legal_source;
};
BOOST_DESCRIBE_STRUCT(ActionRule, (), (action, handling, priority, first_line, steps, form, legal_source))

struct AlertRules {
  std::string id;
  std::string edition;
  std::string legal_source;
  Date valid_from = Date::from_days(0);
  int emergency_hours = 0;
  int survey_per_10000 =
      0;  ///< travellers asked for details at random, so that a discreet hit does not stand out
  std::vector<ReasonRule> reasons;
  std::vector<ActionRule> actions;
};
BOOST_DESCRIBE_STRUCT(AlertRules, (),
                      (id, edition, legal_source, valid_from, emergency_hours, survey_per_10000, reasons,
                       actions))

/// Reads data/rules/alert_actions.json. Fails as the codec, and `malformed/rule_out_of_range`: an action
/// without a rule, a figure that makes no sense, or a rule that does not say where it comes from.
[[nodiscard]] Result<AlertRules> parse_alert_rules(std::string_view json_text);

/// The rules built into the program.
[[nodiscard]] const AlertRules& standard_alert_rules();

/// The rule of an action; the strictest for a word that is none.
[[nodiscard]] const ActionRule& rule_of(const AlertRules& rules, std::string_view action);

/// Whether an alert of our own may be proposed: watchlist::check, and beyond it a reason of the rules, a
/// review date within the years of that reason and an expiry date, both ahead. Fails
/// `malformed/alert_reason_unknown`, `malformed/alert_without_review`, `malformed/alert_without_expiry`,
/// `malformed/alert_review_too_late`, `malformed/alert_expired` and as check.
[[nodiscard]] Done check_own(const Alert& alert, std::string_view reason, const AlertRules& rules,
                             Date today);

}  // namespace cardea::watchlist
