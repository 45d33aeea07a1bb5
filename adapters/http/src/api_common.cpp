#include "api_common.hpp"

#include <algorithm>

#include "cardea/access/policy.hpp"

namespace cardea::http {
namespace {

constexpr std::size_t kJsonBodyMax = std::size_t{64} << 10;

bool changes_something(Method method) { return method != Method::get && method != Method::head; }

}  // namespace

Router make_api(ApiParts parts) {
  Api api(std::move(parts));
  add_session_routes(api);
  add_enrolment_routes(api);
  add_officer_routes(api);
  add_organisation_routes(api);
  add_second_factor_routes(api);
  add_workstation_routes(api);
  add_inspection_routes(api);
  add_case_routes(api);
  add_traveller_routes(api);
  add_passage_routes(api);
  add_list_routes(api);
  add_audit_routes(api);
  add_alert_routes(api);
  add_hit_routes(api);
  add_retention_routes(api);
  add_data_subject_routes(api);
  add_paper_routes(api);
  add_node_routes(api);
  add_event_routes(api);
  add_operation_routes(api);
  add_board_routes(api);
  add_guidance_routes(api);
  return std::move(api.router());
}

void Api::route(Method method, std::string pattern, ApiHandler handler, RouteOptions options) {
  const auto call = [parts = parts_, handler](const Request& request) {
    auto answer = handler(*parts, request);
    return answer ? std::move(*answer) : problem(answer.error());
  };
  router_.add(method, std::move(pattern), call, std::move(options));
}

RouteOptions json_body() {
  RouteOptions options;
  options.body = BodyKind::memory;
  options.body_max = kJsonBodyMax;
  return options;
}

Done want_json(const Request& request) {
  const std::string* type = request.find_header("content-type");
  const std::string_view media = type ? trim(split(*type, ';').front()) : std::string_view();
  if (to_ascii_lower(media) != "application/json")
    return fail(ErrorKind::malformed, "media_type_unsupported");
  return {};
}

Result<std::int64_t> read_number(const Request& request, std::string_view parameter, NumberRange range) {
  const std::string* text = request.find_query(parameter);
  if (!text) return range.when_absent;
  const auto number = parse_number(*text);
  if (!number || *number < range.least || *number > range.most) {
    return fail(ErrorKind::malformed, "query_invalid", std::string(parameter));
  }
  return *number;
}

Done want_query(const Request& request, std::initializer_list<std::string_view> known) {
  std::vector<std::string_view> seen;
  for (const auto& [parameter, value] : request.query) {
    const bool expected = std::find(known.begin(), known.end(), parameter) != known.end();
    const bool repeated = std::find(seen.begin(), seen.end(), parameter) != seen.end();
    if (!expected) return fail(ErrorKind::malformed, "query_invalid");
    if (repeated) return fail(ErrorKind::malformed, "query_invalid", parameter);
    seen.push_back(parameter);
  }
  return {};
}

std::string_view cookie_name(const Request& request) { return request.over_tls ? "__Host-cardea" : "cardea"; }

std::optional<std::string> session_token(const Request& request) {
  return request.find_cookie(cookie_name(request));
}

std::string set_cookie(const Request& request, std::string_view cookie, std::string_view value,
                       std::string_view life) {
  std::string text(cookie);
  text.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Strict");
  if (request.over_tls) text += "; Secure";
  return text.append(life);
}

std::string_view workstation_cookie_name(const Request& request) {
  return request.over_tls ? "__Host-cardea-workstation" : "cardea-workstation";
}

std::optional<administration::SecretText> workstation_token(const Request& request) {
  auto token = request.find_cookie(workstation_cookie_name(request));
  if (!token || token->empty()) return std::nullopt;
  return administration::SecretText(std::move(*token));
}

namespace {

/// What the call is for, when it says so: every act under it must be allowed for that purpose.
Done state_purpose(const Request& request, ports::Caller& caller) {
  const std::string* purpose = request.find_header("x-purpose");
  if (!purpose) return {};
  if (access::find_purpose(access::standard_policy(), *purpose) == nullptr) {
    return fail(ErrorKind::malformed, "purpose_unknown");
  }
  caller.purpose = *purpose;
  caller.purpose_stated = true;
  return {};
}

}  // namespace

Result<administration::Session> permit(const ApiParts& parts, const Request& request,
                                       administration::SessionUse use) {
  auto token = session_token(request);
  if (!token || token->empty()) return fail(ErrorKind::forbidden, "session_required");
  auto session = parts.administration.authenticate(administration::SecretText(std::move(*token)), use);
  if (!session) return session;
  if (const Done stated = state_purpose(request, session->caller); !stated) return pass_on(stated);
  if (!changes_something(request.method)) return session;
  const std::string* presented = request.find_header("x-csrf");
  if (!presented) return fail(ErrorKind::forbidden, "csrf_missing");
  if (!administration::csrf_matches(*session, *presented)) return fail(ErrorKind::forbidden, "csrf_wrong");
  return session;
}

}  // namespace cardea::http
