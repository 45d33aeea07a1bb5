#include "list_watcher.hpp"

#include <chrono>

#include "cardea/alerts/lists.hpp"
#include "cardea/ports/alerts_records.hpp"
#include "cardea/system/romanise.hpp"

namespace cardea::app {
namespace {

/// Nothing recorded tells that a day has begun.
constexpr std::chrono::seconds kLookAgain{30};

std::vector<std::string> contents(const std::vector<ports::ListRow>& lists) {
  std::vector<std::string> digests;
  digests.reserve(lists.size());
  for (const auto& list : lists) {
    digests.push_back(list.source + ' ' + list.digest);
  }
  return digests;
}

}  // namespace

ListWatcher::ListWatcher(const ports::Records& records, ports::ScreeningIndex& index, const Clock& clock,
                         http::Log& log)
    : records_{records}, index_{index}, clock_{clock}, log_{log}, thread_{[this] { run(); }} {}

ListWatcher::~ListWatcher() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  woken_.notify_all();
  thread_.join();
}

void ListWatcher::notify() {
  {
    const std::lock_guard lock(mutex_);
    pending_ = true;
  }
  woken_.notify_all();
}

Done ListWatcher::refresh() {
  const std::lock_guard lock(refreshing_);
  const auto lists = records_.lists();
  if (!lists) {
    return pass_on(lists);
  }
  auto in_force = contents(*lists);
  const auto today = clock_.local_date(clock_.now());
  const auto own = records_.alerts().own_alerts_changed_at();
  if (!own) {
    return pass_on(own);
  }
  // The day too: alerts expire with it. Emergency alerts that end in between are left out by the inspection.
  in_force.push_back(to_text(today) + (own->has_value() ? ' ' + to_text(**own) : ""));
  if (in_force == loaded_) {
    return {};
  }
  alerts::SnapshotOptions options{.on = today, .exact = {}, .now = clock_.now()};
  options.exact.romanise = system::romanise_by_icu;
  auto snapshot = alerts::load_snapshot(records_, options);
  if (!snapshot) {
    return pass_on(snapshot);
  }
  loaded_ = std::move(in_force);
  // A node without any list has nothing to search: the check says so.
  if (!snapshot->screener) {
    return {};
  }
  log_.info("lists_loaded", std::to_string(snapshot->screener->alert_count()) + " alerts");
  index_.publish(std::make_shared<const ports::ScreeningSnapshot>(std::move(*snapshot)));
  return {};
}

void ListWatcher::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    woken_.wait_for(lock, kLookAgain, [this] { return pending_ || stopping_; });
    if (stopping_) {
      return;
    }
    pending_ = false;
    lock.unlock();
    if (const auto refreshed = refresh(); !refreshed) {
      log_.error("lists_not_loaded", refreshed.error().reason);
    }
    lock.lock();
  }
}

}  // namespace cardea::app
