#include "cardea/journal/catalogue.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace cardea::journal {
namespace {

TEST(Catalogue, WordsComeBackAsTypes) {
  for (const std::string_view word : kEntryTypeWords) {
    EntryType type{};
    ASSERT_TRUE(parse(word, type)) << word;
    EXPECT_EQ(name(type), word);
  }
}

TEST(Catalogue, WordsStandWithTheirEnumerators) {
  EXPECT_EQ(name(EntryType::node_created), "node.created");
  EXPECT_EQ(name(EntryType::alert_withdrawn), "alert.withdrawn");
  EXPECT_EQ(name(EntryType::personal_data_read), "personal_data.read");
}

TEST(Catalogue, KnowsNoOtherWord) {
  EntryType type{};
  EXPECT_FALSE(parse("inspection.guessed", type));
  EXPECT_FALSE(parse("", type));
}

TEST(Catalogue, IsExplainedInFull) {
  std::ifstream in(CARDEA_SOURCE_DIR "/api/audit.md");
  const std::string page{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  for (const std::string_view word : kEntryTypeWords) {
    EXPECT_NE(page.find("| `" + std::string(word) + "` |"), std::string::npos) << word;
  }
}

}  // namespace
}  // namespace cardea::journal
