#pragma once

#include "api_common.hpp"
#include "cardea/ports/request.hpp"

namespace cardea::http {

/// A request that repeating must not do twice: its Idempotency-Key and the digest of the whole. Fails
/// `malformed/idempotency_key_required`, `malformed/header_invalid`.
[[nodiscard]] Result<ports::ActRequest> read_repeatable_act(const Request& request);

/// With the revision the officer saw, from If-Match. Fails also `malformed/if_match_required`.
[[nodiscard]] Result<ports::ActRequest> read_change_act(const Request& request);

/// The id that stands for the {name} at `place` of the pattern. Fails `malformed/id_invalid`.
template <class IdType>
[[nodiscard]] Result<IdType> read_id_at(const Request& request, std::size_t place) {
  const auto id = parse_id<IdType>(request.values.at(place));
  if (!id) return fail(ErrorKind::malformed, "id_invalid");
  return *id;
}

}  // namespace cardea::http
