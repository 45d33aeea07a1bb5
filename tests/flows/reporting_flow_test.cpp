// The proof of coverage and the figures of a day, on the real store.
#include "cardea/reporting/reporting.hpp"

#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/testkit/people.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::reporting {
namespace {

using crossings::Outcome;

class ReportingTheDay : public testing::Test {
 protected:
  testkit::Post post;
  Reporting reporting = post.reporting();
  inspection::Inspections inspections = post.inspections();
  ports::Caller lena = post.officer("lena", "shift_leader");
  ports::Caller anna = post.officer("anna");
  Date today = post.clock.local_date(post.clock.now());

  inspection::InspectionView open(const testkit::Person& person = {}) {
    return inspections.open(anna, {testkit::passport_of(person), crossings::Direction::entry, {}, {}})
        .value();
  }
  Coverage coverage() { return reporting.coverage(lena, today, today.plus_days(1)).value(); }

  /// A decision that went past every rule, as a fault in a program could record it.
  void plant_admission(FormalityId inspection) {
    const ports::InspectionDecided decided{inspection, "admit", {}, {}, {}, {}, today};
    const auto node = post.records().node().value().value();
    const auto receipt = post.store().record([&](const ports::Records&) -> Result<ports::Outcome> {
      return ports::Outcome{{draft_by(anna, node, journal::EntryType::inspection_decided, to_text(inspection),
                                      to_json(decided).get_object())},
                            {},
                            {}};
    });
    ASSERT_TRUE(receipt) << receipt.error().reason;
  }
};

// REQ: F-E03
TEST_F(ReportingTheDay, EveryAdmissionIsCovered) {
  post.list_in_force();
  ASSERT_TRUE(inspections.decide(anna, open().id, {Outcome::admit, {}, {}, {}, {}}));
  const Coverage covered = coverage();
  EXPECT_EQ(covered.admitted, 1);
  EXPECT_EQ(covered.gaps_total, 0);
  ASSERT_EQ(covered.checks.size(), crossings::kAllChecks.size());
  EXPECT_EQ(covered.checks[0].check, "watchlist");
  EXPECT_EQ(covered.checks[0].done, 1);
}

// REQ: F-E03
TEST_F(ReportingTheDay, ARecordedFallbackCovers) {
  const auto view = open();
  ASSERT_TRUE(inspections.decide(
      anna, view.id, {Outcome::admit, std::vector<std::string>{"lists_searched_elsewhere"}, {}, {}, {}}));
  EXPECT_EQ(coverage().gaps_total, 0);
  EXPECT_EQ(coverage().checks[0].unavailable, 1);
}

// REQ: F-E03
TEST_F(ReportingTheDay, APlantedAdmissionWithoutFallbackIsFound) {
  plant_admission(open().id);
  const Coverage found = coverage();
  ASSERT_EQ(found.gaps_total, 1);
  EXPECT_EQ(found.gaps[0].reason, "fallback_reason_required");
  EXPECT_EQ(found.gaps[0].officer_id, anna.officer_id);
}

TEST_F(ReportingTheDay, ARangeHasAnEnd) {
  EXPECT_EQ(reporting.coverage(lena, today, today).error().reason, "report_range_invalid");
  EXPECT_EQ(reporting.coverage(lena, today, today.plus_days(401)).error().reason, "report_range_invalid");
  EXPECT_EQ(reporting.coverage(anna, today, today.plus_days(1)).error().reason, "role_missing");
}

// REQ: F-O01
// REQ: F-O05
TEST_F(ReportingTheDay, FiguresHideFewPersonsAndKeepTheTotal) {
  post.list_in_force();
  ASSERT_TRUE(inspections.decide(anna, open().id, {Outcome::admit, {}, {}, {}, {}}));
  const auto day = reporting.day(lena, today);
  ASSERT_TRUE(day) << day.error().reason;
  EXPECT_EQ(day->decided, 1);
  ASSERT_EQ(day->nationalities.size(), 1);
  EXPECT_EQ(day->nationalities[0].count, std::nullopt);
  EXPECT_EQ(day->directions[0].count, 1);
  EXPECT_EQ(day->seconds_median, 0);
}

}  // namespace
}  // namespace cardea::reporting
