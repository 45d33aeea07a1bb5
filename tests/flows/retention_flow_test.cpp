// Keeping no longer than the law allows, on the real store: what is erased is gone from the tables and from
// the journal, and the chain is in order.
#include "cardea/accountability/retention.hpp"

#include "cardea/journal/seal.hpp"
#include "cardea/testkit/people.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::accountability {
namespace {

using crossings::Direction;

constexpr std::int64_t kDay = 24 * 60 * 60;

class Retaining : public testing::Test {
 protected:
  Retaining() { post.list_in_force(); }

  testkit::Post post;
  Retention retention = post.retention();
  inspection::Inspections inspections = post.inspections();
  ports::Caller anna = post.officer("anna");
  ports::Caller dora = post.officer("dora", "data_officer");
  ports::Caller dirk = post.officer("dirk", "data_officer");

  inspection::InspectionView cross(Direction direction, const testkit::Person& person = {}) {
    inspection::OpenInspection open;
    open.mrz = testkit::passport_of(person);
    open.direction = direction;
    open.lane = "1";
    const auto view = inspections.open(anna, open).value();
    inspection::Decide decide;
    decide.outcome = crossings::Outcome::admit;
    EXPECT_TRUE(inspections.decide(anna, view.id, decide).has_value());
    return view;
  }
  void days_later(std::int64_t days) { post.clock.advance_seconds(days * kDay); }
  RetentionReport run(bool dry_run = false) { return retention.run(dora, dry_run).value(); }
  void expect_rebuilt_alike() {
    const auto before = post.store().table_digests();
    ASSERT_TRUE(post.store().rebuild().has_value());
    EXPECT_EQ(*before, *post.store().table_digests());
    EXPECT_TRUE(post.store().verify()->intact());
  }
  std::string journal_text() {
    std::string text;
    const auto entries = post.records().entries_after(0, 10000);
    for (const auto& entry : *entries) text += entry.payload.value_or("");
    return text;
  }
};

// REQ: F-O07
TEST_F(Retaining, AFileGoesThreeYearsAndADayAfterTheExit) {
  const auto entered = cross(Direction::entry);
  days_later(10);
  const auto left = cross(Direction::exit);
  days_later(3 * 365);  // 2028 is a leap year: a day is missing
  EXPECT_EQ(run().erased_inspections, 0);
  days_later(1);
  EXPECT_EQ(run().erased_inspections, 1);
  EXPECT_EQ(post.records().find_inspection(entered.id)->has_value(), false);
  EXPECT_EQ(post.records().find_inspection(left.id)->has_value(), true);
  expect_rebuilt_alike();
  days_later(1);
  const auto report = run();
  EXPECT_EQ(report.erased_files, 1);
  EXPECT_EQ(report.erased_entries, 3);
  EXPECT_FALSE(post.records().find_inspection(left.id)->has_value());
  EXPECT_EQ(journal_text().find("LINDQVIST"), std::string::npos);
  expect_rebuilt_alike();
}

TEST_F(Retaining, ADryRunChangesNothing) {
  cross(Direction::entry);
  cross(Direction::exit);
  days_later(4 * 366);
  const auto entries = post.journal().size();
  EXPECT_EQ(run(true).erased_files, 1);
  EXPECT_EQ(post.journal().size(), entries);
}

TEST_F(Retaining, OneWhoStaysIsErasedAfterFiveYearsAndANotice) {
  const auto view = cross(Direction::entry);
  days_later(90 + 5 * 366);
  const auto first = run();
  EXPECT_EQ(first.notices, 1);
  EXPECT_EQ(first.blocked, 1);
  days_later(89);
  EXPECT_EQ(run().blocked, 1);
  days_later(1);
  EXPECT_EQ(run().erased_files, 1);
  EXPECT_FALSE(post.records().find_inspection(view.id)->has_value());
  EXPECT_TRUE(post.records().accountability().notices()->empty());
  expect_rebuilt_alike();
}

TEST_F(Retaining, ANoticeIsGivenBeforeTheDataIsDue) {
  cross(Direction::entry);
  days_later(5 * 365 + 30);
  const auto report = run();
  EXPECT_EQ(report.notices, 1);
  EXPECT_EQ(report.blocked, 0);
  EXPECT_EQ(run().notices, 0);
  const auto plan = retention.plan(dora).value();
  ASSERT_EQ(plan.files.size(), 1U);
  EXPECT_EQ(plan.files.front().notice_on, plan.on);
  EXPECT_THAT(plan.files.front().blocked_by, testing::ElementsAre("notice_running"));
}

TEST_F(Retaining, AHoldNeedsTwoPersonsAndProtects) {
  const auto traveller = cross(Direction::entry).traveller.traveller_id;
  cross(Direction::exit);
  days_later(4 * 366);
  const auto hold = retention.propose_hold(dora, traveller, "court order 7/2026").value();
  const std::string typed = to_text(hold.hold_id).substr(32);
  EXPECT_EQ(run().blocked, 1);
  EXPECT_EQ(retention.approve_hold(dora, hold.hold_id, typed).error().reason, "same_person");
  EXPECT_EQ(retention.approve_hold(dirk, hold.hold_id, "zzzz").error().reason, "confirmation_wrong");
  EXPECT_EQ(retention.approve_hold(dirk, hold.hold_id, typed)->state, "in_force");
  EXPECT_EQ(retention.approve_hold(dirk, hold.hold_id, typed).error().reason, "hold_not_proposed");
  days_later(30);
  EXPECT_EQ(run().blocked, 1);
  EXPECT_EQ(retention.lift_hold(dora, hold.hold_id, "over", typed).error().reason, "same_person");
  EXPECT_EQ(retention.lift_hold(dirk, hold.hold_id, "over", typed)->state, "lifted");
  EXPECT_EQ(retention.lift_hold(dirk, hold.hold_id, "over", typed).error().reason, "hold_not_in_force");
  EXPECT_EQ(run().erased_files, 1);
  EXPECT_EQ(retention.holds(dora)->size(), 1U);
  expect_rebuilt_alike();
}

TEST_F(Retaining, AHoldThatNobodyApprovedLapses) {
  const auto traveller = cross(Direction::exit).traveller.traveller_id;
  days_later(4 * 366);
  const auto hold = retention.propose_hold(dora, traveller, "asked for").value();
  days_later(2);
  EXPECT_EQ(retention.approve_hold(dirk, hold.hold_id, to_text(hold.hold_id).substr(32)).error().reason,
            "proposal_lapsed");
  EXPECT_EQ(run().erased_files, 1);
}

TEST_F(Retaining, HoldsAreAboutSomebodyKnownForAReason) {
  const auto traveller = cross(Direction::exit).traveller.traveller_id;
  EXPECT_EQ(retention.propose_hold(dora, traveller, " ").error().reason, "reason_missing");
  EXPECT_EQ(retention.propose_hold(dora, traveller, std::string(1001, 'x')).error().reason, "text_too_long");
  EXPECT_EQ(retention.propose_hold(dora, post.ids.make<TravellerId>(), "x").error().reason,
            "traveller_unknown");
  EXPECT_EQ(retention.approve_hold(dirk, post.ids.make<ports::HoldId>(), "xxxx").error().reason,
            "hold_unknown");
}

TEST_F(Retaining, ALookStaysInTheLogWhenTheFileIsGone) {
  const auto view = cross(Direction::exit);
  const auto bert = post.officer("bert", "second_line");
  ASSERT_TRUE(inspections.get(bert, view.id).has_value());
  ASSERT_TRUE(inspections.history(bert, view.traveller.traveller_id, 5).has_value());
  days_later(4 * 366);
  EXPECT_EQ(run().erased_files, 1);
  ports::ReadQuery query;
  query.subject = to_text(view.id);
  const auto reads = post.records().accountability().reads(query).value();
  ASSERT_EQ(reads.size(), 1U);
  EXPECT_EQ(reads.front().officer, to_text(bert.officer_id));
  EXPECT_FALSE(reads.front().traveller_id.has_value());
  expect_rebuilt_alike();
}

TEST_F(Retaining, WhoComesBackAfterErasureIsSomebodyNew) {
  const auto before = cross(Direction::exit).traveller.traveller_id;
  days_later(4 * 366);
  EXPECT_EQ(run().erased_files, 1);
  EXPECT_NE(cross(Direction::entry).traveller.traveller_id, before);
  expect_rebuilt_alike();
}

TEST_F(Retaining, IsForDataOfficersOnly) {
  const auto ada = post.officer("ada", "auditor");
  EXPECT_EQ(retention.plan(ada).error().reason, "role_missing");
  EXPECT_EQ(retention.run(ada, true).error().reason, "role_missing");
  EXPECT_EQ(retention.holds(ada).error().reason, "role_missing");
  EXPECT_EQ(retention.propose_hold(anna, post.ids.make<TravellerId>(), "x").error().reason, "role_missing");
}

}  // namespace
}  // namespace cardea::accountability
