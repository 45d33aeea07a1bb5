#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cardea/kernel/hash.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"

namespace cardea::ports {

/// How an act is asked for, beside its body.
struct ActRequest {
  /// Idempotency key of the client and digest of the whole request. The same key with the same digest finds
  /// what the first one made; with another digest it fails `conflict/idempotency_key_reused`.
  std::optional<std::string> idempotency_key;
  Digest request_digest{};
  /// If-Match: the revision the officer saw; another one fails `conflict/revision_mismatch`.
  std::optional<std::int64_t> revision;
};

/// What an earlier request with this key was about; nothing when there was none. Fails
/// `conflict/idempotency_key_reused`.
[[nodiscard]] Result<std::optional<std::string>> subject_of_repeat(const Records& records,
                                                                   const Caller& caller,
                                                                   const ActRequest& request);
[[nodiscard]] std::optional<RequestMark> mark_of(const Caller& caller, const ActRequest& request,
                                                 const std::string& subject);

/// Fails `conflict/node_not_made`.
[[nodiscard]] Result<NodeCreated> made_node(const Records& records);

/// Texts of officers: at most `bytes_max` bytes of UTF-8, no control characters but line ends and tabs. Fails
/// `malformed/text_too_long`, `malformed/text_invalid`.
[[nodiscard]] Done check_officer_text(std::string_view text, std::size_t bytes_max);

}  // namespace cardea::ports
