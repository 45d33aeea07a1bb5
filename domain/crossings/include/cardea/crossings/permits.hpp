#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"

// Visas, residence permits, cards of local border traffic: what lets a person in, and what it does to the
// count of days. The kinds are data (data/rules/permit_kinds.json), the effects are mechanisms.

namespace cardea::crossings {

/// A stretch of days, both ends in it.
struct DaySpan {
  Date first;
  Date last;
};

/// What a permit does to the count of days.
enum class StayEffect : std::uint8_t {
  none,         ///< lets in; the days count as everybody's (a travel authorisation)
  not_counted,  ///< the days under it do not count (residence permit, long-stay visa)
  allowance,    ///< the days count, and no more than it grants (a visa for thirty days)
  own_limit     ///< the days do not count; each stay has a limit of its own (local border traffic)
};

[[nodiscard]] constexpr std::string_view name(StayEffect effect) {
  switch (effect) {
    case StayEffect::none:
      return "none";
    case StayEffect::not_counted:
      return "not_counted";
    case StayEffect::allowance:
      return "allowance";
    case StayEffect::own_limit:
      return "own_limit";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, StayEffect& effect);

struct PermitKind {
  std::string word;    ///< "short_stay_visa"
  std::string effect;  ///< a StayEffect
  bool serves_as_visa = false;
};
BOOST_DESCRIBE_STRUCT(PermitKind, (), (word, effect, serves_as_visa))

struct PermitKinds {
  std::string id;
  std::string edition;
  std::string legal_source;
  Date valid_from;
  std::optional<Date> valid_to;
  std::vector<PermitKind> kinds;
};
BOOST_DESCRIBE_STRUCT(PermitKinds, (), (id, edition, legal_source, valid_from, valid_to, kinds))

/// Null when the register knows no such kind.
[[nodiscard]] const PermitKind* kind_of(const PermitKinds& kinds, std::string_view word);

/// One permit of a person, as the register has it.
struct Permit {
  std::string kind;
  Date valid_from = Date::from_days(0);
  Date valid_to = Date::from_days(0);
  std::optional<Date> ended_on;        ///< revoked or annulled from this day on
  std::optional<int> days;             ///< granted; also the limit of one stay of a card
  std::optional<int> entries;          ///< 1, 2; absent for any number
  std::vector<std::string> territory;  ///< states it is valid for; empty for all
};

/// What a permit is worth on a day.
enum class PermitState : std::uint8_t {
  valid,
  not_yet_valid,
  permit_expired,
  permit_ended,
  entries_used_up,
  wrong_territory,
  kind_unknown
};

[[nodiscard]] constexpr std::string_view name(PermitState state) {
  switch (state) {
    case PermitState::valid:
      return "valid";
    case PermitState::not_yet_valid:
      return "not_yet_valid";
    case PermitState::permit_expired:
      return "permit_expired";
    case PermitState::permit_ended:
      return "permit_ended";
    case PermitState::entries_used_up:
      return "entries_used_up";
    case PermitState::wrong_territory:
      return "wrong_territory";
    case PermitState::kind_unknown:
      return "kind_unknown";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, PermitState& state);

/// `entries` are the days of all admitted entries of the holder: those under the permit use it up.
[[nodiscard]] PermitState permit_state(const Permit& permit, const PermitKinds& kinds, std::string_view state,
                                       std::span<const Date> entries, Date on);

/// The days of the permit that do not count, whatever day it is; nothing for kinds whose days do.
[[nodiscard]] std::optional<DaySpan> days_not_counted(const Permit& permit, const PermitKinds& kinds);

}  // namespace cardea::crossings
