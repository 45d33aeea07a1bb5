#include "list_texts.hpp"

namespace cardea::lists {
namespace {

using testing::ElementsAre;
using watchlist::BirthDate;

ParsedList sample() {
  auto list = read_eu_sanctions(room_text("eu_sanctions.xml"));
  EXPECT_TRUE(list.has_value());
  return list ? *std::move(list) : ParsedList{};
}

std::string file_with(std::string_view entry) {
  return "<export xmlns=\"http://eu.europa.ec/fpi/fsd/export\" generationDate=\"2021-01-15\">" +
         std::string(entry) + "</export>";
}

// REQ: WAT-EU
TEST(Eu, ReadsTheSample) {
  const ParsedList list = sample();
  EXPECT_EQ(list.source, "eu_fsf");
  EXPECT_EQ(list.version, "2021-01-15T16:01:02.935+01:00");
  EXPECT_EQ(list.alerts.size(), 3u);
  EXPECT_TRUE(list.quarantined.empty());
}

// REQ: WAT-EU
TEST(Eu, ReadsNamesInTheirParts) {
  const auto alert = sample().alerts.at(0);
  EXPECT_EQ(alert.source_id, "EU.27.28");
  EXPECT_THAT(names_of(alert),
              ElementsAre("primary Saddam Hussein Al-Tikriti", "strong Abu Ali", "strong Abou Ali"));
  EXPECT_EQ(alert.names[0].primary, "Hussein Al-Tikriti");
  EXPECT_EQ(alert.names[0].secondary, "Saddam");
  EXPECT_EQ(alert.names[1].primary, "");
}

TEST(Eu, ReadsWhoAndWhy) {
  const auto alert = sample().alerts.at(0);
  EXPECT_EQ(alert.category, "IRQ");
  EXPECT_EQ(alert.legal_basis, "Regulation 1210/2003 (OJ L169)");
  EXPECT_EQ(alert.listed_on, Date::create(2003, 7, 8));
  EXPECT_THAT(alert.nationalities, ElementsAre("IRQ"));
  EXPECT_EQ(alert.sex, people::Sex::male);
}

TEST(Eu, ReadsBirthDatesAndPlaces) {
  const auto born = Date::create(1937, 4, 28);
  EXPECT_THAT(sample().alerts.at(0).birth_dates,
              ElementsAre(BirthDate{PartialDate::of(*born), false, std::nullopt}));
  EXPECT_THAT(sample().alerts.at(0).birth_places, ElementsAre("al-Awja, near Tikrit, IRAQ"));
  EXPECT_EQ(sample().alerts.at(1).birth_dates.size(), 2u);
  EXPECT_EQ(sample().alerts.at(2).birth_dates.size(), 1u);
}

TEST(Eu, ReadsAnEnterpriseWithDocumentsAndWeakNames) {
  const auto list = read_eu_sanctions(file_with(
      "<sanctionEntity logicalId=\"7\"><regulation programme=\"SYR\" numberTitle=\"36/2012\"/>"
      "<subjectType code=\"enterprise\" classificationCode=\"E\"/><nameAlias wholeName=\"ACME\"/>"
      "<nameAlias wholeName=\"AC\" strong=\"false\"/>"
      "<birthdate circa=\"true\" yearRangeFrom=\"1960\" yearRangeTo=\"1962\"/><birthdate year=\"1970\" "
      "monthOfYear=\"3\"/>"
      "<identification identificationTypeCode=\"regnumber\" number=\"12-3\" countryIso2Code=\"SY\"/>"
      "<address city=\"Damascus\" countryIso2Code=\"00\" countryDescription=\"UNKNOWN\"/></sanctionEntity>"));
  ASSERT_TRUE(list.has_value());
  const auto& alert = list->alerts.at(0);
  EXPECT_EQ(alert.kind, watchlist::SubjectKind::organisation);
  EXPECT_EQ(alert.source_id, "7");
  EXPECT_THAT(names_of(alert), ElementsAre("primary ACME", "weak AC"));
  EXPECT_THAT(alert.documents, ElementsAre(watchlist::ListedDocument{"registration", "12-3", "SYR", ""}));
  EXPECT_THAT(alert.addresses, ElementsAre("Damascus"));
  EXPECT_EQ(alert.birth_dates.at(0), (BirthDate{PartialDate::of_year(1960), true, std::int16_t{1962}}));
  EXPECT_EQ(to_text(alert.birth_dates.at(1).date), "1970-03");
}

// REQ: WAT-QUARANTINE
TEST(EuQuarantine, HoldsAnEntryWithoutName) {
  const std::string xml = room_text("eu_sanctions.xml");
  const std::size_t end = xml.rfind("</export>");
  const auto list = read_eu_sanctions(xml.substr(0, end) +
                                      "<sanctionEntity logicalId=\"9\"><regulation programme=\"SYR\" "
                                      "numberTitle=\"1\"/></sanctionEntity></export>");
  ASSERT_TRUE(list.has_value());
  EXPECT_THAT(reasons_in(*list), ElementsAre("alert_without_identifier"));
}

// REQ: WAT-TRUNCATED
TEST(EuBadInput, IsRefusedWithAReason) {
  const std::string xml = room_text("eu_sanctions.xml");
  EXPECT_EQ(reason_of(read_eu_sanctions(xml.substr(0, xml.size() / 2))), "list_truncated");
  EXPECT_EQ(reason_of(read_eu_sanctions("<export xmlns=\"other\"></export>")), "list_wrong_format");
  EXPECT_EQ(reason_of(read_eu_sanctions(file_with(""))), "list_empty");
}

}  // namespace
}  // namespace cardea::lists
