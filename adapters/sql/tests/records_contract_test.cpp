#include "engine.hpp"

namespace cardea::sql {
namespace {

using namespace testing;  // builders of support.hpp

class RecordsContract : public StoreContract {
 protected:
  const ports::Records& records() const { return store_->records(); }
  std::optional<ports::InspectionRow> find(std::uint32_t n) const {
    return records().find_inspection(numbered<FormalityId>(n)).value();
  }
  void with(ports::ServiceChanges changes) {
    ASSERT_TRUE(store_->record([&](const ports::Records&) -> Result<ports::Outcome> {
      return ports::Outcome{.drafts = {}, .mark = {}, .service = changes};
    }));
  }
};

TEST_P(RecordsContract, KnowsTheNode) {
  const auto node = records().node();
  ASSERT_TRUE(node && *node);
  EXPECT_EQ((*node)->post, "North Gate");
  EXPECT_THAT((*node)->lanes, ::testing::ElementsAre("1", "2"));
}

TEST_P(RecordsContract, GivesAnInspectionBackAsItWasOpened) {
  ASSERT_TRUE(record(inspection(1)));
  const auto row = find(1);
  ASSERT_TRUE(row);
  EXPECT_EQ(to_json(row->opened), to_json(opened(1)));
  EXPECT_EQ(row->state, "open");
  EXPECT_EQ(row->revision, 1);
  EXPECT_EQ(row->officer_id, kOfficer);
  EXPECT_EQ(row->opened_at, kStart);
  EXPECT_FALSE(row->decision);
}

TEST_P(RecordsContract, FindsNoInspectionThatIsNotThere) { EXPECT_FALSE(find(1)); }

TEST_P(RecordsContract, ShowsTheLatestComparisonOfAHit) {
  ASSERT_TRUE(record(inspection(1)));
  ASSERT_TRUE(record({compared(1, "same_person")}));
  ASSERT_TRUE(record({compared(1, "not_same_person")}));
  const auto row = find(1);
  ASSERT_EQ(row->comparisons.size(), 1u);
  EXPECT_EQ(row->comparisons[0].result, "not_same_person");
  EXPECT_EQ(row->assessment.verdict, "nothing_found");
  EXPECT_EQ(row->opened.assessment.verdict, "compare");
  EXPECT_EQ(row->revision, 3);
}

TEST_P(RecordsContract, ShowsADecision) {
  ASSERT_TRUE(record(inspection(1)));
  clock_.advance_seconds(20);
  ASSERT_TRUE(record({decided(1)}));
  const auto row = find(1);
  ASSERT_TRUE(row->decision);
  EXPECT_EQ(row->state, "decided");
  EXPECT_EQ(row->decision->outcome, "admit");
  EXPECT_EQ(row->decision->days_granted, 30);
  EXPECT_EQ(row->decision->officer_id, kOfficer);
  EXPECT_EQ(row->decision->at, plus_seconds(kStart, 20));
}

TEST_P(RecordsContract, ShowsAnInspectionOpenAgainAfterATakeBack) {
  ASSERT_TRUE(record(inspection(1)));
  ASSERT_TRUE(record({decided(1)}));
  ASSERT_TRUE(record({voided(1)}));
  EXPECT_EQ(find(1)->state, "open");
  EXPECT_FALSE(find(1)->decision);
  EXPECT_EQ(find(1)->revision, 3);
  EXPECT_TRUE(records().history(numbered<TravellerId>(1), 10)->empty());
}

TEST_P(RecordsContract, KnowsATravellerByTheirDocument) {
  ASSERT_TRUE(record(inspection(1)));
  EXPECT_EQ(*records().find_traveller("UTO", "L1", "1974-08-12"), numbered<TravellerId>(1));
  EXPECT_FALSE(*records().find_traveller("UTO", "L1", "1975-08-12"));
  EXPECT_FALSE(*records().find_traveller("XOM", "L1", "1974-08-12"));
  EXPECT_FALSE(*records().find_traveller("UTO", "", ""));
}

TEST_P(RecordsContract, TellsHistoryNewestFirst) {
  for (std::uint32_t n = 1; n <= 3; ++n) {
    auto drafts = inspection(n);
    drafts[1].payload.at("traveller").at("traveller_id") = to_text(numbered<TravellerId>(1));
    drafts.push_back(decided(n, n == 2 ? "refuse" : "admit"));
    ASSERT_TRUE(record(drafts));
    clock_.advance_seconds(60);
  }
  ASSERT_TRUE(record(inspection(4)));
  const auto history = records().history(numbered<TravellerId>(1), 2);
  ASSERT_EQ(history->size(), 2u);
  EXPECT_EQ(history->at(0).inspection_id, numbered<FormalityId>(3));
  EXPECT_EQ(history->at(1).outcome, "refuse");
  EXPECT_EQ(history->at(1).on, *Date::create(2030, 3, 17));
}

TEST_P(RecordsContract, ShowsTheNewestVersionOfEachList) {
  ASSERT_TRUE(
      record({list_imported("1", {{"a.csv", 3, "bad_date", "raw 3"}, {"a.csv", 9, "bad_name", "raw 9"}})}));
  ASSERT_TRUE(record({list_imported("2", {{"a.csv", 4, "bad_date", "raw 4"}})}));
  const auto lists = records().lists();
  ASSERT_EQ(lists->size(), 1u);
  EXPECT_EQ(lists->at(0).version, "2");
  EXPECT_EQ(lists->at(0).quarantined, 1);
  ASSERT_EQ(records().quarantined("own", 0, 10)->size(), 1u);
  EXPECT_EQ(records().quarantined("own", 0, 10)->at(0).line, 4);
}

TEST_P(RecordsContract, PagesThroughTheQuarantine) {
  ASSERT_TRUE(
      record({list_imported("1", {{"a.csv", 3, "r", "x"}, {"a.csv", 9, "r", "y"}, {"b.csv", 1, "r", "z"}})}));
  EXPECT_EQ(records().quarantined("own", 0, 2)->size(), 2u);
  ASSERT_EQ(records().quarantined("own", 2, 2)->size(), 1u);
  EXPECT_EQ(records().quarantined("own", 2, 2)->at(0).raw, "z");
}

TEST_P(RecordsContract, HoldsTheAlertsInForce) {
  ASSERT_TRUE(
      record({list_imported("1"), alert("alert.published", "a", "d1"), alert("alert.published", "b", "d2")}));
  ASSERT_TRUE(record({alert("alert.changed", "a", "d3"), alert_withdrawn("b")}));
  EXPECT_THAT(*records().alert_digests("own"),
              ::testing::ElementsAre(std::pair<std::string, std::string>{"a", "d3"}));
  EXPECT_EQ((*records().find_alert("own", "a"))->at("id"), "a");
  EXPECT_FALSE(*records().find_alert("own", "b"));
}

TEST_P(RecordsContract, StopsWalkingWhenTold) {
  ASSERT_TRUE(
      record({list_imported("1"), alert("alert.published", "a", "d"), alert("alert.published", "b", "d")}));
  int seen = 0;
  ASSERT_TRUE(records().for_each_alert([&](const json::object&) { return ++seen < 1; }));
  EXPECT_EQ(seen, 1);
}

TEST_P(RecordsContract, KnowsAnOfficerWithCredentialAndFailures) {
  ASSERT_TRUE(record({officer_enrolled(7, "ana")}));
  with({.set_password_hash = std::pair{kOfficer, std::string{"phc"}},
        .count_failure = std::pair{kOfficer, kStart}});
  with({.count_failure = std::pair{kOfficer, plus_seconds(kStart, 5)}});
  const auto officer = *records().find_officer_named("ana");
  ASSERT_TRUE(officer);
  EXPECT_EQ(officer->officer.officer_id, kOfficer);
  EXPECT_EQ(officer->password_hash, "phc");
  EXPECT_EQ(officer->failures, 2);
  EXPECT_EQ(officer->last_failure, plus_seconds(kStart, 5));
}

TEST_P(RecordsContract, ForgetsFailuresWhenCleared) {
  ASSERT_TRUE(record({officer_enrolled(7, "ana")}));
  with({.count_failure = std::pair{kOfficer, kStart}});
  with({.clear_failures = kOfficer});
  EXPECT_EQ((*records().find_officer(kOfficer))->failures, 0);
}

TEST_P(RecordsContract, RefusesASecondOfficerOfTheSameName) {
  ASSERT_TRUE(record({officer_enrolled(7, "ana")}));
  EXPECT_EQ(record({officer_enrolled(8, "ana")}).error().reason, "store_unique");
  EXPECT_EQ(records().officers()->size(), 1u);
}

TEST_P(RecordsContract, KnowsASessionUntilItIsClosed) {
  const ports::SessionRow session{.session_id = numbered<SessionId>(1),
                                  .officer_id = kOfficer,
                                  .token_digest = sha256("token"),
                                  .csrf_digest = sha256("csrf"),
                                  .opened_at = kStart,
                                  .last_seen = kStart};
  with({.open_session = session});
  EXPECT_EQ((*records().find_session(session.token_digest))->officer_id, kOfficer);
  EXPECT_FALSE(*records().find_session(sha256("another")));
  with({.close_sessions = {session.session_id}});
  EXPECT_FALSE(*records().find_session(session.token_digest));
}

TEST_P(RecordsContract, PagesThroughTheJournal) {
  ASSERT_TRUE(record(inspection(1)));
  EXPECT_EQ(records().entries_after(0, 2)->size(), 2u);
  const auto rest = records().entries_after(2, 10);
  ASSERT_EQ(rest->size(), 1u);
  EXPECT_EQ(rest->at(0).type, "inspection.opened");
  EXPECT_EQ(rest->at(0).hash, records().journal_head()->hash);
}

INSTANTIATE_TEST_SUITE_P(Engines, RecordsContract, ::testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace cardea::sql
