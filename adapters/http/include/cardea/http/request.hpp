#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cardea::http {

enum class Method : std::uint8_t { get, head, post, put, patch, remove, options, other };

/// The method as HTTP writes it (RFC 9110 section 9); `other` for the ones nothing here serves.
[[nodiscard]] constexpr std::string_view name(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::patch:
      return "PATCH";
    case Method::remove:
      return "DELETE";
    case Method::options:
      return "OPTIONS";
    case Method::other:
      return "other";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, Method& method);

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// One request, read whole. Standard types only, so that a handler is plain C++ that a test can call. Names
/// of headers are lower case; `path` and the parameters are percent-decoded.
struct Request {
  Method method = Method::get;
  std::string path;
  Pairs query;
  Pairs headers;
  std::string body;
  std::filesystem::path upload;     ///< the body, when the route takes it to a file; removed after the answer
  std::string route;                ///< pattern that matched, "/api/v1/inspections/{id}"; empty when none did
  std::vector<std::string> values;  ///< what stood for the {names} of the pattern, in order
  bool over_tls = false;
  bool from_loopback = false;
  std::string client_certificate;  ///< SHA-256 in hex of the one that TLS verified; empty without

  /// Null when the header is absent. A header that came twice is joined with ", ".
  [[nodiscard]] const std::string* find_header(std::string_view lower_case_name) const;
  /// Null when the parameter is absent.
  [[nodiscard]] const std::string* find_query(std::string_view parameter) const;
  /// Value of a cookie (RFC 6265); nothing when absent or sent twice.
  [[nodiscard]] std::optional<std::string> find_cookie(std::string_view cookie) const;
};

/// Asks for the stream of events instead of a body.
struct EventStream {
  std::optional<std::int64_t> after;    ///< replay what came after; nothing: begin with what comes next
  std::function<bool()> still_allowed;  ///< asked on a worker at every heartbeat; false ends the stream
};

/// One answer. Security headers, Content-Length, Date and Connection are added by the server.
struct Response {
  int status = 200;
  Pairs headers;
  std::string body;
  /// A body that stays in memory, such as a file of the web application: shared because the bytes must
  /// outlive the write even when the table they come from is replaced.
  std::shared_ptr<const std::string> shared_body;
  std::optional<EventStream> stream;
  std::string_view code;  ///< reason word of a problem, for the log; empty when it went well

  [[nodiscard]] const std::string* find_header(std::string_view header) const;
  [[nodiscard]] std::string_view content() const { return shared_body ? *shared_body : body; }
};

using Handler = std::function<Response(const Request&)>;

}  // namespace cardea::http
