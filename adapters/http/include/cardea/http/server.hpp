#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cardea/http/event_hub.hpp"
#include "cardea/http/log.hpp"
#include "cardea/http/metrics.hpp"
#include "cardea/http/router.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::http {

/// What a client may ask of the server's patience and memory.
struct Limits {
  std::size_t header_max = std::size_t{16} << 10;
  std::chrono::milliseconds header_deadline{10'000};
  std::chrono::milliseconds body_deadline{30'000};     ///< for a whole body
  std::chrono::milliseconds upload_deadline{600'000};  ///< for a whole upload
  std::chrono::milliseconds idle_deadline{65'000};     ///< between two requests of one connection
  std::chrono::milliseconds write_deadline{30'000};
  std::chrono::milliseconds heartbeat{15'000};              ///< of an event stream
  std::size_t stream_backlog_max = std::size_t{256} << 10;  ///< bytes not yet sent; more is a slow client
  std::size_t connections_max = 8192;
  std::chrono::milliseconds drain{5'000};  ///< how long stop() waits for requests under way
};

struct TlsFiles {
  std::string certificate_pem;  ///< path of the chain, leaf first
  std::string key_pem;          ///< path of the private key
  /// Path of the authority that issues officers' certificates; empty: none is asked for. A client may come
  /// without one; a certificate of another authority, or one that has expired, ends the handshake.
  std::string client_authority_pem = {};
};

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  ///< 0 takes any free one
  std::optional<TlsFiles> tls;
  std::size_t threads = 1;   ///< network threads; HTTP costs some 20 us a request
  std::size_t workers = 32;  ///< they wait for commits together, so more workers make larger commits
  std::size_t queue_max = 256;
  std::string upload_folder;  ///< for bodies that go to files; empty: the system's
  Limits limits;
};

/// What the server tells. All are borrowed and must outlive it; `events` may be null when no route streams.
struct Surroundings {
  Metrics& metrics;
  Log& log;
  EventHub* events = nullptr;
};

/// HTTP/1.1 over TCP or TLS 1.3 (RFC 9110, 9112). Network threads run coroutines; handlers are plain
/// functions on a bounded pool of workers: when its queue is full the answer is 503 with Retry-After, at
/// once.
class Server {
 public:
  /// Listens and serves until `stop`. Fails `unavailable/port_in_use`, `unavailable/address_unavailable`,
  /// `malformed/address_invalid`, `malformed/plain_http_not_loopback`, `malformed/tls_files_invalid`.
  [[nodiscard]] static Result<std::unique_ptr<Server>> start(ServerOptions options, Router router,
                                                             Surroundings surroundings);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  /// "https://127.0.0.1:8443"
  [[nodiscard]] std::string origin() const;
  /// Takes no new connection, ends idle ones and streams, lets requests under way finish, then returns. May
  /// be called more than once.
  void stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// What one connection without a network does when these pieces of bytes arrive one after the other and the
/// client then closes its side; an empty piece is a client that stalls past the deadline. The answer is every
/// byte the server sent. Handlers run in place. For tests and fuzzing: the same code serves real sockets.
[[nodiscard]] std::string converse(const Router& router, std::span<const std::string> pieces,
                                   const Limits& limits = {});

}  // namespace cardea::http
