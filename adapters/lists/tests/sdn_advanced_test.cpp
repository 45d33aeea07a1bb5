#include "list_texts.hpp"

namespace cardea::lists {
namespace {

using testing::ElementsAre;

ParsedList sample() {
  auto list = read_sdn_advanced(room_text("ofac_sdn_advanced.xml"));
  EXPECT_TRUE(list.has_value());
  return list ? *std::move(list) : ParsedList{};
}

// REQ: WAT-OFAC-ADVANCED
TEST(SdnAdvanced, ReadsTheSample) {
  const ParsedList list = sample();
  EXPECT_EQ(list.source, "ofac_sdn");
  EXPECT_EQ(list.version, "2021-01-19");
  ASSERT_EQ(list.alerts.size(), 1u);
  EXPECT_TRUE(list.quarantined.empty());
  EXPECT_EQ(list.alerts[0].source_id, "7843");
  EXPECT_EQ(list.alerts[0].kind, watchlist::SubjectKind::person);
}

// REQ: WAT-OFAC-ADVANCED
TEST(SdnAdvanced, ReadsNamesAsTheCsvHasThem) {
  EXPECT_THAT(names_of(sample().alerts.at(0)),
              ElementsAre("primary AL-TIKRITI, Saddam Hussein", "weak ABU ALI", "strong HUSAYN, Saddam",
                          "strong HUSSAIN, Saddam", "strong HUSSEIN, Saddam"));
  EXPECT_EQ(sample().alerts.at(0).names[0].primary, "AL-TIKRITI");
  EXPECT_EQ(sample().alerts.at(0).names[1].primary, "");
}

TEST(SdnAdvanced, ReadsBirthAndRemarks) {
  const auto alert = sample().alerts.at(0);
  ASSERT_EQ(alert.birth_dates.size(), 1u);
  EXPECT_EQ(to_text(alert.birth_dates[0].date), "1937-04-28");
  EXPECT_THAT(alert.birth_places, ElementsAre("al-Awja, near Tikrit, Iraq"));
  EXPECT_EQ(alert.remarks, "named in UNSCR 1483; President since 1979;");
  EXPECT_EQ(alert.category, "SDN");
}

constexpr std::string_view kReferences = R"(<ReferenceValueSets>
<CountryValues><Country ID="1" ISO2="IQ">Iraq</Country></CountryValues>
<FeatureTypeValues><FeatureType ID="1">Vessel Call Sign</FeatureType></FeatureTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="5">Passport</IDRegDocType></IDRegDocTypeValues>
<PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType>
<PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType></PartyTypeValues>
<SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType></SanctionsTypeValues>
<ScriptValues><Script ID="160" ScriptCode="Arab">Arabic</Script></ScriptValues></ReferenceValueSets>)";

ParsedList read_body(std::string_view body) {
  auto list =
      read_sdn_advanced("<Sanctions>" + std::string(kReferences) + std::string(body) + "</Sanctions>");
  EXPECT_TRUE(list.has_value());
  return list ? *std::move(list) : ParsedList{};
}

std::string party(std::string_view id, std::string_view sub_type, std::string_view inner) {
  return "<DistinctParty FixedRef=\"" + std::string(id) + "\"><Profile ID=\"" + std::string(id) +
         "\" PartySubTypeID=\"" + std::string(sub_type) + "\">" + std::string(inner) +
         "</Profile></DistinctParty>";
}

constexpr std::string_view kName =
    "<Alias Primary=\"true\"><DocumentedName><DocumentedNamePart><NamePartValue>MAR "
    "AZUL</NamePartValue></DocumentedNamePart></DocumentedName></Alias>";

// REQ: WAT-OFAC-ADVANCED
TEST(SdnAdvanced, JoinsPartiesWithTheirEntriesDocumentsAndPlaces) {
  const auto list = read_body(
      "<Location ID=\"7\"><LocationCountry "
      "CountryID=\"1\"/><LocationPart><LocationPartValue><Value>Basra</Value>"
      "</LocationPartValue></LocationPart></Location>"
      "<IDRegDocument IDRegDocTypeID=\"5\" IdentityID=\"40\" IssuedBy-CountryID=\"1\"><IDRegistrationNo>A "
      "1</IDRegistrationNo>"
      "</IDRegDocument>" +
      party(
          "9", "4",
          "<Identity ID=\"40\">" + std::string(kName) +
              "<Alias><DocumentedName><DocumentedNamePart><NamePartValue ScriptID=\"160\">مار</NamePartValue>"
              "</DocumentedNamePart></DocumentedName></Alias></Identity><Feature "
              "FeatureTypeID=\"25\"><FeatureVersion>"
              "<VersionLocation LocationID=\"7\"/></FeatureVersion></Feature><Feature "
              "FeatureTypeID=\"10\"><FeatureVersion>"
              "<VersionLocation LocationID=\"7\"/></FeatureVersion></Feature><Feature "
              "FeatureTypeID=\"224\"><FeatureVersion>"
              "<VersionDetail DetailReferenceID=\"91527\"/></FeatureVersion></Feature>") +
      "<SanctionsEntry "
      "ProfileID=\"9\"><EntryEvent><Date><Year>1986</Year><Month>12</Month><Day>1</Day></Date></EntryEvent>"
      "<SanctionsMeasure SanctionsTypeID=\"1\"><Comment>CUBA</Comment></SanctionsMeasure></SanctionsEntry>");
  ASSERT_EQ(list.alerts.size(), 1u);
  const auto& alert = list.alerts[0];
  EXPECT_EQ(alert.category, "CUBA");
  EXPECT_EQ(alert.listed_on, Date::create(1986, 12, 1));
  EXPECT_THAT(alert.documents, ElementsAre(watchlist::ListedDocument{"passport", "A 1", "IRQ", ""}));
  EXPECT_THAT(alert.addresses, ElementsAre("Basra, Iraq"));
  EXPECT_THAT(alert.nationalities, ElementsAre("IRQ"));
  EXPECT_EQ(alert.sex, people::Sex::female);
  EXPECT_THAT(names_of(alert), ElementsAre("primary MAR AZUL", "original_script مار"));
}

TEST(SdnAdvanced, ReadsAVessel) {
  const auto list =
      read_body(party("4", "1",
                      "<Identity ID=\"1\">" + std::string(kName) +
                          "</Identity><Feature FeatureTypeID=\"1\"><FeatureVersion><VersionDetail>CL2192"
                          "</VersionDetail></FeatureVersion></Feature>"));
  ASSERT_EQ(list.alerts.size(), 1u);
  EXPECT_EQ(list.alerts[0].kind, watchlist::SubjectKind::vessel);
  EXPECT_EQ(list.alerts[0].craft->call_sign, "CL2192");
}

// REQ: WAT-QUARANTINE
TEST(SdnAdvancedQuarantine, HoldsAPartyWithoutProfileOrName) {
  const auto list = read_body(party("4", "1", "<Identity ID=\"1\">" + std::string(kName) + "</Identity>") +
                              "<DistinctParty FixedRef=\"5\"/>" + party("6", "4", ""));
  EXPECT_THAT(reasons_in(list), ElementsAre("profile_missing", "alert_without_identifier"));
}

// REQ: WAT-TRUNCATED
TEST(SdnAdvancedBadInput, IsRefusedWithAReason) {
  const std::string xml = room_text("ofac_sdn_advanced.xml");
  EXPECT_EQ(reason_of(read_sdn_advanced(xml.substr(0, xml.size() - 5))), "list_truncated");
  EXPECT_EQ(reason_of(read_sdn_advanced("<other/>")), "list_wrong_format");
  EXPECT_EQ(reason_of(read_sdn_advanced("<Sanctions/>")), "list_empty");
}

}  // namespace
}  // namespace cardea::lists
