#include "cardea/crossings/relaxation.hpp"

#include <algorithm>
#include <array>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/codec.hpp"
#include "rules_data.hpp"

namespace cardea::crossings {
namespace {

constexpr int kMinutesMax = 24 * 60;
/// Who somebody is and whether somebody looks for them is asked of everybody, always.
constexpr std::array kNeverRelaxed{CheckName::watchlist, CheckName::document_status, CheckName::check_digits,
                                   CheckName::validity};

Failure out_of_range(std::string_view where) {
  return fail(ErrorKind::malformed, "rule_out_of_range", std::string(where));
}

bool in_range(const RelaxableCheck& line) {
  CheckName check{};
  if (!parse(line.check, check) || line.directions.empty()) return false;
  if (std::ranges::find(kNeverRelaxed, check) != kNeverRelaxed.end()) return false;
  return std::ranges::all_of(line.directions, [](const std::string& word) {
    Direction direction{};
    return parse(word, direction);
  });
}

bool allows(const RelaxationRules& rules, const std::string& check, Direction direction) {
  const auto line = std::ranges::find(rules.checks, check, &RelaxableCheck::check);
  return line != rules.checks.end() &&
         std::ranges::find(line->directions, name(direction)) != line->directions.end();
}

}  // namespace

Result<RelaxationRules> parse_relaxation_rules(std::string_view json_text) {
  const auto value = parse_json(json_text);
  if (!value) return pass_on(value);
  auto rules = from_json<RelaxationRules>(*value);
  if (!rules) return rules;
  const bool has_origin = !rules->id.empty() && !rules->edition.empty() && !rules->legal_source.empty();
  if (!has_origin || rules->minutes_max < 1 || rules->minutes_max > kMinutesMax)
    return out_of_range(rules->id);
  for (const RelaxableCheck& line : rules->checks) {
    if (!in_range(line)) return out_of_range(line.check);
  }
  return rules;
}

const RelaxationRules& standard_relaxation_rules() {
  static const RelaxationRules rules = [] {
    auto parsed = parse_relaxation_rules(relaxation_text());
    CARDEA_ASSERT(parsed.has_value());
    return *std::move(parsed);
  }();
  return rules;
}

Done may_relax(const std::vector<std::string>& checks, Direction direction, int minutes,
               const RelaxationRules& rules) {
  if (checks.empty()) return fail(ErrorKind::malformed, "relaxation_needs_check");
  for (const std::string& check : checks) {
    if (!allows(rules, check, direction)) return fail(ErrorKind::malformed, "check_not_relaxable", check);
  }
  if (minutes < 1 || minutes > rules.minutes_max) {
    return fail(ErrorKind::malformed, "relaxation_too_long", std::to_string(rules.minutes_max));
  }
  return {};
}

std::string versioned_name(const RelaxationRules& rules) { return rules.id + "@" + rules.edition; }

}  // namespace cardea::crossings
