#include "countries.hpp"
#include "csv.hpp"
#include "dates.hpp"
#include "list_texts.hpp"
#include "script.hpp"

namespace cardea::lists {
namespace {

using testing::ElementsAre;

std::vector<std::string> fields_of(std::string_view line) {
  CsvReader reader(line);
  CsvRow row;
  return reader.next(row) ? row.fields : std::vector<std::string>{};
}

TEST(Csv, SplitsQuotedAndPlainFields) {
  EXPECT_THAT(fields_of("1,\"a, b\",,\"say \"\"hi\"\"\",end"),
              ElementsAre("1", "a, b", "", "say \"hi\"", "end"));
  EXPECT_THAT(fields_of(",\"\","), ElementsAre("", "", ""));
  EXPECT_THAT(fields_of("\"a\"b,c"), ElementsAre("ab", "c"));
}

TEST(Csv, CountsBlankLinesAndSkipsThem) {
  CsvReader reader("a\r\n\r\n  \nb");
  CsvRow row;
  ASSERT_TRUE(reader.next(row));
  EXPECT_EQ(row.line, 1);
  ASSERT_TRUE(reader.next(row));
  EXPECT_EQ(row.line, 4);
  EXPECT_EQ(row.raw, "b");
  EXPECT_FALSE(reader.next(row));
}

TEST(Csv, DoesNotLetAStrayQuoteSwallowTheNextLine) {
  CsvReader reader("1,\"open\n2,b");
  CsvRow row;
  ASSERT_TRUE(reader.next(row));
  EXPECT_FALSE(row.quotes_closed);
  ASSERT_TRUE(reader.next(row));
  EXPECT_TRUE(row.quotes_closed);
  EXPECT_THAT(row.fields, ElementsAre("2", "b"));
}

std::string date_text(std::string_view text) {
  const auto date = parse_list_date(text);
  return date ? to_text(*date) : "none";
}

TEST(ListDate, IsReadInTheFormsOfTheLists) {
  EXPECT_EQ(date_text("21 Apr 1955"), "1955-04-21");
  EXPECT_EQ(date_text("Apr 1955"), "1955-04");
  EXPECT_EQ(date_text("August 1961"), "1961-08");
  EXPECT_EQ(date_text("Nov. 1973"), "1973-11");
  EXPECT_EQ(date_text("1955"), "1955");
  EXPECT_EQ(date_text("1955-04-21"), "1955-04-21");
}

TEST(ListDate, IsNothingWhenThereIsNoSuchDay) {
  for (const auto text :
       {"", "30 Feb 1955", "Smarch 1955", "Ma 1955", "1 Jan 55", "21/04/1955", "XXXX", "a b c d"}) {
    EXPECT_EQ(date_text(text), "none") << text;
  }
}

TEST(BirthDate, MayBeASpanOfYears) {
  const auto span = parse_birth_date("01 Jan 1947 to 01 Jan 1949");
  ASSERT_TRUE(span.has_value());
  EXPECT_EQ(to_text(span->date), "1947");
  EXPECT_EQ(span->to_year, 1949);
  const auto circa = parse_birth_date("circa 1979-1982");
  ASSERT_TRUE(circa.has_value());
  EXPECT_TRUE(circa->approximate);
  EXPECT_EQ(circa->to_year, 1982);
  EXPECT_FALSE(parse_birth_date("1955 to 1950").has_value());
  EXPECT_FALSE(birth_between("1960", "").has_value());
}

TEST(Countries, AreKnownByTheNamesOfTheLists) {
  EXPECT_EQ(alpha3_of("Korea, North"), "PRK");
  EXPECT_EQ(alpha3_of("IRAQ"), "IRQ");
  EXPECT_EQ(alpha3_of("the Netherlands"), "NLD");
  EXPECT_EQ(alpha3_of("Burma"), "MMR");
  EXPECT_EQ(alpha3_of("Congo, Democratic Republic of the"), "COD");
  EXPECT_EQ(alpha3_of("Atlantis"), "");
  EXPECT_EQ(alpha3_or_name(" Atlantis "), "Atlantis");
}

TEST(Countries, AreNotConfusedWithTwoLetterCodes) {
  EXPECT_EQ(alpha3_of_code("SY"), "SYR");
  EXPECT_EQ(alpha3_of_code("00"), "");
  EXPECT_EQ(alpha3_of_code("na"), "");
  EXPECT_EQ(alpha3_of("na"), "");
  EXPECT_EQ(alpha3_of("NA"), "");
}

TEST(Script, IsThatOfMostLetters) {
  EXPECT_EQ(script_of("Müller"), "Latn");
  EXPECT_EQ(script_of("Джон X"), "Cyrl");
  EXPECT_EQ(script_of("جون"), "Arab");
  EXPECT_EQ(script_of("金正恩"), "Hani");
  EXPECT_EQ(script_of("김정은"), "Hang");
  EXPECT_EQ(script_of("123 !"), "");
}

TEST(Recognise, TellsTheFormatsApart) {
  const auto format_of = [](std::string_view file, std::string_view text) {
    const auto format = recognise(file, text);
    return format ? std::string(name(*format)) : std::string(format.error().reason);
  };
  for (const auto* file : {"sdn", "alt", "add"}) {
    const std::string text = demo_text(std::string("ofac/") + file + ".csv");
    EXPECT_EQ(format_of("list.csv", text.substr(0, 4096)), std::string("ofac_") + file);
  }
  EXPECT_EQ(format_of("x", demo_text("ofac/sdn_comments.csv")), "ofac_comments");
  EXPECT_EQ(format_of("x", demo_text("un/un_consolidated.xml").substr(0, 4096)), "un_consolidated");
  EXPECT_EQ(format_of("x", room_text("eu_sanctions.xml").substr(0, 4096)), "eu_fsf");
  EXPECT_EQ(format_of("x", room_text("ofac_sdn_advanced.xml").substr(0, 4096)), "sdn_advanced");
  EXPECT_EQ(format_of("x", "# cardea-list rows=0\n"), "own_csv");
  EXPECT_EQ(format_of("lists/SDN.CSV", ""), "ofac_sdn");
  EXPECT_EQ(format_of("cat.jpeg", "\xFF\xD8\xFF"), "list_unknown_format");
  EXPECT_EQ(format_of("sdn.csv", "<html>"), "list_unknown_format");
}

TEST(ListFormat, IsReadBackFromItsName) {
  for (const auto word : {"ofac_sdn", "ofac_alt", "ofac_add", "ofac_comments", "un_consolidated", "eu_fsf",
                          "sdn_advanced", "own_csv"}) {
    ListFormat format{};
    ASSERT_TRUE(parse(word, format));
    EXPECT_EQ(name(format), word);
  }
  ListFormat format{};
  EXPECT_FALSE(parse("csv", format));
}

}  // namespace
}  // namespace cardea::lists
