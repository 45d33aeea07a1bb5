#include "stream_writer.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "on_worker.hpp"

namespace cardea::http {
namespace {

constexpr int kReplayPage = 500;

}  // namespace

StreamWriter::StreamWriter(Engine& engine, Transport& transport, EventStream asked)
    : engine_{engine},
      transport_{transport},
      asked_{std::move(asked)},
      executor_{transport.executor()},
      timer_{executor_},
      checked_{std::chrono::steady_clock::now()} {}

void StreamWriter::take(const std::vector<WireEvent>& events) {
  const std::lock_guard lock(mutex_);
  for (const WireEvent& event : events) {
    queued_bytes_ += event.text->size();
    queue_.push_back(event);
  }
  if (queued_bytes_ > engine_.limits.stream_backlog_max) {
    too_slow_ = true;
    queue_.clear();
  }
  wake();
}

void StreamWriter::end() {
  const std::lock_guard lock(mutex_);
  ended_ = true;
  wake();
}

void StreamWriter::wake() {
  if (woken_) return;
  woken_ = true;
  asio::post(executor_, [self = shared_from_this()] { self->timer_.cancel(); });
}

asio::awaitable<void> StreamWriter::run() {
  engine_.metrics.add_streams(1);
  const std::int64_t upto = engine_.events->subscribe(shared_from_this());
  bool going = co_await send("retry: 2000\n\n");
  if (going) going = co_await replay(upto);
  while (going) going = co_await pass_on();
  engine_.events->unsubscribe(*this);
  {
    const std::lock_guard lock(mutex_);
    if (too_slow_) engine_.metrics.count_slow_stream();
  }
  engine_.metrics.add_streams(-1);
}

asio::awaitable<bool> StreamWriter::send(std::string_view text) {
  transport_.expires_after(engine_.limits.write_deadline);
  const bool sent = co_await transport_.write(text, std::string_view());
  // Between two writes nobody owes anybody anything.
  transport_.expires_after(std::chrono::hours(24));
  co_return sent;
}

asio::awaitable<bool> StreamWriter::replay(std::int64_t upto) {
  if (!asked_.after) co_return true;
  std::int64_t at = *asked_.after;
  // A client of another life of this node, or one that was away for long, has to ask for everything anew.
  if (at > upto || upto - at > kReplayMax) {
    const std::string reset = "id: " + std::to_string(upto) + "\nevent: reset\ndata: {}\n\n";
    const bool told = co_await send(reset);
    co_return told;
  }
  while (at < upto) {
    Result<EventHub::Page> page = fail(ErrorKind::unavailable, "server_busy");
    std::function<void()> job = [this, &page, at, upto] {
      page = engine_.events->replay(at, upto, kReplayPage);
    };
    const bool ran = co_await on_worker(engine_.pool, job, executor_);
    if (!ran || !page) co_return false;
    std::string text;
    for (const WireEvent& event : page->events) text += *event.text;
    const bool sent = co_await send(text);
    if (!sent) co_return false;
    at = page->next;
  }
  co_return true;
}

/// Sends what waits, or waits for something to send. False ends the stream.
asio::awaitable<bool> StreamWriter::pass_on() {
  std::string text;
  {
    const std::lock_guard lock(mutex_);
    if (ended_ || too_slow_) co_return false;
    for (const WireEvent& event : queue_) text += *event.text;
    queue_.clear();
    queued_bytes_ = 0;
    woken_ = false;
  }
  if (!text.empty()) {
    const bool sent = co_await send(text);
    if (!sent) co_return false;
  }
  const bool alive = co_await beat();
  co_return alive;
}

/// Waits until woken or until the next heartbeat, which also asks whether the session still stands.
asio::awaitable<bool> StreamWriter::beat() {
  const auto due = checked_ + engine_.limits.heartbeat;
  boost::system::error_code woken;
  if (std::chrono::steady_clock::now() < due) {
    timer_.expires_at(due);
    co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, woken));
  }
  if (woken) co_return true;
  checked_ = std::chrono::steady_clock::now();
  const bool allowed = co_await still_allowed();
  if (!allowed) co_return false;
  const bool sent = co_await send(": still here\n\n");
  co_return sent;
}

asio::awaitable<bool> StreamWriter::still_allowed() {
  if (!asked_.still_allowed) co_return true;
  bool allowed = false;
  std::function<void()> job = [this, &allowed] { allowed = asked_.still_allowed(); };
  const bool ran = co_await on_worker(engine_.pool, job, executor_);
  // A full pool is no reason to cut a stream: the next heartbeat asks again.
  co_return !ran || allowed;
}

}  // namespace cardea::http
