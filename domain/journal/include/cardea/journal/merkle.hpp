#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cardea/kernel/hash.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::journal {

// The Merkle tree of RFC 9162 section 2.1 over a journal: leaf n is the leaf hash of the hash of entry n + 1.
// With a signed root a peer can be shown that an entry is in the journal (inclusion), and that the journal it
// saw before is the beginning of the one it sees now (consistency).

/// SHA-256( 0x00 | data ).
[[nodiscard]] Digest leaf_hash(ByteView data);
/// SHA-256( 0x01 | left | right ).
[[nodiscard]] Digest node_hash(const Digest& left, const Digest& right);

/// A tree that only grows. It keeps the roots of its complete subtrees, at most 64 digests however many
/// leaves it has; appending costs one hash on average, the root as many as there are subtrees. Not
/// thread-safe.
class MerkleTree {
 public:
  MerkleTree() = default;
  /// A tree as it was, from what `size` and `subtrees` gave. Fails `malformed/merkle_subtrees_wrong` when
  /// there are not as many as a tree of that size has.
  [[nodiscard]] static Result<MerkleTree> restore(std::uint64_t size, std::vector<Digest> subtrees);

  void append(const Digest& leaf);
  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// The root; for an empty tree SHA-256 of nothing.
  [[nodiscard]] Digest root() const;
  /// Roots of the complete subtrees, largest (oldest leaves) first.
  [[nodiscard]] const std::vector<Digest>& subtrees() const { return subtrees_; }

 private:
  std::uint64_t size_ = 0;
  std::vector<Digest> subtrees_;
};

/// The root over leaf hashes.
[[nodiscard]] Digest merkle_root(std::span<const Digest> leaves);

/// Proof that leaf `index` (from 0) is in the tree over `leaves` (RFC 9162 section 2.1.3.1). Fails
/// `malformed/merkle_index_out_of_range`. Costs one hash for each leaf.
[[nodiscard]] Result<std::vector<Digest>> inclusion_proof(std::span<const Digest> leaves,
                                                          std::uint64_t index);
/// Section 2.1.3.2. False for anything that does not prove it.
[[nodiscard]] bool verify_inclusion(const Digest& leaf, std::uint64_t index, std::uint64_t size,
                                    std::span<const Digest> proof, const Digest& root);

/// Proof that the first `old_size` leaves were a tree of their own before (section 2.1.4.1). Fails
/// `malformed/merkle_index_out_of_range` when `old_size` is 0 or larger than the tree.
[[nodiscard]] Result<std::vector<Digest>> consistency_proof(std::span<const Digest> leaves,
                                                            std::uint64_t old_size);

/// A tree as somebody claims it to be.
struct TreeHead {
  std::uint64_t size = 0;
  Digest root{};
  friend bool operator==(const TreeHead&, const TreeHead&) = default;
};
/// Section 2.1.4.2. An empty old tree is consistent with every tree; its proof is empty.
[[nodiscard]] bool verify_consistency(const TreeHead& old_head, const TreeHead& new_head,
                                      std::span<const Digest> proof);

}  // namespace cardea::journal
