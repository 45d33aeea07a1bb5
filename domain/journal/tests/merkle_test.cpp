#include "cardea/journal/merkle.hpp"

#include <gtest/gtest.h>

#include <string>

namespace cardea::journal {
namespace {

/// Leaves that differ.
std::vector<Digest> some_leaves(std::size_t count) {
  std::vector<Digest> leaves;
  for (std::size_t i = 0; i < count; ++i) leaves.push_back(leaf_hash(bytes_of(std::to_string(i))));
  return leaves;
}

/// The definition of RFC 9162 section 2.1.1, word for word.
Digest naive_root(std::span<const Digest> leaves) {
  if (leaves.empty()) return sha256(std::string_view{});
  if (leaves.size() == 1) return leaves.front();
  std::size_t split = 1;
  while (split * 2 < leaves.size()) split *= 2;
  return node_hash(naive_root(leaves.first(split)), naive_root(leaves.subspan(split)));
}

constexpr std::size_t kSizes = 40;

// Inputs of the test suite of Certificate Transparency; the roots follow from RFC 9162 section 2.1.1.
TEST(MerkleRoot, AgreesWithPublishedTrees) {
  const std::vector<std::string> inputs{
      "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
  const std::vector<std::string> roots{"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                       "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                       "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                       "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                       "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                       "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                       "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                       "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  MerkleTree tree;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    tree.append(leaf_hash(*parse_hex(inputs[i])));
    EXPECT_EQ(to_hex(tree.root()), roots[i]);
  }
}

TEST(MerkleRoot, OfNothingIsTheHashOfNothing) { EXPECT_EQ(merkle_root({}), sha256(std::string_view{})); }

TEST(MerkleRoot, AgreesWithTheDefinitionAtEverySize) {
  const auto leaves = some_leaves(kSizes);
  for (std::size_t size = 0; size <= kSizes; ++size) {
    EXPECT_EQ(merkle_root(std::span(leaves).first(size)), naive_root(std::span(leaves).first(size))) << size;
  }
}

TEST(MerkleTree, GrowsOnAfterARestart) {
  const auto leaves = some_leaves(13);
  MerkleTree before;
  for (std::size_t i = 0; i < 11; ++i) before.append(leaves[i]);
  auto after = MerkleTree::restore(before.size(), before.subtrees());
  ASSERT_TRUE(after);
  after->append(leaves[11]);
  after->append(leaves[12]);
  EXPECT_EQ(after->root(), naive_root(leaves));
}

TEST(MerkleTree, IsNotRestoredFromTooFewSubtrees) {
  const auto restored = MerkleTree::restore(3, some_leaves(1));
  ASSERT_FALSE(restored);
  EXPECT_EQ(restored.error().reason, "merkle_subtrees_wrong");
}

TEST(InclusionProof, HoldsForEveryLeafOfEveryTree) {
  const auto leaves = some_leaves(kSizes);
  for (std::size_t size = 1; size <= kSizes; ++size) {
    const auto tree = std::span(leaves).first(size);
    for (std::size_t index = 0; index < size; ++index) {
      const auto proof = inclusion_proof(tree, index);
      ASSERT_TRUE(proof);
      EXPECT_TRUE(verify_inclusion(leaves[index], index, size, *proof, naive_root(tree)))
          << size << ' ' << index;
    }
  }
}

TEST(InclusionProof, HoldsForNoOtherLeafPlaceOrSize) {
  const auto leaves = some_leaves(11);
  const Digest root = naive_root(leaves);
  const auto proof = inclusion_proof(leaves, 6).value();
  EXPECT_FALSE(verify_inclusion(leaves[5], 6, 11, proof, root));
  EXPECT_FALSE(verify_inclusion(leaves[6], 5, 11, proof, root));
  EXPECT_FALSE(verify_inclusion(leaves[6], 6, 7, proof, root));
  EXPECT_FALSE(verify_inclusion(leaves[6], 11, 11, proof, root));
}

TEST(InclusionProof, FailsWithAnyBitChanged) {
  const auto leaves = some_leaves(11);
  const Digest root = naive_root(leaves);
  const auto proof = inclusion_proof(leaves, 6).value();
  for (std::size_t step = 0; step < proof.size(); ++step) {
    auto forged = proof;
    forged[step][7] ^= 0x10;
    EXPECT_FALSE(verify_inclusion(leaves[6], 6, 11, forged, root)) << step;
  }
}

TEST(InclusionProof, FailsWhenTooShortOrTooLong) {
  const auto leaves = some_leaves(11);
  const Digest root = naive_root(leaves);
  auto proof = inclusion_proof(leaves, 6).value();
  EXPECT_FALSE(verify_inclusion(leaves[6], 6, 11, std::span(proof).first(proof.size() - 1), root));
  proof.push_back(root);
  EXPECT_FALSE(verify_inclusion(leaves[6], 6, 11, proof, root));
}

TEST(InclusionProof, RefusesALeafThatIsNotThere) {
  const auto proof = inclusion_proof(some_leaves(3), 3);
  ASSERT_FALSE(proof);
  EXPECT_EQ(proof.error().reason, "merkle_index_out_of_range");
}

TEST(ConsistencyProof, HoldsForEveryPairOfSizes) {
  const auto leaves = some_leaves(kSizes);
  for (std::size_t size = 1; size <= kSizes; ++size) {
    const auto tree = std::span(leaves).first(size);
    for (std::size_t old_size = 1; old_size <= size; ++old_size) {
      const auto proof = consistency_proof(tree, old_size);
      ASSERT_TRUE(proof);
      EXPECT_TRUE(
          verify_consistency({old_size, naive_root(tree.first(old_size))}, {size, naive_root(tree)}, *proof))
          << old_size << ' ' << size;
    }
  }
}

// REQ: F-Q03
TEST(ConsistencyProof, CatchesARewrittenPast) {
  const auto leaves = some_leaves(20);
  for (std::size_t old_size = 1; old_size < 20; ++old_size) {
    auto rewritten = leaves;
    rewritten[old_size / 2][0] ^= 1;
    const TreeHead seen{old_size, naive_root(std::span(leaves).first(old_size))};
    const auto proof = consistency_proof(rewritten, old_size).value();
    EXPECT_FALSE(verify_consistency(seen, {20, naive_root(rewritten)}, proof)) << old_size;
  }
}

TEST(ConsistencyProof, CatchesAShrunkenJournal) {
  const auto leaves = some_leaves(5);
  EXPECT_FALSE(verify_consistency({5, naive_root(leaves)}, {4, naive_root(std::span(leaves).first(4))}, {}));
}

TEST(ConsistencyProof, CatchesAnotherRootOfTheSameSize) {
  const auto leaves = some_leaves(5);
  EXPECT_FALSE(verify_consistency({5, naive_root(leaves)}, {5, leaves[0]}, {}));
}

TEST(ConsistencyProof, IsEmptyFromAnEmptyTree) {
  const TreeHead empty{0, sha256(std::string_view{})};
  const TreeHead grown{5, naive_root(some_leaves(5))};
  EXPECT_TRUE(verify_consistency(empty, grown, {}));
  EXPECT_FALSE(verify_consistency({0, grown.root}, grown, {}));
}

TEST(ConsistencyProof, RefusesASizeBeyondTheTree) {
  const auto proof = consistency_proof(some_leaves(3), 4);
  ASSERT_FALSE(proof);
  EXPECT_EQ(proof.error().reason, "merkle_index_out_of_range");
}

}  // namespace
}  // namespace cardea::journal
