#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace cardea::http {

/// A raw client on loopback, for tests: what it sends is exactly what arrives.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : descriptor_{::socket(AF_INET, SOCK_STREAM, 0)} {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(descriptor_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
  }
  ~RawClient() { ::close(descriptor_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] bool connected() const { return connected_; }
  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  /// Reads until `mark` has arrived or the server closes; everything read so far is kept.
  const std::string& read_until(std::string_view mark) {
    while (received_.find(mark) == std::string::npos && read_some()) {
    }
    return received_;
  }
  const std::string& read_to_end() {
    while (read_some()) {
    }
    return received_;
  }
  void forget() { received_.clear(); }

 private:
  bool read_some() {
    char buffer[4096];
    const auto read = ::recv(descriptor_, buffer, sizeof buffer, 0);
    if (read <= 0) return false;
    received_.append(buffer, static_cast<std::size_t>(read));
    return true;
  }
  int descriptor_;
  bool connected_ = false;
  std::string received_;
};

}  // namespace cardea::http
