#include "cardea/sql/journal_check.hpp"

#include "cardea/sql/projection.hpp"

#include "area_samples.hpp"
#include "engine.hpp"
#include "organisation_drafts.hpp"
#include "traveller_drafts.hpp"

namespace cardea::sql {
namespace {

using namespace testing;  // builders of support.hpp

class JournalCheck : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    for (std::uint32_t n = 1; n <= 5; ++n) {
      ASSERT_TRUE(record(inspection(n)));
      clock_.advance_seconds(7);
    }
    ASSERT_TRUE(record({decided(1), compared(2, "same_person"), decided(2, "refuse"), voided(2),
                        officer_enrolled(7, "ana")}));
    ASSERT_TRUE(record({list_imported("1", {{"a.csv", 3, "r", "x"}}), alert("alert.published", "a", "d"),
                        alert("alert.published", "b", "d"), alert_withdrawn("a")}));
    ASSERT_TRUE(record(of_every_area()));
    entries_ = store_->records().journal_head()->sequence;
  }
  std::int64_t entries_ = 0;  ///< in the journal of the test

  /// What verify finds after the database was changed behind the store's back.
  std::string found_after(std::string_view sql) {
    const auto changed = connect()->run(sql);
    if (!changed || *changed == 0) return "nothing was changed";
    const auto report = store_->verify();
    if (!report) return std::string{report.error().reason};
    return report->bad ? report->bad->reason + " " + std::to_string(report->bad->sequence) : "intact";
  }
};

TEST_P(JournalCheck, FindsNothingInAnUntouchedChain) {
  const auto report = store_->verify();
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->intact());
  EXPECT_EQ(report->entries, entries_);
  EXPECT_EQ(report->head, *store_->records().journal_head());
}

TEST_P(JournalCheck, FindsAnAlteredPayload) {
  EXPECT_EQ(found_after("UPDATE journal_entry SET payload = '{}' WHERE sequence = 4"),
            "journal_payload_altered 4");
}

TEST_P(JournalCheck, FindsAnAlteredActor) {
  EXPECT_EQ(found_after("UPDATE journal_entry SET officer = 'somebody' WHERE sequence = 5"),
            "journal_hash_wrong 5");
}

TEST_P(JournalCheck, FindsAMissingEntry) {
  EXPECT_EQ(found_after("DELETE FROM journal_entry WHERE sequence = 6"), "journal_gap 7");
}

TEST_P(JournalCheck, FindsAMissingBeginning) {
  EXPECT_EQ(found_after("DELETE FROM journal_entry WHERE sequence < 3"), "journal_gap 3");
}

TEST_P(JournalCheck, FindsThatTheOriginWasTakenAway) {
  EXPECT_EQ(found_after("DELETE FROM journal_origin"), "store_damaged");
}

TEST_P(JournalCheck, LetsAnErasedPayloadPass) {
  EXPECT_EQ(found_after("UPDATE journal_entry SET payload = NULL, salt = NULL WHERE sequence = 4"), "intact");
}

TEST_P(JournalCheck, SeesACutEndOnlyWithAWitness) {
  const auto witness = *store_->records().journal_head();
  ASSERT_EQ(found_after("DELETE FROM journal_entry WHERE sequence > " + std::to_string(entries_ - 2)),
            "intact");
  const auto report = store_->verify(witness);
  ASSERT_TRUE(report && report->bad);
  EXPECT_EQ(report->bad->reason, "journal_truncated");
  EXPECT_EQ(report->bad->sequence, entries_ - 1);
}

TEST_P(JournalCheck, SeesAnotherPastWithAWitness) {
  journal::Head witness{.sequence = 8, .hash = sha256("another past")};
  EXPECT_EQ(store_->verify(witness)->bad->reason, "journal_forked");
}

TEST_P(JournalCheck, RebuildGivesTheSameTables) {
  const auto before = *store_->table_digests();
  const auto report = store_->rebuild();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->replayed, entries_);
  EXPECT_EQ(*store_->table_digests(), before);
}

TEST_P(JournalCheck, RebuildMendsTablesThatWereChanged) {
  const auto before = *store_->table_digests();
  ASSERT_TRUE(connect()->run("UPDATE decision SET outcome = 'admit', note = 'forged'"));
  ASSERT_TRUE(connect()->run("DELETE FROM alert"));
  ASSERT_NE(*store_->table_digests(), before);
  ASSERT_TRUE(store_->rebuild());
  EXPECT_EQ(*store_->table_digests(), before);
}

TEST_P(JournalCheck, RebuildLeavesServiceTablesAlone) {
  ASSERT_TRUE(store_->record([](const ports::Records&) -> Result<ports::Outcome> {
    return ports::Outcome{
        .drafts = {}, .mark = {}, .service = {.set_password_hash = std::pair{kOfficer, std::string{"phc"}}}};
  }));
  ASSERT_TRUE(store_->rebuild());
  EXPECT_EQ((*store_->records().find_officer(kOfficer))->password_hash, "phc");
}

TEST_P(JournalCheck, RebuildRefusesAnAlteredJournalAndChangesNothing) {
  const auto before = *store_->table_digests();
  ASSERT_TRUE(connect()->run("UPDATE journal_entry SET payload = '{}' WHERE sequence = 4"));
  EXPECT_EQ(store_->rebuild().error().reason, "journal_payload_altered");
  EXPECT_EQ(*store_->table_digests(), before);
}

TEST_P(JournalCheck, RebuildNamesAnEntryItCannotRead) {
  // Hashed as it stands, so the chain is in order; but no payload that this program wrote.
  ASSERT_TRUE(store_->verify()->intact());
  auto connection = connect();
  const journal::Entry entry{.type = "inspection.decided", .payload = R"({"outcome":"admit"})"};
  EXPECT_EQ(project(*connection, entry, json::object{{"outcome", "admit"}}).error().reason,
            "entry_unreadable");
}

TEST_P(JournalCheck, DigestsTellEveryTableApart) {
  ASSERT_TRUE(record(organisation_drafts()));
  ASSERT_TRUE(record(traveller_drafts()));
  const auto digests = *store_->table_digests();
  for (const auto& digest : digests) {
    EXPECT_GT(digest.rows, 0) << digest.table << " is not covered by this test";
  }
  ASSERT_TRUE(store_->rebuild());
  EXPECT_EQ(*store_->table_digests(), digests);
}

INSTANTIATE_TEST_SUITE_P(Engines, JournalCheck, ::testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace cardea::sql
