#include "cardea/http/event_hub.hpp"

#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "cardea/kernel/codec.hpp"

namespace cardea::http {
namespace {

constexpr int kPageEntries = 500;

/// Types whose existence, subject and time hold no personal data. Everything else stays in the journal.
constexpr auto kPublicTypes = std::to_array<std::string_view>({
    "inspection.opened",          //
    "inspection.compared",        //
    "inspection.decided",         //
    "inspection.voided",          //
    "list.imported",              //
    "officer.enrolled",           //
    "officer.changed",            //
    "break_glass.taken",          //
    "break_glass.reviewed",       //
    "grant.proposed",             //
    "case.opened",                //
    "case.taken",                 //
    "case.escalated",             //
    "case.decided",               //
    "case.closed",                //
    "refusal.proposed",           //
    "refusal.approved",           //
    "refusal.returned",           //
    "refusal.annulled",           //
    "lane.changed",               //
    "level.set",                  //
    "relaxation.begun",           //
    "relaxation.ended",           //
    "drill.started",              //
    "drill.finding",              //
    "drill.ended",                //
    "procedure.approved",         //
    "procedure.withdrawn",        //
    "directive.issued",           //
    "directive.withdrawn",        //
    "passage.described",          //
    "passage.occupant_noted",     //
    "passage.manifest_attached",  //
    "passage.line_explained",     //
    "passage.released",           //
});

struct EventData {
  std::int64_t sequence = 0;
  std::string type;
  std::string subject;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(EventData, (), (sequence, type, subject, at))

bool is_public(std::string_view type) {
  return std::find(kPublicTypes.begin(), kPublicTypes.end(), type) != kPublicTypes.end();
}

WireEvent wire(const journal::Entry& entry) {
  std::string text = "id: " + std::to_string(entry.sequence) + "\nevent: " + entry.type + "\ndata: ";
  text += write_json(EventData{entry.sequence, entry.type, entry.subject, entry.recorded_at});
  text += "\n\n";
  return {entry.sequence, std::make_shared<const std::string>(std::move(text))};
}

Result<EventHub::Page> read_page(const ports::Records& records, std::int64_t after, std::int64_t upto,
                                 int limit) {
  const auto entries = records.entries_after(after, limit);
  if (!entries) return pass_on(entries);
  EventHub::Page page{{}, upto};
  for (const journal::Entry& entry : *entries) {
    if (entry.sequence > upto) return page;
    page.next = entry.sequence;
    if (is_public(entry.type)) page.events.push_back(wire(entry));
  }
  if (entries->size() < static_cast<std::size_t>(limit)) page.next = upto;
  return page;
}

}  // namespace

struct EventHub::State {
  const ports::Records& records;
  mutable std::mutex mutex;
  std::condition_variable changed;
  std::int64_t known = 0;  ///< recorded up to here, as told by notify
  std::int64_t told = 0;   ///< handed to subscribers up to here
  bool stopping = false;
  std::vector<std::shared_ptr<Subscriber>> subscribers;  ///< shared with their streams
  std::thread thread;

  explicit State(const ports::Records& store) : records{store} {}

  void run();
  bool pump_page();
  void hand_out(const Page& page);
};

EventHub::EventHub(const ports::Records& records) : state_{std::make_unique<State>(records)} {
  if (const auto head = records.journal_head()) state_->known = state_->told = head->sequence;
  state_->thread = std::thread([state = state_.get()] { state->run(); });
}

EventHub::~EventHub() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->stopping = true;
  }
  state_->changed.notify_one();
  state_->thread.join();
}

void EventHub::State::run() {
  std::unique_lock lock(mutex);
  while (!stopping) {
    changed.wait(lock, [this] { return stopping || told < known; });
    if (stopping) return;
    lock.unlock();
    const bool read = pump_page();
    lock.lock();
    // A store that cannot be read is asked again when the next entry comes.
    if (!read) known = told;
  }
}

bool EventHub::State::pump_page() {
  std::int64_t from = 0;
  std::int64_t upto = 0;
  {
    const std::lock_guard lock(mutex);
    if (subscribers.empty()) told = known;
    from = told;
    upto = known;
  }
  if (from == upto) return true;
  const auto page = read_page(records, from, upto, kPageEntries);
  if (!page) return false;
  hand_out(*page);
  return true;
}

void EventHub::State::hand_out(const Page& page) {
  const std::lock_guard lock(mutex);
  if (!page.events.empty()) {
    for (const auto& subscriber : subscribers) subscriber->take(page.events);
  }
  told = page.next;
}

void EventHub::notify(std::int64_t last_sequence) {
  {
    const std::lock_guard lock(state_->mutex);
    if (last_sequence <= state_->known) return;
    state_->known = last_sequence;
  }
  state_->changed.notify_one();
}

std::int64_t EventHub::subscribe(const std::shared_ptr<Subscriber>& subscriber) {
  const std::lock_guard lock(state_->mutex);
  state_->subscribers.push_back(subscriber);
  return state_->told;
}

void EventHub::unsubscribe(const Subscriber& subscriber) {
  const std::lock_guard lock(state_->mutex);
  std::erase_if(state_->subscribers, [&](const auto& each) { return each.get() == &subscriber; });
}

std::size_t EventHub::subscribers() const {
  const std::lock_guard lock(state_->mutex);
  return state_->subscribers.size();
}

Result<EventHub::Page> EventHub::replay(std::int64_t after, std::int64_t upto, int limit) const {
  return read_page(state_->records, after, upto, limit);
}

}  // namespace cardea::http
