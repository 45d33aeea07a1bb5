#include "cardea/journal/proof.hpp"

#include "cardea/journal/seal.hpp"

namespace cardea::journal {
namespace {

constexpr std::string_view kOrigin = "01890a5d-ac96-774b-bcce-b302099a8057";
constexpr int kEntries = 7;

struct Chain {
  std::vector<Entry> entries;
  std::vector<Digest> hashes;
};

Chain chain() {
  Chain made;
  Head head;
  for (int i = 0; i < kEntries; ++i) {
    const Draft draft{
        "inspection.decided", "subject", "border_control", {"officer", "agency", "unit"}, {{"n", i}}};
    made.entries.push_back(seal(draft, kOrigin, head, Instant{1'800'000'000'000'000 + i}, Salt{}));
    head = head_after(made.entries.back());
    made.hashes.push_back(head.hash);
  }
  return made;
}

EntryProof proof_of(std::size_t index) {
  const Chain made = chain();
  return prove(made.entries.at(index), made.hashes).value();
}

std::string_view reason_of(const Done& done) {
  return done ? std::string_view("holds") : done.error().reason;
}

// REQ: F-Q05
TEST(EntryProof, HoldsForEveryEntry) {
  for (std::size_t i = 0; i < kEntries; ++i) EXPECT_EQ(reason_of(check_proof(proof_of(i))), "holds") << i;
}

TEST(EntryProof, HoldsAfterThePayloadWasErased) {
  Chain made = chain();
  erase_payload(made.entries[2]);
  EXPECT_EQ(reason_of(check_proof(prove(made.entries[2], made.hashes).value())), "holds");
}

TEST(EntryProof, ShowsThatAFieldWasChanged) {
  EntryProof proof = proof_of(3);
  proof.entry.officer = "somebody else";
  EXPECT_EQ(reason_of(check_proof(proof)), "journal_hash_wrong");
}

TEST(EntryProof, ShowsThatTheEntryIsNotUnderTheRoot) {
  EntryProof proof = proof_of(3);
  proof.head.root[0] ^= 1;
  EXPECT_EQ(reason_of(check_proof(proof)), "proof_does_not_hold");
  proof = proof_of(3);
  proof.path = proof_of(4).path;
  EXPECT_EQ(reason_of(check_proof(proof)), "proof_does_not_hold");
  proof = proof_of(3);
  proof.head.size = 2;
  EXPECT_EQ(reason_of(check_proof(proof)), "proof_does_not_hold");
}

TEST(EntryProof, IsAboutOneNodeAndOneFormat) {
  EntryProof proof = proof_of(3);
  proof.head.origin = "another";
  EXPECT_EQ(reason_of(check_proof(proof)), "journal_origin_wrong");
  proof = proof_of(3);
  proof.format = "cardea-journal-proof-9";
  EXPECT_EQ(reason_of(check_proof(proof)), "proof_format_unknown");
}

TEST(EntryProof, OfAnEntryThatIsNotThereCannotBeMade) {
  Chain made = chain();
  const Entry last = made.entries.back();
  made.hashes.pop_back();
  EXPECT_EQ(prove(last, made.hashes).error().reason, "merkle_index_out_of_range");
}

TEST(SignedHead, SignsOriginSizeAndRoot) {
  const EntryProof proof = proof_of(0);
  EXPECT_TRUE(head_message(proof.head)
                  .starts_with("cardea journal head 1\n01890a5d-ac96-774b-bcce-b302099a8057\n7\n"));
}

}  // namespace
}  // namespace cardea::journal
