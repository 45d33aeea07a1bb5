#include "cardea/kernel/text.hpp"
#include "mrz_samples.hpp"

namespace cardea::documents {
namespace {

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  while (true) {
    const std::size_t at = text.find(from);
    out += text.substr(0, at);
    if (at == std::string_view::npos) return out;
    out += to;
    text.remove_prefix(at + from.size());
  }
}

void expect_passport_with(const std::string& text, FindingReason note) {
  const Reading reading = read(text);
  EXPECT_TRUE(reading.valid);
  EXPECT_TRUE(reading.has(note));
  EXPECT_EQ(reading.normalised, kTd3);
  EXPECT_EQ(reading.raw, text);
}

TEST(MrzInput, TakesEveryLineEnding) {
  for (const std::string_view ending : {"\n", "\r\n", "\r"}) {
    const Reading reading = read(replace_all(kTd3, "\n", ending) + std::string(ending));
    EXPECT_TRUE(reading.valid);
    EXPECT_EQ(reading.findings.size(), 2u) << "only the specimen state is noted";
  }
}

TEST(MrzInput, NotesLowerCase) { expect_passport_with(to_ascii_lower(kTd3), FindingReason::lower_case); }
TEST(MrzInput, NotesAByteOrderMark) {
  expect_passport_with("\xEF\xBB\xBF" + std::string(kTd3), FindingReason::byte_order_mark);
}
TEST(MrzInput, NotesBlanksAroundLines) {
  expect_passport_with(replace_all(kTd3, "\n", "  \t\n ") + "  ", FindingReason::blanks_trimmed);
}
TEST(MrzInput, NotesBlankLinesBetween) {
  expect_passport_with(replace_all(kTd3, "\n", "\n\n \n"), FindingReason::blank_lines);
}
TEST(MrzInput, CutsJoinedLines) {
  expect_passport_with(replace_all(kTd3, "\n", ""), FindingReason::lines_joined);
}

TEST(MrzInput, CutsJoinedLinesOfEveryWidth) {
  EXPECT_EQ(read(replace_all(kTd1, "\n", "")).format, Format::td1);
  EXPECT_EQ(read(replace_all(kTd2, "\n", "")).format, Format::td2);
  EXPECT_EQ(read(replace_all(kMrvA, "\n", "")).format, Format::mrv_a);
}

TEST(MrzInput, FindsNothingInNothing) {
  for (const std::string_view text : {"", " ", "\n\n", "\xEF\xBB\xBF", "\r\n \t \r"}) {
    const Reading reading = read(text);
    EXPECT_TRUE(reading.has(FindingReason::empty));
    EXPECT_FALSE(reading.valid);
  }
}

TEST(MrzInput, LooksAtNoTenMegabytes) {
  const std::string text(10u << 20, 'A');
  const Reading reading = read(text);
  EXPECT_TRUE(reading.has(FindingReason::too_long));
  EXPECT_EQ(reading.raw.size(), kRawKept);
}

TEST(MrzInput, TakesAnyAmountOfBlanksBehind) {
  EXPECT_TRUE(read(std::string(kTd3) + std::string(100'000, ' ')).valid);
  EXPECT_TRUE(read(std::string(kTd3) + std::string(100'000, '\n')).valid);
}

TEST(MrzInput, CountsAnEmojiAsOneWrongCharacter) {
  std::string text(kTd3);
  text.replace(5, 1, "\xF0\x9F\x98\x80");
  const Reading reading = read(text);
  EXPECT_EQ(reading.format, Format::td3);
  EXPECT_TRUE(reading.has(FindingReason::wrong_character));
  EXPECT_EQ(reading.lines()[0].substr(0, 7), "P<UTO?R");
}

TEST(MrzInput, ReportsNulAndInvalidUtf8) {
  for (const char bad : {'\0', '\xFF', '\x1B'}) {
    const Reading reading = read(with(kTd3, 2, 3, bad));
    EXPECT_EQ(reading.format, Format::td3);
    EXPECT_TRUE(reading.has(FindingReason::wrong_character));
  }
}

TEST(MrzInput, SaysWhichLineIsTooShort) {
  const Reading reading = read(kTd3.substr(0, kTd3.size() - 3));
  EXPECT_FALSE(reading.format.has_value());
  EXPECT_EQ(reading.findings.front(), (Finding{FindingReason::wrong_length, std::nullopt, 2, 42}));
}

TEST(MrzInput, SaysWhereALineIsTooLong) {
  const Reading reading = read(std::string(kTd1) + "<");
  EXPECT_EQ(reading.findings.front(), (Finding{FindingReason::wrong_length, std::nullopt, 3, 31}));
}

TEST(MrzInput, RefusesALineTooMany) {
  EXPECT_TRUE(read(std::string(kTd1) + "\nMORE").has(FindingReason::wrong_line_count));
  EXPECT_TRUE(read("P<UTOERIKSSON").has(FindingReason::wrong_line_count));
}

TEST(MrzInput, ShowsTheLinesItCouldNotUse) {
  const Reading reading = read("ab\ncd");
  ASSERT_EQ(reading.lines().size(), 2u);
  EXPECT_EQ(reading.lines()[1], "CD");
}

}  // namespace
}  // namespace cardea::documents
