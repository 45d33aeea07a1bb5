#include "cardea/conveyances/manifest.hpp"

#include <gmock/gmock.h>

#include <map>

#include "cardea/conveyances/manifest_rules.hpp"
#include "cardea/conveyances/plate.hpp"
#include "cardea/conveyances/words.hpp"

namespace cardea::conveyances {
namespace {

using Cells = std::map<std::string_view, std::string_view>;

ReadLine reading(Cells cells) {
  return read_line(2, [&](std::string_view column) {
    const auto found = cells.find(column);
    return found == cells.end() ? std::string_view{} : found->second;
  });
}

Cells with(std::string_view column, std::string_view text) {
  Cells cells{{"surname", "Nkemelu"},       {"given_names", "Ada"},
              {"birth_date", "1990-01-05"}, {"sex", "F"},
              {"nationality", "KEN"},       {"document_number", "B 1029384"},
              {"issuing_state", "KEN"},     {"role", "crew"}};
  cells[column] = text;
  return cells;
}

ExpectedPerson line(std::int64_t number, std::string surname, std::string document = {}) {
  ExpectedPerson person;
  person.line = number;
  person.surname = std::move(surname);
  person.given_names = "Ada";
  person.birth_date = Date::create(1990, 1, 5);
  person.document_number = std::move(document);
  person.issuing_state = "KEN";
  return person;
}

SeenPerson seen(std::string primary, std::string document, std::optional<std::int64_t> said = {}) {
  return {{std::move(primary), "ADA", false},
          {PartialDate::of(Date::create(1990, 1, 5).value())},
          std::move(document),
          "KEN",
          said};
}

std::string matched(const std::vector<ExpectedPerson>& lines, const std::vector<SeenPerson>& persons) {
  std::string text;
  for (const LineMatch& one : match(lines, persons)) {
    text += std::to_string(one.line) + ":" + (one.person ? std::to_string(*one.person) : "-");
    text += one.how.empty() ? " " : "/" + std::string(one.how) + " ";
  }
  return text;
}

TEST(Manifest, ReadsALineAsCarriersWriteIt) {
  const ReadLine read = reading(with("sex", "f"));
  EXPECT_EQ(read.reason, "");
  EXPECT_EQ(read.person.sex, "female");
  EXPECT_EQ(read.person.document_number, "B 1029384");
  EXPECT_EQ(read.person.role, "crew");
  EXPECT_EQ(reading(with("role", "")).person.role, "passenger");
  EXPECT_EQ(reading(with("sex", "")).person.sex, "unspecified");
}

// REQ: F-E08
TEST(Manifest, SaysWhyALineCannotBeRead) {
  EXPECT_EQ(reading(with("surname", " ")).reason, "surname_missing");
  EXPECT_EQ(reading(with("birth_date", "05.01.1990")).reason, "birth_date_invalid");
  EXPECT_EQ(reading(with("birth_date", "1990-02-30")).reason, "birth_date_invalid");
  EXPECT_EQ(reading(with("sex", "q")).reason, "sex_unknown");
  EXPECT_EQ(reading(with("nationality", "Kenya")).reason, "nationality_invalid");
  EXPECT_EQ(reading(with("issuing_state", "K3N")).reason, "issuing_state_invalid");
  EXPECT_EQ(reading(with("issuing_state", "")).reason, "document_without_state");
  EXPECT_EQ(reading(with("role", "captain")).reason, "role_unknown");
  EXPECT_EQ(reading({{"surname", "Nkemelu"}}).reason, "person_not_identified");
}

// REQ: F-E08
TEST(Manifest, KnowsPersonsByDocumentAndProposesThemByNameAndBirthDate) {
  EXPECT_EQ(matched({line(2, "Okafor", "A1"), line(3, "Nkemelu")}, {seen("NKEMELU", "B2"), seen("X", "A1")}),
            "2:1/document 3:0/proposed ");
  EXPECT_EQ(matched({line(2, "Okafor", "A-1")}, {seen("OTHER", "A1")}), "2:0/document ");
  EXPECT_EQ(matched({line(2, "Okafor", "A1")}, {seen("NKEMELU", "B2")}), "2:- ");
}

TEST(Manifest, GivesEachPersonOneLineAndTheOfficerTheLastWord) {
  EXPECT_EQ(matched({line(2, "Nkemelu"), line(3, "Nkemelu")}, {seen("NKEMELU", "B2")}), "2:0/proposed 3:- ");
  EXPECT_EQ(matched({line(2, "Nkemelu"), line(3, "Nkemelu")}, {seen("NKEMELU", "B2", 3)}),
            "2:- 3:0/confirmed ");
  EXPECT_EQ(matched({line(2, "Nkemelu")}, {seen("NKEMELU", "B2", 9)}), "2:0/proposed ");
}

TEST(ManifestRules, SayHowLongAManifestIsKept) {
  EXPECT_EQ(standard_manifest_rules().hours_after_release, 24);
  EXPECT_EQ(versioned_name(standard_manifest_rules()), "manifest_rules@2004-08-06");
  EXPECT_EQ(parse_manifest_rules(R"({"id":"m","edition":"1","legal_source":"","hours_after_release":1,)"
                                 R"("days_at_most":1})")
                .error()
                .reason,
            "rule_out_of_range");
}

TEST(Plate, IsComparedWithoutWhatIsPrintedBetween) {
  EXPECT_EQ(normalised_plate("kaa 123-b").value(), "KAA123B");
  EXPECT_EQ(normalised_plate(" W·12.345 ").value(), "W12345");
  EXPECT_EQ(normalised_plate("А123ВС").value(), "А123ВС");
  EXPECT_EQ(normalised_plate(" - ").error().reason, "plate_invalid");
  EXPECT_EQ(normalised_plate("12345678901234567").error().reason, "plate_invalid");
  EXPECT_EQ(normalised_plate("\xff").error().reason, "plate_invalid");
}

TEST(Words, SayWhichPassagesHaveAVehicle) {
  EXPECT_TRUE(has_vehicle("bus"));
  EXPECT_FALSE(has_vehicle("family"));
  EXPECT_TRUE(is_word_of(kPassageKinds, "aircraft_crew"));
  EXPECT_FALSE(is_word_of(kOccupantRoles, ""));
}

}  // namespace
}  // namespace cardea::conveyances
