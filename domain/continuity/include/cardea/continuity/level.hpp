#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::continuity {

/// How far the means of a post have failed. Each level is designed, not an accident: it has duties, and every
/// decision records what its checks could not ask (F-K01).
enum class Level : std::uint8_t {
  normal,      ///< every source answers
  degraded,    ///< some source is slow, or answers from an old copy
  local_only,  ///< some source does not answer: the post works on what it holds
  paper        ///< nothing can be recorded: numbered forms, entered once repaired; only a person states this
};

[[nodiscard]] constexpr std::string_view name(Level level) {
  switch (level) {
    case Level::normal:
      return "normal";
    case Level::degraded:
      return "degraded";
    case Level::local_only:
      return "local_only";
    case Level::paper:
      return "paper";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, Level& level);

enum class SourceState : std::uint8_t { up, slow, stale, down };

[[nodiscard]] constexpr std::string_view name(SourceState state) {
  switch (state) {
    case SourceState::up:
      return "up";
    case SourceState::slow:
      return "slow";
    case SourceState::stale:
      return "stale";
    case SourceState::down:
      return "down";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, SourceState& state);

/// What a level asks of officers, as words that the client translates.
struct LevelDuties {
  Level level = Level::normal;
  std::vector<std::string> duties;
};
BOOST_DESCRIBE_STRUCT(LevelDuties, (), (level, duties))

/// data/rules/degradation.json.
struct DegradationRules {
  std::string id;
  std::string edition;
  std::string legal_source;
  std::int64_t slow_after_ms = 0;
  std::int64_t stale_after_s = 0;
  std::int64_t stated_hours_max = 0;  ///< a stated level ends by itself after this at the latest
  std::vector<LevelDuties> levels;    ///< one for each level, in order
};
BOOST_DESCRIBE_STRUCT(DegradationRules, (),
                      (id, edition, legal_source, slow_after_ms, stale_after_s, stated_hours_max, levels))

/// Fails `malformed/rule_out_of_range` and as read_json.
[[nodiscard]] Result<DegradationRules> parse_degradation_rules(std::string_view json_text);
/// The edition built into the program.
[[nodiscard]] const DegradationRules& standard_degradation();

/// A source as measured. What was not measured is absent: a source that nobody asked yet has no latency.
struct Source {
  std::string name;
  bool answers = false;
  std::optional<std::int64_t> latency_ms;
  std::optional<std::int64_t> age_s;  ///< of the copy that answers
};

/// The worst that can be said of it: down before stale before slow.
[[nodiscard]] SourceState state_of(const Source& source, const DegradationRules& rules);

/// The level that follows from the sources alone; never `paper`.
[[nodiscard]] Level level_of(std::span<const Source> sources, const DegradationRules& rules);

/// A level stated by a person.
struct Stated {
  Level level = Level::normal;
  Instant until;
};

/// The worse of the two, while the stated one lasts: a person can say that it is worse than it looks, not
/// that it is better.
[[nodiscard]] Level in_force(Level derived, const std::optional<Stated>& stated, Instant now);

/// Whether a level may be stated until then. Fails `malformed/level_end_passed`, `malformed/level_too_long`.
[[nodiscard]] Done may_state(Instant until, Instant now, const DegradationRules& rules);

}  // namespace cardea::continuity
