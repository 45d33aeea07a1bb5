#include "cardea/crossings/rules.hpp"

#include "cardea/crossings/validity.hpp"

namespace cardea::crossings {
namespace {

Date day(int year, int month, int day_of_month) { return *Date::create(year, month, day_of_month); }

TEST(StandardRules, HoldTheRulesOfTheData) {
  const Rules& rules = standard_rules();
  ASSERT_FALSE(rules.stay.empty());
  EXPECT_EQ(versioned_name(rules.stay.front()), "short_stay_90_180@2013-10-18");
  EXPECT_EQ(rules.refusal.grounds.size(), 10U);
  EXPECT_EQ(rules.refusal.grounds.front().letter, "A");
  EXPECT_FALSE(rules.document.accepted.empty());
}

TEST(StandardRules, NameTheirVersionsInOneLine) {
  EXPECT_EQ(versions_of(standard_rules()),
            "short_stay_90_180@2013-10-18 travel_documents@2016-03-23 schengen_annex_v_b@2016-03-23 "
            "permit_kinds@2026-11-01 person_classes@2026-11-01 travel_times@2026-11-01");
}

TEST(RuleInForce, TakesTheNewestThatIsInForce) {
  const StayRule old{"old", "1", "law", 90, 180, day(2000, 1, 1), day(2013, 10, 17)};
  const StayRule now{"now", "1", "law", 90, 180, day(2013, 10, 18), {}};
  const std::vector<StayRule> rules{old, now};
  EXPECT_EQ(rule_in_force(rules, day(2013, 10, 17))->id, "old");
  EXPECT_EQ(rule_in_force(rules, day(2013, 10, 18))->id, "now");
  EXPECT_EQ(rule_in_force(rules, day(1999, 12, 31)), nullptr);
}

TEST(ParseStayRules, RefusesALimitBeyondTheWindow) {
  const auto rules = parse_stay_rules(R"({"rules":[{"id":"x","edition":"1","legal_source":"y","limit":181,
      "window":180,"valid_from":"2020-01-01"}]})");
  ASSERT_FALSE(rules.has_value());
  EXPECT_EQ(rules.error().reason, "rule_out_of_range");
}

TEST(ParseStayRules, RefusesARuleWithoutEditionOrSource) {
  for (const std::string origin :
       {R"("edition":"","legal_source":"y")", R"("edition":"1","legal_source":"")"}) {
    const auto rules = parse_stay_rules(R"({"rules":[{"id":"x",)" + origin +
                                        R"(,"limit":90,"window":180,"valid_from":"2020-01-01"}]})");
    ASSERT_FALSE(rules.has_value()) << origin;
    EXPECT_EQ(rules.error().reason, "rule_out_of_range");
  }
}

TEST(ParseRefusalGrounds, RefusesAFileWithoutSource) {
  const auto grounds = parse_refusal_grounds(
      R"({"id":"g","edition":"1","legal_source":"","valid_from":"2020-01-01","grounds":[]})");
  ASSERT_FALSE(grounds.has_value());
  EXPECT_EQ(grounds.error().reason, "rule_out_of_range");
}

TEST(ParseDocumentRules, RefusesAFileWithoutEdition) {
  const auto rules =
      parse_document_rules(R"({"id":"d","edition":"","legal_source":"y","valid_from":"2020-01-01",
      "months_after_departure":3,"expires_soon_days":180,"validity_years_max":20,"accepted":[]})");
  ASSERT_FALSE(rules.has_value());
  EXPECT_EQ(rules.error().reason, "rule_out_of_range");
}

TEST(ParseStayRules, RefusesHalfAFile) {
  const auto rules = parse_stay_rules(R"({"rules":[{"id":"x")");
  ASSERT_FALSE(rules.has_value());
  EXPECT_EQ(rules.error().kind, ErrorKind::malformed);
}

TEST(ParseStayRules, RefusesAnUnknownField) {
  const auto rules = parse_stay_rules(R"({"rules":[],"limits":3})");
  ASSERT_FALSE(rules.has_value());
  EXPECT_EQ(rules.error().reason, "json_unknown_field");
}

TEST(ParseDocumentRules, RefusesAReviewWithoutReason) {
  const auto rules =
      parse_document_rules(R"({"id":"d","edition":"1","legal_source":"y","valid_from":"2020-01-01",
      "months_after_departure":3,"expires_soon_days":180,"validity_years_max":20,
      "accepted":[{"code":"P","formats":[],"issuers":[],"acceptance":"review","reason":""}]})");
  ASSERT_FALSE(rules.has_value());
  EXPECT_EQ(rules.error().reason, "rule_out_of_range");
}

TEST(PlusMonths, StopsAtTheEndOfAShorterMonth) {
  EXPECT_EQ(plus_months(day(2026, 11, 30), 3), day(2027, 2, 28));
  EXPECT_EQ(plus_months(day(2023, 11, 30), 3), day(2024, 2, 29));
  EXPECT_EQ(plus_months(day(2026, 11, 23), 3), day(2027, 2, 23));
  EXPECT_EQ(plus_months(day(2026, 1, 31), 12), day(2027, 1, 31));
}

DateStatus status(std::string_view expires, Date on) {
  return date_status(parse_partial_date(expires), on, standard_rules().document);
}

TEST(DateStatus, ADocumentIsValidThroughItsLastDay) {
  EXPECT_EQ(status("2026-11-22", day(2026, 11, 23)), DateStatus::document_expired);
  EXPECT_EQ(status("2026-11-23", day(2026, 11, 23)), DateStatus::remaining_validity_short);
}

TEST(DateStatus, AnUnknownDayIsReadInFavourOfTheHolder) {
  EXPECT_EQ(status("2024-02", day(2024, 2, 29)), DateStatus::remaining_validity_short);
  EXPECT_EQ(status("2024-02", day(2024, 3, 1)), DateStatus::document_expired);
  EXPECT_EQ(status("2024", day(2024, 12, 31)), DateStatus::remaining_validity_short);
}

TEST(DateStatus, ADateFurtherAwayThanAnyDocumentLastsIsNotBelieved) {
  EXPECT_EQ(status("2047-01-01", day(2026, 11, 23)), DateStatus::impossible_date);
}

TEST(DateStatus, ADayWithoutAMonthIsNoDate) {
  EXPECT_EQ(status("2027-XX-12", day(2026, 11, 23)), DateStatus::impossible_date);
}

TEST(DateStatus, WordsComeBackAsTheyWent) {
  using enum DateStatus;
  for (const DateStatus each :
       {valid, expires_soon, remaining_validity_short, document_expired, no_expiry_date, impossible_date}) {
    DateStatus read{};
    ASSERT_TRUE(parse(name(each), read));
    EXPECT_EQ(read, each);
  }
}

}  // namespace
}  // namespace cardea::crossings
