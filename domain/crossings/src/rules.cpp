#include "cardea/crossings/rules.hpp"

#include <algorithm>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/codec.hpp"
#include "rules_data.hpp"

namespace cardea::crossings {
namespace {

struct StayRulesFile {
  std::vector<StayRule> rules;
};
BOOST_DESCRIBE_STRUCT(StayRulesFile, (), (rules))

constexpr int kWindowMax = 1000;

Failure out_of_range(std::string_view rule) {
  return fail(ErrorKind::malformed, "rule_out_of_range", std::string(rule));
}

template <class T>
Result<T> parse_file(std::string_view json_text) {
  const auto value = parse_json(json_text);
  if (!value) return pass_on(value);
  return from_json<T>(*value);
}

// What cannot say where it comes from is not law (ADR 12).
bool has_origin(const auto& rules) {
  return !rules.id.empty() && !rules.edition.empty() && !rules.legal_source.empty();
}

bool in_range(const StayRule& rule) {
  const int year_limit = rule.calendar_year_limit.value_or(1);
  return has_origin(rule) && rule.window >= 1 && rule.window <= kWindowMax && rule.limit >= 1 &&
         rule.limit <= rule.window && year_limit >= 1 && year_limit <= kWindowMax;
}

bool in_range(const AcceptanceLine& line) {
  if (line.acceptance == "accepted") return true;
  return (line.acceptance == "review" || line.acceptance == "refused") && !line.reason.empty();
}

// What is built in was tested; a damaged build must not start.
template <class T>
T built_in(Result<T> parsed) {
  CARDEA_ASSERT(parsed.has_value());
  return *std::move(parsed);
}

}  // namespace

Result<std::vector<StayRule>> parse_stay_rules(std::string_view json_text) {
  auto file = parse_file<StayRulesFile>(json_text);
  if (!file) return pass_on(file);
  for (const StayRule& rule : file->rules) {
    if (!in_range(rule)) return out_of_range(rule.id);
  }
  return std::move(file->rules);
}

Result<RefusalGrounds> parse_refusal_grounds(std::string_view json_text) {
  auto grounds = parse_file<RefusalGrounds>(json_text);
  if (!grounds) return grounds;
  if (!has_origin(*grounds)) return out_of_range(grounds->id);
  for (const RefusalGround& ground : grounds->grounds) {
    if (ground.letter.size() != 1 || ground.word.empty()) return out_of_range(ground.letter);
  }
  return grounds;
}

Result<DocumentRules> parse_document_rules(std::string_view json_text) {
  auto rules = parse_file<DocumentRules>(json_text);
  if (!rules) return rules;
  const bool sane = has_origin(*rules) && rules->months_after_departure >= 0 &&
                    rules->months_after_departure <= 24 && rules->expires_soon_days >= 0 &&
                    rules->validity_years_max >= 1;
  if (!sane) return out_of_range(rules->id);
  for (const AcceptanceLine& line : rules->accepted) {
    if (!in_range(line)) return out_of_range(line.code);
  }
  return rules;
}

Result<PermitKinds> parse_permit_kinds(std::string_view json_text) {
  auto kinds = parse_file<PermitKinds>(json_text);
  if (!kinds) return kinds;
  if (!has_origin(*kinds)) return out_of_range(kinds->id);
  for (const PermitKind& kind : kinds->kinds) {
    StayEffect effect{};
    if (kind.word.empty() || !parse(kind.effect, effect)) return out_of_range(kind.word);
  }
  return kinds;
}

Result<TravelTimes> parse_travel_times(std::string_view json_text) {
  auto times = parse_file<TravelTimes>(json_text);
  if (!times) return times;
  if (!has_origin(*times) || times->minutes_between_posts < 0) return out_of_range(times->id);
  for (const TravelTime& pair : times->pairs) {
    if (pair.from.empty() || pair.to.empty() || pair.minutes < 0) return out_of_range(pair.from);
  }
  return times;
}

Result<PersonClasses> parse_person_classes(std::string_view json_text) {
  auto classes = parse_file<PersonClasses>(json_text);
  if (!classes) return classes;
  if (!has_origin(*classes) || classes->classes.empty()) return out_of_range(classes->id);
  for (const PersonClassRule& rule : classes->classes) {
    StayRegime stay{};
    VisaRegime visa{};
    const bool reachable = !rule.when.empty() || rule.may_be_stated;
    const bool sane = !rule.word.empty() && reachable && parse(rule.stay, stay) && parse(rule.visa, visa);
    if (!sane) return out_of_range(rule.word);
  }
  return classes;
}

namespace {

const StayRule* newest_of(std::span<const StayRule> rules, Date on, auto fits) {
  const StayRule* newest = nullptr;
  for (const StayRule& rule : rules) {
    if (!fits(rule) || rule.valid_from > on || (rule.valid_to && *rule.valid_to < on)) continue;
    if (newest == nullptr || rule.valid_from > newest->valid_from) newest = &rule;
  }
  return newest;
}

}  // namespace

const StayRule* rule_in_force(std::span<const StayRule> rules, Date on) {
  return newest_of(rules, on, [](const StayRule& rule) { return !rule.nationalities; });
}

const StayRule* rule_for(std::span<const StayRule> rules, std::string_view nationality, Date on) {
  const StayRule* agreed = newest_of(rules, on, [&](const StayRule& rule) {
    return rule.nationalities &&
           std::ranges::find(*rule.nationalities, nationality) != rule.nationalities->end();
  });
  return agreed != nullptr ? agreed : rule_in_force(rules, on);
}

const Rules& standard_rules() {
  static const Rules rules{built_in(parse_stay_rules(stay_rules_text())),
                           built_in(parse_refusal_grounds(refusal_grounds_text())),
                           built_in(parse_document_rules(document_rules_text())),
                           built_in(parse_permit_kinds(permit_kinds_text())),
                           built_in(parse_person_classes(person_classes_text())),
                           built_in(parse_travel_times(travel_times_text()))};
  return rules;
}

std::string versioned_name(const StayRule& rule) { return rule.id + "@" + rule.edition; }

std::string versions_of(const Rules& rules) {
  std::string text;
  for (const StayRule& rule : rules.stay) text += versioned_name(rule) + " ";
  return text + rules.document.id + "@" + rules.document.edition + " " + rules.refusal.id + "@" +
         rules.refusal.edition + " " + rules.permits.id + "@" + rules.permits.edition + " " +
         rules.classes.id + "@" + rules.classes.edition + " " + rules.travel_times.id + "@" +
         rules.travel_times.edition;
}

}  // namespace cardea::crossings
