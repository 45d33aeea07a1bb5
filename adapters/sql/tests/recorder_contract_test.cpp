#include <thread>

#include "engine.hpp"

namespace cardea::sql {
namespace {

using namespace testing;  // builders of support.hpp

class RecorderContract : public StoreContract {};

TEST_P(RecorderContract, NumbersEntriesWithoutGaps) {
  const auto first = record(inspection(1));
  const auto second = record(inspection(2));
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->first_sequence, 2);
  EXPECT_EQ(first->last_sequence, 3);
  EXPECT_EQ(second->first_sequence, 4);
  EXPECT_EQ(second->recorded_at, kStart);
}

TEST_P(RecorderContract, GivesNoSequenceWhenNothingWasDrafted) {
  const auto receipt = record({});
  ASSERT_TRUE(receipt);
  EXPECT_EQ(receipt->first_sequence, 0);
}

TEST_P(RecorderContract, GivesAnErrorOfTheWorkBackAsItWas) {
  const auto receipt = store_->record([](const ports::Records&) -> Result<ports::Outcome> {
    return fail(ErrorKind::conflict, "already_decided", "x");
  });
  ASSERT_FALSE(receipt);
  EXPECT_EQ(receipt.error(), (Error{ErrorKind::conflict, "already_decided", "x"}));
  EXPECT_TRUE(store_->healthy());
}

TEST_P(RecorderContract, OutlivesWorkThatThrows) {
  const auto receipt = store_->record(
      [](const ports::Records&) -> Result<ports::Outcome> { throw std::runtime_error("a mistake"); });
  ASSERT_FALSE(receipt);
  EXPECT_EQ(receipt.error().reason, "work_failed");
  EXPECT_TRUE(record(inspection(1)));
}

TEST_P(RecorderContract, LeavesNothingOfAPieceThatFailsAtItsEnd) {
  auto drafts = inspection(1);
  drafts.push_back(decided(99));
  const auto receipt = record(drafts);
  ASSERT_FALSE(receipt);
  EXPECT_EQ(receipt.error().reason, "entry_without_subject");
  EXPECT_EQ(store_->records().journal_head()->sequence, 1);
  EXPECT_FALSE(store_->records().find_inspection(numbered<FormalityId>(1))->has_value());
}

TEST_P(RecorderContract, RefusesAPayloadThatIsNotOfItsType) {
  auto draft = decided(1);
  draft.payload.erase("outcome");
  const auto receipt = record({draft});
  ASSERT_FALSE(receipt);
  EXPECT_EQ(receipt.error().reason, "entry_unreadable");
}

TEST_P(RecorderContract, RefusesATypeOutsideTheCatalogue) {
  auto draft = decided(1);
  draft.type = "inspection.guessed";
  EXPECT_EQ(record({draft}).error().reason, "entry_unreadable");
}

TEST_P(RecorderContract, ShowsWorkWhatWasRecordedBefore) {
  ASSERT_TRUE(record(inspection(1)));
  bool seen = false;
  ASSERT_TRUE(store_->record([&](const ports::Records& now) -> Result<ports::Outcome> {
    seen = now.find_inspection(numbered<FormalityId>(1))->has_value();
    return ports::Outcome{};
  }));
  EXPECT_TRUE(seen);
}

// Neighbours in a group: the first piece holds the writer until the others wait behind it.
TEST_P(RecorderContract, APieceThatFailsLeavesItsNeighboursAlone) {
  constexpr std::uint32_t kPieces = 40;
  std::vector<std::string_view> reasons(kPieces);
  {
    std::vector<std::jthread> threads;
    for (std::uint32_t i = 0; i < kPieces; ++i) {
      threads.emplace_back([&, i] {
        auto drafts = inspection(i + 1);
        if (i % 4 == 3) drafts.push_back(decided(9999));
        const auto receipt = record(drafts);
        reasons[i] = receipt ? "" : receipt.error().reason;
      });
    }
  }
  for (std::uint32_t i = 0; i < kPieces; ++i) {
    EXPECT_EQ(reasons[i], i % 4 == 3 ? "entry_without_subject" : "");
    EXPECT_EQ(store_->records().find_inspection(numbered<FormalityId>(i + 1))->has_value(), i % 4 != 3);
  }
  EXPECT_TRUE(store_->verify()->intact());
  EXPECT_EQ(store_->verify()->entries, 1 + 2 * kPieces * 3 / 4);
}

TEST_P(RecorderContract, TellsTheObserverEveryEntryOnceAndInOrder) {
  std::vector<std::int64_t> told;
  store_->on_committed([&](std::int64_t first, std::int64_t last) {
    for (auto i = first; i <= last; ++i) told.push_back(i);
  });
  for (std::uint32_t i = 1; i <= 3; ++i) ASSERT_TRUE(record(inspection(i)));
  store_->stop();
  EXPECT_THAT(told, ::testing::ElementsAre(2, 3, 4, 5, 6, 7));
}

TEST_P(RecorderContract, ContinuesTheChainThatAnotherProcessWrote) {
  auto other = Store::open(database_->open(), OpenMode::existing, clock_, random_);
  ASSERT_TRUE(other);
  ASSERT_TRUE(record(inspection(1)));
  ASSERT_TRUE((*other)->record(drafting(inspection(2))));
  const auto third = record(inspection(3));
  ASSERT_TRUE(third);
  EXPECT_EQ(third->last_sequence, 7);
  EXPECT_TRUE(store_->verify()->intact());
}

TEST_P(RecorderContract, RefusesWorkOnceStopped) {
  store_->stop();
  EXPECT_EQ(record(inspection(1)).error().reason, "store_stopped");
}

TEST_P(RecorderContract, KeepsATouchThroughAStop) {
  const ports::SessionRow session{.session_id = numbered<SessionId>(1),
                                  .officer_id = kOfficer,
                                  .token_digest = sha256("token"),
                                  .csrf_digest = sha256("csrf"),
                                  .opened_at = kStart,
                                  .last_seen = kStart};
  ASSERT_TRUE(store_->record([&](const ports::Records&) -> Result<ports::Outcome> {
    return ports::Outcome{.drafts = {}, .mark = {}, .service = {.open_session = session}};
  }));
  store_->touch_session(session.session_id, plus_seconds(kStart, 60));
  store_->touch_session(session.session_id, plus_seconds(kStart, 30));
  store_->stop();
  store_ = reopen();
  EXPECT_EQ((*store_->records().find_session(session.token_digest))->last_seen, plus_seconds(kStart, 60));
}

TEST_P(RecorderContract, MarksARequestOnce) {
  const ports::RequestMark mark{"key-1", kOfficer, sha256("body"), "subject-1"};
  const ports::Work work = [&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto earlier = now.find_request(mark.key, mark.officer);
    if (!earlier) return pass_on(earlier);
    if (*earlier) return ports::Outcome{};
    return ports::Outcome{.drafts = inspection(1), .mark = mark, .service = {}};
  };
  ASSERT_TRUE(store_->record(work));
  EXPECT_EQ(store_->record(work)->first_sequence, 0);
  EXPECT_EQ((*store_->records().find_request("key-1", kOfficer))->subject, "subject-1");
  EXPECT_FALSE(store_->records().find_request("key-1", numbered<OfficerId>(8))->has_value());
}

TEST_P(RecorderContract, UsesAnEnrolmentCodeUpOnce) {
  const auto with = [&](ports::ServiceChanges changes) {
    return store_->record([changes](const ports::Records&) -> Result<ports::Outcome> {
      return ports::Outcome{.drafts = {}, .mark = {}, .service = changes};
    });
  };
  ASSERT_TRUE(with({.set_enrolment_code = sha256("code")}));
  EXPECT_EQ(*store_->records().enrolment_code(), sha256("code"));
  ASSERT_TRUE(with({.use_up_enrolment_code = true}));
  EXPECT_EQ(with({.use_up_enrolment_code = true}).error().reason, "enrolment_code_used");
}

TEST_P(RecorderContract, AFirstEntryOtherThanTheNodesIsRefused) {
  const auto fresh = GetParam().make();
  auto store = Store::open(fresh->open(), OpenMode::create, clock_, random_);
  ASSERT_TRUE(store);
  EXPECT_EQ((*store)->record(drafting(inspection(1))).error().reason, "node_not_made");
}

INSTANTIATE_TEST_SUITE_P(Engines, RecorderContract, ::testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace cardea::sql
