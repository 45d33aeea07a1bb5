#include <boost/describe.hpp>

#include "api_common.hpp"
#include "api_session_body.hpp"

namespace cardea::http {
namespace {

struct SignInBody {
  std::string user_name;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (user_name, password))

struct OfficerBody {
  OfficerId id;
  std::string user_name;
  std::string display_name;
  std::vector<std::string> roles;
};
BOOST_DESCRIBE_STRUCT(OfficerBody, (), (id, user_name, display_name, roles))

struct SessionBody {
  OfficerBody officer;
  std::string csrf_token;
  Instant expires_at;
  std::optional<Instant> idle_until;
};
BOOST_DESCRIBE_STRUCT(SessionBody, (), (officer, csrf_token, expires_at, idle_until))

OfficerBody officer_body(const ports::Caller& caller) {
  return {caller.officer_id, caller.user_name, caller.display_name, ports::roles_now(caller)};
}

std::string set_cookie(const Request& request, std::string_view value, std::string_view life) {
  std::string cookie(cookie_name(request));
  cookie.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Strict");
  if (request.over_tls) cookie += "; Secure";
  return cookie.append(life);
}

Result<Response> sign_in(const ApiParts& parts, const Request& request) {
  auto body = read_body<SignInBody>(request);
  if (!body) return pass_on(body);
  const administration::SecretText password(std::move(body->password));
  const auto opened = parts.administration.sign_in(body->user_name, password);
  if (!opened) return pass_on(opened);
  return session_opened(request, *opened);
}

Result<Response> get_session(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  return reply(200, SessionBody{officer_body(session->caller), session->csrf_token.reveal(),
                                session->expires_at, session->idle_until});
}

Result<Response> sign_out(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const Done closed = parts.administration.sign_out(session->caller);
  if (!closed) return pass_on(closed);
  Response response;
  response.status = 204;
  response.headers.emplace_back("Set-Cookie", set_cookie(request, "", "; Max-Age=0"));
  return response;
}

/// Each attempt takes 64 MiB and a good part of a second of a processor for its hash: a crowd of them, from
/// officers or from a stranger, may not take the workers of the lanes.
constexpr std::size_t kSignInsAtOnce = 8;

RouteOptions sign_in_body() {
  RouteOptions options = json_body();
  options.at_once_max = kSignInsAtOnce;
  return options;
}

}  // namespace

Response session_opened(const Request& request, const administration::SignedIn& opened) {
  Response response = reply(201, SessionBody{officer_body(opened.caller), opened.csrf_token.reveal(),
                                             opened.expires_at, std::nullopt});
  response.headers.emplace_back("Set-Cookie", set_cookie(request, opened.token.reveal(), ""));
  return response;
}

void add_session_routes(Api& api) {
  api.route(Method::post, "/api/v1/session", sign_in, sign_in_body());
  api.route(Method::get, "/api/v1/session", get_session);
  api.route(Method::remove, "/api/v1/session", sign_out);
}

}  // namespace cardea::http
