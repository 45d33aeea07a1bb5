#include <algorithm>
#include <boost/describe.hpp>

#include "api_common.hpp"
#include "api_readiness.hpp"
#include "cardea/access/policy.hpp"

namespace cardea::http {
namespace {

struct HealthBody {
  std::string status;
  std::vector<std::string> reasons;
};
BOOST_DESCRIBE_STRUCT(HealthBody, (), (status, reasons))

bool stops_the_node(const std::string& shortcoming) {
  return shortcoming != "no_lists" && shortcoming != "any_workstation";
}

Result<Response> get_live(const ApiParts&, const Request&) { return reply(200, HealthBody{"live", {}}); }

Result<Response> get_ready(const ApiParts& parts, const Request&) {
  auto reasons = shortcomings(parts);
  const bool ready = std::none_of(reasons.begin(), reasons.end(), stops_the_node);
  return reply(ready ? 200 : 503, HealthBody{ready ? "ready" : "not_ready", std::move(reasons)});
}

Result<Response> get_metrics(const ApiParts& parts, const Request& request) {
  if (!request.from_loopback) return fail(ErrorKind::forbidden, "metrics_for_loopback_only");
  Response response;
  response.headers.emplace_back("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
  response.body = parts.metrics.text();
  return response;
}

}  // namespace

std::vector<std::string> shortcomings(const ApiParts& parts) {
  std::vector<std::string> found;
  if (!parts.recorder.healthy()) found.emplace_back("store_stopped");
  const auto node = parts.records.node();
  if (!node) {
    found.emplace_back("store_unreadable");
  } else if (!*node) {
    found.emplace_back("node_not_made");
  }
  const auto snapshot = parts.index.current();
  if (!snapshot || !snapshot->screener) found.emplace_back("no_lists");
  if (!access::standard_policy().rules.workstation_required) found.emplace_back("any_workstation");
  return found;
}

bool is_ready(const ApiParts& parts) {
  const auto reasons = shortcomings(parts);
  return std::none_of(reasons.begin(), reasons.end(), stops_the_node);
}

void add_operation_routes(Api& api) {
  RouteOptions at_once;
  at_once.run_on = RunOn::network;
  api.route(Method::get, "/health/live", get_live, at_once);
  api.route(Method::get, "/health/ready", get_ready);
  api.route(Method::get, "/metrics", get_metrics);
}

}  // namespace cardea::http
