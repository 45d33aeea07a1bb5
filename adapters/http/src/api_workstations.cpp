#include <boost/describe.hpp>

#include "api_common.hpp"

namespace cardea::http {
namespace {

using administration::WorkstationView;

/// Ten years: the machine stays enrolled until an administrator closes it.
constexpr std::string_view kCookieLife = "; Max-Age=315360000";

struct WorkstationsBody {
  std::vector<WorkstationView> workstations;
};
BOOST_DESCRIBE_STRUCT(WorkstationsBody, (), (workstations))

struct NewWorkstationBody {
  std::string name;
  std::optional<std::string> lane;
};
BOOST_DESCRIBE_STRUCT(NewWorkstationBody, (), (name, lane))

struct AnnouncedBody {
  WorkstationView workstation;
  std::string code;
};
BOOST_DESCRIBE_STRUCT(AnnouncedBody, (), (workstation, code))

struct EnrolBody {
  std::string code;
};
BOOST_DESCRIBE_STRUCT(EnrolBody, (), (code))

struct CloseBody {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CloseBody, (), (reason))

Result<Response> list(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto all = parts.administration.organisation().workstations(session->caller);
  if (!all) return pass_on(all);
  return reply(200, WorkstationsBody{std::move(*all)});
}

Result<Response> announce(const ApiParts& parts, const Request& request) {
  const auto body = read_body<NewWorkstationBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto made = parts.administration.organisation().announce_workstation(session->caller, body->name,
                                                                             body->lane.value_or(""));
  if (!made) return pass_on(made);
  return reply(201, AnnouncedBody{made->workstation, made->code.reveal()});
}

Result<Response> close(const ApiParts& parts, const Request& request) {
  const auto id = read_id<WorkstationId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<CloseBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto closed =
      parts.administration.organisation().close_workstation(session->caller, *id, body->reason);
  if (!closed) return pass_on(closed);
  return reply(200, *closed);
}

Result<Response> enrol(const ApiParts& parts, const Request& request) {
  auto body = read_body<EnrolBody>(request);
  if (!body) return pass_on(body);
  const administration::SecretText code(std::move(body->code));
  const auto enrolled = parts.administration.organisation().enrol_workstation(code);
  if (!enrolled) return pass_on(enrolled);
  Response response = reply(201, enrolled->workstation);
  response.headers.emplace_back("Set-Cookie", set_cookie(request, workstation_cookie_name(request),
                                                         enrolled->token.reveal(), kCookieLife));
  return response;
}

Result<Response> get_this(const ApiParts& parts, const Request& request) {
  const auto token = workstation_token(request);
  if (!token) return fail(ErrorKind::not_found, "workstation_unknown");
  const auto found = parts.administration.organisation().this_workstation(*token);
  if (!found) return pass_on(found);
  return reply(200, *found);
}

}  // namespace

void add_workstation_routes(Api& api) {
  api.route(Method::get, "/api/v1/workstations", list);
  api.route(Method::post, "/api/v1/workstations", announce, json_body());
  api.route(Method::post, "/api/v1/workstations/{id}/closing", close, json_body());
  api.route(Method::post, "/api/v1/workstation", enrol, json_body());
  api.route(Method::get, "/api/v1/workstation", get_this);
}

}  // namespace cardea::http
