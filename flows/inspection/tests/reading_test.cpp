#include "reading.hpp"

#include "cardea/documents/mrz.hpp"

namespace cardea::inspection {
namespace {

Date day(int year, int month, int day_of_month) { return *Date::create(year, month, day_of_month); }

/// Ids that count up: nothing here depends on what they are.
class Counting final : public IdSource {
 public:
  [[nodiscard]] IdBytes next() override { return IdBytes{++last_}; }

 private:
  std::uint8_t last_ = 0;
};

documents::Reading read(std::string_view mrz) {
  const auto codes =
      documents::IssuerCodes::parse("code\tname\tkind\nD\tGermany\tstate\nUTO\tUtopia\tspecimen\n");
  return documents::read_mrz(mrz, day(2026, 11, 23), codes.value());
}

constexpr std::string_view kSpecimen =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
constexpr std::string_view kGerman =
    "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\nC01X0006H1D<<6408125F2702283<<<<<<<<<<<<<<<0";

TEST(ReadingOf, ADocumentGivesItsRecord) {
  Counting ids;
  const auto document = document_of(read(kSpecimen), ids);
  EXPECT_EQ(document.format, "TD3");
  EXPECT_EQ(document.number, "L898902C3");
  EXPECT_EQ(document.expires_on, PartialDate::of(day(2012, 4, 15)));
}

TEST(ReadingOf, GermanyIsNamedByItsAlphaThree) {
  Counting ids;
  const auto traveller = traveller_of(read(kGerman), ids);
  EXPECT_EQ(traveller.nationality, "DEU");
  EXPECT_TRUE(is_own_national(traveller, {NodeId{IdBytes{}}, "post", "DEU", "", "", {}, ""}));
  EXPECT_FALSE(is_own_national(traveller, {NodeId{IdBytes{}}, "post", "D", "", "", {}, ""}));
}

TEST(ReadingOf, AnOpenCenturyGivesBothBirthDates) {
  Counting ids;
  std::string mrz(kSpecimen);
  mrz.replace(mrz.find("740812"), 6, "200812");
  EXPECT_EQ(traveller_of(read(mrz), ids).birth_dates.size(), 2U);
}

TEST(ReadingOf, ASpecimenIsANoteAndHowTheTextCameIsNot) {
  const auto facts = reading_facts(read("  " + std::string(kSpecimen) + "  "), false);
  EXPECT_TRUE(facts.readable);
  EXPECT_TRUE(facts.findings.empty());
  EXPECT_THAT(facts.notes, testing::Each("issuer_specimen"));
  EXPECT_FALSE(facts.notes.empty());
}

TEST(ReadingOf, WrongDigitsAreFindings) {
  std::string mrz(kSpecimen);
  mrz.back() = '1';
  EXPECT_THAT(reading_facts(read(mrz), false).findings, testing::ElementsAre("composite_check_differs"));
}

TEST(ReadingOf, WhatIsNoZoneIsNotReadable) {
  Counting ids;
  EXPECT_FALSE(reading_facts(read("hello"), false).readable);
  EXPECT_EQ(document_of(read("hello"), ids).number, "");
  EXPECT_EQ(traveller_of(read(""), ids).nationality, "");
}

}  // namespace
}  // namespace cardea::inspection
