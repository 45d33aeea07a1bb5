// What an auditor takes along: the state of the chain, and proofs that stand without the node.
#include "cardea/accountability/accountability.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/ports/accountability_records.hpp"
#include "common.hpp"

namespace cardea::accountability {
namespace {

Result<journal::Entry> the_entry(const ports::Records& records, std::int64_t sequence) {
  if (sequence < 1) return fail(ErrorKind::not_found, "entry_unknown");
  auto entries = records.entries_after(sequence - 1, 1);
  if (!entries) return pass_on(entries);
  if (entries->empty()) return fail(ErrorKind::not_found, "entry_unknown");
  return std::move(entries->front());
}

}  // namespace

Result<ports::ChainState> Accountability::chain(const ports::Caller& caller) const {
  const Done allowed = ports::may(caller, access::Action::read_audit);
  if (!allowed) return pass_on(allowed);
  return parts_.check_chain();
}

Result<journal::EntryProof> Accountability::proof(const ports::Caller& caller, std::int64_t sequence) const {
  const Done allowed = ports::may(caller, access::Action::read_audit);
  if (!allowed) return pass_on(allowed);
  return proof_of(parts_.records, parts_.sign_head, sequence);
}

Result<journal::EntryProof> proof_of(const ports::Records& records, const ports::SignHead& sign_head,
                                     std::int64_t sequence) {
  const auto node = ports::made_node(records);
  if (!node) return pass_on(node);
  const auto entry = the_entry(records, sequence);
  if (!entry) return pass_on(entry);
  const auto head = records.journal_head();
  if (!head) return pass_on(head);
  const auto hashes = records.accountability().entry_hashes(head->sequence);
  if (!hashes) return pass_on(hashes);
  auto proof = journal::prove(*entry, *hashes);
  if (!proof) return proof;
  proof->head.public_key = node->public_key;
  proof->head.signature = to_hex(sign_head(bytes_of(journal::head_message(proof->head))));
  return proof;
}

}  // namespace cardea::accountability
