#include "connection.hpp"

#include <boost/asio/buffer.hpp>

#include "cardea/http/problem.hpp"
#include "cardea/kernel/check.hpp"
#include "on_worker.hpp"
#include "response_head.hpp"

namespace cardea::http {
namespace {

constexpr std::size_t kReadSize = std::size_t{16} << 10;
/// While we work the client waits for us, not we for the client.
constexpr std::chrono::milliseconds kOurTurn = std::chrono::hours(24);
/// One of the places that a route has for requests under way.
class Place {
 public:
  explicit Place(const Route& route) : route_{route}, taken_{route.under_way->fetch_add(1) + 1} {}
  ~Place() { route_.under_way->fetch_sub(1); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  [[nodiscard]] bool free() const {
    return route_.options.at_once_max == 0 || taken_ <= route_.options.at_once_max;
  }

 private:
  const Route& route_;
  std::size_t taken_;
};

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

Connection::Connection(Engine& engine, std::shared_ptr<Transport> transport)
    : engine_{engine}, transport_{std::move(transport)}, executor_{transport_->executor()} {}

asio::awaitable<void> Connection::run() {
  transport_->expires_after(engine_.limits.header_deadline);
  bool going = co_await transport_->open();
  if (!going) co_return;
  while (going) going = co_await serve_one();
  const Leftover leftover = close_after_ || !inbox_.empty() ? Leftover::unread : Leftover::nothing;
  if (!over_) co_await transport_->close(leftover);
}

void Connection::stop() {
  if (stream_) stream_->end();
  if (idle_) transport_->abort();
}

void Connection::abort() {
  if (stream_) stream_->end();
  transport_->abort();
}

/// One request, one answer. False when the connection ends.
asio::awaitable<bool> Connection::serve_one() {
  begin();
  co_await read_header();
  if (over_) co_return false;
  if (!answer_) route();
  if (!answer_) co_await look_before_body();
  if (!answer_) co_await read_body();
  if (over_) co_return false;
  if (!answer_) co_await handle();
  if (answer_->stream && engine_.events) {
    co_await write_stream();
    co_return false;
  }
  const bool keep = keeps_alive();
  co_await write_answer();
  co_return keep && !over_ && !engine_.stopping;
}

void Connection::begin() {
  reader_.emplace(engine_.limits.header_max);
  request_ = {};
  request_.method = Method::other;
  route_ = nullptr;
  answer_.reset();
  upload_.reset();
  idle_ = inbox_.empty();
  started_ = std::chrono::steady_clock::now();
}

asio::awaitable<void> Connection::read_header() {
  transport_->expires_after(idle_ ? engine_.limits.idle_deadline : engine_.limits.header_deadline);
  while (!reader_->header_done() && !reader_->error()) {
    if (inbox_.empty()) {
      const bool first = idle_;
      co_await read_more();
      if (over_ || answer_) co_return;
      // From its first byte on, the whole header has one deadline: a slow sender cannot stretch it.
      if (first) transport_->expires_after(engine_.limits.header_deadline);
    }
    const std::size_t used = reader_->feed(inbox_);
    inbox_.erase(0, used);
    if (reader_->header_done() || reader_->error()) break;
    co_await read_more();
    if (over_ || answer_) co_return;
  }
  started_ = std::chrono::steady_clock::now();
  if (reader_->error()) refuse(*reader_->error());
}

asio::awaitable<void> Connection::read_more() {
  const std::size_t before = inbox_.size();
  inbox_.resize(before + kReadSize);
  const asio::mutable_buffer space(inbox_.data() + before, kReadSize);
  const std::size_t read = co_await transport_->read_some(space);
  inbox_.resize(before + read);
  if (read == 0) {
    lost();
  } else {
    idle_ = false;
  }
}

/// The client closed or stalled. Between requests that is the end; within one, a stall is answered.
void Connection::lost() {
  if (transport_->timed_out() && !idle_) {
    refuse({ErrorKind::malformed, "http_timeout", {}});
  } else {
    over_ = true;
  }
}

/// Answers and ends the connection: what follows in the stream of bytes cannot be trusted.
void Connection::refuse(const Error& error) {
  answer_ = problem(error);
  close_after_ = true;
}

void Connection::route() {
  auto header = reader_->header();
  if (!header) return refuse(header.error());
  request_ = std::move(*header);
  request_.over_tls = engine_.over_tls;
  request_.from_loopback = transport_->from_loopback();
  request_.client_certificate = transport_->client_certificate();
  Matched matched = engine_.router.match(request_.method, reader_->encoded_path());
  if (!matched.route) {
    answer_ = std::move(matched.refusal);
    close_after_ = close_after_ || !reader_->done();
    return;
  }
  route_ = matched.route;
  request_.route = route_->pattern;
  request_.values = std::move(matched.values);
}

asio::awaitable<void> Connection::look_before_body() {
  if (!route_->options.before_body) co_return;
  std::function<void()> job = [this] {
    const Handler look = [this](const Request& request) {
      auto early = route_->options.before_body(request);
      if (early) answer_ = std::move(early);
      return Response{};
    };
    const Response thrown = call(look);
    if (thrown.status == 500) answer_ = thrown;
  };
  co_await run_job(job);
  if (answer_) close_after_ = close_after_ || !reader_->done();
}

asio::awaitable<void> Connection::read_body() {
  if (reader_->done()) co_return;
  const RouteOptions& options = route_->options;
  const Done wanted = reader_->want_body(options.body, options.body_max, engine_.upload_folder);
  if (!wanted) {
    refuse(wanted.error());
    co_return;
  }
  transport_->expires_after(options.body == BodyKind::file ? engine_.limits.upload_deadline
                                                           : engine_.limits.body_deadline);
  if (reader_->expects_continue() && inbox_.empty()) {
    const bool told = co_await transport_->write(kContinue, std::string_view());
    over_ = over_ || !told;
  }
  while (!over_ && !answer_ && !reader_->done()) {
    const std::size_t used = reader_->feed(inbox_);
    inbox_.erase(0, used);
    if (reader_->error()) refuse(*reader_->error());
    if (!answer_ && !reader_->done()) co_await read_more();
  }
  if (over_ || answer_) co_return;
  upload_ = reader_->take_file();
  if (upload_) request_.upload = upload_->path();
  request_.body = reader_->take_body();
}

asio::awaitable<void> Connection::handle() {
  if (route_->options.run_on == RunOn::network) {
    answer_ = call(route_->handler);
    co_return;
  }
  const Place place(*route_);
  if (!place.free()) {
    engine_.metrics.count_queue_full();
    answer_ = problem({ErrorKind::unavailable, "server_busy", {}});
    co_return;
  }
  std::function<void()> job = [this] { answer_ = call(route_->handler); };
  co_await run_job(job);
}

asio::awaitable<void> Connection::run_job(std::function<void()>& job) {
  transport_->expires_after(kOurTurn);
  const bool ran = co_await on_worker(engine_.pool, job, executor_);
  if (engine_.pool) engine_.metrics.set_queue(engine_.pool->waiting());
  if (ran) co_return;
  engine_.metrics.count_queue_full();
  answer_ = problem({ErrorKind::unavailable, engine_.stopping ? "server_stopping" : "server_busy", {}});
}

/// The edge of a request: whatever a handler throws ends here, as 500.
Response Connection::call(const Handler& handler) const {
  try {
    return handler(request_);
  } catch (const InvariantBroken& broken) {
    engine_.log.error("invariant_broken", broken.what());
  } catch (const std::exception& thrown) {
    // The text of a foreign exception may hold anything: its type and the route say where to look.
    engine_.log.error("handler_failed", std::string(typeid(thrown).name()) + " at " + request_.route);
  }
  return problem({ErrorKind::broken, "internal", {}});
}

bool Connection::keeps_alive() const {
  return !close_after_ && !engine_.stopping && reader_->done() && reader_->keep_alive();
}

asio::awaitable<void> Connection::write_answer() {
  HeadOptions options;
  options.keep_alive = keeps_alive();
  options.over_tls = engine_.over_tls;
  answer_->stream.reset();
  const std::string head = response_head(*answer_, options);
  const std::string_view body = request_.method == Method::head ? std::string_view() : answer_->content();
  account();
  transport_->expires_after(engine_.limits.write_deadline);
  const bool written = co_await transport_->write(head, body);
  over_ = over_ || !written;
}

asio::awaitable<void> Connection::write_stream() {
  HeadOptions options;
  options.keep_alive = false;
  options.over_tls = engine_.over_tls;
  account();
  const std::string head = response_head(*answer_, options);
  transport_->expires_after(engine_.limits.write_deadline);
  const bool written = co_await transport_->write(head, std::string_view());
  if (!written || request_.method == Method::head) co_return;
  stream_ = std::make_shared<StreamWriter>(engine_, *transport_, std::move(*answer_->stream));
  if (engine_.stopping) stream_->end();
  co_await stream_->run();
  stream_.reset();
}

void Connection::account() const {
  const auto took =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - started_);
  const std::string_view pattern = route_ ? std::string_view(route_->pattern) : std::string_view("none");
  const std::string_view method = name(request_.method);
  engine_.metrics.count_request(method, pattern, answer_->status, took);
  engine_.log.request({method, pattern, answer_->status, took, answer_->code});
}

}  // namespace cardea::http
