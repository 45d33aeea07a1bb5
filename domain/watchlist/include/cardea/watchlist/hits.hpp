#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/id.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::watchlist {

/// What is known of a hit: nothing yet, that person, another person, or it could not be told.
enum class HitState : std::uint8_t { potential, confirmed, false_positive, unresolved, closed };

[[nodiscard]] std::string_view name(HitState state);
[[nodiscard]] bool parse(std::string_view word, HitState& state);

/// From this stage of screening on a match is a hit that somebody answers for.
inline constexpr int kHitStage = 2;

/// The state after a judgement, which is one of `confirmed`, `false_positive`, `unresolved`; a judgement may
/// be corrected until the hit is closed. Fails `malformed/judgement_unknown`, `conflict/hit_closed`.
[[nodiscard]] Result<HitState> judge(HitState state, HitState judgement);

/// Fields of `form` that are not among `filled`.
[[nodiscard]] std::vector<std::string> missing_fields(std::span<const std::string> form,
                                                      std::span<const std::string> filled);

/// Whether a hit may be closed: it was judged, and unless it is another person its form is filled. The second
/// person is asked for by access/two_person.hpp. Fails `conflict/hit_not_judged`, `conflict/hit_closed`,
/// `conflict/hit_form_incomplete` (detail: the first field).
[[nodiscard]] Done may_close(HitState state, std::span<const std::string> missing);

/// Whether the traveller is asked for details at random. `draw` is made for this and recorded, never shown:
/// who reviews the journal computes the same, and nobody at the booth can.
[[nodiscard]] bool is_drawn(const IdBytes& draw, int per_10000);

}  // namespace cardea::watchlist
