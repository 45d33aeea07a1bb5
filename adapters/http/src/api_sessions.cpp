#include <boost/describe.hpp>

#include "api_common.hpp"
#include "api_session_body.hpp"

namespace cardea::http {
namespace {

struct SignInBody {
  std::string user_name;
  std::string password;
  std::optional<std::string> code;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (user_name, password, code))

struct LockBody {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(LockBody, (), (reason))

struct UnlockBody {
  std::string password;
  std::optional<std::string> code;
};
BOOST_DESCRIBE_STRUCT(UnlockBody, (), (password, code))

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
  bool locked = false;
  std::optional<std::string> lane;
};
BOOST_DESCRIBE_STRUCT(SessionBody, (), (officer, csrf_token, expires_at, idle_until, locked, lane))

using administration::SessionUse;

OfficerBody officer_body(const ports::Caller& caller) {
  return {caller.officer_id, caller.user_name, caller.display_name, ports::roles_now(caller)};
}

std::optional<std::string> lane_of(const ports::Caller& caller) {
  return caller.lane.empty() ? std::nullopt : std::optional(caller.lane);
}

SessionBody session_body(const administration::Session& session) {
  return {officer_body(session.caller),
          session.csrf_token.reveal(),
          session.expires_at,
          session.idle_until,
          session.locked,
          lane_of(session.caller)};
}

Result<Response> sign_in(const ApiParts& parts, const Request& request) {
  auto body = read_body<SignInBody>(request);
  if (!body) return pass_on(body);
  administration::Credentials credentials{std::move(body->user_name),
                                          administration::SecretText(std::move(body->password)),
                                          std::move(body->code), workstation_token(request)};
  if (auto token = session_token(request)) credentials.over = administration::SecretText(std::move(*token));
  const auto opened = parts.administration.sign_in(credentials);
  if (!opened) return pass_on(opened);
  return session_opened(request, *opened);
}

Result<Response> sign_in_by_certificate(const ApiParts& parts, const Request& request) {
  administration::Credentials credentials{
      .user_name = {}, .password = administration::SecretText(""), .workstation = workstation_token(request)};
  if (auto token = session_token(request)) credentials.over = administration::SecretText(std::move(*token));
  const auto opened = parts.administration.sign_in_by_certificate(request.client_certificate, credentials);
  if (!opened) return pass_on(opened);
  return session_opened(request, *opened);
}

Result<Response> get_session(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request, SessionUse::even_locked);
  if (!session) return pass_on(session);
  return reply(200, session_body(*session));
}

Result<Response> lock_session(const ApiParts& parts, const Request& request) {
  const auto body = read_body<LockBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request, SessionUse::even_locked);
  if (!session) return pass_on(session);
  const Done locked = session->locked ? Done{} : parts.administration.lock(session->caller, body->reason);
  if (!locked) return pass_on(locked);
  Response response;
  response.status = 204;
  return response;
}

Result<Response> unlock_session(const ApiParts& parts, const Request& request) {
  auto body = read_body<UnlockBody>(request);
  if (!body) return pass_on(body);
  auto session = permit(parts, request, SessionUse::even_locked);
  if (!session) return pass_on(session);
  const administration::SecretText password(std::move(body->password));
  if (const Done open = parts.administration.unlock(*session, password, body->code); !open)
    return pass_on(open);
  session->locked = false;
  return reply(200, session_body(*session));
}

struct PasswordBody {
  std::string password;
  std::optional<std::string> code;
  std::string new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordBody, (), (password, code, new_password))

Result<Response> change_password(const ApiParts& parts, const Request& request) {
  auto body = read_body<PasswordBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const administration::SecretText old_password(std::move(body->password));
  const administration::SecretText new_password(std::move(body->new_password));
  const Done changed =
      parts.administration.change_password(session->caller, old_password, body->code, new_password);
  if (!changed) return pass_on(changed);
  Response response;
  response.status = 204;
  return response;
}

Result<Response> sign_out(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request, SessionUse::even_locked);
  if (!session) return pass_on(session);
  const Done closed = parts.administration.sign_out(session->caller);
  if (!closed) return pass_on(closed);
  Response response;
  response.status = 204;
  response.headers.emplace_back("Set-Cookie", set_cookie(request, cookie_name(request), "", "; Max-Age=0"));
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
                                             opened.expires_at, std::nullopt, false, lane_of(opened.caller)});
  response.headers.emplace_back("Set-Cookie",
                                set_cookie(request, cookie_name(request), opened.token.reveal(), ""));
  return response;
}

void add_session_routes(Api& api) {
  api.route(Method::post, "/api/v1/session", sign_in, sign_in_body());
  api.route(Method::post, "/api/v1/session/client-certificate", sign_in_by_certificate);
  api.route(Method::get, "/api/v1/session", get_session);
  api.route(Method::remove, "/api/v1/session", sign_out);
  api.route(Method::post, "/api/v1/session/lock", lock_session, json_body());
  api.route(Method::post, "/api/v1/session/unlock", unlock_session, sign_in_body());
  api.route(Method::put, "/api/v1/session/password", change_password, sign_in_body());
}

}  // namespace cardea::http
