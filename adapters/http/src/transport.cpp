#include "transport.hpp"

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/hash.hpp"

// The one unit that instantiates the sockets of Asio.

namespace cardea::http {
namespace {

using tcp = asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kDrainPatience{1000};
constexpr std::size_t kDrainMax = std::size_t{8} << 20;

/// One timer for the whole life of a connection: moving the deadline is one store, and the timer looks at it
/// when it fires.
class Watchdog : public std::enable_shared_from_this<Watchdog> {
 public:
  explicit Watchdog(tcp::socket& socket) : socket_{&socket}, timer_{socket.get_executor()} {}

  void expires_after(std::chrono::milliseconds patience) {
    deadline_ = Clock::now() + patience;
    expired_ = false;
    if (!armed_ || deadline_ < timer_.expiry()) arm();
  }
  [[nodiscard]] bool expired() const { return expired_; }
  void release() {
    socket_ = nullptr;
    timer_.cancel();
  }

 private:
  void arm() {
    armed_ = true;
    timer_.expires_at(deadline_);
    // shared_ptr in the handler: it may be queued when the connection ends.
    timer_.async_wait([self = shared_from_this()](const error_code& error) { self->fired(error); });
  }
  void fired(const error_code& error) {
    if (error || !socket_) return;
    armed_ = false;
    if (Clock::now() < deadline_) return arm();
    expired_ = true;
    // Cancelled, not closed: a client that was too slow can still be told so.
    error_code ignored;
    socket_->cancel(ignored);
  }

  tcp::socket* socket_;
  asio::steady_timer timer_;
  Clock::time_point deadline_{};
  bool armed_ = false;
  bool expired_ = false;
};

/// What TCP and TLS share: `Stream` is the socket itself or the TLS stream over it.
template <class Stream>
class SocketTransport : public Transport {
 public:
  template <class... Arguments>
  explicit SocketTransport(tcp::socket socket, Arguments&... arguments)
      : stream_(std::move(socket), arguments...), watchdog_{std::make_shared<Watchdog>(lowest())} {
    error_code ignored;
    lowest().set_option(tcp::no_delay(true), ignored);
    const auto peer = lowest().remote_endpoint(ignored);
    from_loopback_ = !ignored && peer.address().is_loopback();
  }
  ~SocketTransport() override { watchdog_->release(); }

  asio::awaitable<std::size_t> read_some(asio::mutable_buffer into) override {
    if (watchdog_->expired()) co_return 0;
    error_code error;
    const std::size_t read =
        co_await stream_.async_read_some(into, asio::redirect_error(asio::use_awaitable, error));
    co_return error ? 0 : read;
  }

  asio::awaitable<bool> write(std::string_view head, std::string_view body) override {
    const std::array<asio::const_buffer, 2> pieces{asio::buffer(head.data(), head.size()),
                                                   asio::buffer(body.data(), body.size())};
    if (watchdog_->expired()) co_return false;
    error_code error;
    co_await asio::async_write(stream_, pieces, asio::redirect_error(asio::use_awaitable, error));
    co_return !error;
  }

  asio::awaitable<void> close(Leftover leftover) override {
    expires_after(kDrainPatience);
    co_await finish();
    error_code ignored;
    lowest().shutdown(tcp::socket::shutdown_send, ignored);
    if (leftover == Leftover::unread) co_await drain();
    lowest().close(ignored);
  }

  void expires_after(std::chrono::milliseconds patience) override { watchdog_->expires_after(patience); }
  bool timed_out() const override { return watchdog_->expired(); }
  void abort() override {
    error_code ignored;
    lowest().close(ignored);
  }
  bool from_loopback() const override { return from_loopback_; }
  asio::any_io_executor executor() override { return lowest().get_executor(); }

 protected:
  virtual asio::awaitable<void> finish() = 0;
  asio::awaitable<void> drain() {
    std::array<char, 4096> scratch;
    error_code error;
    for (std::size_t drained = 0; !error && drained < kDrainMax && !watchdog_->expired();) {
      const std::size_t read = co_await lowest().async_read_some(
          asio::buffer(scratch), asio::redirect_error(asio::use_awaitable, error));
      drained += read;
    }
  }
  [[nodiscard]] tcp::socket& lowest() {
    if constexpr (std::is_same_v<Stream, tcp::socket>) {
      return stream_;
    } else {
      return stream_.next_layer();
    }
  }

  Stream stream_;
  std::shared_ptr<Watchdog> watchdog_;  // shared: its timer's handler may outlive the connection
  bool from_loopback_ = false;
};

class TcpTransport final : public SocketTransport<tcp::socket> {
 public:
  using SocketTransport::SocketTransport;
  asio::awaitable<bool> open() override { co_return true; }

 protected:
  asio::awaitable<void> finish() override { co_return; }
};

using TlsStream = asio::ssl::stream<tcp::socket>;

class TlsTransport final : public SocketTransport<TlsStream> {
 public:
  using SocketTransport::SocketTransport;
  asio::awaitable<bool> open() override {
    error_code error;
    co_await stream_.async_handshake(TlsStream::server, asio::redirect_error(asio::use_awaitable, error));
    if (!error) client_certificate_ = digest_of_client();
    co_return !error;
  }
  std::string client_certificate() const override { return client_certificate_; }

 protected:
  /// Says that we end; the client's own farewell is not waited for.
  asio::awaitable<void> finish() override {
    SSL_set_shutdown(stream_.native_handle(), SSL_RECEIVED_SHUTDOWN);
    error_code error;
    co_await stream_.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
  }

 private:
  [[nodiscard]] std::string digest_of_client() {
    const std::unique_ptr<X509, decltype(&X509_free)> certificate{
        SSL_get1_peer_certificate(stream_.native_handle()), &X509_free};
    if (!certificate || SSL_get_verify_result(stream_.native_handle()) != X509_V_OK) return {};
    Digest digest{};
    if (X509_digest(certificate.get(), EVP_sha256(), digest.data(), nullptr) != 1) return {};
    return to_hex(digest);
  }

  std::string client_certificate_;
};

class OpenSslContext final : public TlsContext {
 public:
  OpenSslContext() : context_{asio::ssl::context::tls_server} {
    SSL_CTX_set_min_proto_version(context_.native_handle(), TLS1_3_VERSION);
    SSL_CTX_set_options(context_.native_handle(), SSL_OP_NO_RENEGOTIATION);
  }
  Done load(const TlsFiles& files) {
    error_code error;
    context_.use_certificate_chain_file(files.certificate_pem, error);
    if (error) return fail(ErrorKind::malformed, "tls_files_invalid", "certificate");
    context_.use_private_key_file(files.key_pem, asio::ssl::context::pem, error);
    if (error) return fail(ErrorKind::malformed, "tls_files_invalid", "key");
    if (SSL_CTX_check_private_key(context_.native_handle()) != 1) {
      return fail(ErrorKind::malformed, "tls_files_invalid", "key does not belong to certificate");
    }
    return files.client_authority_pem.empty() ? Done{} : ask_for_certificates(files.client_authority_pem);
  }
  std::shared_ptr<Transport> make_transport(tcp::socket socket) override {
    return std::make_shared<TlsTransport>(std::move(socket), context_);
  }

 private:
  Done ask_for_certificates(const std::string& authority_pem) {
    error_code error;
    context_.load_verify_file(authority_pem, error);
    STACK_OF(X509_NAME)* names = error ? nullptr : SSL_load_client_CA_file(authority_pem.c_str());
    if (!names) return fail(ErrorKind::malformed, "tls_files_invalid", "client authority");
    SSL_CTX_set_client_CA_list(context_.native_handle(), names);
    // Sessions are not resumed: each connection shows its certificate anew.
    SSL_CTX_set_session_cache_mode(context_.native_handle(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context_.native_handle(), 0);
    context_.set_verify_mode(asio::ssl::verify_peer);
    return {};
  }

  asio::ssl::context context_;
};

}  // namespace

std::shared_ptr<Transport> make_tcp_transport(tcp::socket socket) {
  return std::make_shared<TcpTransport>(std::move(socket));
}

Result<std::unique_ptr<TlsContext>> make_tls_context(const TlsFiles& files) {
  auto context = std::make_unique<OpenSslContext>();
  if (const Done loaded = context->load(files); !loaded) return pass_on(loaded);
  return std::unique_ptr<TlsContext>(std::move(context));
}

}  // namespace cardea::http
