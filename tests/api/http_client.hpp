#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "cardea/kernel/json.hpp"

namespace cardea::test {

struct Answer {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< lower-case names
  std::string body;

  [[nodiscard]] std::string header(std::string_view name) const;
  [[nodiscard]] json::value json() const;  ///< null when the body is not JSON
  [[nodiscard]] std::string code() const;  ///< of a problem; empty otherwise
};

using Headers = std::map<std::string, std::string>;

/// One keep-alive connection over loopback, with the cookie and CSRF token of a session once it has one.
/// Opens a new connection when the server closed the old one.
class HttpClient {
 public:
  explicit HttpClient(std::uint16_t port) : port_{port} {}
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Sends Content-Type `application/json` with a body unless `headers` says otherwise. A header with an
  /// empty value is not sent at all.
  Answer call(std::string_view method, std::string_view target, std::string_view body = {},
              const Headers& headers = {});
  Answer sign_in(std::string_view user_name, std::string_view password);
  /// Takes cookie and token from an answer that opened a session.
  void keep_session(const Answer& opened);
  void forget_session();

  void send(std::string_view bytes);
  /// Reads until `mark` is there; what is read stays. False when the server closed first.
  bool read_until(std::string_view mark);
  /// Forgets what was read up to the end of the first `mark`.
  void forget_through(std::string_view mark);
  [[nodiscard]] const std::string& received() const { return received_; }

 private:
  void open();
  void close();
  bool read_some();
  Answer take_answer(bool head);

  std::uint16_t port_;
  int descriptor_ = -1;
  std::string received_;
  std::string cookie_;
  std::string csrf_;
};

}  // namespace cardea::test
