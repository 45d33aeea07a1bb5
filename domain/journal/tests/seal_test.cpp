#include "cardea/journal/seal.hpp"

#include <gtest/gtest.h>

#include "cardea/kernel/check.hpp"

namespace cardea::journal {
namespace {

constexpr std::string_view kOrigin = "01890a5d-ac96-774b-bcce-b302099a8057";
constexpr Instant kAt{1'800'000'000'123'456};
constexpr Salt kSalt{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

Draft draft() {
  return {"inspection.decided",
          "subject-1",
          "border_control",
          {"officer-1", "immigration", "North Gate"},
          {{"outcome", "admit"}, {"days", 90}}};
}

Entry first_entry() { return seal(draft(), kOrigin, Head{}, kAt, kSalt); }

std::string_view reason_of(const Done& done) {
  return done ? std::string_view("in order") : done.error().reason;
}

std::string_view verdict_on(const Entry& entry) { return reason_of(follows(Head{}, kOrigin, entry)); }

TEST(Seal, StartsTheChainAtOneWithZeros) {
  const Entry entry = first_entry();
  EXPECT_EQ(entry.sequence, 1);
  EXPECT_EQ(entry.previous_hash, Digest{});
}

TEST(Seal, WritesThePayloadInCanonicalForm) {
  EXPECT_EQ(first_entry().payload, R"({"days":90,"outcome":"admit"})");
}

// The value was computed apart from this program, from the layout in seal.hpp.
TEST(Seal, KeepsTheLayoutOfTheHashedBytes) {
  EXPECT_EQ(to_hex(first_entry().hash), "5804ef2a390ff49ef5c171493df49ead159c15ba04336ec5d51a549464e1b3ec");
}

TEST(Seal, RefusesATypeOutsideTheCatalogue) {
  Draft unknown = draft();
  unknown.type = "inspection.guessed";
  EXPECT_THROW(static_cast<void>(seal(unknown, kOrigin, Head{}, kAt, kSalt)), InvariantBroken);
}

TEST(Follows, AcceptsAChain) {
  Head head;
  for (int i = 0; i < 5; ++i) {
    const Entry entry = seal(draft(), kOrigin, head, kAt, kSalt);
    EXPECT_EQ(reason_of(follows(head, kOrigin, entry)), "in order");
    head = head_after(entry);
  }
  EXPECT_EQ(head.sequence, 5);
}

TEST(Follows, AcceptsTimeThatRunsBackwards) {
  const Entry first = first_entry();
  const Entry second = seal(draft(), kOrigin, head_after(first), plus_seconds(kAt, -3600), kSalt);
  EXPECT_EQ(reason_of(follows(head_after(first), kOrigin, second)), "in order");
}

// REQ: F-Q03
TEST(Follows, AcceptsAnErasedPayload) {
  Entry entry = first_entry();
  erase_payload(entry);
  EXPECT_FALSE(entry.payload || entry.salt);
  EXPECT_EQ(verdict_on(entry), "in order");
}

TEST(Follows, RefusesAnotherOrigin) {
  const Entry entry = first_entry();
  EXPECT_EQ(reason_of(follows(Head{}, "01890a5d-ac96-774b-bcce-b302099a8058", entry)),
            "journal_origin_wrong");
}

TEST(Follows, RefusesAGap) {
  const Entry entry = seal(draft(), kOrigin, Head{1, first_entry().hash}, kAt, kSalt);
  EXPECT_EQ(verdict_on(entry), "journal_gap");
}

TEST(Follows, RefusesARepetition) {
  const Entry entry = first_entry();
  EXPECT_EQ(reason_of(follows(head_after(entry), kOrigin, entry)), "journal_gap");
}

TEST(Follows, RefusesAnotherPast) {
  Draft other = draft();
  other.subject = "subject-2";
  const Entry mine = first_entry();
  const Entry theirs = seal(other, kOrigin, Head{}, kAt, kSalt);
  const Entry next = seal(draft(), kOrigin, head_after(theirs), kAt, kSalt);
  EXPECT_EQ(reason_of(follows(head_after(mine), kOrigin, next)), "journal_forked");
}

using Change = void (*)(Entry&);

class EveryHashedField : public testing::TestWithParam<Change> {};

// REQ: F-Q03
TEST_P(EveryHashedField, IsGuarded) {
  Entry entry = first_entry();
  GetParam()(entry);
  EXPECT_EQ(verdict_on(entry), "journal_hash_wrong");
}

INSTANTIATE_TEST_SUITE_P(
    Follows, EveryHashedField,
    testing::Values([](Entry& e) { e.recorded_at.us += 1; }, [](Entry& e) { e.actor.officer += 'x'; },
                    [](Entry& e) { e.actor.agency = "customs"; }, [](Entry& e) { e.actor.unit.clear(); },
                    [](Entry& e) { e.purpose = "other"; }, [](Entry& e) { e.type = "inspection.voided"; },
                    [](Entry& e) { e.subject += '2'; }, [](Entry& e) { e.payload_digest[31] ^= 1; },
                    [](Entry& e) { e.hash[0] ^= 1; }));

TEST(Follows, SeesALetterThatMovedToTheNextField) {
  Entry entry = first_entry();
  entry.actor.agency = "immigratio";
  entry.actor.unit = "nNorth Gate";
  EXPECT_EQ(verdict_on(entry), "journal_hash_wrong");
}

// REQ: F-Q03
TEST(Follows, RefusesAnAlteredPayload) {
  Entry entry = first_entry();
  entry.payload = R"({"days":91,"outcome":"admit"})";
  EXPECT_EQ(verdict_on(entry), "journal_payload_altered");
}

TEST(Follows, RefusesAnotherSalt) {
  Entry entry = first_entry();
  (*entry.salt)[0] ^= 1;
  EXPECT_EQ(verdict_on(entry), "journal_payload_altered");
}

TEST(Follows, RefusesAPayloadErasedByHalf) {
  Entry entry = first_entry();
  entry.salt.reset();
  EXPECT_EQ(verdict_on(entry), "journal_payload_altered");
}

}  // namespace
}  // namespace cardea::journal
