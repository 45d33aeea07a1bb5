#include <boost/describe.hpp>

#include "api_acts.hpp"
#include "cardea/travellers/travellers.hpp"

namespace cardea::http {
namespace {

struct TravellersBody {
  std::vector<ports::TravellerRow> travellers;
};
BOOST_DESCRIBE_STRUCT(TravellersBody, (), (travellers))

struct LinksBody {
  std::vector<ports::LinkRow> links;
};
BOOST_DESCRIBE_STRUCT(LinksBody, (), (links))

constexpr std::size_t kCursorMax = 64;

Result<Response> search_travellers(const ApiParts& parts, const Request& request) {
  const auto body = read_body<travellers::SearchTravellers>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto found = parts.travellers.search(session->caller, *body);
  if (!found) return pass_on(found);
  return reply(200, TravellersBody{*std::move(found)});
}

Result<Response> get_traveller(const ApiParts& parts, const Request& request) {
  const auto id = read_id<TravellerId>(request);
  if (!id) return pass_on(id);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = parts.travellers.get(session->caller, *id);
  if (!view) return pass_on(view);
  return reply(200, *view);
}

Result<Response> plan_stay(const ApiParts& parts, const Request& request) {
  const auto id = read_id<TravellerId>(request);
  if (!id) return pass_on(id);
  if (const Done known = want_query(request, {"on"}); !known) return pass_on(known);
  const std::string* text = request.find_query("on");
  const auto on = text == nullptr ? std::nullopt : parse_date(*text);
  if (!on) return fail(ErrorKind::malformed, "query_invalid", "on");
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto planned = parts.travellers.plan(session->caller, *id, *on);
  if (!planned) return pass_on(planned);
  return reply(200, *planned);
}

/// An act on one traveller: the four steps are the same, the act is handed in.
template <class Body, class Act>
Result<Response> act_on_traveller(const ApiParts& parts, const Request& request, const Act& act) {
  const auto id = read_id<TravellerId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<Body>(request);
  if (!body) return pass_on(body);
  const auto once = read_repeatable_act(request);
  if (!once) return pass_on(once);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = act(session->caller, *id, *body, *once);
  if (!view) return pass_on(view);
  return reply(200, *view);
}

Result<Response> judge_link(const ApiParts& parts, const Request& request) {
  return act_on_traveller<travellers::JudgeLink>(
      parts, request, [&](const auto& caller, auto id, const auto& body, const auto& once) {
        return parts.travellers.judge_link(caller, id, body, once);
      });
}

Result<Response> record_foreign_entry(const ApiParts& parts, const Request& request) {
  return act_on_traveller<travellers::ForeignEntry>(
      parts, request, [&](const auto& caller, auto id, const auto& body, const auto& once) {
        return parts.travellers.record_foreign_entry(caller, id, body, once);
      });
}

Result<Response> adjust_stay(const ApiParts& parts, const Request& request) {
  return act_on_traveller<travellers::AdjustStay>(
      parts, request, [&](const auto& caller, auto id, const auto& body, const auto& once) {
        return parts.travellers.adjust_stay(caller, id, body, once);
      });
}

Result<Response> state_class(const ApiParts& parts, const Request& request) {
  return act_on_traveller<travellers::StateClass>(
      parts, request, [&](const auto& caller, auto id, const auto& body, const auto& once) {
        return parts.travellers.state_class(caller, id, body, once);
      });
}

Result<Response> get_links(const ApiParts& parts, const Request& request) {
  if (const Done known = want_query(request, {"limit"}); !known) return pass_on(known);
  const auto limit = read_number(request, "limit", {1, 200, 50});
  if (!limit) return pass_on(limit);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto links = parts.travellers.links_to_judge(session->caller, static_cast<int>(*limit));
  if (!links) return pass_on(links);
  return reply(200, LinksBody{*std::move(links)});
}

Result<Response> get_overstays(const ApiParts& parts, const Request& request) {
  if (const Done known = want_query(request, {"cursor", "limit"}); !known) return pass_on(known);
  const auto limit = read_number(request, "limit", {1, 200, 50});
  if (!limit) return pass_on(limit);
  const std::string* cursor = request.find_query("cursor");
  if (cursor != nullptr && cursor->size() > kCursorMax) return fail(ErrorKind::malformed, "cursor_invalid");
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto page = parts.travellers.overstays(session->caller, cursor == nullptr ? std::string{} : *cursor,
                                               static_cast<int>(*limit));
  if (!page) return pass_on(page);
  return reply(200, *page);
}

Result<Response> add_permit(const ApiParts& parts, const Request& request) {
  const auto body = read_body<travellers::PermitInput>(request);
  if (!body) return pass_on(body);
  const auto once = read_repeatable_act(request);
  if (!once) return pass_on(once);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto added = parts.travellers.add_permit(session->caller, *body, *once);
  if (!added) return pass_on(added);
  return reply(201, *added);
}

Result<Response> put_permit(const ApiParts& parts, const Request& request) {
  const auto id = read_id<PermitId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<travellers::PermitInput>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto kept = parts.travellers.put_permit(session->caller, *id, *body);
  if (!kept) return pass_on(kept);
  return reply(200, *kept);
}

Result<Response> end_permit(const ApiParts& parts, const Request& request) {
  const auto id = read_id<PermitId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<travellers::EndPermit>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto ended = parts.travellers.end_permit(session->caller, *id, *body);
  if (!ended) return pass_on(ended);
  return reply(200, *ended);
}

}  // namespace

void add_traveller_routes(Api& api) {
  api.route(Method::post, "/api/v1/traveller-searches", search_travellers, json_body());
  api.route(Method::get, "/api/v1/travellers/{id}", get_traveller);
  api.route(Method::get, "/api/v1/travellers/{id}/stay-plan", plan_stay);
  api.route(Method::post, "/api/v1/travellers/{id}/links", judge_link, json_body());
  api.route(Method::post, "/api/v1/travellers/{id}/foreign-entries", record_foreign_entry, json_body());
  api.route(Method::post, "/api/v1/travellers/{id}/adjustments", adjust_stay, json_body());
  api.route(Method::post, "/api/v1/travellers/{id}/class", state_class, json_body());
  api.route(Method::get, "/api/v1/identity-links", get_links);
  api.route(Method::get, "/api/v1/overstays", get_overstays);
  api.route(Method::post, "/api/v1/permits", add_permit, json_body());
  api.route(Method::put, "/api/v1/permits/{id}", put_permit, json_body());
  api.route(Method::post, "/api/v1/permits/{id}/end", end_permit, json_body());
}

}  // namespace cardea::http
