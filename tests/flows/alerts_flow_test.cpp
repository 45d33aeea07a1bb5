// Lists come into force on the real store.
#include "cardea/testkit/people.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::alerts {
namespace {

class Importing : public testing::Test {
 protected:
  testkit::Post post;
  Lists lists = post.lists();
  ports::Caller owner = post.officer("olga", "watchlist_owner");

  Result<ImportReport> import_alerts(const std::vector<watchlist::Alert>& alerts, const std::string& digest,
                                     Shrinking shrinking = Shrinking::refuse) {
    return lists.import_list(owner, {"un_consolidated", "2026-11-20", digest, alerts, {}}, shrinking);
  }
};

std::vector<watchlist::Alert> many(int count) {
  std::vector<watchlist::Alert> alerts;
  for (int i = 0; i < count; ++i) {
    alerts.push_back(testkit::alert_about("un_consolidated", std::to_string(i), "Name " + std::to_string(i),
                                          "1970-01-01"));
  }
  return alerts;
}

TEST_F(Importing, PublishesEveryAlertInOneVersion) {
  const auto report = import_alerts(many(3), "d1");
  ASSERT_TRUE(report.has_value()) << report.error().reason;
  EXPECT_EQ(report->added, 3);
  EXPECT_FALSE(report->unchanged);
  EXPECT_EQ(post.records().alert_digests("un_consolidated")->size(), 3U);
  EXPECT_EQ(std::ranges::count(post.journal(), "alert.published"), 3);
}

TEST_F(Importing, TheSameContentAgainChangesNothing) {
  ASSERT_TRUE(import_alerts(many(3), "d1").has_value());
  const auto entries = post.journal().size();
  const auto again = import_alerts(many(3), "d1");
  ASSERT_TRUE(again.has_value());
  EXPECT_TRUE(again->unchanged);
  EXPECT_EQ(post.journal().size(), entries);
}

TEST_F(Importing, CountsWhatChangedAndWhatLeft) {
  ASSERT_TRUE(import_alerts(many(4), "d1").has_value());
  auto next = many(3);
  next[0].remarks = "new remark";
  next.push_back(testkit::alert_about("un_consolidated", "77", "Newcomer", "1980-01-01"));
  const auto report = import_alerts(next, "d2");
  ASSERT_TRUE(report.has_value()) << report.error().reason;
  EXPECT_EQ(report->added, 1);
  EXPECT_EQ(report->changed, 1);
  EXPECT_EQ(report->withdrawn, 1);
  EXPECT_EQ(post.records().alert_digests("un_consolidated")->size(), 4U);
}

TEST_F(Importing, AListThatLosesMostOfItselfNeedsAPerson) {
  ASSERT_TRUE(import_alerts(many(101), "d1").has_value());
  EXPECT_EQ(import_alerts(many(50), "d2").error().reason, "list_shrinks_suspiciously");
  EXPECT_EQ(post.records().alert_digests("un_consolidated")->size(), 101U);
  const auto forced = import_alerts(many(50), "d2", Shrinking::accept);
  ASSERT_TRUE(forced.has_value());
  EXPECT_EQ(forced->withdrawn, 51);
}

TEST_F(Importing, ASmallListMayShrink) {
  ASSERT_TRUE(import_alerts(many(100), "d1").has_value());
  EXPECT_TRUE(import_alerts(many(1), "d2").has_value());
}

TEST_F(Importing, AnAlertThatMayNotBeKeptIsSetAside) {
  auto alerts = many(2);
  alerts[1].legal_basis.clear();
  const auto report = import_alerts(alerts, "d1");
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->added, 1);
  EXPECT_EQ(report->quarantined, 1);
  const auto rows = lists.quarantined(owner, "un_consolidated", -1, 10);
  ASSERT_EQ(rows->size(), 1U);
  EXPECT_EQ(rows->front().reason, "alert_without_legal_basis");
  EXPECT_EQ(post.journal().back(), "personal_data.accessed");
}

// A row tells of its alert, a discreet one too.
TEST_F(Importing, WhatIsSetAsideIsNotForTheFirstLine) {
  const auto rows = lists.quarantined(post.officer("otto", "officer"), "un_consolidated", -1, 10);
  ASSERT_FALSE(rows.has_value());
  EXPECT_EQ(rows.error().reason, "role_missing");
}

TEST_F(Importing, AnExpiredAlertIsNotPutInForce) {
  auto alerts = many(2);
  alerts[1].review_on = alerts[1].expires_on = Date::create(2026, 11, 22);
  EXPECT_EQ(import_alerts(alerts, "d1")->added, 1);
}

TEST_F(Importing, RefusesAnotherListsAlertsAndAnEmptyList) {
  auto alerts = many(1);
  alerts[0].source = "ofac_sdn";
  EXPECT_EQ(import_alerts(alerts, "d1").error().reason, "list_source_mixed");
  EXPECT_EQ(import_alerts({}, "d1").error().reason, "list_empty");
}

TEST_F(Importing, IsForListOwnersOnly) {
  owner = post.officer("anna");
  EXPECT_EQ(import_alerts(many(1), "d1").error().reason, "role_missing");
}

TEST_F(Importing, TellsHowFarItIs) {
  std::vector<std::size_t> told;
  const auto alerts = many(2500);
  const ListInput input{"un_consolidated", "v", "d1", alerts, {}};
  const auto report = lists.import_list(owner, input, Shrinking::refuse,
                                        [&](std::size_t done, std::size_t) { told.push_back(done); });
  ASSERT_TRUE(report.has_value());
  EXPECT_THAT(told, testing::ElementsAre(1000, 2000, 2500));
}

TEST(LoadSnapshot, IsEmptyBeforeAnyListCame) {
  const testkit::Post post;
  const auto snapshot = load_snapshot(post.records());
  ASSERT_TRUE(snapshot.has_value());
  EXPECT_EQ(snapshot->screener, nullptr);
}

TEST(LoadSnapshot, SearchesWhatIsInForceAndNamesItsVersions) {
  testkit::Post post;
  post.list_in_force({testkit::alert_about("un_consolidated", "1", "Igor Example", "1970-01-01")});
  const auto snapshot = load_snapshot(post.records());
  ASSERT_TRUE(snapshot.has_value());
  EXPECT_EQ(snapshot->screener->alert_count(), 1U);
  EXPECT_THAT(snapshot->lists, testing::ElementsAre("un_consolidated@version 1"));
  EXPECT_EQ(snapshot->oldest_list_at, post.clock.now());
  EXPECT_FALSE(snapshot->has_document_alerts);
}

TEST(LoadSnapshot, LeavesOutWhatHasExpiredSince) {
  testkit::Post post;
  auto alert = testkit::alert_about("own", "1", "Igor Example", "1970-01-01");
  alert.review_on = alert.expires_on = Date::create(2026, 12, 1);
  post.list_in_force({alert});
  EXPECT_EQ(load_snapshot(post.records(), {Date::create(2026, 12, 1), {}})->screener->alert_count(), 1U);
  EXPECT_EQ(load_snapshot(post.records(), {Date::create(2026, 12, 2), {}})->screener->alert_count(), 0U);
}

}  // namespace
}  // namespace cardea::alerts
