#pragma once

#include <array>
#include <boost/describe.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/date.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::ports {

/// How far the chain of the node's journal is in order.
struct ChainState {
  bool unbroken = false;
  std::int64_t entries = 0;        ///< in order, from the first on
  Digest head_hash{};              ///< of the last of them
  std::optional<Instant> head_at;  ///< when it was recorded
  Instant checked_at;
  std::optional<std::int64_t> fault;  ///< sequence of the first entry that is not in order
};
BOOST_DESCRIBE_STRUCT(ChainState, (), (unbroken, entries, head_hash, head_at, checked_at, fault))

/// Reads the whole journal, or says what the last reading said while it is fresh. Thread-safe.
using CheckChain = std::function<Result<ChainState>()>;

/// Signs with the node's private key (Ed25519). Thread-safe.
using SignHead = std::function<std::array<std::uint8_t, 64>(ByteView message)>;

}  // namespace cardea::ports
