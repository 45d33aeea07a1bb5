#include "cardea/screening/command.hpp"

#include <gtest/gtest.h>

namespace cardea::screening {
namespace {

Result<CommandQuery> read(std::string_view text) {
  return parse_command_query(parse_json(text)->as_object());
}

std::string_view reason(std::string_view text) {
  const auto query = read(text);
  return query ? "none" : query.error().reason;
}

// REQ: F-E02
TEST(CommandQuery, ReadsEveryField) {
  const auto query = read(R"({"id":"7","names":["Usama Ladin","أسامة"],"birth_date":"1957-03-10","sex":"M",
      "nationality":["SAU"],"documents":["A1234567",{"number":"B7654321","issuer":"SAU"}],"truncated":true})");
  ASSERT_TRUE(query.has_value());
  EXPECT_EQ(query->id, "7");
  EXPECT_EQ(query->query.names.size(), 2u);
  EXPECT_EQ(query->query.birth_date, parse_partial_date("1957-03-10"));
  EXPECT_EQ(query->query.sex, "male");
  EXPECT_EQ(query->query.nationalities, std::vector<std::string>{"SAU"});
  EXPECT_EQ(query->query.documents, (std::vector<QueryDocument>{{"A1234567", ""}, {"B7654321", "SAU"}}));
  EXPECT_TRUE(query->query.truncated);
}

TEST(CommandQuery, TakesPartialDatesAndASingleNationality) {
  const auto query = read(R"({"id":3,"names":["X Y"],"birth_date":"1957","nationality":"SAU"})");
  ASSERT_TRUE(query.has_value());
  EXPECT_EQ(query->id, "3");
  EXPECT_EQ(query->query.birth_date->month, std::nullopt);
  EXPECT_EQ(query->query.nationalities.size(), 1u);
}

TEST(CommandQuery, TakesNullForAbsent) {
  EXPECT_EQ(
      reason(R"({"id":null,"names":["X"],"birth_date":null,"sex":null,"nationality":null,"documents":null})"),
      "none");
}

TEST(CommandQuery, RefusesAFieldItDoesNotKnow) {
  EXPECT_EQ(reason(R"({"names":["X"],"dob":"1957"})"), "json_unknown_field");
}
TEST(CommandQuery, RefusesAnUnknownFieldOfADocument) {
  EXPECT_EQ(reason(R"({"documents":[{"number":"1","kind":"passport"}]})"), "json_unknown_field");
}
TEST(CommandQuery, RefusesAWrongType) { EXPECT_EQ(reason(R"({"names":[7]})"), "json_wrong_type"); }
TEST(CommandQuery, RefusesDocumentsThatAreNoList) {
  EXPECT_EQ(reason(R"({"names":["X"],"documents":"A1"})"), "json_wrong_type");
}
TEST(CommandQuery, RefusesADayThatDoesNotExist) {
  EXPECT_EQ(reason(R"({"names":["X"],"birth_date":"1957-02-30"})"), "birth_date_invalid");
}
TEST(CommandQuery, RefusesAnotherWordForSex) {
  EXPECT_EQ(reason(R"({"names":["X"],"sex":"yes"})"), "sex_invalid");
}
TEST(CommandQuery, RefusesAQueryForNobody) {
  EXPECT_EQ(reason(R"({"id":"1","names":[" "],"birth_date":"1957"})"), "query_without_name_or_document");
}
TEST(CommandQuery, RefusesTooMuch) {
  EXPECT_EQ(reason(R"({"names":[")" + std::string(5'000, 'A') + R"("]})"), "query_too_large");
}

TEST(CommandAnswer, ShowsHitsWithTheirTerms) {
  SearchResult result;
  Hit hit{"un_consolidated", "QDi.001", "X", "sanctions", "refer", -1.5, 60, 2};
  hit.terms = {{"bias", "bias", "", "", -15.0}, {"birth_date", "exact", "1957-03-10", "1957-03-10", 13.5}};
  result.hits = {hit};
  const json::object out = to_command_json("7", result);
  const json::object& first = out.at("hits").as_array().at(0).as_object();
  EXPECT_EQ(out.at("id"), "7");
  EXPECT_EQ(first.at("alert"), "QDi.001");
  EXPECT_EQ(first.at("score").as_double(), -1.5);
  EXPECT_EQ(first.at("terms").as_array().size(), 2u);
}

}  // namespace
}  // namespace cardea::screening
