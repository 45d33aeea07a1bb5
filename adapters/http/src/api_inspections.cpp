#include <boost/describe.hpp>

#include "api_acts.hpp"
#include "cardea/ports/operations_records.hpp"

namespace cardea::http {
namespace {

struct NothingBody {};
BOOST_DESCRIBE_STRUCT(NothingBody, (), ())

struct CrossingsBody {
  std::vector<ports::CrossingRow> crossings;
  std::vector<FormalityId> entered_under_fallback;  ///< inspections among them that happened on paper
};
BOOST_DESCRIBE_STRUCT(CrossingsBody, (), (crossings, entered_under_fallback))

struct OpenBody {
  std::vector<inspection::OpenLine> inspections;
};
BOOST_DESCRIBE_STRUCT(OpenBody, (), (inspections))

Result<Response> open_inspection(const ApiParts& parts, const Request& request) {
  const auto body = read_body<inspection::OpenInspection>(request);
  if (!body) return pass_on(body);
  const auto repeatable = read_repeatable_act(request);
  if (!repeatable) return pass_on(repeatable);
  const auto one_state = parts.records.one_state();
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = parts.inspections.open(session->caller, *body, {*repeatable});
  if (!view) return pass_on(view);
  Response response = reply_revised(201, *view);
  response.headers.emplace_back("Location", "/api/v1/inspections/" + to_text(view->id));
  return response;
}

Result<Response> get_inspection(const ApiParts& parts, const Request& request) {
  const auto id = read_id<FormalityId>(request);
  if (!id) return pass_on(id);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = parts.inspections.get(session->caller, *id);
  if (!view) return pass_on(view);
  return reply_revised(200, *view);
}

Result<Response> compare_hit(const ApiParts& parts, const Request& request) {
  return change_revised<FormalityId, inspection::CompareHit>(
      parts, request, [&](const auto& caller, auto id, const auto& body, const auto& change) {
        return parts.inspections.compare(caller, id, body, {change});
      });
}

Result<Response> decide(const ApiParts& parts, const Request& request) {
  return change_revised<FormalityId, inspection::Decide>(
      parts, request, [&](const auto& caller, auto id, const auto& body, const auto& change) {
        return parts.inspections.decide(caller, id, body, {change});
      });
}

/// Once more replaces it, so no key is needed.
template <class Body, class Act>
Result<Response> replace_in_inspection(const ApiParts& parts, const Request& request, const Act& act) {
  const auto id = read_id<FormalityId>(request);
  if (!id) return pass_on(id);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto body = read_body<Body>(request);
  if (!body) return pass_on(body);
  const auto view = act(session->caller, *id, *body);
  if (!view) return pass_on(view);
  return reply_revised(200, *view);
}

Result<Response> record_details(const ApiParts& parts, const Request& request) {
  return replace_in_inspection<inspection::RecordDetails>(
      parts, request, [&](const auto& caller, auto id, const auto& body) {
        return parts.inspections.record_details(caller, id, body);
      });
}

Result<Response> record_person(const ApiParts& parts, const Request& request) {
  return replace_in_inspection<inspection::RecordPerson>(
      parts, request, [&](const auto& caller, auto id, const auto& body) {
        return parts.inspections.record_person(caller, id, body);
      });
}

/// Without If-Match: a claim is never in the way.
Result<Response> request_asylum(const ApiParts& parts, const Request& request) {
  const auto id = read_id<FormalityId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<inspection::RequestAsylum>(request);
  if (!body) return pass_on(body);
  const auto repeatable = read_repeatable_act(request);
  if (!repeatable) return pass_on(repeatable);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = parts.inspections.request_asylum(session->caller, *id, *body, {*repeatable});
  if (!view) return pass_on(view);
  return reply_revised(200, *view);
}

Result<Response> list_open(const ApiParts& parts, const Request& request) {
  if (const Done known = want_query(request, {"name"}); !known) return pass_on(known);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const std::string* name = request.find_query("name");
  auto lines = parts.inspections.list_open(session->caller, name == nullptr ? std::string{} : *name);
  if (!lines) return pass_on(lines);
  return reply(200, OpenBody{std::move(*lines)});
}

Result<Response> take_back(const ApiParts& parts, const Request& request) {
  return change_revised<FormalityId, NothingBody>(
      parts, request, [&](const auto& caller, auto id, const auto&, const auto& change) {
        return parts.inspections.take_back(caller, id, {change});
      });
}

Result<Response> get_history(const ApiParts& parts, const Request& request) {
  const auto id = read_id<TravellerId>(request);
  if (!id) return pass_on(id);
  if (const Done known = want_query(request, {"limit"}); !known) return pass_on(known);
  const auto limit = read_number(request, "limit", {1, 200, 50});
  if (!limit) return pass_on(limit);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto crossings = parts.inspections.history(session->caller, *id, static_cast<int>(*limit));
  if (!crossings) return pass_on(crossings);
  auto from_paper = parts.records.operations().from_paper(*id);
  if (!from_paper) return pass_on(from_paper);
  return reply(200, CrossingsBody{std::move(*crossings), std::move(*from_paper)});
}

Result<Response> get_refusal_grounds(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  return reply(200, parts.refusal_grounds);
}

}  // namespace

void add_inspection_routes(Api& api) {
  api.route(Method::post, "/api/v1/inspections", open_inspection, json_body());
  api.route(Method::get, "/api/v1/inspections", list_open);
  api.route(Method::get, "/api/v1/inspections/{id}", get_inspection);
  api.route(Method::post, "/api/v1/inspections/{id}/asylum", request_asylum, json_body());
  api.route(Method::put, "/api/v1/inspections/{id}/person", record_person, json_body());
  api.route(Method::post, "/api/v1/inspections/{id}/comparisons", compare_hit, json_body());
  api.route(Method::post, "/api/v1/inspections/{id}/decision", decide, json_body());
  api.route(Method::post, "/api/v1/inspections/{id}/void", take_back, json_body());
  api.route(Method::put, "/api/v1/inspections/{id}/details", record_details, json_body());
  api.route(Method::get, "/api/v1/travellers/{id}/history", get_history);
  api.route(Method::get, "/api/v1/refusal-grounds", get_refusal_grounds);
}

}  // namespace cardea::http
