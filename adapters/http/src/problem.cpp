#include "cardea/http/problem.hpp"

#include <array>
#include <boost/describe.hpp>

#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::http {
namespace {

struct Place {
  std::string pointer;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Place, (), (pointer, reason))

struct Body {
  std::string type;
  std::string title;
  int status = 0;
  std::string code;
  std::string detail;
  std::vector<Place> errors;
};
BOOST_DESCRIBE_STRUCT(Body, (), (type, title, status, code, detail, errors))

struct OtherStatus {
  std::string_view reason;
  int status;
};

/// Reasons whose status is not that of their kind. api/errors.md lists the same.
constexpr std::array kOtherStatus{
    OtherStatus{"http_header_too_large", 431},
    OtherStatus{"http_body_too_large", 413},
    OtherStatus{"http_timeout", 408},
    OtherStatus{"http_version_unsupported", 505},
    OtherStatus{"http_expectation_failed", 417},
    OtherStatus{"method_not_allowed", 405},
    OtherStatus{"media_type_unsupported", 415},
    OtherStatus{"if_match_required", 428},
    OtherStatus{"revision_mismatch", 412},
    OtherStatus{"json_too_large", 413},
    OtherStatus{"session_required", 401},
    OtherStatus{"session_unknown", 401},
    OtherStatus{"session_idle", 401},
    OtherStatus{"session_expired", 401},
    OtherStatus{"officer_inactive", 401},
    OtherStatus{"sign_in_refused", 401},
    OtherStatus{"locked_out", 429},
    OtherStatus{"session_locked", 423},
    OtherStatus{"client_certificate_missing", 401},
    OtherStatus{"client_certificate_unknown", 401},
    OtherStatus{"second_factor_required", 401},
    OtherStatus{"second_factor_wrong", 401},
};

int status_of_kind(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::malformed:
      return 400;
    case ErrorKind::not_found:
      return 404;
    case ErrorKind::conflict:
      return 409;
    case ErrorKind::forbidden:
      return 403;
    case ErrorKind::unavailable:
      return 503;
    case ErrorKind::broken:
      return 500;
  }
  __builtin_unreachable();
}

/// The codec says where by a JSON pointer; its other errors say it in words.
bool has_pointer(std::string_view reason) {
  constexpr std::array<std::string_view, 5> kReasons{
      "json_missing_field", "json_unknown_field", "json_wrong_type", "json_out_of_range", "json_bad_value"};
  for (const std::string_view candidate : kReasons) {
    if (candidate == reason) return true;
  }
  return false;
}

std::string retry_after(const Error& error) {
  const auto seconds = parse_number(error.detail);
  return seconds ? error.detail : std::string("1");
}

}  // namespace

int status_of(const Error& error) {
  for (const OtherStatus& other : kOtherStatus) {
    if (other.reason == error.reason) return other.status;
  }
  return status_of_kind(error.kind);
}

Response problem(const Error& error) {
  Body body{"/problems/" + std::string(error.reason),
            std::string(name(error.kind)),
            status_of(error),
            std::string(error.reason),
            {},
            {}};
  if (error.kind != ErrorKind::broken) body.detail = error.detail;
  if (has_pointer(error.reason)) body.errors.push_back({error.detail, body.code});
  Response response;
  response.status = body.status;
  response.code = error.reason;
  response.headers.emplace_back("Content-Type", "application/problem+json");
  if (body.status == 503 || body.status == 429)
    response.headers.emplace_back("Retry-After", retry_after(error));
  response.body = write_json(body);
  return response;
}

Response json_response(int status, std::string text) {
  Response response;
  response.status = status;
  response.headers.emplace_back("Content-Type", "application/json");
  response.body = std::move(text);
  return response;
}

}  // namespace cardea::http
