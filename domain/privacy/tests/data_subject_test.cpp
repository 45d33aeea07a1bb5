// Runs tests/decisions/data_subject.txt: each line is one test case in words.
#include "cardea/privacy/data_subject.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "cardea/kernel/codec.hpp"

namespace cardea::privacy {
namespace {

std::string due(std::istringstream& cells) {
  std::string received, extended;
  cells >> received >> extended;
  return to_text(
      answer_due_on(parse_date(received).value(), extended == "yes", standard_data_subject_rules()));
}

std::string end(std::istringstream& cells) {
  std::string kind_word, outcome;
  cells >> kind_word >> outcome;
  RequestKind kind{};
  EXPECT_TRUE(parse(kind_word, kind)) << kind_word;
  return may_end(kind, outcome, standard_data_subject_rules()) ? "yes" : "no";
}

std::string correct(std::istringstream& cells) {
  std::string field, value;
  cells >> field >> value;
  std::ranges::replace(value, '_', ' ');
  const Done done = may_correct(field, value, standard_data_subject_rules());
  return done ? "yes" : std::string(done.error().reason);
}

// REQ: F-O07
TEST(DataSubjects, AreAnsweredAsTheTableSays) {
  std::ifstream stream(std::string(CARDEA_SOURCE_DIR) + "/tests/decisions/data_subject.txt");
  int rows = 0;
  for (std::string line; std::getline(stream, line); ++rows) {
    if (line.empty() || line.starts_with("#")) continue;
    std::istringstream cells(line);
    std::string verb, arrow, expected;
    cells >> verb;
    const std::string came = verb == "due" ? due(cells) : verb == "end" ? end(cells) : correct(cells);
    ASSERT_TRUE(cells >> arrow >> expected) << line;
    EXPECT_EQ(came, expected) << line;
  }
  EXPECT_GT(rows, 25);
}

TEST(DataSubjectRules, WithoutAnAnswerForEachKindAreRefused) {
  auto rules = standard_data_subject_rules();
  rules.answers.pop_back();
  EXPECT_EQ(parse_data_subject_rules(write_json(rules)).error().reason, "rule_out_of_range");
  rules = standard_data_subject_rules();
  rules.answer_months = 0;
  EXPECT_EQ(parse_data_subject_rules(write_json(rules)).error().reason, "rule_out_of_range");
  EXPECT_EQ(versioned_name(standard_data_subject_rules()), "data_subject_rights@2026-11-25");
}

// REQ: F-O07
TEST(Letters, SayTheSameInEveryLanguage) {
  const auto keys = [](const LetterTexts& letter) {
    std::vector<std::string> all;
    for (const auto& [key, text] : letter.texts) {
      EXPECT_FALSE(text.empty()) << letter.language << " " << key;
      all.push_back(key);
    }
    return all;
  };
  const auto& letters = standard_letters();
  ASSERT_EQ(letters.size(), 5U);
  for (const auto& letter : letters) EXPECT_EQ(keys(letter), keys(letters.front())) << letter.language;
  EXPECT_EQ(find_letter("ar")->direction, "rtl");
  EXPECT_EQ(find_letter("xx"), nullptr);
  EXPECT_EQ(text_in(letters.front(), "no such key"), "no such key");
}

}  // namespace
}  // namespace cardea::privacy
