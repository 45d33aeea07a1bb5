// Lanes, and what the shift leader sees of them.
#include <algorithm>
#include <map>

#include "cardea/access/role.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/guidance.hpp"
#include "cardea/statistics/figures.hpp"
#include "common.hpp"

namespace cardea::operations {
namespace {

constexpr std::int64_t kSecondsPerHour = 3600;
constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;
constexpr std::int64_t kQueueMax = 100'000;
constexpr int kOpenShown = 200;
constexpr int kPage = 1000;
constexpr int kMedian = 50;

/// What one lane did in the last hour.
using SecondsByLane = std::map<std::string, std::vector<std::int64_t>>;

Result<SecondsByLane> last_hour(const Parts& parts) {
  const Instant now = parts.clock.now();
  const Instant since = plus_seconds(now, -kSecondsPerHour);
  SecondsByLane seconds;
  std::optional<CrossingId> after;
  while (true) {
    const auto page = parts.records.operations().decided(
        parts.clock.local_date(since), parts.clock.local_date(now).plus_days(1), after, kPage);
    if (!page) return pass_on(page);
    for (const ports::DecidedRow& row : *page) {
      if (row.decided_at < since) continue;
      const Instant opened = row.opened_at.value_or(row.decided_at);
      seconds[row.lane].push_back((row.decided_at.us - opened.us) / kMicrosecondsPerSecond);
    }
    if (std::ssize(*page) < kPage) return seconds;
    after = page->back().crossing_id;
  }
}

LaneView view_of(const std::string& lane, const std::vector<ports::LaneRow>& rows) {
  LaneView view{lane, "not_said", {}, {}, {}, {}, 0, {}};
  const auto found = std::ranges::find(rows, lane, [](const ports::LaneRow& row) { return row.lane.lane; });
  if (found == rows.end()) return view;
  view.state = found->lane.state;
  view.queue = found->lane.queue;
  view.queue_method = found->lane.queue_method;
  view.note = found->lane.note;
  view.changed_at = found->changed_at;
  return view;
}

Result<std::vector<OpenView>> open_now(const ports::Records& records) {
  const auto rows = records.operations().open_inspections(kOpenShown);
  if (!rows) return pass_on(rows);
  const auto officers = records.officers();
  if (!officers) return pass_on(officers);
  std::map<OfficerId, std::string> names;
  for (const auto& row : *officers) names[row.officer.officer_id] = row.officer.display_name;
  std::vector<OpenView> views;
  for (const auto& row : *rows) {
    views.push_back({row.inspection_id, row.lane, row.direction, row.verdict, row.officer_id,
                     names[row.officer_id], row.opened_at});
  }
  return views;
}

Done check_queue(const SetLane& input) {
  const bool both = input.queue.has_value() == input.queue_method.has_value();
  const bool range = !input.queue || (*input.queue >= 0 && *input.queue <= kQueueMax);
  const bool method =
      !input.queue_method || *input.queue_method == "counted" || *input.queue_method == "estimated";
  return both && range && method ? Done{} : Done{fail(ErrorKind::malformed, "queue_invalid")};
}

/// Closing a lane asks for nothing.
Done may_open(const Parts& parts, const ports::Records& now, const ports::Caller& caller,
              const ports::LaneChanged& changed) {
  if (changed.state != "open") return {};
  return certified_for_lane(now, caller, changed.lane, parts.clock.local_date(parts.clock.now()));
}

Done check_lane(const SetLane& input) {
  if (input.state != "open" && input.state != "closed")
    return fail(ErrorKind::malformed, "lane_state_invalid");
  return check_queue(input).and_then([&] { return check_text(input.note.value_or(""), Wanted::no); });
}

}  // namespace

Result<Board> Operations::board(const ports::Caller& caller) const {
  const Done allowed = may(caller, access::Action::read_board);
  if (!allowed) return pass_on(allowed);
  const auto node = ports::made_node(parts_.records);
  if (!node) return pass_on(node);
  const auto rows = parts_.records.operations().lanes();
  if (!rows) return pass_on(rows);
  auto seconds = last_hour(parts_);
  if (!seconds) return pass_on(seconds);
  auto open = open_now(parts_.records);
  if (!open) return pass_on(open);
  auto level = level_now(parts_);
  if (!level) return pass_on(level);
  Board board{parts_.clock.now(), {}, *std::move(open), *std::move(level)};
  for (const std::string& lane : node->lanes) {
    LaneView view = view_of(lane, *rows);
    view.decided_last_hour = std::ssize((*seconds)[lane]);
    view.seconds_median = statistics::quantile((*seconds)[lane], kMedian);
    board.lanes.push_back(std::move(view));
  }
  return board;
}

Result<LaneView> Operations::set_lane(const ports::Caller& caller, const std::string& lane,
                                      const SetLane& input) const {
  const Done allowed = may(caller, access::Action::manage_lanes);
  if (!allowed) return pass_on(allowed);
  const Done checked = check_lane(input);
  if (!checked) return pass_on(checked);
  const ports::LaneChanged changed{lane, input.state, input.queue, input.queue_method.value_or(""),
                                   input.note.value_or("")};
  const auto receipt = parts_.recorder.record([&](const ports::Records& records) -> Result<ports::Outcome> {
    const auto node = ports::made_node(records);
    if (!node) return pass_on(node);
    if (std::ranges::find(node->lanes, lane) == node->lanes.end())
      return fail(ErrorKind::malformed, "lane_unknown");
    if (const Done may_be = may_open(parts_, records, caller, changed); !may_be) return pass_on(may_be);
    return ports::Outcome{
        {draft_by(caller, *node, journal::EntryType::lane_changed, lane, to_json(changed).get_object())},
        {},
        {}};
  });
  if (!receipt) return pass_on(receipt);
  const auto rows = parts_.records.operations().lanes();
  if (!rows) return pass_on(rows);
  return view_of(lane, *rows);
}

}  // namespace cardea::operations
