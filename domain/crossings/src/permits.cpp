#include "cardea/crossings/permits.hpp"

#include <algorithm>
#include <array>

namespace cardea::crossings {
namespace {

// The last day on which the permit is worth anything.
Date last_day_of(const Permit& permit) {
  if (!permit.ended_on) return permit.valid_to;
  return std::min(permit.valid_to, permit.ended_on->plus_days(-1));
}

template <class Enum, std::size_t N>
bool parse_among(std::string_view word, const std::array<Enum, N>& all, Enum& value) {
  const auto found = std::ranges::find_if(all, [&](Enum each) { return name(each) == word; });
  if (found == all.end()) return false;
  value = *found;
  return true;
}

}  // namespace

bool parse(std::string_view word, StayEffect& effect) {
  using enum StayEffect;
  return parse_among(word, std::array{none, not_counted, allowance, own_limit}, effect);
}

bool parse(std::string_view word, PermitState& state) {
  using enum PermitState;
  return parse_among(word,
                     std::array{valid, not_yet_valid, permit_expired, permit_ended, entries_used_up,
                                wrong_territory, kind_unknown},
                     state);
}

const PermitKind* kind_of(const PermitKinds& kinds, std::string_view word) {
  const auto found = std::ranges::find(kinds.kinds, word, &PermitKind::word);
  return found == kinds.kinds.end() ? nullptr : &*found;
}

PermitState permit_state(const Permit& permit, const PermitKinds& kinds, std::string_view state,
                         std::span<const Date> entries, Date on) {
  if (kind_of(kinds, permit.kind) == nullptr) return PermitState::kind_unknown;
  if (on < permit.valid_from) return PermitState::not_yet_valid;
  if (permit.ended_on && *permit.ended_on <= on) return PermitState::permit_ended;
  if (permit.valid_to < on) return PermitState::permit_expired;
  const bool everywhere = permit.territory.empty();
  if (!everywhere && std::ranges::find(permit.territory, state) == permit.territory.end()) {
    return PermitState::wrong_territory;
  }
  const auto used = std::ranges::count_if(
      entries, [&](Date day) { return day >= permit.valid_from && day <= permit.valid_to; });
  if (permit.entries && used >= *permit.entries) return PermitState::entries_used_up;
  return PermitState::valid;
}

std::optional<DaySpan> days_not_counted(const Permit& permit, const PermitKinds& kinds) {
  const PermitKind* kind = kind_of(kinds, permit.kind);
  if (kind == nullptr) return std::nullopt;
  StayEffect effect{};
  if (!parse(kind->effect, effect)) return std::nullopt;
  const Date last = last_day_of(permit);
  const bool outside = effect == StayEffect::not_counted || effect == StayEffect::own_limit;
  if (!outside || last < permit.valid_from) return std::nullopt;
  return DaySpan{permit.valid_from, last};
}

}  // namespace cardea::crossings
