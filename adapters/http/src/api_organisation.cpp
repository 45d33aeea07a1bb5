#include <boost/describe.hpp>

#include "api_acts.hpp"

namespace cardea::http {
namespace {

using administration::EmergencyView;
using administration::GrantView;
using administration::UnitView;

struct UnitsBody {
  std::vector<UnitView> units;
};
BOOST_DESCRIBE_STRUCT(UnitsBody, (), (units))

struct NewUnitBody {
  std::string path;
  std::string kind;
  std::string name;
  std::optional<std::string> agency;
  std::optional<bool> own;
};
BOOST_DESCRIBE_STRUCT(NewUnitBody, (), (path, kind, name, agency, own))

struct ClosingBody {
  std::string path;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ClosingBody, (), (path, reason))

struct GrantsBody {
  std::vector<GrantView> grants;
};
BOOST_DESCRIBE_STRUCT(GrantsBody, (), (grants))

struct NewGrantBody {
  OfficerId officer_id;
  std::string role;
  std::optional<std::string> agency;
  std::optional<std::string> unit;
  std::optional<Instant> from;
  std::optional<Instant> until;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(NewGrantBody, (), (officer_id, role, agency, unit, from, until, reason))

struct ConfirmationBody {
  std::string confirmation;
};
BOOST_DESCRIBE_STRUCT(ConfirmationBody, (), (confirmation))

struct EmergenciesBody {
  std::vector<EmergencyView> emergencies;
};
BOOST_DESCRIBE_STRUCT(EmergenciesBody, (), (emergencies))

struct NewEmergencyBody {
  std::string role;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(NewEmergencyBody, (), (role, reason))

struct ReviewBody {
  std::string outcome;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ReviewBody, (), (outcome, note))

Result<Response> list_units(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto units = parts.administration.organisation().units(session->caller);
  if (!units) return pass_on(units);
  return reply(200, UnitsBody{std::move(*units)});
}

Result<Response> record_unit(const ApiParts& parts, const Request& request) {
  const auto body = read_body<NewUnitBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const administration::NewUnit unit{body->path, body->kind, body->name, body->agency,
                                     body->own.value_or(false)};
  const auto recorded = parts.administration.organisation().record_unit(session->caller, unit);
  if (!recorded) return pass_on(recorded);
  return reply(200, *recorded);
}

Result<Response> close_unit(const ApiParts& parts, const Request& request) {
  const auto body = read_body<ClosingBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto closed =
      parts.administration.organisation().close_unit(session->caller, body->path, body->reason);
  if (!closed) return pass_on(closed);
  return reply(200, *closed);
}

Result<Response> list_grants(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto grants = parts.administration.organisation().grants(session->caller);
  if (!grants) return pass_on(grants);
  return reply(200, GrantsBody{std::move(*grants)});
}

Result<Response> propose_grant(const ApiParts& parts, const Request& request) {
  const auto body = read_body<NewGrantBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const administration::NewGrant grant{
      body->officer_id, body->role,  body->agency.value_or(""), body->unit.value_or(""), body->from,
      body->until,      body->reason};
  const auto proposed = parts.administration.organisation().propose(session->caller, grant);
  if (!proposed) return pass_on(proposed);
  return reply(201, *proposed);
}

Result<Response> approve_grant(const ApiParts& parts, const Request& request) {
  const auto id = read_id<GrantId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<ConfirmationBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto approved = parts.administration.organisation().approve(session->caller, *id, body->confirmation);
  if (!approved) return pass_on(approved);
  return reply(200, *approved);
}

Result<Response> end_grant(const ApiParts& parts, const Request& request) {
  const auto id = read_id<GrantId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<ReasonBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto ended = parts.administration.organisation().end(session->caller, *id, body->reason);
  if (!ended) return pass_on(ended);
  return reply(200, *ended);
}

Result<Response> list_emergencies(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto emergencies = parts.administration.organisation().emergencies(session->caller);
  if (!emergencies) return pass_on(emergencies);
  return reply(200, EmergenciesBody{std::move(*emergencies)});
}

Result<Response> break_glass(const ApiParts& parts, const Request& request) {
  const auto body = read_body<NewEmergencyBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto taken =
      parts.administration.organisation().break_glass(session->caller, body->role, body->reason);
  if (!taken) return pass_on(taken);
  return reply(201, *taken);
}

Result<Response> review_emergency(const ApiParts& parts, const Request& request) {
  const auto id = read_id<GrantId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<ReviewBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto reviewed =
      parts.administration.organisation().review(session->caller, *id, body->outcome, body->note);
  if (!reviewed) return pass_on(reviewed);
  return reply(200, *reviewed);
}

}  // namespace

void add_organisation_routes(Api& api) {
  api.route(Method::get, "/api/v1/units", list_units);
  api.route(Method::put, "/api/v1/units", record_unit, json_body());
  api.route(Method::post, "/api/v1/units/closings", close_unit, json_body());
  api.route(Method::get, "/api/v1/grants", list_grants);
  api.route(Method::post, "/api/v1/grants", propose_grant, json_body());
  api.route(Method::post, "/api/v1/grants/{id}/approval", approve_grant, json_body());
  api.route(Method::post, "/api/v1/grants/{id}/end", end_grant, json_body());
  api.route(Method::get, "/api/v1/emergencies", list_emergencies);
  api.route(Method::post, "/api/v1/emergencies", break_glass, json_body());
  api.route(Method::post, "/api/v1/emergencies/{id}/review", review_emergency, json_body());
}

}  // namespace cardea::http
