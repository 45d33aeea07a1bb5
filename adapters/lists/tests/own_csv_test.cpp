#include "list_texts.hpp"

namespace cardea::lists {
namespace {

using testing::ElementsAre;

constexpr std::string_view kColumns =
    "id,kind,category,action,owner,legal_basis,name,aliases,weak_aliases,original_names,birth_dates,"
    "nationalities,sex,"
    "documents,warnings,remarks,listed_on,review_on\n";
constexpr std::string_view kRow =
    "A-1,person,refusal_of_entry,refuse,Border Guard,\"Aliens Act, section 12\",\"Doe, John\",Jon Doe|J. "
    "Doe,JD,"
    "Джон Доу,1974-08-12|circa 1950,UTO|Iraq,male,passport:X1234567:UTO|national_id:77,armed|violent,\"said "
    "\"\"no\"\"\","
    "2026-01-01,2027-01-01\n";

std::string file_with(std::string_view rows, int count, std::string_view columns = kColumns) {
  return "# cardea-list source=own version=2026-11-20 rows=" + std::to_string(count) + "\n" +
         std::string(columns) + std::string(rows);
}

// REQ: WAT-OWN
TEST(OwnCsv, ReadsARow) {
  const auto list = read_own_csv(file_with(kRow, 1));
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ(list->source, "own");
  EXPECT_EQ(list->version, "2026-11-20");
  ASSERT_EQ(list->alerts.size(), 1u);
  const auto& alert = list->alerts[0];
  EXPECT_EQ(alert.source_id, "A-1");
  EXPECT_EQ(alert.action, watchlist::AlertAction::refuse);
  EXPECT_EQ(alert.legal_basis, "Aliens Act, section 12");
  EXPECT_THAT(names_of(alert), ElementsAre("primary Doe, John", "strong Jon Doe", "strong J. Doe", "weak JD",
                                           "original_script Джон Доу"));
  EXPECT_EQ(alert.names[0].primary, "Doe");
  EXPECT_EQ(alert.birth_dates.size(), 2u);
  EXPECT_THAT(alert.nationalities, ElementsAre("UTO", "IRQ"));
  EXPECT_THAT(alert.documents, ElementsAre(watchlist::ListedDocument{"passport", "X1234567", "UTO", ""},
                                           watchlist::ListedDocument{"national_id", "77", "", ""}));
  EXPECT_THAT(alert.warnings, ElementsAre("armed", "violent"));
  EXPECT_EQ(alert.remarks, "said \"no\"");
}

TEST(OwnCsv, ReadsAVehicle) {
  const auto list =
      read_own_csv(file_with("V-1,vehicle,seizure,seize,Police,Act 5,M-XY 123,WVW1,2027-01-01\n", 1,
                             "id,kind,category,action,owner,legal_basis,plate,vin,expires_on\n"));
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ(list->alerts.at(0).craft->plate, "M-XY 123");
  EXPECT_EQ(list->alerts.at(0).craft->vin, "WVW1");
}

TEST(OwnCsv, ReadsCrLfAndAByteOrderMark) {
  std::string text = "\xEF\xBB\xBF" + file_with(kRow, 1);
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
    text.insert(at, "\r");
  EXPECT_TRUE(read_own_csv(text).has_value());
}

struct BadRow {
  std::string_view from;
  std::string_view to;
  std::string_view reason;
};

void PrintTo(const BadRow& c, std::ostream* out) { *out << c.reason; }

class OwnBadRow : public testing::TestWithParam<BadRow> {};

// REQ: WAT-QUARANTINE
TEST_P(OwnBadRow, IsQuarantinedWithItsReason) {
  std::string bad{kRow};
  bad.replace(0, 3, "A-2");
  bad.replace(bad.find(GetParam().from), GetParam().from.size(), GetParam().to);
  const auto list = read_own_csv(file_with(std::string(kRow) + bad, 2));
  ASSERT_TRUE(list.has_value());
  ASSERT_EQ(list->quarantined.size(), 1u);
  EXPECT_EQ(list->quarantined[0].reason, GetParam().reason);
  EXPECT_EQ(list->quarantined[0].line, 4);
  EXPECT_EQ(list->quarantined[0].file, "own.csv");
}

INSTANTIATE_TEST_SUITE_P(
    Fields, OwnBadRow,
    testing::Values(BadRow{"person", "ghost", "unknown_kind"}, BadRow{"refuse,", "shoot,", "unknown_action"},
                    BadRow{"male", "m", "unknown_sex"}, BadRow{"1974-08-12", "1974-13-12", "bad_birth_date"},
                    BadRow{"passport:X1234567:UTO", "passport", "bad_document"},
                    BadRow{"2027-01-01", "soon", "bad_date"}, BadRow{",2027-01-01", "", "column_count"},
                    BadRow{"2027-01-01", "", "alert_without_review"},
                    BadRow{"Border Guard", "", "alert_without_owner"}, BadRow{"Jon", "J\xF6n", "not_utf8"},
                    BadRow{"A-2", "A-1", "duplicate_entry"},
                    BadRow{"2027-01-01", "\"2027-01-01", "unclosed_quote"}));

struct BadFile {
  std::string text;
  std::string_view reason;
};

void PrintTo(const BadFile& c, std::ostream* out) { *out << c.reason << ' ' << c.text.size(); }

class OwnBadFile : public testing::TestWithParam<BadFile> {};

// REQ: WAT-TRUNCATED
TEST_P(OwnBadFile, IsRefused) { EXPECT_EQ(reason_of(read_own_csv(GetParam().text)), GetParam().reason); }

INSTANTIATE_TEST_SUITE_P(
    Files, OwnBadFile,
    testing::Values(
        BadFile{"", "list_empty"}, BadFile{file_with("", 0), "list_empty"},
        BadFile{"# cardea-list rows=0\n", "list_empty"}, BadFile{file_with(kRow, 2), "list_truncated"},
        BadFile{"# cardea-list rows=3\n", "list_truncated"}, BadFile{file_with(kRow, 0), "list_row_count"},
        BadFile{std::string(kColumns), "list_wrong_format"},
        BadFile{"# cardea-list source=own\n", "list_wrong_format"},
        BadFile{"# cardea-list source=ofac_sdn rows=1\n", "list_wrong_format"},
        BadFile{"# cardea-list source=Own! rows=1\n", "list_wrong_format"},
        BadFile{"# cardea-list colour=red rows=1\n", "list_wrong_format"},
        BadFile{file_with("x\n", 1, "id\n"), "list_wrong_format"},
        BadFile{file_with("x,y\n", 1, "id,hat\n"), "list_wrong_format"},
        BadFile{file_with("x,y\n", 1, "id,id\n"), "list_wrong_format"},
        BadFile{file_with("\xFF\xFE\xFF\xFE\xFF\xFE\xFF\xFE\xFF\xFE\xFF\xFE\xFF\xFE\xFF\xFE", 1, "a\n"),
                "list_not_text"}));

}  // namespace
}  // namespace cardea::lists
