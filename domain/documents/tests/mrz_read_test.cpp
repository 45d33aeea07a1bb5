#include "mrz_samples.hpp"

namespace cardea::documents {
namespace {

constexpr std::string_view kGerman =
    "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\n"
    "C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0";
constexpr std::string_view kFrenchCard =
    "IDFRABERTHIER<<<<<<<<<<<<<<<<<923255\n"
    "8806923102858CORINNE<<<<<<<6512068F2";

char expected_digit(const Reading& reading, FieldName over) {
  const CheckDigit* digit = reading.find_check(over);
  return digit == nullptr ? '-' : digit->expected;
}

std::string states(const Reading& reading) {
  std::string text;
  for (const CheckDigit& digit : reading.check_digits) text += std::string(name(digit.state)) + " ";
  return text;
}

bool has_finding(const Reading& reading, FindingReason reason, FieldName field, int line, int column) {
  return std::find(reading.findings.begin(), reading.findings.end(), Finding{reason, field, line, column}) !=
         reading.findings.end();
}

// REQ: F-J01
TEST(ReadMrz, ReadsAPassport) {
  const Reading reading = read(kTd3);
  EXPECT_EQ(reading.format, Format::td3);
  EXPECT_TRUE(reading.valid);
  EXPECT_EQ(reading.text(FieldName::document_number), "L898902C3");
  EXPECT_EQ(reading.text(FieldName::primary_identifier), "ERIKSSON");
  EXPECT_EQ(reading.text(FieldName::secondary_identifier), "ANNA MARIA");
  EXPECT_EQ(reading.text(FieldName::optional_data), "ZE184226B");
  EXPECT_EQ(reading.sex, Sex::female);
}

TEST(ReadMrz, KeepsRawTextAndPositionOfAField) {
  const Reading reading = read(kTd3);
  const Field* field = reading.find(FieldName::secondary_identifier);
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->raw, "ANNA<MARIA");
  EXPECT_EQ(field->position, (Position{1, 16, 10}));
  EXPECT_EQ(reading.find(FieldName::optional_data)->raw, "ZE184226B<<<<<");
}

TEST(ReadMrz, GivesEveryDigitByItself) {
  const Reading reading = read(kTd3);
  EXPECT_EQ(expected_digit(reading, FieldName::document_number), '6');
  EXPECT_EQ(expected_digit(reading, FieldName::birth_date), '2');
  EXPECT_EQ(expected_digit(reading, FieldName::expiry_date), '9');
  EXPECT_EQ(expected_digit(reading, FieldName::optional_data), '1');
  EXPECT_EQ(expected_digit(reading, FieldName::composite_check), '0');
  EXPECT_EQ(states(reading), "agrees agrees agrees agrees agrees ");
}

TEST(ReadMrz, ReadsEveryFormatOfTheStandard) {
  const std::pair<std::string_view, Format> samples[] = {
      {kTd1, Format::td1}, {kTd1Long, Format::td1}, {kTd2, Format::td2},   {kTd2Long, Format::td2},
      {kTd3, Format::td3}, {kMrvA, Format::mrv_a},  {kMrvB, Format::mrv_b}};
  for (const auto& [text, format] : samples) {
    const Reading reading = read(text);
    EXPECT_EQ(reading.format, format) << text;
    EXPECT_TRUE(reading.valid) << text;
  }
}

TEST(ReadMrz, GivesVisasNoCompositeDigit) {
  EXPECT_EQ(read(kMrvA).find_check(FieldName::composite_check), nullptr);
  EXPECT_EQ(read(kMrvB).find_check(FieldName::composite_check), nullptr);
  EXPECT_EQ(states(read(kMrvA)), "agrees agrees agrees ");
}

TEST(ReadMrz, PutsALongNumberTogether) {
  for (const std::string_view text : {kTd1Long, kTd2Long}) {
    const Reading reading = read(text);
    EXPECT_EQ(reading.text(FieldName::document_number), "D23145890734");
    ASSERT_TRUE(reading.long_number.has_value());
    EXPECT_EQ(reading.long_number->remainder.length, 4);
  }
}

TEST(ReadMrz, KnowsBothReadingsOfALongNumbersDigit) {
  const Reading both = read(kTd1Long);
  EXPECT_TRUE(both.long_number->agrees_without_filler && both.long_number->agrees_with_filler);
  const Reading with_filler =
      read("IDBEL000590240<6013<<<<<<<<<<<\n8512017F1311048BEL851201002007\nREINARTZ<<ULRIKE<KATIA<E<<<<<<");
  EXPECT_FALSE(with_filler.long_number->agrees_without_filler);
  EXPECT_TRUE(with_filler.long_number->agrees_with_filler);
  EXPECT_TRUE(with_filler.valid);
  EXPECT_TRUE(with_filler.has(FindingReason::long_number_digit_with_filler));
}

TEST(ReadMrz, ReadsALongNumberOfTenCharacters) {
  const Reading reading =
      read("IDUTO123456789<07<<<<<<<<<<<<<\n8601012M3001019UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<");
  EXPECT_EQ(reading.text(FieldName::document_number), "1234567890");
  EXPECT_EQ(reading.find_check(FieldName::document_number)->position, (Position{1, 17, 1}));
  EXPECT_TRUE(reading.valid);
}

TEST(ReadMrz, MissesADigitThatIsNowhere) {
  const Reading reading = read(with(kTd1, 1, 15, '<'));
  EXPECT_TRUE(
      has_finding(reading, FindingReason::check_digit_missing, FieldName::document_number_check, 1, 15));
  EXPECT_FALSE(reading.valid);
}

TEST(ReadMrz, AcceptsFillerAndZeroOverAnEmptyPersonalNumber) {
  EXPECT_EQ(read(kGerman).find_check(FieldName::optional_data)->state, CheckState::absent);
  EXPECT_TRUE(read(kGerman).valid);
  EXPECT_TRUE(read(with(kGerman, 2, 43, '0')).valid);
}

TEST(ReadMrz, MissesTheDigitOfAFilledPersonalNumber) {
  EXPECT_TRUE(read(with(kTd3, 2, 43, '<')).has(FindingReason::check_digit_missing));
}

TEST(ReadMrz, ReportsTheDigitThatDiffersWithItsPlace) {
  const Reading reading = read(with(kTd3, 2, 28, '0'));
  EXPECT_TRUE(
      has_finding(reading, FindingReason::expiry_date_check_differs, FieldName::expiry_date_check, 2, 28));
  EXPECT_FALSE(reading.has(FindingReason::birth_date_check_differs));
  EXPECT_EQ(expected_digit(reading, FieldName::expiry_date), '9');
}

TEST(ReadMrz, ReportsTheCompositeByItself) {
  const Reading reading = read(with(kTd3, 2, 44, '9'));
  ASSERT_TRUE(
      has_finding(reading, FindingReason::composite_check_differs, FieldName::composite_check, 2, 44));
  EXPECT_EQ(states(reading), "agrees agrees agrees agrees differs ");
}

TEST(ReadMrz, ReportsALetterInADateAndADigitInAName) {
  EXPECT_TRUE(has_finding(read(with(kTd3, 2, 14, 'T')), FindingReason::wrong_character, FieldName::birth_date,
                          2, 14));
  EXPECT_TRUE(
      has_finding(read(with(kTd3, 1, 7, '1')), FindingReason::wrong_character, FieldName::names, 1, 7));
}

TEST(ReadMrz, ReportsASexThatIsNone) {
  const Reading reading = read(with(kTd3, 2, 21, 'X'));
  EXPECT_TRUE(has_finding(reading, FindingReason::wrong_character, FieldName::sex, 2, 21));
  EXPECT_FALSE(reading.sex.has_value());
}

TEST(ReadMrz, ReadsAnUnspecifiedSex) {
  EXPECT_EQ(read(with(kTd3, 2, 21, '<')).sex, Sex::unspecified);
  EXPECT_TRUE(read(with(kTd3, 2, 21, '<')).valid);
}

TEST(ReadMrz, NotesTheSpecimenState) {
  const Reading reading = read(kTd3);
  EXPECT_TRUE(has_finding(reading, FindingReason::issuer_specimen, FieldName::issuing_state, 1, 3));
  EXPECT_TRUE(has_finding(reading, FindingReason::issuer_specimen, FieldName::nationality, 2, 11));
}

TEST(ReadMrz, RefusesAnIssuerThatIsNone) {
  const Reading reading = read(with(with(with(kGerman, 1, 3, 'W'), 1, 4, 'S'), 1, 5, 'A'));
  EXPECT_TRUE(has_finding(reading, FindingReason::issuer_unknown, FieldName::issuing_state, 1, 3));
  EXPECT_FALSE(reading.valid);
}

TEST(ReadMrz, ReadsIssuersOfOneLetter) { EXPECT_EQ(read(kGerman).text(FieldName::issuing_state), "D"); }

TEST(ReadMrz, NotesANameThatFillsItsField) {
  const Reading reading =
      read("I<PRT007777779<ZZ92<<<<<<<<<<<\n8303143M3405282PRT<<<<<<<<<<<2\nCACADOR<DE<ARAUJO<<ANDRE<ESTEV");
  EXPECT_TRUE(reading.name_possibly_truncated);
  EXPECT_TRUE(reading.has(FindingReason::name_possibly_truncated));
  EXPECT_TRUE(reading.valid);
}

TEST(ReadMrz, ReadsANameWithoutPrimaryIdentifier) {
  const Reading reading = read(
      "P<IND<<FIRST<NAME<<<<<<<<<<<<<<<<<<<<<<<<<<<\n"
      "C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0");
  EXPECT_EQ(reading.text(FieldName::primary_identifier), "");
  EXPECT_EQ(reading.text(FieldName::secondary_identifier), "FIRST NAME");
  EXPECT_TRUE(reading.has(FindingReason::primary_identifier_missing));
  EXPECT_TRUE(reading.valid);
}

TEST(ReadMrz, ReadsANameWithoutSecondaryIdentifier) {
  const Reading reading = read(
      "P<INDARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\n"
      "C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0");
  EXPECT_EQ(reading.text(FieldName::primary_identifier), "ARKFREITH");
  EXPECT_EQ(reading.text(FieldName::secondary_identifier), "");
}

TEST(ReadMrz, NotesFillersWhereNoneBelong) {
  EXPECT_TRUE(read(with(kTd3, 1, 16, '<')).has(FindingReason::name_fillers_irregular));
  EXPECT_FALSE(read(kTd3).has(FindingReason::name_fillers_irregular));
}

TEST(ReadMrz, TakesTwoLinesOf44WithAnotherCodeAsPassportLayout) {
  const Reading reading = read(
      "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
      "D231458907UTO7408122F1204159<<<<<<<<<<<<<<<6");
  EXPECT_EQ(reading.format, Format::td3);
  EXPECT_TRUE(reading.valid);
  EXPECT_TRUE(reading.has(FindingReason::document_code_unusual));
}

TEST(ReadMrz, ReadsTheFrenchIdentityCard) {
  const Reading reading = read(kFrenchCard);
  EXPECT_EQ(reading.format, Format::french_identity_card);
  EXPECT_TRUE(reading.valid);
  EXPECT_EQ(reading.text(FieldName::document_number), "880692310285");
  EXPECT_EQ(reading.text(FieldName::administrative_code), "923255");
  EXPECT_EQ(to_text(*reading.issue->best()), "1988-06");
}

// All four digits of a TD2 agree, not those of the French card.
TEST(ReadMrz, TakesIdfraAsTd2WhenOnlyItsDigitsSayso) {
  const Reading reading = read(
      "IDFRAERIKSSON<<ANNA<MARIA<<<<<<<<<<<\n"
      "D231458907UTO7408122F1204159<<<<<<<6");
  EXPECT_EQ(reading.format, Format::td2);
}

TEST(ReadMrz, TakesIdfraAsFrenchCardWhenNoDigitsDecide) {
  EXPECT_EQ(read(with(kFrenchCard, 2, 13, '1')).format, Format::french_identity_card);
}

TEST(ReadMrz, FindsNothingALayoutLacks) {
  EXPECT_EQ(read(kTd3).find(FieldName::pin_code), nullptr);
  EXPECT_EQ(read(kTd3).text(FieldName::pin_code), "");
}

}  // namespace
}  // namespace cardea::documents
