#include "cardea/http/server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <set>
#include <thread>

#include "connection.hpp"
#include "engine.hpp"
#include "listener.hpp"

namespace cardea::http {
namespace {

using boost::system::error_code;
constexpr std::chrono::milliseconds kPauseAfterFailedAccept{50};

}  // namespace

/// One network thread: its own io_context, its own listening socket, its own connections.
struct Loop {
  asio::io_context io{1};
  asio::ip::tcp::acceptor acceptor{io};
  asio::steady_timer timer{io};
  std::set<Connection*> connections;
  std::thread thread;
};

struct Server::State {
  ServerOptions options;
  Router router;
  Surroundings surroundings;
  std::unique_ptr<TlsContext> tls;
  std::unique_ptr<WorkerPool> pool;
  std::unique_ptr<Engine> engine;
  std::vector<std::unique_ptr<Loop>> loops;
  std::atomic<std::size_t> open_connections = 0;
  std::uint16_t port = 0;
  bool stopped = false;

  State(ServerOptions given, Router routes, Surroundings around)
      : options{std::move(given)}, router{std::move(routes)}, surroundings{around} {}

  Done prepare();
  Done listen();
  void run();
  void stop();

  asio::awaitable<void> accept(Loop& loop);
  asio::awaitable<void> serve(Loop& loop, std::shared_ptr<Transport> transport);
  void take(Loop& loop, asio::ip::tcp::socket socket);
  void stop_loop(Loop& loop);
  asio::awaitable<void> drain(Loop& loop);
};

Done Server::State::prepare() {
  if (options.tls) {
    auto context = make_tls_context(*options.tls);
    if (!context) return pass_on(context);
    tls = std::move(*context);
  }
  if (const Done listening = listen(); !listening) return listening;
  pool = std::make_unique<WorkerPool>(options.workers, options.queue_max);
  engine.reset(new Engine{router, options.limits, surroundings.metrics, surroundings.log, surroundings.events,
                          pool.get(), options.upload_folder, options.tls.has_value()});
  return {};
}

Done Server::State::listen() {
  const auto address = parse_listen_address(options.address, options.tls.has_value());
  if (!address) return pass_on(address);
  asio::ip::tcp::endpoint endpoint(*address, options.port);
  if (const Done free = check_port_free(endpoint); !free) return free;
  for (std::size_t i = 0; i < std::max<std::size_t>(options.threads, 1); ++i) {
    auto loop = std::make_unique<Loop>();
    if (const Done bound = bind_shared(loop->acceptor, endpoint); !bound) return bound;
    error_code ignored;
    endpoint = loop->acceptor.local_endpoint(ignored);
    loops.push_back(std::move(loop));
  }
  port = endpoint.port();
  return {};
}

void Server::State::run() {
  for (const auto& each : loops) {
    Loop& loop = *each;
    asio::co_spawn(loop.io, accept(loop), asio::detached);
    loop.thread = std::thread([&loop] { loop.io.run(); });
  }
}

asio::awaitable<void> Server::State::accept(Loop& loop) {
  while (loop.acceptor.is_open()) {
    error_code error;
    auto socket = co_await loop.acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
    if (!error) {
      take(loop, std::move(socket));
    } else if (loop.acceptor.is_open()) {
      // Out of descriptors, most likely: a pause lets some be given back.
      error_code ignored;
      loop.timer.expires_after(kPauseAfterFailedAccept);
      co_await loop.timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    }
  }
}

void Server::State::take(Loop& loop, asio::ip::tcp::socket socket) {
  if (open_connections >= options.limits.connections_max) {
    surroundings.metrics.count_refused_connection();
    return;
  }
  auto transport = tls ? tls->make_transport(std::move(socket)) : make_tcp_transport(std::move(socket));
  asio::co_spawn(loop.io, serve(loop, std::move(transport)), asio::detached);
}

asio::awaitable<void> Server::State::serve(Loop& loop, std::shared_ptr<Transport> transport) {
  ++open_connections;
  surroundings.metrics.add_connections(1);
  Connection connection(*engine, std::move(transport));
  loop.connections.insert(&connection);
  try {
    co_await connection.run();
  } catch (const std::exception& thrown) {
    surroundings.log.error("connection_failed", typeid(thrown).name());
  }
  loop.connections.erase(&connection);
  surroundings.metrics.add_connections(-1);
  --open_connections;
}

void Server::State::stop_loop(Loop& loop) {
  error_code ignored;
  loop.acceptor.close(ignored);
  loop.timer.cancel();
  for (Connection* connection : loop.connections) connection->stop();
  asio::co_spawn(loop.io, drain(loop), asio::detached);
}

/// Ends what has not ended by itself in time.
asio::awaitable<void> Server::State::drain(Loop& loop) {
  const auto deadline = std::chrono::steady_clock::now() + options.limits.drain;
  error_code ignored;
  while (!loop.connections.empty() && std::chrono::steady_clock::now() < deadline) {
    loop.timer.expires_after(std::chrono::milliseconds(5));
    co_await loop.timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  }
  for (Connection* connection : loop.connections) connection->abort();
}

void Server::State::stop() {
  if (stopped || !engine) return;
  stopped = true;
  engine->stopping = true;
  for (const auto& each : loops) {
    Loop& loop = *each;
    asio::post(loop.io, [this, &loop] { stop_loop(loop); });
  }
  for (const auto& each : loops) {
    if (each->thread.joinable()) each->thread.join();
  }
  pool->stop();
}

Server::Server(std::unique_ptr<State> state) : state_{std::move(state)} {}
Server::~Server() { stop(); }

Result<std::unique_ptr<Server>> Server::start(ServerOptions options, Router router,
                                              Surroundings surroundings) {
  auto state = std::make_unique<State>(std::move(options), std::move(router), surroundings);
  if (const Done ready = state->prepare(); !ready) return pass_on(ready);
  state->run();
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::uint16_t Server::port() const { return state_->port; }

std::string Server::origin() const {
  const bool six = state_->options.address.find(':') != std::string::npos;
  return std::string(state_->tls ? "https://" : "http://") + (six ? "[" : "") + state_->options.address +
         (six ? "]" : "") + ":" + std::to_string(state_->port);
}

void Server::stop() { state_->stop(); }

std::string converse(const Router& router, std::span<const std::string> pieces, const Limits& limits) {
  asio::io_context io{1};
  std::string written;
  Metrics metrics;
  const auto log = make_silent_log();
  Engine engine{router, limits, metrics, *log};
  Connection connection(engine, make_memory_transport(pieces, written, io.get_executor()));
  asio::co_spawn(io, connection.run(), asio::detached);
  io.run();
  return written;
}

}  // namespace cardea::http
