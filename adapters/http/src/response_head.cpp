#include "response_head.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace cardea::http {
namespace {

constexpr std::string_view kSecurityHeaders =
    "Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: "
    "blob:; "
    "connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(self), microphone=(), geolocation=()\r\n"
    "X-Content-Type-Options: nosniff\r\n";
constexpr std::string_view kStrictTransport =
    "Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n";

std::string_view phrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Status";
  }
}

/// IMF-fixdate (RFC 9110, 5.6.7).
std::string http_date(std::chrono::system_clock::time_point at) {
  constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto second = std::chrono::floor<std::chrono::seconds>(at);
  const auto day = std::chrono::floor<std::chrono::days>(second);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{second - day};
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
                     kDays[std::chrono::weekday{day}.c_encoding()], unsigned{date.day()},
                     kMonths[unsigned{date.month()} - 1], int{date.year()}, time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

/// A value with a line break would end the header early: such a field is left out.
bool is_one_line(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) == text.npos;
}

bool has_length(const Response& response) {
  return response.status >= 200 && response.status != 204 && response.status != 304 && !response.stream;
}

}  // namespace

std::string response_head(const Response& response, const HeadOptions& options) {
  std::string head;
  head.reserve(1024);
  head.append("HTTP/1.1 ")
      .append(std::to_string(response.status))
      .append(" ")
      .append(phrase(response.status));
  head.append("\r\nDate: ").append(http_date(std::chrono::system_clock::now())).append("\r\n");
  for (const auto& [field, value] : response.headers) {
    if (is_one_line(field) && is_one_line(value))
      head.append(field).append(": ").append(value).append("\r\n");
  }
  if (!response.find_header("Cache-Control")) head += "Cache-Control: no-store\r\n";
  head += kSecurityHeaders;
  if (options.over_tls) head += kStrictTransport;
  if (has_length(response)) {
    head.append("Content-Length: ").append(std::to_string(response.content().size())).append("\r\n");
  }
  head += options.keep_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
  return head;
}

}  // namespace cardea::http
