#include <boost/describe.hpp>

#include "api_common.hpp"
#include "cardea/accountability/retention.hpp"

namespace cardea::http {
namespace {

struct RunBody {
  bool dry_run = true;
};
BOOST_DESCRIBE_STRUCT(RunBody, (), (dry_run))

struct HoldsBody {
  std::vector<ports::HoldRow> holds;
};
BOOST_DESCRIBE_STRUCT(HoldsBody, (), (holds))

struct NewHoldBody {
  TravellerId traveller_id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(NewHoldBody, (), (traveller_id, reason))

struct HoldApprovalBody {
  std::string confirmation;
};
BOOST_DESCRIBE_STRUCT(HoldApprovalBody, (), (confirmation))

struct HoldLiftBody {
  std::string reason;
  std::string confirmation;
};
BOOST_DESCRIBE_STRUCT(HoldLiftBody, (), (reason, confirmation))

Result<Response> get_plan(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto plan = parts.retention.plan(session->caller);
  if (!plan) return pass_on(plan);
  return reply(200, *plan);
}

Result<Response> run_retention(const ApiParts& parts, const Request& request) {
  const auto body = read_body<RunBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto report = parts.retention.run(session->caller, body->dry_run);
  if (!report) return pass_on(report);
  return reply(200, *report);
}

Result<Response> list_holds(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto holds = parts.retention.holds(session->caller);
  if (!holds) return pass_on(holds);
  return reply(200, HoldsBody{std::move(*holds)});
}

Result<Response> propose_hold(const ApiParts& parts, const Request& request) {
  const auto body = read_body<NewHoldBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto hold = parts.retention.propose_hold(session->caller, body->traveller_id, body->reason);
  if (!hold) return pass_on(hold);
  return reply(201, *hold);
}

Result<Response> approve_hold(const ApiParts& parts, const Request& request) {
  const auto id = read_id<ports::HoldId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<HoldApprovalBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto hold = parts.retention.approve_hold(session->caller, *id, body->confirmation);
  if (!hold) return pass_on(hold);
  return reply(200, *hold);
}

Result<Response> lift_hold(const ApiParts& parts, const Request& request) {
  const auto id = read_id<ports::HoldId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<HoldLiftBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto hold = parts.retention.lift_hold(session->caller, *id, body->reason, body->confirmation);
  if (!hold) return pass_on(hold);
  return reply(200, *hold);
}

}  // namespace

void add_retention_routes(Api& api) {
  api.route(Method::get, "/api/v1/retention", get_plan);
  api.route(Method::post, "/api/v1/retention/runs", run_retention, json_body());
  api.route(Method::get, "/api/v1/retention/holds", list_holds);
  api.route(Method::post, "/api/v1/retention/holds", propose_hold, json_body());
  api.route(Method::post, "/api/v1/retention/holds/{id}/approval", approve_hold, json_body());
  api.route(Method::post, "/api/v1/retention/holds/{id}/lift", lift_hold, json_body());
}

}  // namespace cardea::http
