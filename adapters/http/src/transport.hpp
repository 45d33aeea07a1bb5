#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/http/server.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::http {

namespace asio = boost::asio;

/// Whether the client may still be sending when the connection is closed.
enum class Leftover : std::uint8_t { nothing, unread };

/// A stream of bytes to one client: TCP, TLS, or memory in tests. Used by one thread, the one of its
/// io_context.
///
/// Rule of this folder (docs/adr/0007): coroutine parameters are references, pointers or types with
/// constructors, and no lambda and no braces stand inside a co_await expression: g++ 12 destroys such
/// temporaries twice.
class Transport {
 public:
  Transport() = default;
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  virtual ~Transport() = default;

  /// Makes the connection usable (the handshake of TLS). False when that failed.
  virtual asio::awaitable<bool> open() = 0;
  /// Bytes read; 0 when the client closed, the deadline passed or the connection broke: `timed_out` tells.
  virtual asio::awaitable<std::size_t> read_some(asio::mutable_buffer into) = 0;
  /// Writes both pieces whole; false when that failed.
  virtual asio::awaitable<bool> write(std::string_view head, std::string_view body) = 0;
  /// Ends politely: no more bytes from us. With `unread` what the client still sends is drained for a moment,
  /// so that the last answer is not lost in a reset.
  virtual asio::awaitable<void> close(Leftover leftover) = 0;

  /// Until when the operations that follow may take, all together.
  virtual void expires_after(std::chrono::milliseconds patience) = 0;
  [[nodiscard]] virtual bool timed_out() const = 0;
  /// Ends everything at once; operations under way fail.
  virtual void abort() = 0;
  [[nodiscard]] virtual bool from_loopback() const = 0;
  /// SHA-256 in hex of the verified certificate of the client; empty without.
  [[nodiscard]] virtual std::string client_certificate() const { return {}; }
  [[nodiscard]] virtual asio::any_io_executor executor() = 0;
};

[[nodiscard]] std::shared_ptr<Transport> make_tcp_transport(asio::ip::tcp::socket socket);

/// Certificate and key, ready for TLS 1.3. Shared by all connections of a server.
class TlsContext {
 public:
  virtual ~TlsContext() = default;
  [[nodiscard]] virtual std::shared_ptr<Transport> make_transport(asio::ip::tcp::socket socket) = 0;
};
/// Fails `malformed/tls_files_invalid`; the detail names which.
[[nodiscard]] Result<std::unique_ptr<TlsContext>> make_tls_context(const TlsFiles& files);

/// Arrivals are read one piece at a time; an empty piece is a client that stalls until the deadline. What is
/// written is appended to `written`, which the caller owns.
[[nodiscard]] std::shared_ptr<Transport> make_memory_transport(std::span<const std::string> arrivals,
                                                               std::string& written,
                                                               asio::any_io_executor executor);

}  // namespace cardea::http
