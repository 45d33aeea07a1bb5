#include "cardea/documents/mrz_writer.hpp"

#include "cardea/kernel/text.hpp"
#include "mrz_samples.hpp"

namespace cardea::documents {
namespace {

MrzContent specimen() {
  MrzContent content;
  content.document_code = "P";
  content.issuing_state = "UTO";
  content.document_number = "L898902C3";
  content.nationality = "UTO";
  content.birth_date = "740812";
  content.sex = Sex::female;
  content.expiry_date = "120415";
  content.optional_data = "ZE184226B";
  content.primary_identifier = "Eriksson";
  content.secondary_identifier = "Anna Maria";
  return content;
}

std::string_view refusal(const MrzContent& content) {
  const auto lines = write_mrz(content);
  return lines ? std::string_view{} : lines.error().reason;
}

// REQ: F-J01
TEST(WriteMrz, WritesTheStandardsPassport) {
  const auto lines = write_mrz(specimen());
  ASSERT_TRUE(lines.has_value());
  EXPECT_EQ(join(*lines, "\n"), kTd3);
}

TEST(WriteMrz, GivesBackWhatWasRead) {
  const std::string_view zones[] = {
      kTd1,
      kTd1Long,
      kTd2,
      kTd2Long,
      kTd3,
      kMrvA,
      kMrvB,
      "IDFRABERTHIER<<<<<<<<<<<<<<<<<923255\n8806923102858CORINNE<<<<<<<6512068F2",
      "D1FRA13AA000026181231MARTIN<<9",
      "AAA001D<<\nFACHE305142128097<<800126<<<<<\nMARCHAND<<FABIENNE<<<<<<<<<<<<",
      "IDBEL000590240<6013<<<<<<<<<<<\n8512017F1311048BEL851201002007\nREINARTZ<<ULRIKE<KATIA<E<<<<<<",
      "P<IND<<FIRST<NAME<<<<<<<<<<<<<<<<<<<<<<<<<<<\nC01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0",
      "VCFINMEIKAELAEINEN<<MATTI<<<<<<<<<<<\n0005467<<2RUS7001017M1111019<M901101"};
  for (const std::string_view zone : zones) {
    const Reading reading = read(zone);
    EXPECT_TRUE(reading.valid) << zone;
    const auto content = content_of(reading);
    ASSERT_TRUE(content.has_value());
    const auto lines = write_mrz(*content);
    ASSERT_TRUE(lines.has_value()) << lines.error().reason << lines.error().detail;
    EXPECT_EQ(join(*lines, "\n"), zone);
  }
}

TEST(WriteMrz, WritesALongNumberWithOptionalDataBehind) {
  MrzContent content = specimen();
  content.format = Format::td1;
  content.document_code = "I";
  content.document_number = "D23145890734";
  content.optional_data = "AB12";
  const auto lines = write_mrz(content);
  ASSERT_TRUE(lines.has_value());
  EXPECT_EQ((*lines)[0], "I<UTOD23145890<7349<AB12<<<<<<");
  EXPECT_EQ(content_of(read(join(*lines, "\n")))->optional_data, "AB12");
}

TEST(WriteMrz, KeepsANineCharacterNumberShortWhateverFollows) {
  MrzContent content = specimen();
  content.format = Format::td1;
  content.document_code = "I";
  content.document_number = "D23145890";
  content.optional_data = "7349";
  EXPECT_EQ((*write_mrz(content))[0], "I<UTOD2314589077349<<<<<<<<<<<");
}

TEST(WriteMrz, TurnsHyphensAndBlanksIntoOneFillerAndDropsApostrophes) {
  MrzContent content = specimen();
  content.primary_identifier = "O'Connor - Smith";
  EXPECT_EQ((*write_mrz(content))[0], "P<UTOOCONNOR<SMITH<<ANNA<MARIA<<<<<<<<<<<<<<");
}

TEST(WriteMrz, LeavesOrZeroesTheDigitOfAnEmptyPersonalNumber) {
  MrzContent content = specimen();
  content.optional_data.clear();
  EXPECT_EQ((*write_mrz(content))[1][42], '<');
  content.empty_number_digit = EmptyNumberDigit::zero;
  EXPECT_EQ((*write_mrz(content))[1][42], '0');
}

TEST(WriteMrz, RefusesWhatDoesNotFit) {
  MrzContent content = specimen();
  content.document_number = "1234567890";
  EXPECT_EQ(refusal(content), "mrz_field_too_long");
}

TEST(WriteMrz, RefusesCharactersThatCannotStandThere) {
  MrzContent digit_in_name = specimen();
  digit_in_name.primary_identifier = "ERIK55ON";
  EXPECT_EQ(refusal(digit_in_name), "mrz_wrong_character");
  MrzContent letter_outside = specimen();
  letter_outside.primary_identifier = "\xC3\x85KE";
  EXPECT_EQ(refusal(letter_outside), "mrz_wrong_character");
}

TEST(WriteMrz, RefusesADateThatIsNotSixCharacters) {
  MrzContent content = specimen();
  content.birth_date = "1974-08-12";
  EXPECT_EQ(refusal(content), "mrz_date_malformed");
}

TEST(WriteMrz, RefusesAFieldTheLayoutLacks) {
  MrzContent content = specimen();
  content.pin_code = "123456789";
  EXPECT_EQ(refusal(content), "mrz_field_not_in_layout");
  EXPECT_EQ(write_mrz(content).error().detail, "pin_code");
}

TEST(WriteMrz, RefusesALongNumberWithAFillerInIt) {
  MrzContent content = specimen();
  content.format = Format::td1;
  content.document_number = "D2314589 0734";
  EXPECT_EQ(refusal(content), "mrz_wrong_character");
}

TEST(ContentOf, HasNoneForAnUnusableText) {
  EXPECT_EQ(content_of(read("nothing")).error().reason, "mrz_format_unknown");
}

}  // namespace
}  // namespace cardea::documents
