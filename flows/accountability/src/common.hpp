#pragma once

#include "cardea/journal/proof.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/journal_proof.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/ports/request.hpp"

namespace cardea::accountability {

/// The caller, whose acts are for data protection unless another purpose was stated.
[[nodiscard]] ports::Caller for_data_protection(const ports::Caller& caller);

/// Proof that the node recorded this entry, against a head signed now. Fails `not_found/entry_unknown`.
[[nodiscard]] Result<journal::EntryProof> proof_of(const ports::Records& records,
                                                   const ports::SignHead& sign_head, std::int64_t sequence);

}  // namespace cardea::accountability
