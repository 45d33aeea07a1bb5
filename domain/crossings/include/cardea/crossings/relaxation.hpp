#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/crossings/check.hpp"
#include "cardea/crossings/direction.hpp"
#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

// Relaxation of checks when a post is overrun. Law: Regulation (EU) 2016/399, Article 9: temporary, for
// unforeseeable circumstances, decided by the officer in command; entry before exit.

namespace cardea::crossings {

/// A check that may be left out, and on which ways.
struct RelaxableCheck {
  std::string check;                    ///< a CheckName
  std::vector<std::string> directions;  ///< words of Direction
};
BOOST_DESCRIBE_STRUCT(RelaxableCheck, (), (check, directions))

/// What a service allows: data/rules/relaxation.json. What is not named is never left out.
struct RelaxationRules {
  std::string id;
  std::string edition;
  std::string legal_source;
  Date valid_from;
  std::optional<Date> valid_to;
  int minutes_max = 0;
  std::vector<RelaxableCheck> checks;
};
BOOST_DESCRIBE_STRUCT(RelaxationRules, (),
                      (id, edition, legal_source, valid_from, valid_to, minutes_max, checks))

/// Fails `malformed/json_...` or `malformed/rule_out_of_range`: also when the file would let the lists, the
/// check digits or the validity of the document go, which no service may.
[[nodiscard]] Result<RelaxationRules> parse_relaxation_rules(std::string_view json_text);
/// data/rules/relaxation.json as this program was built with it.
[[nodiscard]] const RelaxationRules& standard_relaxation_rules();

/// Whether somebody may order it. Fails `malformed/relaxation_needs_check`, `malformed/check_not_relaxable`
/// (the detail names it), `malformed/relaxation_too_long` (longer than the rule, or no time at all).
[[nodiscard]] Done may_relax(const std::vector<std::string>& checks, Direction direction, int minutes,
                             const RelaxationRules& rules);

/// "relaxation@2026-11-25".
[[nodiscard]] std::string versioned_name(const RelaxationRules& rules);

}  // namespace cardea::crossings
