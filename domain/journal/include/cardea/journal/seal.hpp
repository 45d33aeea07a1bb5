#pragma once

#include <string_view>

#include "cardea/journal/entry.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::journal {

// How entries are hashed. All hashes are SHA-256.
//
//   payload_digest = SHA-256( salt (16 bytes) | payload (canonical JSON, UTF-8) )
//   hash           = SHA-256( version  sequence  recorded_at  origin  officer  agency  unit  purpose  type
//   subject
//                             payload_digest  previous_hash )
//
//   version        1 byte, 0x01
//   sequence       8 bytes, big-endian
//   recorded_at    8 bytes, big-endian two's complement, microseconds since 1970-01-01T00:00:00 UTC
//   each text      its length in bytes as 4 bytes, big-endian, then its bytes
//   each digest    32 bytes
//
// Lengths come first, so that no two entries have the same encoding. The order and the version never change
// for an entry once recorded; another layout gets another version byte.

/// Turns a draft into the entry that continues `head`. The caller hands in time and randomness; the salt must
/// be fresh for each entry. The type must be in the catalogue (catalogue.hpp): another one breaks an
/// invariant.
[[nodiscard]] Entry seal(const Draft& draft, std::string_view origin, const Head& head, Instant at,
                         const Salt& salt);

/// Whether `entry` is the next one of `origin` after `head`, unaltered. An erased payload is in order; time
/// that runs backwards is, too.
///
/// Fails `broken/journal_origin_wrong`, `broken/journal_gap` (another sequence than the next: missing or
/// repeated), `broken/journal_forked` (it continues another past), `broken/journal_hash_wrong` (a hashed
/// field was changed), `broken/journal_payload_altered` (payload or salt were changed, or only one of them is
/// there). The detail names the sequence.
[[nodiscard]] Done follows(const Head& head, std::string_view origin, const Entry& entry);

/// The head after `entry`.
[[nodiscard]] Head head_after(const Entry& entry);

/// Takes payload and salt out. What remains still verifies, and the digest tells nothing about what was
/// there.
void erase_payload(Entry& entry);

[[nodiscard]] Digest payload_digest(const Salt& salt, std::string_view canonical_payload);
/// The hash over all fields of `entry` but payload, salt and the hash itself.
[[nodiscard]] Digest hash_of(const Entry& entry);

}  // namespace cardea::journal
