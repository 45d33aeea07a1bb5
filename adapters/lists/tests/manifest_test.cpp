#include "cardea/lists/manifest.hpp"

#include <gmock/gmock.h>

namespace cardea::lists {
namespace {

constexpr std::string_view kHeader =
    "surname,given_names,birth_date,sex,nationality,document_type,document_number,issuing_state,role\n";

std::string with_header(std::string_view rows) { return std::string(kHeader).append(rows); }

std::string_view failure_of(std::string_view text) {
  const auto read = read_manifest(text);
  return read ? std::string_view{} : read.error().reason;
}

// REQ: F-E08
TEST(ManifestFile, GivesEachLineOrTheReasonWhyNot) {
  const auto read = read_manifest(
      with_header("Okafor,\"Chidi \"\"CJ\"\", Emeka\",1990-01-05,M,KEN,P,B1029384,KEN,driver\r\n"
                  "\n"
                  "Nkemelu,Ada,05/01/1990,F,KEN,P,B1,KEN,\n"
                  "Mwangi,Peter\n"
                  "\"Haile,Selam,1991-01-01,F,KEN,P,B2,KEN,\n"
                  "Sm\xEFth,A,1991-01-01,F,KEN,P,B3,KEN,\n"));
  ASSERT_TRUE(read.has_value()) << read.error().reason;
  ASSERT_EQ(read->persons.size(), 1U);
  const conveyances::ExpectedPerson& chidi = read->persons.front();
  EXPECT_EQ(chidi.line, 2);
  EXPECT_EQ(chidi.given_names, "Chidi \"CJ\", Emeka");
  EXPECT_EQ(chidi.role, "driver");
  std::vector<std::string> unread;
  for (const auto& line : read->unread) unread.push_back(std::to_string(line.line) + " " + line.reason);
  EXPECT_THAT(unread, testing::ElementsAre("4 birth_date_invalid", "5 column_count", "6 unclosed_quote",
                                           "7 not_utf8"));
  EXPECT_EQ(read->unread.front().raw, "Nkemelu,Ada,05/01/1990,F,KEN,P,B1,KEN,");
}

TEST(ManifestFile, TakesColumnsInAnyOrderAndLeavesOutWhatIsNotThere) {
  const auto read = read_manifest(
      "\xEF\xBB\xBF"
      "Birth_Date, Surname\n1990-01-05,Okafor\n");
  ASSERT_TRUE(read.has_value()) << read.error().reason;
  EXPECT_EQ(read->persons.front().surname, "Okafor");
  EXPECT_EQ(read->persons.front().sex, "unspecified");
}

TEST(ManifestFile, IsRefusedWholeWhenItsColumnsAreNotThoseOfAManifest) {
  EXPECT_EQ(failure_of(""), "manifest_empty");
  EXPECT_EQ(failure_of(kHeader), "manifest_empty");
  EXPECT_EQ(failure_of("surname,seat\nOkafor,4\n"), "manifest_column_unknown");
  EXPECT_EQ(failure_of("surname,surname\nOkafor,4\n"), "manifest_column_unknown");
  EXPECT_EQ(failure_of("given_names,birth_date\nAda,1990-01-05\n"), "manifest_column_missing");
  std::string long_text = "surname\n";
  for (std::size_t i = 0; i <= kManifestLinesMax; ++i) long_text += "A\n";
  EXPECT_EQ(failure_of(long_text), "manifest_too_long");
}

}  // namespace
}  // namespace cardea::lists
