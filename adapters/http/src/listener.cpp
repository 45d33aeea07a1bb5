#include "listener.hpp"

#include <sys/socket.h>
#include <boost/asio/detail/socket_option.hpp>
#include <boost/asio/io_context.hpp>

namespace cardea::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

Failure translate(const error_code& error) {
  if (error == asio::error::address_in_use) return fail(ErrorKind::unavailable, "port_in_use");
  if (error == asio::error::access_denied) return fail(ErrorKind::forbidden, "port_forbidden");
  return fail(ErrorKind::unavailable, "address_unavailable", error.message());
}

Done bind(tcp::acceptor& acceptor, const tcp::endpoint& endpoint, bool shared) {
  error_code error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error && shared) acceptor.set_option(ReusePort(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return translate(error);
  return {};
}

}  // namespace

Result<asio::ip::address> parse_listen_address(const std::string& text, bool over_tls) {
  error_code error;
  const auto address = asio::ip::make_address(text, error);
  if (error) return fail(ErrorKind::malformed, "address_invalid");
  if (!over_tls && !address.is_loopback()) return fail(ErrorKind::malformed, "plain_http_not_loopback");
  return address;
}

Done check_port_free(const tcp::endpoint& endpoint) {
  if (endpoint.port() == 0) return {};
  asio::io_context io;
  tcp::acceptor probe(io);
  return bind(probe, endpoint, false);
}

Done bind_shared(tcp::acceptor& acceptor, const tcp::endpoint& endpoint) {
  return bind(acceptor, endpoint, true);
}

}  // namespace cardea::http
