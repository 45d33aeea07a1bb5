#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "cardea/journal/entry.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::journal {

/// What a node signs about its journal: so many entries, and what they come to.
struct SignedHead {
  std::string origin;  ///< id of the node
  std::int64_t size = 0;
  Digest root{};           ///< Merkle root over the hashes of the entries (merkle.hpp)
  std::string public_key;  ///< Ed25519, hexadecimal
  std::string signature;   ///< Ed25519 over head_message, hexadecimal
};
BOOST_DESCRIBE_STRUCT(SignedHead, (), (origin, size, root, public_key, signature))

/// An entry without its payload: all that its hash covers.
struct ProvenEntry {
  std::int64_t sequence = 0;
  Instant recorded_at;
  std::string origin;
  std::string officer;
  std::string agency;
  std::string unit;
  std::string purpose;
  std::string type;
  std::string subject;
  Digest payload_digest{};
  Digest previous_hash{};
  Digest hash{};
};
BOOST_DESCRIBE_STRUCT(ProvenEntry, (),
                      (sequence, recorded_at, origin, officer, agency, unit, purpose, type, subject,
                       payload_digest, previous_hash, hash))

/// Proof that a node recorded an entry: it stands without the node, its database or its network. It tells
/// nothing of the payload; who holds payload and salt can show that they belong to `payload_digest`.
struct EntryProof {
  std::string format;  ///< kProofFormat
  ProvenEntry entry;
  std::vector<Digest> path;  ///< inclusion proof of RFC 9162 section 2.1.3, from the leaf up
  SignedHead head;
};
BOOST_DESCRIBE_STRUCT(EntryProof, (), (format, entry, path, head))

inline constexpr std::string_view kProofFormat = "cardea-journal-proof-1";

/// The proof of `entry` among entries with these hashes; the caller adds key and signature. Fails
/// `malformed/merkle_index_out_of_range`.
[[nodiscard]] Result<EntryProof> prove(const Entry& entry, std::span<const Digest> hashes);

/// The bytes that are signed: "cardea journal head 1", origin, size and root, each on a line of its own.
[[nodiscard]] std::string head_message(const SignedHead& head);

/// Whether the entry hashes to what it says and stands under the root, all of one node. The signature is the
/// caller's to check. Fails `malformed/proof_format_unknown`, `broken/journal_hash_wrong`,
/// `broken/journal_origin_wrong`, `broken/proof_does_not_hold`.
[[nodiscard]] Done check_proof(const EntryProof& proof);

}  // namespace cardea::journal
