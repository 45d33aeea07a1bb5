#include "list_texts.hpp"

namespace cardea::lists {
namespace {

using testing::ElementsAre;
using watchlist::BirthDate;

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CONSOLIDATED_LIST "
    "dateGenerated=\"2026-02-27T00:00:09.554Z\">"
    "<INDIVIDUALS>\n";
constexpr std::string_view kTail = "</INDIVIDUALS></CONSOLIDATED_LIST>";
constexpr std::string_view kPerson = R"(<INDIVIDUAL><DATAID>1</DATAID>
<FIRST_NAME>JOHN </FIRST_NAME><SECOND_NAME>PAUL</SECOND_NAME><THIRD_NAME>DOE</THIRD_NAME>
<NAME_ORIGINAL_SCRIPT>جون دو</NAME_ORIGINAL_SCRIPT>
<UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>CDi.001</REFERENCE_NUMBER><LISTED_ON>2012-12-31</LISTED_ON>
<GENDER>Male</GENDER><COMMENTS1>Left in
 2013.</COMMENTS1><DESIGNATION><VALUE>General</VALUE></DESIGNATION>
<NATIONALITY><VALUE>Democratic Republic of the Congo</VALUE></NATIONALITY>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Jon Doe</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Tango</ALIAS_NAME><DATE_OF_BIRTH>1977</DATE_OF_BIRTH>
<NOTE>original script: Танго</NOTE></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ADDRESS><CITY>Kinshasa</CITY><COUNTRY>Congo</COUNTRY></INDIVIDUAL_ADDRESS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1971-03-04</DATE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1970</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1965</TO_YEAR>
</INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>30-35 years old</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Goma</CITY></INDIVIDUAL_PLACE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>OB 0243318</NUMBER>
<ISSUING_COUNTRY>United Republic of Tanzania</ISSUING_COUNTRY><DATE_OF_ISSUE>2013-06-11</DATE_OF_ISSUE></INDIVIDUAL_DOCUMENT>
<INDIVIDUAL_DOCUMENT/><SORT_KEY/></INDIVIDUAL>
)";

std::string file_with(std::string_view entries) {
  return std::string(kHead) + std::string(entries) + std::string(kTail);
}

watchlist::Alert person() {
  const auto list = read_un_consolidated(file_with(kPerson));
  EXPECT_TRUE(list.has_value());
  return list ? list->alerts.at(0) : watchlist::Alert{};
}

// REQ: WAT-UN
TEST(Un, ReadsTheVersionAndTheEntry) {
  const auto list = read_un_consolidated(file_with(kPerson));
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ(list->source, "un_consolidated");
  EXPECT_EQ(list->version, "2026-02-27T00:00:09.554Z");
  EXPECT_EQ(list->alerts.at(0).source_id, "CDi.001");
}

TEST(Un, KnowsTheResolutionOfARegime) {
  EXPECT_EQ(person().category, "DRC");
  EXPECT_EQ(person().legal_basis, "United Nations Security Council resolution 1533 (2004)");
  EXPECT_EQ(person().listed_on, Date::create(2012, 12, 31));
}

// REQ: WAT-UN
TEST(Un, ReadsNamesWithTheirQualityAndScript) {
  EXPECT_THAT(names_of(person()), ElementsAre("primary JOHN PAUL DOE", "original_script جون دو",
                                              "strong Jon Doe", "weak Tango", "original_script Танго"));
  EXPECT_EQ(person().names[1].script, "Arab");
  EXPECT_EQ(person().names[4].script, "Cyrl");
}

// REQ: WAT-UN
TEST(Un, ReadsEveryKindOfBirthDate) {
  const auto year = [](int number) { return PartialDate::of_year(number); };
  PartialDate november = year(1973);
  november.month = 11;
  EXPECT_THAT(
      person().birth_dates,
      ElementsAre(BirthDate{year(1977), false, std::nullopt},
                  BirthDate{PartialDate::of(*Date::create(1971, 3, 4)), false, std::nullopt},
                  BirthDate{year(1970), true, std::nullopt}, BirthDate{year(1960), false, std::int16_t{1965}},
                  BirthDate{november, false, std::nullopt}));
}

TEST(Un, KeepsWhatHasNoFieldAsRemark) {
  EXPECT_EQ(person().remarks, "Designation: General; Left in 2013.; Date of birth: 30-35 years old");
}

TEST(Un, ReadsDocumentsAndPlaces) {
  EXPECT_THAT(person().documents,
              ElementsAre(watchlist::ListedDocument{"passport", "OB 0243318", "TZA", "issued 2013-06-11"}));
  EXPECT_THAT(person().birth_places, ElementsAre("Goma"));
  EXPECT_THAT(person().addresses, ElementsAre("Kinshasa, Congo"));
  EXPECT_THAT(person().nationalities, ElementsAre("COD"));
  EXPECT_EQ(person().sex, people::Sex::male);
}

TEST(Un, FindsTheSexAmongTheComments) {
  for (const auto* comment : {"Gender: Female", "Listed. Gender [Female]. Reviewed", "Gender:female"}) {
    std::string entry{kPerson};
    entry.replace(entry.find("Left in"), 7, comment);
    entry.replace(entry.find("<GENDER>Male</GENDER>"), 21, "");
    const auto list = read_un_consolidated(file_with(entry));
    ASSERT_TRUE(list.has_value());
    EXPECT_EQ(list->alerts.at(0).sex, people::Sex::female) << comment;
  }
}

TEST(Un, ReadsAnEntityAsOrganisation) {
  const auto list = read_un_consolidated(file_with(
      "<ENTITY><FIRST_NAME>ADF</FIRST_NAME><UN_LIST_TYPE>Mars</UN_LIST_TYPE><REFERENCE_NUMBER>MAe.1</"
      "REFERENCE_NUMBER>"
      "<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>NALU</ALIAS_NAME></ENTITY_ALIAS></ENTITY>"));
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ(list->alerts.at(0).kind, watchlist::SubjectKind::organisation);
  EXPECT_THAT(names_of(list->alerts.at(0)), ElementsAre("primary ADF", "strong NALU"));
  EXPECT_EQ(list->alerts.at(0).legal_basis, "United Nations Security Council list Mars");
}

// REQ: WAT-QUARANTINE
TEST(UnQuarantine, HoldsAnEntryWithoutNumber) {
  const auto list = read_un_consolidated(
      file_with(std::string(kPerson) + "<INDIVIDUAL><FIRST_NAME>X</FIRST_NAME></INDIVIDUAL>"));
  ASSERT_TRUE(list.has_value());
  ASSERT_EQ(list->quarantined.size(), 1u);
  EXPECT_EQ(list->quarantined[0].reason, "alert_without_source");
  EXPECT_EQ(list->quarantined[0].line, 25);
  EXPECT_THAT(list->quarantined[0].raw, testing::StartsWith("<INDIVIDUAL><FIRST_NAME>X"));
}

TEST(UnQuarantine, HoldsTheSecondOfTwoAlike) {
  const auto list = read_un_consolidated(file_with(std::string(kPerson) + std::string(kPerson)));
  ASSERT_TRUE(list.has_value());
  EXPECT_THAT(reasons_in(*list), ElementsAre("duplicate_entry"));
}

// REQ: WAT-TRUNCATED
TEST(UnTruncated, AtAnyByteIsRefused) {
  const std::string whole = file_with(kPerson);
  for (std::size_t size = kHead.size(); size < whole.size(); size += 7) {
    EXPECT_EQ(reason_of(read_un_consolidated(whole.substr(0, size))), "list_truncated") << size;
  }
}

TEST(UnBadInput, IsRefusedWithAReason) {
  EXPECT_EQ(reason_of(read_un_consolidated("")), "list_empty");
  EXPECT_EQ(reason_of(read_un_consolidated("  \n")), "list_empty");
  EXPECT_EQ(reason_of(read_un_consolidated(file_with(""))), "list_empty");
  EXPECT_EQ(reason_of(read_un_consolidated("\U0001F600")), "list_not_xml");
  EXPECT_EQ(reason_of(read_un_consolidated("<a><b></a>")), "list_wrong_format");
  EXPECT_EQ(reason_of(read_un_consolidated(file_with("<ENTITY></ENTITIES>"))), "list_not_xml");
  EXPECT_EQ(reason_of(read_un_consolidated(std::string_view("<CONSOLIDATED_LIST>\0", 20))), "list_not_text");
  EXPECT_EQ(reason_of(read_un_consolidated(file_with("<ENTITY/>"))), "list_wrong_format");
}

TEST(UnBadInput, DeclaresNoEntities) {
  const std::string bomb =
      "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b "
      "\"&a;&a;&a;\">]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>";
  EXPECT_EQ(reason_of(read_un_consolidated(bomb)), "list_wrong_format");
}

TEST(UnBadInput, NestsOnlySoDeep) {
  std::string deep = "<ENTITY>";
  for (int i = 0; i < 100; ++i) deep += "<A>";
  EXPECT_EQ(reason_of(read_un_consolidated(file_with(deep))), "list_wrong_format");
}

// REQ: WAT-UN
TEST(UnDemo, HoldsEveryEntryOfThePublishedList) {
  const std::string xml = demo_text("un/un_consolidated.xml");
  std::size_t last = 0;
  const auto list = read_un_consolidated(xml, [&](std::size_t done, std::size_t total) {
    last = done;
    EXPECT_EQ(total, xml.size());
  });
  ASSERT_TRUE(list.has_value());
  EXPECT_THAT(reasons_in(*list), ElementsAre());
  EXPECT_EQ(last, xml.size());
  const auto count = [&](watchlist::SubjectKind kind) {
    return std::ranges::count(list->alerts, kind, &watchlist::Alert::kind);
  };
  EXPECT_EQ(count(watchlist::SubjectKind::person), 730);
  EXPECT_EQ(count(watchlist::SubjectKind::organisation), 273);
}

}  // namespace
}  // namespace cardea::lists
