#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <string>

#include "cardea/kernel/result.hpp"

namespace cardea::http {

/// Fails `malformed/address_invalid`, and `malformed/plain_http_not_loopback`: without TLS, cookies and
/// personal data would cross a network in clear.
[[nodiscard]] Result<boost::asio::ip::address> parse_listen_address(const std::string& text, bool over_tls);

/// SO_REUSEPORT lets a second server of the same user share a port unnoticed; this looks first, without it.
/// Fails `unavailable/port_in_use`, `unavailable/address_unavailable`.
[[nodiscard]] Done check_port_free(const boost::asio::ip::tcp::endpoint& endpoint);

/// Binds and listens with SO_REUSEPORT: the kernel spreads connections over the network threads.
[[nodiscard]] Done bind_shared(boost::asio::ip::tcp::acceptor& acceptor,
                               const boost::asio::ip::tcp::endpoint& endpoint);

}  // namespace cardea::http
