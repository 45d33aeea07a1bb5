#include "cardea/journal/merkle.hpp"

#include <bit>

namespace cardea::journal {
namespace {

constexpr std::uint8_t kLeafPrefix = 0;
constexpr std::uint8_t kNodePrefix = 1;

/// The largest power of two smaller than `size`, which is at least 2: where a tree is divided.
[[nodiscard]] std::size_t split_of(std::size_t size) { return std::bit_floor(size - 1); }

void append_path(std::span<const Digest> leaves, std::size_t index, std::vector<Digest>& proof) {
  if (leaves.size() <= 1) return;
  const std::size_t split = split_of(leaves.size());
  const auto left = leaves.first(split);
  const auto right = leaves.subspan(split);
  if (index < split) {
    append_path(left, index, proof);
    proof.push_back(merkle_root(right));
  } else {
    append_path(right, index - split, proof);
    proof.push_back(merkle_root(left));
  }
}

/// Whether the verifier has the root of the leaves in question already.
enum class Root : std::uint8_t { known, unknown };

/// SUBPROOF of RFC 9162 section 2.1.4.1.
void append_subproof(std::span<const Digest> leaves, std::size_t old_size, Root root,
                     std::vector<Digest>& proof) {
  if (old_size == leaves.size()) {
    if (root == Root::unknown) proof.push_back(merkle_root(leaves));
    return;
  }
  const std::size_t split = split_of(leaves.size());
  const auto left = leaves.first(split);
  const auto right = leaves.subspan(split);
  if (old_size <= split) {
    append_subproof(left, old_size, root, proof);
    proof.push_back(merkle_root(right));
  } else {
    append_subproof(right, old_size - split, Root::unknown, proof);
    proof.push_back(merkle_root(left));
  }
}

/// The position of a node among its neighbours (`node`) and of the last node of that level (`last`), as both
/// climb.
struct Climb {
  std::uint64_t node;
  std::uint64_t last;

  [[nodiscard]] bool takes_left() const { return (node & 1) != 0 || node == last; }
  void up() {
    node >>= 1;
    last >>= 1;
  }
  /// A last node without a neighbour is its own parent.
  void skip_lone_levels() {
    while ((node & 1) == 0 && node != 0) up();
  }
};

}  // namespace

Digest leaf_hash(ByteView data) { return Sha256{}.add(ByteView{&kLeafPrefix, 1}).add(data).finish(); }

Digest node_hash(const Digest& left, const Digest& right) {
  return Sha256{}.add(ByteView{&kNodePrefix, 1}).add(ByteView{left}).add(ByteView{right}).finish();
}

Result<MerkleTree> MerkleTree::restore(std::uint64_t size, std::vector<Digest> subtrees) {
  if (subtrees.size() != static_cast<std::size_t>(std::popcount(size))) {
    return fail(ErrorKind::malformed, "merkle_subtrees_wrong");
  }
  MerkleTree tree;
  tree.size_ = size;
  tree.subtrees_ = std::move(subtrees);
  return tree;
}

// As many subtrees melt together as a binary counter has carries.
void MerkleTree::append(const Digest& leaf) {
  Digest top = leaf;
  for (std::uint64_t rest = size_; (rest & 1) != 0; rest >>= 1) {
    top = node_hash(subtrees_.back(), top);
    subtrees_.pop_back();
  }
  subtrees_.push_back(top);
  ++size_;
}

Digest MerkleTree::root() const {
  if (subtrees_.empty()) return sha256(ByteView{});
  Digest root = subtrees_.back();
  for (std::size_t i = subtrees_.size() - 1; i > 0; --i) root = node_hash(subtrees_[i - 1], root);
  return root;
}

Digest merkle_root(std::span<const Digest> leaves) {
  MerkleTree tree;
  for (const Digest& leaf : leaves) tree.append(leaf);
  return tree.root();
}

Result<std::vector<Digest>> inclusion_proof(std::span<const Digest> leaves, std::uint64_t index) {
  if (index >= leaves.size()) return fail(ErrorKind::malformed, "merkle_index_out_of_range");
  std::vector<Digest> proof;
  append_path(leaves, index, proof);
  return proof;
}

bool verify_inclusion(const Digest& leaf, std::uint64_t index, std::uint64_t size,
                      std::span<const Digest> proof, const Digest& root) {
  if (index >= size) return false;
  Climb climb{index, size - 1};
  Digest hash = leaf;
  for (const Digest& step : proof) {
    if (climb.last == 0) return false;
    if (climb.takes_left()) {
      hash = node_hash(step, hash);
      climb.skip_lone_levels();
    } else {
      hash = node_hash(hash, step);
    }
    climb.up();
  }
  return climb.last == 0 && hash == root;
}

Result<std::vector<Digest>> consistency_proof(std::span<const Digest> leaves, std::uint64_t old_size) {
  if (old_size == 0 || old_size > leaves.size())
    return fail(ErrorKind::malformed, "merkle_index_out_of_range");
  std::vector<Digest> proof;
  append_subproof(leaves, old_size, Root::known, proof);
  return proof;
}

bool verify_consistency(const TreeHead& old_head, const TreeHead& new_head, std::span<const Digest> proof) {
  if (old_head.size > new_head.size) return false;
  if (old_head.size == new_head.size) return proof.empty() && old_head.root == new_head.root;
  if (old_head.size == 0) return proof.empty() && old_head.root == sha256(ByteView{});
  // A complete old tree is itself the first node of the path, and the proof leaves it out.
  const bool complete = std::has_single_bit(old_head.size);
  if (!complete && proof.empty()) return false;
  Digest old_root = complete ? old_head.root : proof.front();
  Digest new_root = old_root;
  Climb climb{old_head.size - 1, new_head.size - 1};
  while ((climb.node & 1) != 0) climb.up();
  for (const Digest& step : complete ? proof : proof.subspan(1)) {
    if (climb.last == 0) return false;
    if (climb.takes_left()) {
      old_root = node_hash(step, old_root);
      new_root = node_hash(step, new_root);
      climb.skip_lone_levels();
    } else {
      new_root = node_hash(new_root, step);
    }
    climb.up();
  }
  return climb.last == 0 && old_root == old_head.root && new_root == new_head.root;
}

}  // namespace cardea::journal
