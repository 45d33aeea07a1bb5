// Runs the tables of tests/decisions: each line is one test case in words.
#include <fstream>
#include <sstream>

#include "cardea/crossings/assessment.hpp"
#include "cardea/crossings/decision.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::crossings {
namespace {

using Row = std::map<std::string, std::string>;

struct Table {
  std::vector<std::pair<int, Row>> rows;  // line number, columns by name
};

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) {
    if (word != "#") words.push_back(word);
  }
  return words;
}

Table read_table(const std::string& file) {
  std::ifstream stream(std::string(CARDEA_SOURCE_DIR) + "/tests/decisions/" + file);
  Table table;
  std::vector<std::string> columns;
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    const auto words = words_of(line);
    const bool remark = line.starts_with("#");
    if (remark && columns.empty() && line.find("=>") != std::string::npos) columns = words;
    if (remark || words.empty()) continue;
    EXPECT_EQ(words.size(), columns.size()) << file << ":" << number;
    Row row;
    for (std::size_t i = 0; i < std::min(words.size(), columns.size()); ++i) row[columns[i]] = words[i];
    table.rows.emplace_back(number, std::move(row));
  }
  EXPECT_FALSE(table.rows.empty()) << file;
  return table;
}

std::vector<std::string> list_of(const std::string& cell) {
  std::vector<std::string> items;
  if (cell == "-") return items;
  for (const auto item : split(cell, ',')) items.emplace_back(item);
  return items;
}

std::string cell_of(const std::vector<std::string>& items) { return items.empty() ? "-" : join(items, ","); }

Date today() { return *Date::create(2026, 11, 23); }

Direction direction_of(const Row& row) {
  Direction direction{};
  EXPECT_TRUE(parse(row.at("way"), direction));
  return direction;
}

std::vector<Stay> stays_of(const std::string& cell) {
  std::vector<Stay> stays;
  for (const std::string& item : list_of(cell)) {
    const auto dots = item.find("..");
    stays.push_back({*parse_date(item.substr(0, dots)), parse_date(item.substr(dots + 2))});
  }
  return stays;
}

MatchFacts match_of(std::string item) {
  MatchFacts match;
  match.on_document = item.starts_with("d");
  if (match.on_document) item.erase(0, 1);
  const auto parts = split(item, ':');
  match.stage = parts.at(0).front() - '0';
  match.action = std::string(parts.at(1));
  EXPECT_TRUE(parse(parts.at(2), match.comparison));
  return match;
}

SearchFacts search_of(const std::string& cell) {
  SearchFacts search;
  search.answered = cell != "none";
  search.capped = cell == "capped";
  if (!search.answered || search.capped || cell == "clear") return search;
  for (const std::string& item : list_of(cell)) search.matches.push_back(match_of(item));
  return search;
}

ReadingFacts reading_of(const std::string& cell) {
  ReadingFacts reading;
  reading.readable = cell != "unreadable";
  reading.typed_by_hand = cell == "typed";
  if (cell == "issuer_specimen") reading.notes.push_back(cell);
  if (cell.ends_with("_differs")) reading.findings.push_back(cell);
  return reading;
}

DocumentFacts document_of(const Row& row) {
  const auto parts = split(row.at("document"), '/');
  DocumentFacts document{
      std::string(parts.at(1)), std::string(parts.at(0)), "FRA", row.at("reading") != "unknown_issuer", {}};
  if (row.at("expires") != "-") document.expires_on = parse_partial_date(row.at("expires"));
  return document;
}

AssessmentInput input_of(const Row& row) {
  AssessmentInput input{direction_of(row),
                        today(),
                        row.at("person") == "own",
                        reading_of(row.at("reading")),
                        document_of(row),
                        search_of(row.at("lists")),
                        row.at("lists").starts_with("d"),
                        {},
                        {},
                        true,
                        {}};
  const auto stays = stays_of(row.at("stays"));
  std::vector<Stay> closed;
  std::ranges::copy_if(stays, std::back_inserter(closed),
                       [](const Stay& stay) { return stay.left.has_value(); });
  const StayRule& rule = standard_rules().stay.front();
  input.stay = *count_stay(stays, today(), rule);
  input.stay_without_open = *count_stay(closed, today(), rule);
  return input;
}

DecisionContext context_of(const Row& row) {
  DecisionContext context;
  context.direction = direction_of(row);
  context.own_national = row.at("person") == "own";
  context.decided = row.at("decided") == "decided";
  context.blocked_by = list_of(row.at("blocked_by"));
  context.needs_reason = list_of(row.at("needs_reason"));
  context.watchlist_unavailable = row.at("lists") == "none";
  context.asylum = row.at("person") == "asylum";
  if (const std::string& person = row.at("person"); person.starts_with("minor:")) {
    EXPECT_TRUE(parse(person.substr(person.find(':') + 1), context.minor));
  }
  if (row.at("left") != "-") context.days_left = static_cast<int>(*parse_number(row.at("left")));
  return context;
}

DecisionInput decision_of(const Row& row) {
  DecisionInput input;
  EXPECT_TRUE(parse(row.at("outcome"), input.outcome));
  input.reasons = list_of(row.at("reasons"));
  if (row.at("note") != "-") input.note = row.at("note");
  if (row.at("granted") != "-") input.days_granted = static_cast<int>(*parse_number(row.at("granted")));
  return input;
}

// REQ: F-E01
// REQ: F-E03
TEST(DecisionTables, TheAssessmentIsWhatTheTableSays) {
  for (const auto& [line, row] : read_table("assessment.txt").rows) {
    SCOPED_TRACE("assessment.txt:" + std::to_string(line));
    const Assessment assessment = assess(input_of(row), standard_rules());
    EXPECT_EQ(name(assessment.verdict), row.at("verdict"));
    EXPECT_EQ(cell_of(assessment.blocked_by), row.at("blocked_by"));
    EXPECT_EQ(cell_of(assessment.needs_reason), row.at("needs_reason"));
    EXPECT_EQ(cell_of(assessment.refusal_grounds), row.at("grounds"));
    EXPECT_EQ(assessment.admit_allowed, row.at("blocked_by") == "-");
  }
}

// REQ: F-E03
// REQ: F-E04
TEST(DecisionTables, TheDecisionIsAllowedOrNotAsTheTableSays) {
  for (const auto& [line, row] : read_table("decision.txt").rows) {
    SCOPED_TRACE("decision.txt:" + std::to_string(line));
    const Done done = may_decide(context_of(row), decision_of(row), standard_rules().refusal);
    EXPECT_EQ(done ? "allowed" : std::string(done.error().reason), row.at("result"));
  }
}

}  // namespace
}  // namespace cardea::crossings
