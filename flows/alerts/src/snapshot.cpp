#include <algorithm>
#include <memory>

#include "cardea/alerts/lists.hpp"
#include "cardea/kernel/codec.hpp"

namespace cardea::alerts {
namespace {

bool in_force(const watchlist::Alert& alert, const std::optional<Date>& on) {
  return !on || !alert.expires_on || *alert.expires_on >= *on;
}

Result<std::vector<watchlist::Alert>> alerts_in_force(const ports::Records& records,
                                                      const std::optional<Date>& on) {
  std::vector<watchlist::Alert> alerts;
  bool readable = true;
  const Done visited = records.for_each_alert([&](const json::object& stored) {
    auto alert = from_json<watchlist::Alert>(stored);
    readable = alert.has_value();
    if (readable && in_force(*alert, on)) alerts.push_back(*std::move(alert));
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
  if (lists->empty()) return snapshot;
  const auto alerts = alerts_in_force(records, options.on);
  if (!alerts) return pass_on(alerts);
  snapshot.oldest_list_at = std::ranges::min(*lists, {}, &ports::ListRow::imported_at).imported_at;
  for (const ports::ListRow& row : *lists) snapshot.lists.push_back(row.source + "@" + row.version);
  snapshot.has_document_alerts = std::ranges::any_of(
      *alerts, [](const watchlist::Alert& alert) { return alert.kind == watchlist::SubjectKind::document; });
  // Shared: searches under way keep the old snapshot alive while a new one is published.
  snapshot.screener = std::make_shared<screening::ExactScreener>(*alerts, options.exact);
  return snapshot;
}

}  // namespace cardea::alerts
