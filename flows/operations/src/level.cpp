// The state of the sources, and the level that follows from it or that somebody stated.
#include <algorithm>

#include "cardea/access/role.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/statistics/figures.hpp"
#include "common.hpp"

namespace cardea::operations {
namespace {

using continuity::Level;
using continuity::Source;

constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;
constexpr std::size_t kTextBytesMax = 2000;
constexpr std::int64_t kSecondsPerMinute = 60;

std::optional<std::int64_t> latency_of(const Parts& parts, ports::MeasuredSource source) {
  return parts.times == nullptr ? std::nullopt : parts.times->latency_ms(source);
}

Source lists_source(const Parts& parts, Instant now) {
  Source source{"lists", false, latency_of(parts, ports::MeasuredSource::lists), {}};
  const auto snapshot = parts.index.current();
  if (snapshot == nullptr || snapshot->screener == nullptr || snapshot->lists.empty()) return source;
  source.answers = true;
  source.age_s = (now.us - snapshot->oldest_list_at.us) / kMicrosecondsPerSecond;
  return source;
}

Source store_source(const Parts& parts) {
  return {"own_store", parts.recorder.healthy(), latency_of(parts, ports::MeasuredSource::own_store), {}};
}

const std::vector<std::string>& duties_of(Level level, const continuity::DegradationRules& rules) {
  return rules.levels.at(static_cast<std::size_t>(level)).duties;
}

void add_stated(const ports::LevelRow& row, Instant now, LevelView& view) {
  Level stated{};
  if (!parse(row.step.level, stated)) return;
  view.level = in_force(view.derived, continuity::Stated{stated, row.step.until}, now);
  if (view.level == view.derived) return;
  view.reason = row.step.reason;
  view.until = row.step.until;
}

}  // namespace

Done check_text(std::string_view text, Wanted wanted) {
  if (const Done fit = ports::check_officer_text(text, kTextBytesMax); !fit) return fit;
  const bool missing = wanted == Wanted::yes && trim(text).empty();
  return missing ? Done{fail(ErrorKind::malformed, "note_required")} : Done{};
}

Result<LevelView> level_now(const Parts& parts) {
  const Instant now = parts.clock.now();
  const std::vector<Source> sources{lists_source(parts, now), store_source(parts)};
  LevelView view;
  view.derived = view.level = level_of(sources, parts.rules);
  for (const Source& source : sources) {
    view.sources.push_back({source.name, state_of(source, parts.rules), source.latency_ms, source.age_s});
  }
  const auto stated = parts.records.operations().level();
  if (!stated) return pass_on(stated);
  if (*stated) add_stated(**stated, now, view);
  view.duties = duties_of(view.level, parts.rules);
  const auto drill = parts.records.operations().running_drill();
  if (!drill) return pass_on(drill);
  if (*drill) view.drill = (*drill)->scenario;
  auto relaxations = relaxations_now(parts);
  if (!relaxations) return pass_on(relaxations);
  view.relaxations = *std::move(relaxations);
  return view;
}

Result<LevelView> Operations::level(const ports::Caller& caller) const {
  const Done allowed = may(caller, access::Action::read_node);
  if (!allowed) return pass_on(allowed);
  return level_now(parts_);
}

Result<LevelView> Operations::set_level(const ports::Caller& caller, const SetLevel& input) const {
  const Done allowed = may(caller, access::Action::manage_lanes);
  if (!allowed) return pass_on(allowed);
  const Done text = check_text(input.reason, Wanted::yes);
  if (!text) return pass_on(text);
  const Instant now = parts_.clock.now();
  const Instant until = plus_seconds(now, input.minutes * kSecondsPerMinute);
  const Done lasts = continuity::may_state(until, now, parts_.rules);
  if (!lasts) return pass_on(lasts);
  const ports::LevelSet step{std::string(name(input.level)), input.reason, until};
  const auto receipt = parts_.recorder.record([&](const ports::Records& records) -> Result<ports::Outcome> {
    const auto node = ports::made_node(records);
    if (!node) return pass_on(node);
    return ports::Outcome{{draft_by(caller, *node, journal::EntryType::level_set, to_text(node->node_id),
                                    to_json(step).get_object())},
                          {},
                          {}};
  });
  if (!receipt) return pass_on(receipt);
  return level_now(parts_);
}

}  // namespace cardea::operations
