// Runs the tables of stays and person classes: each line is one test case in words.
#include <fstream>
#include <sstream>

#include "cardea/crossings/rules.hpp"
#include "cardea/crossings/short_stay.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::crossings {
namespace {

using Words = std::vector<std::string>;

// The lines of a table without its remarks, in words, the arrow left out.
std::vector<std::pair<int, Words>> lines_of(const std::string& file) {
  std::ifstream stream(std::string(CARDEA_SOURCE_DIR) + "/tests/decisions/" + file);
  std::vector<std::pair<int, Words>> lines;
  int number = 0;
  for (std::string text; std::getline(stream, text);) {
    ++number;
    if (text.empty() || text.starts_with("#")) continue;
    std::istringstream line(text);
    Words words;
    for (std::string word; line >> word;) {
      if (word != "=>") words.push_back(word);
    }
    lines.emplace_back(number, std::move(words));
  }
  EXPECT_FALSE(lines.empty()) << file;
  return lines;
}

Words list_of(const std::string& cell) {
  Words items;
  if (cell == "-") return items;
  for (const auto item : split(cell, ',')) items.emplace_back(item);
  return items;
}

std::pair<Date, std::optional<Date>> span_of(const std::string& text) {
  const auto dots = text.find("..");
  return {parse_date(text.substr(0, dots)).value(), parse_date(text.substr(dots + 2))};
}

int number_of(std::string_view text) { return static_cast<int>(parse_number(text).value()); }

StayRule rule_of(const std::string& cell) {
  StayRule rule = standard_rules().stay.front();
  const auto parts = split(cell, ';');
  const auto numbers = split(parts[0], '/');
  rule.limit = number_of(numbers[0]);
  rule.window = number_of(numbers[1]);
  for (const auto part : parts) {
    if (part.starts_with("year=")) rule.calendar_year_limit = number_of(part.substr(5));
    if (part.starts_with("from=")) rule.counts_from = parse_date(part.substr(5));
  }
  return rule;
}

StayTerms terms_of(const std::string& cell) {
  StayTerms terms;
  for (const std::string& item : list_of(cell)) {
    const std::string value = item.substr(5);
    if (item.starts_with("free=")) {
      const auto [first, last] = span_of(value);
      terms.not_counted.push_back({first, last.value()});
    } else {
      const auto colon = value.find(':');
      const auto [first, last] = span_of(value.substr(0, colon));
      terms.allowance = Allowance{first, last.value(), number_of(value.substr(colon + 1))};
    }
  }
  return terms;
}

std::string cell_of(const std::optional<Date>& date) { return date ? to_text(*date) : "-"; }

// REQ: F-E05
TEST(StayTable, EachCountIsWhatTheTableSays) {
  for (const auto& [line, words] : lines_of("stay.txt")) {
    SCOPED_TRACE("stay.txt:" + std::to_string(line));
    ASSERT_EQ(words.size(), 10U);
    std::vector<Stay> stays;
    for (const std::string& item : list_of(words[1])) {
      const auto [entered, left] = span_of(item);
      stays.push_back({entered, left});
    }
    const StayCount count =
        count_stay(stays, parse_date(words[3]).value(), rule_of(words[0]), terms_of(words[2])).value();
    const Words counted{std::to_string(count.used),        std::to_string(count.remaining),
                        cell_of(count.last_day),           cell_of(count.open_since),
                        cell_of(count.first_overstay_day), std::to_string(count.overstayed)};
    EXPECT_EQ(counted, Words(words.begin() + 4, words.end()));
  }
}

PersonFacts person_of(const Words& words) {
  PersonFacts facts;
  facts.state = words[0];
  if (words[1] != "-") facts.nationality = words[1];
  facts.document_code = words[2];
  if (words[3] != "-") facts.born = parse_partial_date(words[3]);
  facts.permits = list_of(words[4]);
  return facts;
}

// REQ: F-E05
TEST(PersonClassTable, EachClassIsWhatTheTableSays) {
  const PersonClasses& classes = standard_rules().classes;
  for (const auto& [line, words] : lines_of("person_class.txt")) {
    SCOPED_TRACE("person_class.txt:" + std::to_string(line));
    ASSERT_EQ(words.size(), 12U);
    const auto facts = facts_of(person_of(words), classes, *Date::create(2026, 11, 23));
    const Classified found = class_of(facts, list_of(words[5]), classes);
    ASSERT_NE(found.rule, nullptr);
    Words beside;
    for (const PersonClassRule* rule : found.beside) beside.push_back(rule->word);
    const Words row{found.rule->word,
                    beside.empty() ? "-" : join(beside, ","),
                    found.rule->stay,
                    found.rule->visa,
                    found.rule->stamp ? "yes" : "no",
                    found.rule->second_line_only ? "second" : "first"};
    EXPECT_EQ(row, Words(words.begin() + 6, words.end()));
  }
}

TEST(PersonClasses, OfTheFileAllHaveTheirSource) {
  for (const PersonClassRule& rule : standard_rules().classes.classes) {
    EXPECT_FALSE(rule.legal_source.empty()) << rule.word;
    EXPECT_FALSE(rule.duties.empty()) << rule.word;
  }
}

TEST(PersonClasses, ThatNobodyCanReachAreRefused) {
  const auto parsed = parse_person_classes(
      R"({"id":"a","edition":"b","legal_source":"c","valid_from":"2020-01-01","minor_below":18,
          "free_movement":[],"visa_area":[],"visa_free":[],"document_codes":[],"nationalities":[],
          "classes":[{"word":"lost","when":[],"may_be_stated":false,"beside":false,"stay":"short_stay",
          "visa":"exempt","minimum_check":false,"stamp":true,"second_line_only":false,"duties":[],
          "legal_source":"d"}]})");
  EXPECT_EQ(parsed.error().reason, "rule_out_of_range");
}

Date day(int month, int day_of_month) { return *Date::create(2026, month, day_of_month); }

Permit visa(std::optional<int> entries = {}) {
  Permit permit;
  permit.kind = "short_stay_visa";
  permit.valid_from = day(3, 1);
  permit.valid_to = day(8, 31);
  permit.entries = entries;
  permit.territory = {"RWA"};
  return permit;
}

// REQ: F-E05
TEST(Permits, StandOrFallByDatesTerritoryAndEntries) {
  const PermitKinds& kinds = standard_rules().permits;
  const std::vector<Date> entries{day(2, 1), day(4, 1), day(5, 1)};
  EXPECT_EQ(permit_state(visa(), kinds, "RWA", entries, day(6, 1)), PermitState::valid);
  EXPECT_EQ(permit_state(visa(), kinds, "RWA", entries, day(2, 28)), PermitState::not_yet_valid);
  EXPECT_EQ(permit_state(visa(), kinds, "RWA", entries, day(9, 1)), PermitState::permit_expired);
  EXPECT_EQ(permit_state(visa(), kinds, "UGA", entries, day(6, 1)), PermitState::wrong_territory);
  EXPECT_EQ(permit_state(visa(2), kinds, "RWA", entries, day(6, 1)), PermitState::entries_used_up);
  EXPECT_EQ(permit_state(visa(3), kinds, "RWA", entries, day(6, 1)), PermitState::valid);
  Permit ended = visa();
  ended.ended_on = day(6, 1);
  EXPECT_EQ(permit_state(ended, kinds, "RWA", entries, day(6, 1)), PermitState::permit_ended);
  EXPECT_EQ(permit_state(ended, kinds, "RWA", entries, day(5, 31)), PermitState::valid);
  ended.kind = "wish";
  EXPECT_EQ(permit_state(ended, kinds, "RWA", entries, day(5, 31)), PermitState::kind_unknown);
}

TEST(Permits, OnlyOfResidenceAndLongStayTakeDaysOutOfTheCount) {
  const PermitKinds& kinds = standard_rules().permits;
  EXPECT_FALSE(days_not_counted(visa(), kinds).has_value());
  Permit residence = visa();
  residence.kind = "residence_permit";
  residence.ended_on = day(6, 1);
  const auto days = days_not_counted(residence, kinds);
  ASSERT_TRUE(days.has_value());
  EXPECT_EQ(days->first, day(3, 1));
  EXPECT_EQ(days->last, day(5, 31));
}

TEST(StayRules, AgreedForANationalityTakeThePlaceOfTheOneForAll) {
  std::vector<StayRule> rules = standard_rules().stay;
  StayRule agreed = rules.front();
  agreed.id = "agreement";
  agreed.limit = agreed.window = 180;
  agreed.nationalities = {"NZL"};
  rules.push_back(agreed);
  EXPECT_EQ(rule_for(rules, "NZL", day(6, 1))->id, "agreement");
  EXPECT_EQ(rule_for(rules, "AUS", day(6, 1))->id, rules.front().id);
  EXPECT_EQ(rule_in_force(rules, day(6, 1))->id, rules.front().id);
}

}  // namespace
}  // namespace cardea::crossings
