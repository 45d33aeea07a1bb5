#include "cardea/journal/proof.hpp"

#include <algorithm>

#include "cardea/journal/merkle.hpp"
#include "cardea/journal/seal.hpp"
#include "cardea/kernel/bytes.hpp"

namespace cardea::journal {
namespace {

ProvenEntry without_payload(const Entry& entry) {
  return {entry.sequence,     entry.recorded_at,    entry.origin,        entry.actor.officer,
          entry.actor.agency, entry.actor.unit,     entry.purpose,       entry.type,
          entry.subject,      entry.payload_digest, entry.previous_hash, entry.hash};
}

Entry entry_of(const ProvenEntry& proven) {
  Entry entry;
  entry.origin = proven.origin;
  entry.sequence = proven.sequence;
  entry.recorded_at = proven.recorded_at;
  entry.actor = {proven.officer, proven.agency, proven.unit};
  entry.purpose = proven.purpose;
  entry.type = proven.type;
  entry.subject = proven.subject;
  entry.payload_digest = proven.payload_digest;
  entry.previous_hash = proven.previous_hash;
  return entry;
}

}  // namespace

Result<EntryProof> prove(const Entry& entry, std::span<const Digest> hashes) {
  std::vector<Digest> leaves;
  leaves.reserve(hashes.size());
  std::ranges::transform(hashes, std::back_inserter(leaves),
                         [](const Digest& hash) { return leaf_hash(hash); });
  auto path = inclusion_proof(leaves, static_cast<std::uint64_t>(entry.sequence - 1));
  if (!path) return pass_on(path);
  EntryProof proof{std::string(kProofFormat), without_payload(entry), *std::move(path), {}};
  proof.head.origin = entry.origin;
  proof.head.size = static_cast<std::int64_t>(leaves.size());
  proof.head.root = merkle_root(leaves);
  return proof;
}

std::string head_message(const SignedHead& head) {
  return "cardea journal head 1\n" + head.origin + "\n" + std::to_string(head.size) + "\n" +
         to_hex(head.root) + "\n";
}

Done check_proof(const EntryProof& proof) {
  const ProvenEntry& entry = proof.entry;
  if (proof.format != kProofFormat) return fail(ErrorKind::malformed, "proof_format_unknown");
  if (entry.origin != proof.head.origin) return fail(ErrorKind::broken, "journal_origin_wrong");
  if (hash_of(entry_of(entry)) != entry.hash) return fail(ErrorKind::broken, "journal_hash_wrong");
  const bool placed = entry.sequence >= 1 && proof.head.size >= entry.sequence;
  const bool included =
      placed && verify_inclusion(leaf_hash(entry.hash), static_cast<std::uint64_t>(entry.sequence - 1),
                                 static_cast<std::uint64_t>(proof.head.size), proof.path, proof.head.root);
  if (!included) return fail(ErrorKind::broken, "proof_does_not_hold");
  return {};
}

}  // namespace cardea::journal
