#include "list_texts.hpp"

namespace cardea::lists {
namespace {

using testing::ElementsAre;
using watchlist::BirthDate;
using watchlist::SubjectKind;

constexpr std::string_view kPerson =
    "7843,\"DOE, John Paul\",\"individual\",\"SDGT] [IFSR\",\"Minister\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"
    "\"DOB 21 Apr 1955; alt. DOB circa 1950; alt. DOB 1950 to 1955; POB Tikrit, Iraq; nationality Iraq; "
    "citizen Korea, "
    "North; Gender Male; a.k.a. 'JONNY'; Passport RL 1622378 (Lebanon) issued 1999; alt. Passport 19820215; "
    "National ID "
    "No. 660000 73767 (Belgium); C.U.R.P. AIMM67125HCHRRG06 (Mexico) issued 1968; Linked To: SHELL GROUP; "
    "speaks Latin.\"\r\n";
constexpr std::string_view kVessel =
    "4238,\"MAR AZUL\",\"vessel\",\"CUBA\",-0- ,\"CL2192\",\"Tug\",-0- ,\"212\",\"Cuba\",\"Samir S.A.\","
    "\"f.k.a. 'ANA I'; Vessel Registration Identification IMO 9187629; MMSI 572469210.\"\r\n";
constexpr std::string_view kCompany =
    "36,\"AEROCARIBBEAN AIRLINES\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";
constexpr std::string_view kAircraft =
    "15431,\"EP-GOM\",\"aircraft\",\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Aircraft Model IL76-TD; "
    "Aircraft "
    "Manufacturer's Serial Number (MSN) 1023409321; Linked To: POUYA AIR.\"\r\n";

std::string sdn_text() {
  std::string text;
  for (const auto row : {kCompany, kVessel, kPerson, kAircraft}) text += row;
  return text + '\x1A';
}

/// The list of the four entries above, with rows of the other files.
ParsedList read(std::string_view alt = {}, std::string_view add = {}, std::string_view comments = {}) {
  const std::string sdn = sdn_text();
  auto list = read_ofac_sdn({sdn, alt, add, comments});
  EXPECT_TRUE(list.has_value());
  return list ? *std::move(list) : ParsedList{};
}

watchlist::Alert person() { return read().alerts.at(2); }

// REQ: WAT-OFAC
TEST(Ofac, ReadsEveryEntryInOrder) {
  const ParsedList list = read();
  ASSERT_EQ(list.alerts.size(), 4u);
  EXPECT_TRUE(list.quarantined.empty());
  EXPECT_EQ(list.source, "ofac_sdn");
  EXPECT_EQ(list.alerts[0].source_id, "36");
  EXPECT_EQ(list.alerts[0].kind, SubjectKind::organisation);
  EXPECT_EQ(list.alerts[1].kind, SubjectKind::vessel);
  EXPECT_EQ(list.alerts[2].kind, SubjectKind::person);
  EXPECT_EQ(list.alerts[3].kind, SubjectKind::aircraft);
}

TEST(Ofac, DividesTheNameOfAPerson) {
  EXPECT_EQ(person().names.at(0), (watchlist::Alias{"DOE, John Paul", "DOE", "John Paul", "Latn",
                                                    watchlist::AliasQuality::primary}));
}

TEST(Ofac, ListsProgrammes) {
  EXPECT_EQ(person().category, "SDGT, IFSR");
  EXPECT_EQ(person().legal_basis, "31 CFR chapter V, programme SDGT, IFSR");
}

// REQ: WAT-OFAC
TEST(Ofac, FindsBirthDatesInRemarks) {
  const auto born = Date::create(1955, 4, 21);
  EXPECT_THAT(person().birth_dates,
              ElementsAre(BirthDate{PartialDate::of(*born), false, std::nullopt},
                          BirthDate{PartialDate::of_year(1950), true, std::nullopt},
                          BirthDate{PartialDate::of_year(1950), false, std::int16_t{1955}}));
}

TEST(Ofac, FindsPlacesNationalitiesAndSexInRemarks) {
  EXPECT_THAT(person().birth_places, ElementsAre("Tikrit, Iraq"));
  EXPECT_THAT(person().nationalities, ElementsAre("IRQ", "PRK"));
  EXPECT_EQ(person().sex, people::Sex::male);
}

TEST(Ofac, TakesNamesInQuotesAsWeak) {
  EXPECT_THAT(names_of(person()), ElementsAre("primary DOE, John Paul", "weak JONNY"));
}

// REQ: WAT-OFAC
TEST(Ofac, FindsDocumentsInRemarks) {
  using watchlist::ListedDocument;
  EXPECT_THAT(
      person().documents,
      ElementsAre(ListedDocument{"passport", "RL 1622378", "LBN", "issued 1999"},
                  ListedDocument{"passport", "19820215", "", ""},
                  ListedDocument{"national_id", "660000 73767", "BEL", "National ID No."},
                  ListedDocument{"national_id", "AIMM67125HCHRRG06", "MEX", "C.U.R.P., issued 1968"}));
}

TEST(Ofac, KeepsWhatHasNoFieldAsRemark) {
  EXPECT_EQ(person().remarks, "Title: Minister; speaks Latin");
  EXPECT_THAT(person().linked_to, ElementsAre("SHELL GROUP"));
}

TEST(Ofac, ReadsAVessel) {
  const auto vessel = read().alerts.at(1);
  ASSERT_TRUE(vessel.craft.has_value());
  EXPECT_EQ(vessel.craft->imo_number, "9187629");
  EXPECT_EQ(vessel.craft->mmsi, "572469210");
  EXPECT_EQ(vessel.craft->call_sign, "CL2192");
  EXPECT_EQ(vessel.craft->flag, "CUB");
  EXPECT_THAT(names_of(vessel), ElementsAre("primary MAR AZUL", "strong ANA I"));
}

TEST(Ofac, ReadsAnAircraft) {
  const auto aircraft = read().alerts.at(3);
  EXPECT_EQ(aircraft.craft->tail_number, "EP-GOM");
  EXPECT_EQ(aircraft.craft->serial_number, "1023409321");
  EXPECT_EQ(aircraft.craft->type, "IL76-TD");
}

TEST(Ofac, AddsAliasesAndAddresses) {
  const auto list =
      read("7843,471,\"aka\",\"DOE, Jon\",-0- \r\n\x1A",
           "7843,129,\"Ibex House, The Minories\",\"London EC3N 1DY\",\"United Kingdom\",-0- \r\n\x1A");
  const auto* alert = find_alert(list, "7843");
  EXPECT_THAT(names_of(*alert), ElementsAre("primary DOE, John Paul", "strong DOE, Jon", "weak JONNY"));
  EXPECT_THAT(alert->addresses, ElementsAre("Ibex House, The Minories, London EC3N 1DY, United Kingdom"));
}

TEST(Ofac, GoesOnWithARemarkThatWasCut) {
  const std::string sdn =
      "1,\"X\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Linked To: RED MUN\"\r\n";
  const auto list = read_ofac_sdn({sdn, "", "", "1,\"DIAL; Linked To: OTHER.\"\r\n"});
  ASSERT_TRUE(list.has_value());
  EXPECT_THAT(list->alerts.at(0).linked_to, ElementsAre("RED MUNDIAL", "OTHER"));
}

// REQ: WAT-QUARANTINE
TEST(OfacQuarantine, HoldsARowThatRefersToNothing) {
  const auto list = read("99,1,\"aka\",\"NOBODY\",-0- \r\n");
  ASSERT_EQ(list.quarantined.size(), 1u);
  EXPECT_EQ(list.quarantined[0],
            (watchlist::QuarantinedRow{"alt.csv", 1, "unknown_entry", "99,1,\"aka\",\"NOBODY\",-0- "}));
}

struct BadRow {
  std::string_view row;
  std::string_view reason;
};

void PrintTo(const BadRow& c, std::ostream* out) { *out << c.reason; }

class OfacBadRow : public testing::TestWithParam<BadRow> {};

// REQ: WAT-QUARANTINE
TEST_P(OfacBadRow, IsQuarantinedWithItsLine) {
  const std::string sdn = std::string(kCompany) + std::string(GetParam().row) + "\r\n" + std::string(kPerson);
  const auto list = read_ofac_sdn({sdn, {}, {}, {}});
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ(list->alerts.size(), 2u);
  ASSERT_EQ(list->quarantined.size(), 1u);
  EXPECT_EQ(list->quarantined[0].reason, GetParam().reason);
  EXPECT_EQ(list->quarantined[0].line, 2);
  EXPECT_EQ(list->quarantined[0].file, "sdn.csv");
}

INSTANTIATE_TEST_SUITE_P(
    Rows, OfacBadRow,
    testing::Values(
        BadRow{"37,\"SHORT\",-0- ", "column_count"}, BadRow{"37,\"OPEN,-0- ,CUBA", "unclosed_quote"},
        BadRow{"x7,\"X\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ", "bad_entry_number"},
        BadRow{"37,\"M\xFCller\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ", "not_utf8"},
        BadRow{"37,\"X\",\"submarine\",\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ", "unknown_type"},
        BadRow{"36,\"X\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ", "duplicate_entry"},
        BadRow{"37,\"X\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ", "alert_without_category"},
        BadRow{"37,-0- ,-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ", "alert_without_identifier"}));

// REQ: WAT-TRUNCATED
TEST(OfacTruncated, AtAnyByteOfTheLastRowsIsRefused) {
  const std::string whole = std::string(kCompany) + std::string(kVessel);
  for (std::size_t size = kCompany.size() + 1; size < whole.size(); ++size) {
    EXPECT_EQ(reason_of(read_ofac_sdn({whole.substr(0, size), {}, {}, {}})), "list_truncated") << size;
  }
}

TEST(OfacTruncated, WhenAnotherFileIsCut) {
  EXPECT_EQ(reason_of(read_ofac_sdn({sdn_text(), "36,12,\"aka\",\"AERO", {}, {}})), "list_truncated");
}

TEST(OfacTruncated, WhenManyRowsReferToMissingEntries) {
  std::string alt;
  for (int id = 100; id < 120; ++id) alt += std::to_string(id) + ",1,\"aka\",\"X\",-0- \r\n";
  EXPECT_EQ(reason_of(read_ofac_sdn({sdn_text(), alt, {}, {}})), "list_truncated");
}

TEST(OfacBadInput, IsRefusedWithAReason) {
  EXPECT_EQ(reason_of(read_ofac_sdn({"", {}, {}, {}})), "list_empty");
  EXPECT_EQ(reason_of(read_ofac_sdn({" \r\n\x1A", {}, {}, {}})), "list_empty");
  EXPECT_EQ(reason_of(read_ofac_sdn({std::string_view("36,\"A\0B\"\n", 9), {}, {}, {}})), "list_not_text");
  EXPECT_EQ(reason_of(read_ofac_sdn({"\xFF\xFE"
                                     "3\x01"
                                     "6\x02",
                                     {},
                                     {},
                                     {}})),
            "list_not_text");
  EXPECT_EQ(reason_of(read_ofac_sdn({"hello\nworld, \U0001F600,,,,,,,,,,\n", {}, {}, {}})),
            "list_wrong_format");
}

TEST(OfacBadInput, TakesALineOfTenMegabytes) {
  const std::string sdn =
      std::string(kCompany) + "37,\"" + std::string(10'000'000, 'x') + "\"\r\n" + std::string(kPerson);
  const auto list = read_ofac_sdn({sdn, {}, {}, {}});
  ASSERT_TRUE(list.has_value());
  EXPECT_THAT(reasons_in(*list), ElementsAre("column_count"));
  EXPECT_EQ(list->quarantined[0].raw.size(), watchlist::kQuarantinedBytesMax);
}

TEST(OfacProgress, EndsWithAllBytes) {
  std::size_t last = 0;
  std::size_t all = 0;
  const std::string sdn = sdn_text();
  const auto list = read_ofac_sdn({sdn, {}, {}, {}}, [&](std::size_t done, std::size_t total) {
    EXPECT_GE(done, last);
    last = done;
    all = total;
  });
  EXPECT_EQ(last, all);
  EXPECT_EQ(all, sdn.size() - 1);
}

// REQ: WAT-OFAC
TEST(OfacDemo, HoldsEveryEntryOfThePublishedList) {
  const std::string sdn = demo_text("ofac/sdn.csv");
  const std::string alt = demo_text("ofac/alt.csv");
  const std::string add = demo_text("ofac/add.csv");
  const std::string comments = demo_text("ofac/sdn_comments.csv");
  const auto list = read_ofac_sdn({sdn, alt, add, comments});
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ(list->alerts.size(), 8976u);
  EXPECT_THAT(reasons_in(*list), ElementsAre());
  const auto count = [&](SubjectKind kind) {
    return std::ranges::count(list->alerts, kind, &watchlist::Alert::kind);
  };
  EXPECT_EQ(count(SubjectKind::person), 4620);
  EXPECT_EQ(count(SubjectKind::vessel), 406);
  EXPECT_EQ(count(SubjectKind::aircraft), 277);
  EXPECT_EQ(count(SubjectKind::organisation), 3673);
}

}  // namespace
}  // namespace cardea::lists
