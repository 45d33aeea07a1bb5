#include "stay.hpp"

#include <algorithm>
#include <ranges>

namespace cardea::inspection {
namespace {

std::vector<crossings::Stay> stays_of(const std::vector<ports::CrossingRow>& history, Date on) {
  std::vector<crossings::PastCrossing> crossings;
  for (auto row = history.rbegin(); row != history.rend(); ++row) {
    crossings::Direction direction{};
    if (row->outcome != "admit" || row->on > on || !parse(row->direction, direction)) continue;
    crossings.push_back({direction, row->on});
  }
  return stays_from(crossings);
}

std::vector<crossings::Stay> closed_only(std::vector<crossings::Stay> stays) {
  std::erase_if(stays, [](const crossings::Stay& stay) { return !stay.left; });
  return stays;
}

ports::StayRecord record_of(const crossings::StayRule& rule, const crossings::StayCount& count) {
  return {versioned_name(rule), rule.limit,     rule.window,      count.used,
          count.remaining,      count.last_day, count.open_since, count.overstayed};
}

}  // namespace

Counted count_history(const std::vector<ports::CrossingRow>& history, Date on,
                      const crossings::Rules& rules) {
  const crossings::StayRule* rule = crossings::rule_in_force(rules.stay, on);
  if (rule == nullptr) return {};
  const auto stays = stays_of(history, on);
  const auto all = count_stay(stays, on, *rule);
  const auto without_open = count_stay(closed_only(stays), on, *rule);
  if (!all || !without_open) return {};
  return {true, *all, *without_open, record_of(*rule, *all)};
}

}  // namespace cardea::inspection
