#include "cardea/people/identity_relation.hpp"

#include <fstream>
#include <sstream>

#include "cardea/kernel/text.hpp"

namespace cardea::people {
namespace {

std::string cell(const std::string& word) {
  std::string text = word == "-" ? "" : word;
  std::ranges::replace(text, '_', ' ');
  return text;
}

KnownIdentity identity_of(std::istringstream& line) {
  std::string name;
  std::string born;
  std::string sex;
  std::string nationality;
  std::string place;
  line >> name >> born >> sex >> nationality >> place;
  KnownIdentity known;
  const auto parts = split(name, '/');
  known.identity.name = {cell(std::string(parts[0])), cell(std::string(parts[1])), false};
  if (born != "-") known.identity.birth_dates.push_back(parse_partial_date(born).value());
  known.identity.sex = sex_from_mrz(sex.front()).value();
  known.identity.nationalities = {nationality};
  known.birth_place = cell(place);
  return known;
}

std::string words_of(const IdentityRelation& relation) {
  std::string words;
  for (const Likeness each : {relation.name, relation.birth_date, relation.sex, relation.nationality,
                              relation.birth_place, relation.whole}) {
    words += std::string(name(each)) + " ";
  }
  return words;
}

// REQ: F-E05
TEST(IdentityRelation, IsWhatTheTableSaysBothWays) {
  std::ifstream table(std::string(CARDEA_SOURCE_DIR) + "/tests/decisions/identity.txt");
  int rows = 0;
  for (std::string text; std::getline(table, text);) {
    if (text.empty() || text.starts_with("#")) continue;
    std::istringstream line(text);
    std::string between;
    const KnownIdentity a = identity_of(line);
    line >> between;
    const KnownIdentity b = identity_of(line);
    line >> between;
    std::string expected;
    for (std::string word; line >> word;) expected += word + " ";
    EXPECT_EQ(words_of(identity_relation(a, b)), expected) << text;
    EXPECT_EQ(words_of(identity_relation(b, a)), expected) << text;
    ++rows;
  }
  EXPECT_GT(rows, 15);
}

KnownIdentity anna(const char* born = "1974-08-12") {
  KnownIdentity known;
  known.identity = {{"LINDQVIST", "ANNA", false}, {parse_partial_date(born).value()}, Sex::female, {"SWE"}};
  return known;
}

DocumentSeries passport(const char* number, const char* expires) {
  return {"SWE", "P", number, parse_partial_date(expires)};
}

std::optional<LinkColour> colour(const KnownIdentity& a, const KnownIdentity& b, const DocumentSeries& later,
                                 int rivals = 0) {
  return proposed_colour(identity_relation(a, b), a, later, passport("A1", "2028-01-01"), rivals);
}

TEST(ProposedColour, IsWhiteForARenewedPassportWithTheSameData) {
  EXPECT_EQ(colour(anna(), anna(), passport("B2", "2036-01-01")), LinkColour::white);
}

// REQ: F-J07
TEST(ProposedColour, IsYellowWhenInDoubt) {
  KnownIdentity other = anna();
  other.identity.name.primary = "LINDKVIST";
  EXPECT_EQ(colour(anna(), other, passport("B2", "2036-01-01")), LinkColour::yellow);
  EXPECT_EQ(colour(anna(), anna(), passport("B2", "2027-01-01")), LinkColour::yellow);
  EXPECT_EQ(colour(anna(), anna(), passport("B2", "2036-01-01"), 1), LinkColour::yellow);
  const KnownIdentity january = anna("1974-01-01");
  EXPECT_EQ(colour(january, january, passport("B2", "2036-01-01")), LinkColour::yellow);
}

TEST(ProposedColour, IsNothingForDifferentPersons) {
  EXPECT_EQ(colour(anna(), anna("1975-08-12"), passport("B2", "2036-01-01")), std::nullopt);
}

TEST(DocumentSeries, IsNotReplacedByAnotherKindOrIssuer) {
  const DocumentSeries old = passport("A1", "2028-01-01");
  EXPECT_FALSE(replaces({"NOR", "P", "B2", parse_partial_date("2036-01-01")}, old));
  EXPECT_FALSE(replaces({"SWE", "ID", "B2", parse_partial_date("2036-01-01")}, old));
  EXPECT_FALSE(replaces({"SWE", "P", "A1", parse_partial_date("2036-01-01")}, old));
}

TEST(NameKey, IsTheFirstLettersWithoutBlanks) {
  EXPECT_EQ(name_key("DE LA CRUZ"), "DEL");
  EXPECT_EQ(name_key("LI"), "LI");
  EXPECT_EQ(name_key(""), "");
}

TEST(LinkWords, ComeBackAsTheyWent) {
  for (const LinkColour each : {LinkColour::yellow, LinkColour::green, LinkColour::red, LinkColour::white}) {
    LinkColour read{};
    EXPECT_TRUE(parse(name(each), read) && read == each);
  }
  for (const Likeness each : {Likeness::same, Likeness::similar, Likeness::different, Likeness::unknown}) {
    Likeness read{};
    EXPECT_TRUE(parse(name(each), read) && read == each);
  }
  LinkColour colour{};
  EXPECT_FALSE(parse("blue", colour));
}

}  // namespace
}  // namespace cardea::people
