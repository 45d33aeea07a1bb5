#include "cardea/continuity/level.hpp"

#include <algorithm>
#include <array>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/codec.hpp"

namespace cardea::continuity {

[[nodiscard]] std::string_view degradation_text();

namespace {

constexpr std::array kLevels{Level::normal, Level::degraded, Level::local_only, Level::paper};
constexpr std::array kStates{SourceState::up, SourceState::slow, SourceState::stale, SourceState::down};
constexpr std::int64_t kSecondsPerHour = 3600;

template <class Words, class Word>
bool find_word(const Words& words, std::string_view text, Word& found) {
  for (const Word word : words) {
    if (name(word) != text) continue;
    found = word;
    return true;
  }
  return false;
}

bool one_for_each_level(const std::vector<LevelDuties>& levels) {
  return std::ranges::equal(levels, kLevels, {}, &LevelDuties::level);
}

Level level_of(SourceState state) {
  switch (state) {
    case SourceState::up:
      return Level::normal;
    case SourceState::slow:
    case SourceState::stale:
      return Level::degraded;
    case SourceState::down:
      return Level::local_only;
  }
  __builtin_unreachable();
}

}  // namespace

bool parse(std::string_view word, Level& level) { return find_word(kLevels, word, level); }
bool parse(std::string_view word, SourceState& state) { return find_word(kStates, word, state); }

Result<DegradationRules> parse_degradation_rules(std::string_view json_text) {
  auto rules = read_json<DegradationRules>(json_text);
  if (!rules) return rules;
  const bool origin = !rules->id.empty() && !rules->edition.empty() && !rules->legal_source.empty();
  const bool limits = rules->slow_after_ms > 0 && rules->stale_after_s > 0 && rules->stated_hours_max > 0;
  if (origin && limits && one_for_each_level(rules->levels)) return rules;
  return fail(ErrorKind::malformed, "rule_out_of_range", rules->id);
}

const DegradationRules& standard_degradation() {
  static const DegradationRules rules = [] {
    auto parsed = parse_degradation_rules(degradation_text());
    CARDEA_ASSERT(parsed.has_value());  // what is built in was tested; a damaged build must not start
    return *std::move(parsed);
  }();
  return rules;
}

SourceState state_of(const Source& source, const DegradationRules& rules) {
  if (!source.answers) return SourceState::down;
  if (source.age_s && *source.age_s > rules.stale_after_s) return SourceState::stale;
  if (source.latency_ms && *source.latency_ms > rules.slow_after_ms) return SourceState::slow;
  return SourceState::up;
}

Level level_of(std::span<const Source> sources, const DegradationRules& rules) {
  Level worst = Level::normal;
  for (const Source& source : sources) worst = std::max(worst, level_of(state_of(source, rules)));
  return worst;
}

Level in_force(Level derived, const std::optional<Stated>& stated, Instant now) {
  const bool lasts = stated && now < stated->until;
  return lasts ? std::max(derived, stated->level) : derived;
}

Done may_state(Instant until, Instant now, const DegradationRules& rules) {
  if (until <= now) return fail(ErrorKind::malformed, "level_end_passed");
  if (until > plus_seconds(now, rules.stated_hours_max * kSecondsPerHour))
    return fail(ErrorKind::malformed, "level_too_long");
  return {};
}

}  // namespace cardea::continuity
