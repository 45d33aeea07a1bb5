#include <boost/describe.hpp>

#include "api_common.hpp"

namespace cardea::http {
namespace {

struct OfficerBody {
  OfficerId id;
  std::string user_name;
  std::string display_name;
  std::vector<std::string> roles;
  bool active = true;
  std::vector<std::string> waiting;
  bool second_factor = false;
};
BOOST_DESCRIBE_STRUCT(OfficerBody, (), (id, user_name, display_name, roles, active, waiting, second_factor))

struct OfficersBody {
  std::vector<OfficerBody> officers;
};
BOOST_DESCRIBE_STRUCT(OfficersBody, (), (officers))

struct NewOfficerBody {
  std::string user_name;
  std::string display_name;
  std::string password;
  std::vector<std::string> roles;
};
BOOST_DESCRIBE_STRUCT(NewOfficerBody, (), (user_name, display_name, password, roles))

struct RolesBody {
  std::vector<std::string> roles;
};
BOOST_DESCRIBE_STRUCT(RolesBody, (), (roles))

struct ActiveBody {
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(ActiveBody, (), (active))

OfficerBody body_of(const administration::OfficerView& officer) {
  return {officer.officer_id, officer.user_name, officer.display_name, officer.roles,
          officer.active,     officer.waiting,   officer.second_factor};
}

Result<Response> list_officers(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto officers = parts.administration.officers(session->caller);
  if (!officers) return pass_on(officers);
  OfficersBody body;
  for (const auto& officer : *officers) body.officers.push_back(body_of(officer));
  return reply(200, body);
}

Result<Response> add_officer(const ApiParts& parts, const Request& request) {
  auto body = read_body<NewOfficerBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const administration::NewOfficer officer{body->user_name, body->display_name, body->roles};
  const administration::SecretText password(std::move(body->password));
  const auto added = parts.administration.add_officer(session->caller, officer, password);
  if (!added) return pass_on(added);
  return reply(201, body_of(*added));
}

Result<Response> set_roles(const ApiParts& parts, const Request& request) {
  const auto id = read_id<OfficerId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<RolesBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto officer = parts.administration.set_roles(session->caller, *id, body->roles);
  if (!officer) return pass_on(officer);
  return reply(200, body_of(*officer));
}

Result<Response> set_active(const ApiParts& parts, const Request& request) {
  const auto id = read_id<OfficerId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<ActiveBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto officer = parts.administration.set_active(session->caller, *id, body->active);
  if (!officer) return pass_on(officer);
  return reply(200, body_of(*officer));
}

}  // namespace

void add_officer_routes(Api& api) {
  api.route(Method::get, "/api/v1/officers", list_officers);
  api.route(Method::post, "/api/v1/officers", add_officer, json_body());
  api.route(Method::put, "/api/v1/officers/{id}/roles", set_roles, json_body());
  api.route(Method::put, "/api/v1/officers/{id}/active", set_active, json_body());
}

}  // namespace cardea::http
