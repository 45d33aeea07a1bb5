#include "cardea/crossings/person_class.hpp"

#include <algorithm>
#include <array>

namespace cardea::crossings {
namespace {

template <class Enum, std::size_t N>
bool parse_among(std::string_view word, const std::array<Enum, N>& all, Enum& value) {
  const auto found = std::ranges::find_if(all, [&](Enum each) { return name(each) == word; });
  if (found == all.end()) return false;
  value = *found;
  return true;
}

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool fits(std::string_view pattern, std::string_view code) {
  if (pattern.ends_with('*')) return code.starts_with(pattern.substr(0, pattern.size() - 1));
  return pattern == code;
}

// Whole years on a day. Unknown parts are read in favour of a child: born as late as can be.
int age_on(const PartialDate& born, Date on) {
  if (!born.year) return -1;
  const int month = born.month.value_or(12);
  const int day = born.day.value_or(31);
  const bool had_birthday = on.month() > month || (on.month() == month && on.day() >= day);
  return on.year() - *born.year - (had_birthday ? 0 : 1);
}

void add_nationality_facts(const PersonFacts& facts, const PersonClasses& classes,
                           std::vector<std::string>& words) {
  if (facts.nationality.empty()) return;
  if (facts.nationality == facts.state) words.emplace_back("own_national");
  if (has(classes.free_movement, facts.state) && has(classes.free_movement, facts.nationality)) {
    words.emplace_back("free_movement");
  }
  for (const NationalityFact& each : classes.nationalities) {
    if (each.nationality == facts.nationality) words.push_back(each.fact);
  }
  if (!has(classes.visa_area, facts.state)) return;
  words.emplace_back(has(classes.visa_free, facts.nationality) ? "visa_free" : "visa_required");
}

bool holds(const PersonClassRule& rule, const std::vector<std::string>& facts) {
  return !rule.when.empty() &&
         std::ranges::all_of(rule.when, [&](const std::string& word) { return has(facts, word); });
}

}  // namespace

bool parse(std::string_view word, StayRegime& regime) {
  using enum StayRegime;
  return parse_among(word, std::array{unlimited, short_stay, by_permit, by_mission}, regime);
}

bool parse(std::string_view word, VisaRegime& regime) {
  using enum VisaRegime;
  return parse_among(word, std::array{exempt, required, permit}, regime);
}

std::vector<std::string> facts_of(const PersonFacts& facts, const PersonClasses& classes, Date on) {
  std::vector<std::string> words{"person"};
  add_nationality_facts(facts, classes, words);
  for (const DocumentCodeFact& each : classes.document_codes) {
    if (fits(each.code, facts.document_code)) words.push_back(each.fact);
  }
  for (const std::string& kind : facts.permits) words.push_back("holds_" + kind);
  if (facts.born) {
    const int age = age_on(*facts.born, on);
    if (age >= 0 && age < classes.minor_below) words.emplace_back("minor");
  }
  return words;
}

Classified class_of(const std::vector<std::string>& facts, const std::vector<std::string>& stated,
                    const PersonClasses& classes) {
  Classified found;
  for (const PersonClassRule& rule : classes.classes) {
    const bool is_stated = rule.may_be_stated && has(stated, rule.word);
    if (rule.beside) {
      if (is_stated || holds(rule, facts)) found.beside.push_back(&rule);
    } else if (is_stated && !found.stated) {
      found.rule = &rule;
      found.stated = true;
    } else if (found.rule == nullptr && holds(rule, facts)) {
      found.rule = &rule;
    }
  }
  return found;
}

}  // namespace cardea::crossings
