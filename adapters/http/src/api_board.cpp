// How the post is run: board, lanes, level of degradation, drills; and the reports about it.
#include <boost/describe.hpp>

#include "api_acts.hpp"
#include "cardea/crossings/relaxation.hpp"

namespace cardea::http {
namespace {

struct DrillsBody {
  std::vector<ports::DrillRow> drills;
};
BOOST_DESCRIBE_STRUCT(DrillsBody, (), (drills))

/// Fails `malformed/query_invalid`; the detail names the parameter.
Result<Date> read_date(const Request& request, std::string_view parameter, Date when_absent) {
  const std::string* text = request.find_query(parameter);
  if (!text) return when_absent;
  const auto date = parse_date(*text);
  if (!date) return fail(ErrorKind::malformed, "query_invalid", std::string(parameter));
  return *date;
}

Date today(const ApiParts& parts) { return parts.clock.local_date(parts.clock.now()); }

Result<Response> get_board(const ApiParts& parts, const Request& request) {
  return show(parts, request, [&](const auto& caller) { return parts.operations.board(caller); });
}

Result<Response> get_level(const ApiParts& parts, const Request& request) {
  return show(parts, request, [&](const auto& caller) { return parts.operations.level(caller); });
}

Result<Response> set_level(const ApiParts& parts, const Request& request) {
  return change<operations::SetLevel>(parts, request, [&](const auto& caller, const auto& body) {
    return parts.operations.set_level(caller, body);
  });
}

Result<Response> get_relaxation_rules(const ApiParts& parts, const Request& request) {
  return show(parts, request, [](const auto&) -> Result<crossings::RelaxationRules> {
    return crossings::standard_relaxation_rules();
  });
}

Result<Response> relax(const ApiParts& parts, const Request& request) {
  return change<operations::Relax>(
      parts, request,
      [&](const auto& caller, const auto& body) { return parts.operations.relax(caller, body); }, 201);
}

Result<Response> end_relaxation(const ApiParts& parts, const Request& request) {
  const auto id = read_id<RelaxationId>(request);
  if (!id) return pass_on(id);
  return change<operations::EndRelaxation>(parts, request, [&](const auto& caller, const auto& body) {
    return parts.operations.end_relaxation(caller, *id, body);
  });
}

Result<Response> set_lane(const ApiParts& parts, const Request& request) {
  return change<operations::SetLane>(parts, request, [&](const auto& caller, const auto& body) {
    return parts.operations.set_lane(caller, request.values.front(), body);
  });
}

Result<Response> list_drills(const ApiParts& parts, const Request& request) {
  return show(parts, request, [&](const auto& caller) -> Result<DrillsBody> {
    auto drills = parts.operations.drills(caller, 100);
    if (!drills) return pass_on(drills);
    return DrillsBody{std::move(*drills)};
  });
}

Result<Response> start_drill(const ApiParts& parts, const Request& request) {
  return change<operations::StartDrill>(
      parts, request,
      [&](const auto& caller, const auto& body) { return parts.operations.start_drill(caller, body); }, 201);
}

Result<Response> add_finding(const ApiParts& parts, const Request& request) {
  const auto id = read_id<DrillId>(request);
  if (!id) return pass_on(id);
  return change<operations::DrillNote>(parts, request, [&](const auto& caller, const auto& body) {
    return parts.operations.add_finding(caller, *id, body);
  });
}

Result<Response> end_drill(const ApiParts& parts, const Request& request) {
  const auto id = read_id<DrillId>(request);
  if (!id) return pass_on(id);
  return change<operations::DrillNote>(parts, request, [&](const auto& caller, const auto& body) {
    return parts.operations.end_drill(caller, *id, body);
  });
}

Result<Response> get_coverage(const ApiParts& parts, const Request& request) {
  if (const Done known = want_query(request, {"from", "to"}); !known) return pass_on(known);
  const auto from = read_date(request, "from", today(parts));
  if (!from) return pass_on(from);
  const auto to = read_date(request, "to", from->plus_days(1));
  if (!to) return pass_on(to);
  return show(parts, request,
              [&](const auto& caller) { return parts.reporting.coverage(caller, *from, *to); });
}

Result<Response> get_day(const ApiParts& parts, const Request& request) {
  if (const Done known = want_query(request, {"on"}); !known) return pass_on(known);
  const auto on = read_date(request, "on", today(parts));
  if (!on) return pass_on(on);
  return show(parts, request, [&](const auto& caller) { return parts.reporting.day(caller, *on); });
}

}  // namespace

void add_board_routes(Api& api) {
  api.route(Method::get, "/api/v1/board", get_board);
  api.route(Method::put, "/api/v1/lanes/{lane}", set_lane, json_body());
  api.route(Method::get, "/api/v1/level", get_level);
  api.route(Method::put, "/api/v1/level", set_level, json_body());
  api.route(Method::get, "/api/v1/relaxation-rules", get_relaxation_rules);
  api.route(Method::post, "/api/v1/relaxations", relax, json_body());
  api.route(Method::post, "/api/v1/relaxations/{id}/end", end_relaxation, json_body());
  api.route(Method::get, "/api/v1/drills", list_drills);
  api.route(Method::post, "/api/v1/drills", start_drill, json_body());
  api.route(Method::post, "/api/v1/drills/{id}/findings", add_finding, json_body());
  api.route(Method::post, "/api/v1/drills/{id}/end", end_drill, json_body());
  api.route(Method::get, "/api/v1/reports/coverage", get_coverage);
  api.route(Method::get, "/api/v1/reports/day", get_day);
}

}  // namespace cardea::http
