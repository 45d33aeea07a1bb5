#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cardea/kernel/result.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"

namespace cardea::http {

/// One event as it goes over the wire: shared because every open stream sends the same bytes.
struct WireEvent {
  std::int64_t sequence = 0;
  std::shared_ptr<const std::string> text;
};

/// One client that listens. Filled by the hub's thread, emptied by the stream.
class Subscriber {
 public:
  virtual ~Subscriber() = default;
  /// Called on the hub's thread; must not wait.
  virtual void take(const std::vector<WireEvent>& events) = 0;
};

/// Turns journal entries into server-sent events and hands them to whoever listens. One thread reads the
/// journal, once for all streams. Only entries without personal data become events, and of those only
/// sequence, type, subject and time: who may see more asks the API. Thread-safe.
class EventHub {
 public:
  explicit EventHub(const ports::Records& records);
  ~EventHub();
  EventHub(const EventHub&) = delete;
  EventHub& operator=(const EventHub&) = delete;

  /// Something was recorded, up to this sequence. Returns at once.
  void notify(std::int64_t last_sequence);
  /// From the next event on, until `unsubscribe`. The answer is the last sequence that this subscriber will
  /// not be given.
  [[nodiscard]] std::int64_t subscribe(const std::shared_ptr<Subscriber>& subscriber);
  /// Once this returns, the subscriber is not called any more.
  void unsubscribe(const Subscriber& subscriber);
  [[nodiscard]] std::size_t subscribers() const;

  /// Events of entries in (after, upto], for a stream that comes back. Gives at most `limit` entries' worth;
  /// `next` is where to go on. Reads the store: call it on a worker.
  struct Page {
    std::vector<WireEvent> events;
    std::int64_t next = 0;
  };
  [[nodiscard]] Result<Page> replay(std::int64_t after, std::int64_t upto, int limit) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Entries further back than this are not replayed: the client is sent `event: reset` and asks for all anew.
inline constexpr std::int64_t kReplayMax = 10'000;

}  // namespace cardea::http
