// Paper for an outage on the real store: printed ahead, entered once, screened later, marked everywhere.
#include "cardea/fallback/paper_forms.hpp"

#include "cardea/testkit/people.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::fallback {
namespace {

using crossings::Direction;
using crossings::Outcome;

constexpr std::int64_t kHour = 60 * 60;

class OnPaper : public testing::Test {
 protected:
  OnPaper() { post.list_in_force(); }

  testkit::Post post;
  inspection::Inspections inspections = post.inspections();
  PaperForms paper = post.paper(inspections);
  ports::Caller anna = post.officer("anna");
  ports::Caller lena = post.officer("lena", "shift_leader");

  static std::string reason(const auto& result) {
    return result ? std::string() : std::string(result.error().reason);
  }
  std::string printed() { return paper.print(lena, {1, "en"}).value().numbers.front(); }
  EnterForm form(const std::string& number, std::int64_t hours_ago = 2) {
    EnterForm input;
    input.number = number;
    input.happened_at = plus_seconds(post.clock.now(), -hours_ago * kHour);
    input.decided_by = "Chief Okello";
    input.lane = "1";
    input.mrz = testkit::passport_of({});
    return input;
  }
  Date today() { return post.clock.local_date(post.clock.now()); }
};

// REQ: F-K01
TEST_F(OnPaper, BlanksAreNumberedAheadAndPrintedAlike) {
  const auto batch = paper.print(lena, {3, "fr"}).value();
  ASSERT_EQ(batch.numbers.size(), 3U);
  EXPECT_TRUE(batch.numbers.front().starts_with("NG-2026-00001-"));
  const auto pdf = paper.batch_pdf(lena, batch.batch_id).value();
  EXPECT_TRUE(pdf.starts_with("%PDF-"));
  EXPECT_EQ(pdf, paper.batch_pdf(lena, batch.batch_id).value());
  const auto more = paper.print(lena, {1, "ar"}).value();
  EXPECT_TRUE(more.numbers.front().starts_with("NG-2026-00004-"));
  EXPECT_EQ(paper.list(anna)->size(), 4U);
  EXPECT_EQ(reason(paper.print(lena, {0, "en"})), "count_out_of_range");
  EXPECT_EQ(reason(paper.print(lena, {1, "xx"})), "unknown_language");
  EXPECT_EQ(reason(paper.batch_pdf(lena, post.ids.make<PaperBatchId>())), "batch_unknown");
}

// REQ: F-K01
TEST_F(OnPaper, AFormIsEnteredOnceAndJudgedByTheDayItHappened) {
  const auto number = printed();
  const auto entered = paper.enter(anna, form(number, 30)).value();
  EXPECT_EQ(entered.form.delay_minutes, 30 * 60);
  EXPECT_TRUE(entered.form.late);
  EXPECT_EQ(entered.form.decided_by, "Chief Okello");
  const auto row = post.records().find_inspection(*entered.form.inspection_id).value();
  EXPECT_EQ(to_text(row->opened.on), "2026-11-22");
  EXPECT_THAT(row->decision->reasons, testing::ElementsAre("entered_under_fallback"));
  EXPECT_EQ(reason(paper.enter(anna, form(number))), "paper_entered");
  EXPECT_EQ(reason(paper.enter(anna, form("NG-2026-00009-93"))), "paper_number_miscopied");
  const auto other = continuity::paper_number("North Gate", 2026, 77);
  EXPECT_EQ(reason(paper.enter(anna, form(other))), "paper_unknown");
  EXPECT_FALSE(paper.enter(anna, form(printed(), 1))->form.late);
}

TEST_F(OnPaper, WhatIsEnteredIsChecked) {
  const auto number = printed();
  const auto refused = [&](const auto& change) {
    auto input = form(number);
    change(input);
    return reason(paper.enter(anna, input));
  };
  EXPECT_EQ(refused([](auto& f) { f.decided_by = " "; }), "decided_by_missing");
  EXPECT_EQ(refused([](auto& f) { f.mrz.reset(); }), "document_missing");
  EXPECT_EQ(refused([](auto& f) { f.outcome = Outcome::refer; }), "outcome_not_for_paper");
  EXPECT_EQ(refused([](auto& f) { f.outcome = Outcome::refuse; }), "ground_unknown");
  EXPECT_EQ(refused([](auto& f) { f.happened_at = plus_seconds(f.happened_at, 9 * kHour); }),
            "happened_in_future");
  EXPECT_EQ(refused([](auto& f) { f.happened_at = plus_seconds(f.happened_at, -61 * 24 * kHour); }),
            "happened_too_long_ago");
  EXPECT_EQ(refused([](auto& f) { f.lane = "9"; }), "lane_unknown");
  EXPECT_EQ(paper.list(anna)->front().inspection_id, std::nullopt);
}

TEST_F(OnPaper, FieldsMakeTheZoneThatWasNotWrittenDown) {
  auto input = form(printed());
  input.mrz.reset();
  input.fields = PaperFields{"L898902C3",  "SWE",
                             "SWE",        "Lindqvist",
                             "Anna Maria", *Date::create(1974, 8, 12),
                             "female",     *Date::create(2033, 4, 15)};
  const auto entered = paper.enter(anna, input);
  ASSERT_EQ(reason(entered), "");
  const auto row = post.records().find_inspection(*entered->form.inspection_id).value();
  EXPECT_EQ(row->opened.traveller.primary_identifier, "LINDQVIST");
  EXPECT_EQ(row->opened.document.number, "L898902C3");
  EXPECT_TRUE(row->opened.typed_by_hand);
}

// REQ: F-K01
TEST_F(OnPaper, AHitIsFoundLaterAndGoesToTheSecondLine) {
  post.list_in_force({testkit::alert_about("un_consolidated", "x", "LINDQVIST ANNA MARIA", "1974-08-12")});
  const auto entered = paper.enter(anna, form(printed()));
  ASSERT_EQ(reason(entered), "");
  EXPECT_EQ(entered->hits_found_later, 1);
  EXPECT_EQ(entered->verdict, "compare");
  const auto hits = post.hits().list(lena).value();
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_TRUE(hits.front().found_later);
}

// REQ: F-K01
// REQ: F-E03
TEST_F(OnPaper, IsMarkedInHistoryFiguresAndCoverage) {
  post.list_in_force({testkit::alert_about("un_consolidated", "x", "LINDQVIST ANNA MARIA", "1974-08-12")});
  const auto entered = paper.enter(anna, form(printed(), 1)).value();
  const auto row = post.records().find_inspection(*entered.form.inspection_id).value();
  const auto marked = post.records().operations().from_paper(row->opened.traveller.traveller_id).value();
  EXPECT_THAT(marked, testing::ElementsAre(*entered.form.inspection_id));
  auto reporting = post.reporting();
  const auto coverage = reporting.coverage(lena, today(), today().plus_days(1)).value();
  EXPECT_EQ(coverage.admitted, 1);
  EXPECT_EQ(coverage.entered_under_fallback, 1);
  EXPECT_EQ(coverage.gaps_total, 0);
  EXPECT_EQ(reporting.day(lena, today())->entered_under_fallback, 1);
}

TEST_F(OnPaper, AnEntryOnPaperOpensTheStayThatALaterExitCloses) {
  const auto entered = paper.enter(anna, form(printed(), 47)).value();
  const auto traveller =
      post.records().find_inspection(*entered.form.inspection_id).value()->opened.traveller;
  const auto exit = inspections.open(anna, {testkit::passport_of({}), Direction::exit, "1", {}}).value();
  EXPECT_EQ(exit.traveller.traveller_id, traveller.traveller_id);
  EXPECT_EQ(exit.stay->used, 3);
  EXPECT_EQ(reason(inspections.decide(anna, exit.id, {Outcome::admit, {}, {}, {}, {}})), "");
}

TEST_F(OnPaper, TheTablesAreRebuiltAlike) {
  static_cast<void>(paper.enter(anna, form(printed())).value());
  static_cast<void>(printed());
  const auto before = post.store().table_digests();
  ASSERT_TRUE(post.store().rebuild().has_value());
  EXPECT_EQ(*before, *post.store().table_digests());
}

TEST_F(OnPaper, IsForThoseWhoInspect) {
  const auto ada = post.officer("ada", "auditor");
  EXPECT_EQ(reason(paper.print(ada, {1, "en"})), "role_missing");
  EXPECT_EQ(reason(paper.list(ada)), "role_missing");
  EXPECT_EQ(reason(paper.enter(ada, form(printed()))), "role_missing");
}

}  // namespace
}  // namespace cardea::fallback
