#include <boost/describe.hpp>

#include "api_acts.hpp"
#include "cardea/alerts/hits.hpp"

namespace cardea::http {
namespace {

struct HitsBody {
  std::vector<alerts::HitCard> hits;
};
BOOST_DESCRIBE_STRUCT(HitsBody, (), (hits))

struct JudgementBody {
  std::string state;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(JudgementBody, (), (state, note))

struct FormBody {
  json::object form;
};
BOOST_DESCRIBE_STRUCT(FormBody, (), (form))

struct EmptyBody {};
BOOST_DESCRIBE_STRUCT(EmptyBody, (), ())

struct ClosingBody {
  std::string confirmation;
};
BOOST_DESCRIBE_STRUCT(ClosingBody, (), (confirmation))

struct ReceiptBody {
  std::string receipt;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ReceiptBody, (), (receipt, note))

Result<Response> list_hits(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto hits = parts.hits.list(session->caller);
  if (!hits) return pass_on(hits);
  return reply(200, HitsBody{*std::move(hits)});
}

Result<Response> list_owner_hits(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto hits = parts.hits.owner_inbox(session->caller);
  if (!hits) return pass_on(hits);
  return reply(200, HitsBody{*std::move(hits)});
}

Result<Response> judge(const ApiParts& parts, const Request& request) {
  return change_one<HitId, JudgementBody>(parts, request, [&](const auto& caller, auto id, const auto& body) {
    return parts.hits.judge(caller, id, body.state, body.note);
  });
}

Result<Response> fill_form(const ApiParts& parts, const Request& request) {
  return change_one<HitId, FormBody>(parts, request, [&](const auto& caller, auto id, const auto& body) {
    return parts.hits.fill_form(caller, id, body.form);
  });
}

Result<Response> propose_closing(const ApiParts& parts, const Request& request) {
  return change_one<HitId, EmptyBody>(parts, request, [&](const auto& caller, auto id, const auto&) {
    return parts.hits.propose_closing(caller, id);
  });
}

Result<Response> close(const ApiParts& parts, const Request& request) {
  return change_one<HitId, ClosingBody>(parts, request, [&](const auto& caller, auto id, const auto& body) {
    return parts.hits.close(caller, id, body.confirmation);
  });
}

Result<Response> receipt(const ApiParts& parts, const Request& request) {
  return change_one<HitId, ReceiptBody>(parts, request, [&](const auto& caller, auto id, const auto& body) {
    return parts.hits.receipt(caller, id, body.receipt, body.note);
  });
}

}  // namespace

void add_hit_routes(Api& api) {
  api.route(Method::get, "/api/v1/hits", list_hits);
  api.route(Method::post, "/api/v1/hits/{id}/judgement", judge, json_body());
  api.route(Method::put, "/api/v1/hits/{id}/form", fill_form, json_body());
  api.route(Method::post, "/api/v1/hits/{id}/closing", propose_closing, json_body());
  api.route(Method::post, "/api/v1/hits/{id}/closing-approval", close, json_body());
  api.route(Method::get, "/api/v1/owner-hits", list_owner_hits);
  api.route(Method::post, "/api/v1/owner-hits/{id}/receipt", receipt, json_body());
}

}  // namespace cardea::http
