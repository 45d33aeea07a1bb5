#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <mutex>
#include <vector>

#include "cardea/http/event_hub.hpp"
#include "engine.hpp"
#include "transport.hpp"

namespace cardea::http {

/// One open stream of server-sent events: replays what the client missed, then passes on what comes, with a
/// comment every heartbeat so that both sides know the line is alive. A client that does not keep up is cut
/// off; it comes back with Last-Event-ID and loses nothing.
///
/// `run` belongs to the connection's thread; `take` is called by the hub, `end` by the thread that stops the
/// server.
class StreamWriter final : public Subscriber, public std::enable_shared_from_this<StreamWriter> {
 public:
  StreamWriter(Engine& engine, Transport& transport, EventStream asked);

  asio::awaitable<void> run();
  void take(const std::vector<WireEvent>& events) override;
  void end();

 private:
  asio::awaitable<bool> replay(std::int64_t upto);
  asio::awaitable<bool> send(std::string_view text);
  asio::awaitable<bool> still_allowed();
  asio::awaitable<bool> pass_on();
  asio::awaitable<bool> beat();
  void wake();

  Engine& engine_;
  Transport& transport_;
  EventStream asked_;
  asio::any_io_executor executor_;
  asio::steady_timer timer_;
  std::chrono::steady_clock::time_point checked_;

  std::mutex mutex_;
  std::vector<WireEvent> queue_;
  std::size_t queued_bytes_ = 0;
  bool woken_ = false;
  bool too_slow_ = false;
  bool ended_ = false;
};

}  // namespace cardea::http
