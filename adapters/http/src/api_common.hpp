#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cardea/http/api.hpp"
#include "cardea/http/problem.hpp"
#include "cardea/http/request.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"

// What the handlers share. A handler gives an answer or an error; `Api::route` turns the error into a
// problem.

namespace cardea::http {

using ApiHandler = Result<Response> (*)(const ApiParts& parts, const Request& request);

/// A route of the interface, with the parts it works on. Shared by all its handlers, which live as long as
/// the router.
class Api {
 public:
  explicit Api(ApiParts parts) : parts_{std::make_shared<const ApiParts>(std::move(parts))} {}

  void route(Method method, std::string pattern, ApiHandler handler, RouteOptions options = {});
  [[nodiscard]] const std::shared_ptr<const ApiParts>& parts() const { return parts_; }
  [[nodiscard]] Router& router() { return router_; }

 private:
  std::shared_ptr<const ApiParts> parts_;  // shared: every handler of the table holds it
  Router router_;
};

void add_session_routes(Api& api);
void add_enrolment_routes(Api& api);
void add_officer_routes(Api& api);
void add_organisation_routes(Api& api);
void add_second_factor_routes(Api& api);
void add_workstation_routes(Api& api);
void add_inspection_routes(Api& api);
void add_case_routes(Api& api);
void add_traveller_routes(Api& api);
void add_passage_routes(Api& api);
void add_list_routes(Api& api);
void add_audit_routes(Api& api);
void add_alert_routes(Api& api);
void add_hit_routes(Api& api);
void add_retention_routes(Api& api);
void add_data_subject_routes(Api& api);
void add_paper_routes(Api& api);
void add_node_routes(Api& api);
void add_event_routes(Api& api);
void add_operation_routes(Api& api);
void add_board_routes(Api& api);
void add_guidance_routes(Api& api);

/// A JSON body of up to 64 KiB.
[[nodiscard]] RouteOptions json_body();

/// Fails `malformed/media_type_unsupported`.
[[nodiscard]] Done want_json(const Request& request);

/// Fails as want_json and as read_json.
template <class T>
[[nodiscard]] Result<T> read_body(const Request& request) {
  if (const Done wanted = want_json(request); !wanted) return pass_on(wanted);
  return read_json<T>(request.body);
}

/// The id that stands for the first {name} of the pattern. Fails `malformed/id_invalid`.
template <class IdType>
[[nodiscard]] Result<IdType> read_id(const Request& request) {
  const auto id = parse_id<IdType>(request.values.front());
  if (!id) return fail(ErrorKind::malformed, "id_invalid");
  return *id;
}

/// A whole number among the query parameters. Fails `malformed/query_invalid`; the detail names the
/// parameter.
struct NumberRange {
  std::int64_t least;
  std::int64_t most;
  std::int64_t when_absent;
};
[[nodiscard]] Result<std::int64_t> read_number(const Request& request, std::string_view parameter,
                                               NumberRange range);

/// Fails `malformed/query_invalid` when a parameter is not among `known`, or comes twice.
[[nodiscard]] Done want_query(const Request& request, std::initializer_list<std::string_view> known);

/// The officer behind the request, with the purpose it states in `X-Purpose`. A change must also carry the
/// session's CSRF token. Fails `forbidden/session_required`, `malformed/purpose_unknown`,
/// `forbidden/csrf_missing`, `forbidden/csrf_wrong` and as
/// administration::authenticate.
[[nodiscard]] Result<administration::Session> permit(
    const ApiParts& parts, const Request& request,
    administration::SessionUse use = administration::SessionUse::work);

/// `__Host-cardea` over TLS; `cardea` on plain loopback, where browsers refuse that prefix.
[[nodiscard]] std::string_view cookie_name(const Request& request);
[[nodiscard]] std::optional<std::string> session_token(const Request& request);
/// Set-Cookie that scripts do not see and other sites do not send.
[[nodiscard]] std::string set_cookie(const Request& request, std::string_view cookie, std::string_view value,
                                     std::string_view life);
/// The cookie of an enrolled workstation, which outlives sessions.
[[nodiscard]] std::string_view workstation_cookie_name(const Request& request);
[[nodiscard]] std::optional<administration::SecretText> workstation_token(const Request& request);

template <class T>
[[nodiscard]] Response reply(int status, const T& body) {
  return json_response(status, write_json(body));
}

}  // namespace cardea::http
