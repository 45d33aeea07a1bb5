// Runs tests/decisions/alert_lifecycle.txt and hit.txt: each line is one case in words.
#include "cardea/watchlist/lifecycle.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cardea/watchlist/alert_rules.hpp"
#include "cardea/watchlist/hits.hpp"

namespace cardea::watchlist {
namespace {

constexpr std::int64_t kHour = 3600;

Instant now() { return parse_instant("2026-11-23T10:00:00.000000Z").value(); }
Date today() { return *Date::create(2026, 11, 23); }

std::vector<std::vector<std::string>> rows_of(const std::string& file) {
  std::ifstream stream(std::string(CARDEA_SOURCE_DIR) + "/tests/decisions/" + file);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("#")) continue;
    std::istringstream words(line);
    std::vector<std::string> row;
    for (std::string word; words >> word;) {
      if (word != "=>") row.push_back(word);
    }
    if (!row.empty()) rows.push_back(std::move(row));
  }
  EXPECT_FALSE(rows.empty()) << file;
  return rows;
}

Date day_of(const std::string& word) {
  if (word == "today") return today();
  return today().plus_days(word == "past" ? -1 : 30);
}

std::vector<std::string> fields_of(const std::string& cell) {
  std::vector<std::string> fields;
  std::istringstream stream(cell == "-" ? "" : cell);
  for (std::string field; std::getline(stream, field, ',');) fields.push_back(field);
  return fields;
}

// REQ: F-I03
TEST(AlertLifecycle, IsAsTheTableSays) {
  for (const auto& row : rows_of("alert_lifecycle.txt")) {
    ASSERT_EQ(row.size(), 7U) << row.front();
    AlertStanding standing;
    AlertAct act{};
    ASSERT_TRUE(parse(row[0], standing.stored));
    ASSERT_TRUE(parse(row[4], act)) << row[4];
    standing.lapses_at = plus_seconds(now(), row[1] == "yes" ? -kHour : kHour);
    standing.review_on = day_of(row[2]);
    standing.expires_on = day_of(row[3]);
    const AlertState before = state_at(standing, now(), today());
    EXPECT_EQ(name(before), row[5]) << row[0] << " " << row[4];
    const auto after = next_state(before, act);
    EXPECT_EQ(after ? name(*after) : after.error().reason, row[6]) << row[0] << " " << row[4];
  }
}

// REQ: F-G04
TEST(Hits, AreJudgedAndClosedAsTheTableSays) {
  const std::vector<std::string> form{"place", "time"};
  for (const auto& row : rows_of("hit.txt")) {
    ASSERT_EQ(row.size(), 5U) << row.front();
    HitState state{};
    HitState judgement{};
    ASSERT_TRUE(parse(row[0], state));
    ASSERT_TRUE(parse(row[1], judgement));
    const auto judged = judge(state, judgement);
    EXPECT_EQ(judged ? name(*judged) : judged.error().reason, row[3]) << row[0] << " " << row[1];
    const Done close = may_close(judged.value_or(state), missing_fields(form, fields_of(row[2])));
    EXPECT_EQ(close ? "allowed" : close.error().reason, row[4]) << row[0] << " " << row[1];
  }
}

TEST(AlertRules, EveryActionSaysWhatItAsksFor) {
  const AlertRules& rules = standard_alert_rules();
  EXPECT_EQ(rule_of(rules, "discreet").first_line, false);
  EXPECT_EQ(rule_of(rules, "detain").priority, 1);
  EXPECT_EQ(rule_of(rules, "no such word").action, "detain");
  EXPECT_EQ(parse_alert_rules("{}").error().reason, "json_missing_field");
}

Alert own_alert() {
  Alert alert;
  alert.source = "own_alerts";
  alert.source_id = "1";
  alert.category = "refusal_of_entry";
  alert.owner = "Border Guard";
  alert.legal_basis = "Aliens Act";
  alert.names.push_back({"ROSSI MARIO", "", "", "Latn", AliasQuality::primary});
  alert.review_on = Date::create(2029, 11, 23);
  alert.expires_on = Date::create(2031, 1, 1);
  return alert;
}

std::string_view refused(const Alert& alert, std::string_view reason = "refusal_of_entry") {
  const Done checked = check_own(alert, reason, standard_alert_rules(), today());
  return checked ? "" : checked.error().reason;
}

TEST(AlertRules, AnAlertNeedsReasonReviewAndExpiry) {
  EXPECT_EQ(refused(own_alert()), "");
  EXPECT_EQ(refused(own_alert(), "a feeling"), "alert_reason_unknown");
  EXPECT_EQ(refused(own_alert(), "national_security"), "alert_review_too_late");
  Alert late = own_alert();
  late.review_on = Date::create(2029, 11, 24);
  EXPECT_EQ(refused(late), "alert_review_too_late");
  Alert without = own_alert();
  without.review_on.reset();
  EXPECT_EQ(refused(without), "alert_without_review");
  without = own_alert();
  without.expires_on.reset();
  EXPECT_EQ(refused(without), "alert_without_expiry");
  without = own_alert();
  without.legal_basis.clear();
  EXPECT_EQ(refused(without), "alert_without_legal_basis");
  without = own_alert();
  without.review_on = without.expires_on = today();
  EXPECT_EQ(refused(without), "alert_expired");
}

TEST(Survey, IsDrawnAsOftenAsTheRuleSays) {
  int drawn = 0;
  for (int i = 0; i < 20000; ++i) {
    std::array<std::uint8_t, 10> random{};
    random[8] = static_cast<std::uint8_t>(i / 256);
    random[9] = static_cast<std::uint8_t>(i % 256);
    if (is_drawn(uuid_v7(now(), random), 200)) ++drawn;
  }
  EXPECT_GT(drawn, 300);
  EXPECT_LT(drawn, 500);
  EXPECT_FALSE(is_drawn(uuid_v7(now(), {}), 0));
  EXPECT_TRUE(is_drawn(uuid_v7(now(), {}), 10000));
}

}  // namespace
}  // namespace cardea::watchlist
