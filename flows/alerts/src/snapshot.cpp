#include <algorithm>
#include <memory>
#include <set>

#include "cardea/alerts/lists.hpp"
#include "cardea/alerts/own_alerts.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/word_memory.hpp"

namespace cardea::alerts {
namespace {

using OwnInForce = std::set<std::string>;

bool in_force(const watchlist::Alert& alert, const std::optional<Date>& on) {
  return !on || !alert.expires_on || *alert.expires_on >= *on;
}

/// Numbers of our own alerts that are searched now: an emergency that has ended is not.
Result<OwnInForce> own_in_force(const ports::Records& records, const SnapshotOptions& options) {
  const auto rows = records.alerts().own_alerts_in_force();
  if (!rows) return pass_on(rows);
  OwnInForce numbers;
  for (const ports::OwnAlertRow& row : *rows) {
    const bool searched =
        !options.on || watchlist::is_searched(state_at(standing_of(row), options.now, *options.on));
    if (searched) numbers.insert(to_text(row.alert_id));
  }
  return numbers;
}

Result<std::vector<watchlist::Alert>> alerts_in_force(const ports::Records& records,
                                                      const std::optional<Date>& on, const OwnInForce& own) {
  std::vector<watchlist::Alert> alerts;
  bool readable = true;
  const Done visited = records.for_each_alert([&](const json::object& stored) {
    auto alert = from_json<watchlist::Alert>(stored);
    readable = alert.has_value();
    const bool ended = readable && alert->source == ports::kOwnAlerts && !own.contains(alert->source_id);
    if (readable && !ended && in_force(*alert, on)) alerts.push_back(*std::move(alert));
    return readable;
  });
  if (!visited) return pass_on(visited);
  if (!readable) return fail(ErrorKind::broken, "store_damaged", "an alert does not read back");
  return alerts;
}

}  // namespace

Result<ports::ScreeningSnapshot> load_snapshot(const ports::Records& records,
                                               const SnapshotOptions& options) {
  const auto lists = records.lists();
  if (!lists) return pass_on(lists);
  ports::ScreeningSnapshot snapshot{};
  const auto own_changed = records.alerts().own_alerts_changed_at();
  if (!own_changed) return pass_on(own_changed);
  if (lists->empty() && !own_changed->has_value()) return snapshot;
  const auto own = own_in_force(records, options);
  if (!own) return pass_on(own);
  const auto alerts = alerts_in_force(records, options.on, *own);
  if (!alerts) return pass_on(alerts);
  snapshot.oldest_list_at =
      lists->empty() ? **own_changed : std::ranges::min(*lists, {}, &ports::ListRow::imported_at).imported_at;
  for (const ports::ListRow& row : *lists) snapshot.lists.push_back(row.source + "@" + row.version);
  if (own_changed->has_value()) snapshot.lists.push_back(ports::kOwnAlerts + ("@" + to_text(**own_changed)));
  snapshot.has_document_alerts = std::ranges::any_of(
      *alerts, [](const watchlist::Alert& alert) { return alert.kind == watchlist::SubjectKind::document; });
  // Shared: searches under way keep the old snapshot alive while a new one is published.
  screening::ExactOptions exact = options.exact;
  exact.memory = std::make_shared<ports::WordMemory>();
  snapshot.screener = std::make_shared<screening::ExactScreener>(*alerts, std::move(exact));
  return snapshot;
}

}  // namespace cardea::alerts
