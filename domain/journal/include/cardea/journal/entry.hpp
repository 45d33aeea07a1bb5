#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/kernel/json.hpp"

namespace cardea::journal {

/// Random bytes that are hashed together with a payload, so that nobody can guess an erased payload from its
/// digest.
using Salt = std::array<std::uint8_t, 16>;

/// Who did it, for which agency, in which of its units. `officer` is an id, or a word for the node itself
/// ("node").
struct Actor {
  std::string officer;
  std::string agency;
  std::string unit;
  friend bool operator==(const Actor&, const Actor&) = default;
};

/// What a flow wants recorded. The writer turns it into an Entry (seal.hpp).
struct Draft {
  std::string type;     ///< a word of catalogue.hpp
  std::string subject;  ///< id of what the entry is about
  std::string purpose;  ///< why: a purpose code
  Actor actor;
  json::object payload;
};

/// One recorded change of state. Entries of a node form a chain: each holds the hash of the one before it.
/// The hash covers the digest of the payload, not the payload itself: payload and salt can be erased,
/// together, when retention ends, and the chain still verifies.
struct Entry {
  std::string origin;         ///< id of the node that recorded it, UUID text
  std::int64_t sequence = 0;  ///< from 1, without gaps, per origin
  Instant recorded_at;        ///< by the clock of the origin, which may step: the order is the sequence
  Actor actor;
  std::string purpose;
  std::string type;
  std::string subject;
  std::optional<std::string> payload;  ///< canonical JSON (RFC 8785); absent once erased
  std::optional<Salt> salt;            ///< absent once erased
  Digest payload_digest{};
  Digest previous_hash{};
  Digest hash{};
  friend bool operator==(const Entry&, const Entry&) = default;
};

/// The end of a chain: what the next entry continues. Sequence 0 and all zeros before the first entry.
struct Head {
  std::int64_t sequence = 0;
  Digest hash{};
  friend bool operator==(const Head&, const Head&) = default;
};

}  // namespace cardea::journal
