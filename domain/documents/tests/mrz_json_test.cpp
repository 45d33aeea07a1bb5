#include "cardea/documents/mrz_json.hpp"

#include "cardea/kernel/text.hpp"
#include "mrz_samples.hpp"

namespace cardea::documents {
namespace {

std::string value(std::string_view text, std::string_view key) {
  return json::serialize(to_command_json(read(text)).at(key));
}

std::string_view refusal(std::string_view text) {
  const auto content = parse_command_json(parse_json(text)->as_object());
  return content ? std::string_view{} : content.error().reason;
}

TEST(CommandJson, HasExactlyTheFieldsOfTheCommand) {
  std::vector<std::string> keys;
  for (const auto& member : to_command_json(read(kTd3))) keys.emplace_back(member.key());
  EXPECT_EQ(join(keys, " "),
            "format valid document_code issuing_state document_number nationality birth_date sex expiry_date "
            "optional_data optional_data_2 primary_identifier secondary_identifier findings proposals");
}

TEST(CommandJson, ShowsAPassport) {
  EXPECT_EQ(value(kTd3, "format"), "\"TD3\"");
  EXPECT_EQ(value(kTd3, "birth_date"), "\"1974-08-12\"");
  EXPECT_EQ(value(kTd3, "sex"), "\"F\"");
  EXPECT_EQ(value(kTd3, "secondary_identifier"), "\"ANNA MARIA\"");
  EXPECT_EQ(value(kTd3, "optional_data_2"), "null");
}

TEST(CommandJson, ShowsAFinding) {
  EXPECT_EQ(
      value(with(kTd3, 2, 44, '9'), "findings")
              .find(
                  R"({"reason":"composite_check_differs","field":"composite_check","line":2,"column":44})") ==
          std::string::npos,
      false);
}

TEST(CommandJson, ShowsAProposal) {
  EXPECT_EQ(value(with(kTd3, 2, 22, 'I'), "proposals"),
            R"([{"field":"expiry_date","ground":"field_type",)"
            R"("substitutions":[{"line":2,"column":22,"from":"I","to":"1"}],)"
            R"("agreeing":["expiry_date_check","composite_check"]}])");
}

TEST(CommandJson, WritesUnknownPartsOfADateAsXx) {
  EXPECT_EQ(value(with(with(with(kTd3, 2, 18, '<'), 2, 19, '<'), 2, 20, '7'), "birth_date"),
            "\"1974-08-XX\"");
}

TEST(CommandJson, WritesAnUnspecifiedSexAsX) { EXPECT_EQ(value(with(kTd3, 2, 21, '<'), "sex"), "\"X\""); }

TEST(CommandJson, WritesBlanksForFillersInOptionalData) {
  EXPECT_EQ(
      value("I<FINXA10000585010195<112X<<<<\n9501016F2803135FIN<<<<<<<<<<<7\nSPECIMEN<TRAVEL<<VILMA<SOFIA<<",
            "optional_data"),
      "\"010195 112X\"");
}

TEST(CommandJson, IsNullThroughoutForAnUnusableText) {
  EXPECT_EQ(value("x", "format"), "null");
  EXPECT_EQ(value("x", "document_number"), "null");
  EXPECT_EQ(value("x", "valid"), "false");
}

TEST(CommandJson, GivesTheFrenchCardItsNationality) {
  constexpr std::string_view kCard =
      "IDFRABERTHIER<<<<<<<<<<<<<<<<<923255\n8806923102858CORINNE<<<<<<<6512068F2";
  EXPECT_EQ(value(kCard, "nationality"), "\"FRA\"");
  EXPECT_EQ(value(kCard, "optional_data"), "\"923255\"");
  EXPECT_EQ(value(kCard, "optional_data_2"), "\"923\"");
}

// REQ: F-J01
TEST(CommandJson, IsWhatTheWriterTakes) {
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
      "IDBEL000590240<6013<<<<<<<<<<<\n8512017F1311048BEL851201002007\nREINARTZ<<ULRIKE<KATIA<E<<<<<<"};
  for (const std::string_view zone : zones) {
    const auto content = parse_command_json(to_command_json(read(zone)));
    ASSERT_TRUE(content.has_value()) << content.error().reason << content.error().detail;
    const auto lines = write_mrz(*content);
    ASSERT_TRUE(lines.has_value()) << lines.error().reason << lines.error().detail;
    EXPECT_EQ(join(*lines, "\n"), zone);
  }
}

TEST(ParseCommandJson, RefusesWhatItDoesNotUnderstand) {
  EXPECT_EQ(refusal("{}"), "json_missing_field");
  EXPECT_EQ(refusal(R"({"format":"TD9"})"), "json_bad_value");
  EXPECT_EQ(refusal(R"({"format":3})"), "json_wrong_type");
  EXPECT_EQ(refusal(R"({"format":"TD3","surname":"X"})"), "json_unknown_field");
  EXPECT_EQ(refusal(R"({"format":"TD3","document_code":1})"), "json_wrong_type");
  EXPECT_EQ(refusal(R"({"format":"TD3","sex":"female"})"), "json_bad_value");
  EXPECT_EQ(refusal(R"({"format":"TD3","birth_date":"12.8.1974"})"), "json_bad_value");
}

TEST(ParseCommandJson, NamesTheFieldInQuestion) {
  EXPECT_EQ(parse_command_json(parse_json(R"({"format":"TD3","sex":7})")->as_object()).error().detail,
            "/sex");
}

}  // namespace
}  // namespace cardea::documents
