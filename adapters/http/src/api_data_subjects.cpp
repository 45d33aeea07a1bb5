#include <boost/describe.hpp>

#include "api_acts.hpp"
#include "api_common.hpp"
#include "cardea/accountability/data_subjects.hpp"

namespace cardea::http {
namespace {

struct RequestsBody {
  std::vector<accountability::DataRequestLine> requests;
};
BOOST_DESCRIBE_STRUCT(RequestsBody, (), (requests))

struct PersonsBody {
  std::vector<accountability::FoundPerson> persons;
};
BOOST_DESCRIBE_STRUCT(PersonsBody, (), (persons))

struct ChoiceBody {
  std::vector<TravellerId> travellers;
};
BOOST_DESCRIBE_STRUCT(ChoiceBody, (), (travellers))

struct ProposalBody {
  TravellerId traveller_id;
};
BOOST_DESCRIBE_STRUCT(ProposalBody, (), (traveller_id))

struct ApprovalBody {
  TravellerId traveller_id;
  std::string confirmation;
};
BOOST_DESCRIBE_STRUCT(ApprovalBody, (), (traveller_id, confirmation))

Result<Response> list_requests(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto requests = parts.data_subjects.list(session->caller);
  if (!requests) return pass_on(requests);
  return reply(200, RequestsBody{*std::move(requests)});
}

Result<Response> register_request(const ApiParts& parts, const Request& request) {
  const auto act = read_repeatable_act(request);
  if (!act) return pass_on(act);
  const auto body = read_body<accountability::NewDataRequest>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto made = parts.data_subjects.register_request(session->caller, *body, *act);
  if (!made) return pass_on(made);
  return reply(201, *made);
}

Result<Response> get_request(const ApiParts& parts, const Request& request) {
  const auto id = read_id<DataRequestId>(request);
  if (!id) return pass_on(id);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = parts.data_subjects.get(session->caller, *id);
  if (!view) return pass_on(view);
  return reply(200, *view);
}

Result<Response> extend_request(const ApiParts& parts, const Request& request) {
  return change_one<DataRequestId, ReasonBody>(parts, request,
                                               [&](const auto& caller, auto id, const auto& body) {
                                                 return parts.data_subjects.extend(caller, id, body.reason);
                                               });
}

Result<Response> search_subject(const ApiParts& parts, const Request& request) {
  return change_one<DataRequestId, accountability::SearchDataSubject>(
      parts, request, [&](const auto& caller, auto id, const auto& body) -> Result<PersonsBody> {
        auto found = parts.data_subjects.search(caller, id, body);
        if (!found) return pass_on(found);
        return PersonsBody{*std::move(found)};
      });
}

Result<Response> set_persons(const ApiParts& parts, const Request& request) {
  return change_one<DataRequestId, ChoiceBody>(
      parts, request, [&](const auto& caller, auto id, const auto& body) {
        return parts.data_subjects.set_persons(caller, id, body.travellers);
      });
}

Result<Response> export_data(const ApiParts& parts, const Request& request) {
  const auto id = read_id<DataRequestId>(request);
  if (!id) return pass_on(id);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto made = parts.data_subjects.export_data(session->caller, *id);
  if (!made) return pass_on(made);
  return reply(201, *made);
}

Result<Response> get_letter(const ApiParts& parts, const Request& request) {
  const auto id = read_id<DataRequestId>(request);
  if (!id) return pass_on(id);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto pdf = parts.data_subjects.letter(session->caller, *id);
  if (!pdf) return pass_on(pdf);
  Response response;
  response.headers = {{"Content-Type", "application/pdf"},
                      {"Content-Disposition", "inline; filename=\"answer.pdf\""},
                      {"Cache-Control", "no-store"}};
  response.body = *std::move(pdf);
  return response;
}

Result<Response> correct_data(const ApiParts& parts, const Request& request) {
  return change_one<DataRequestId, accountability::Correct>(
      parts, request, [&](const auto& caller, auto id, const auto& body) {
        return parts.data_subjects.correct(caller, id, body);
      });
}

Result<Response> propose_erasure(const ApiParts& parts, const Request& request) {
  return change_one<DataRequestId, ProposalBody>(
      parts, request, [&](const auto& caller, auto id, const auto& body) {
        return parts.data_subjects.propose_erasure(caller, id, body.traveller_id);
      });
}

Result<Response> approve_erasure(const ApiParts& parts, const Request& request) {
  return change_one<DataRequestId, ApprovalBody>(
      parts, request, [&](const auto& caller, auto id, const auto& body) {
        return parts.data_subjects.approve_erasure(caller, id, body.traveller_id, body.confirmation);
      });
}

Result<Response> close_request(const ApiParts& parts, const Request& request) {
  return change_one<DataRequestId, accountability::CloseDataRequest>(
      parts, request, [&](const auto& caller, auto id, const auto& body) {
        return parts.data_subjects.close(caller, id, body);
      });
}

Result<Response> get_request_proof(const ApiParts& parts, const Request& request) {
  const auto id = read_id<DataRequestId>(request);
  if (!id) return pass_on(id);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto proof = parts.data_subjects.proof(session->caller, *id);
  if (!proof) return pass_on(proof);
  return reply(200, *proof);
}

}  // namespace

void add_data_subject_routes(Api& api) {
  const std::string requests = "/api/v1/data-requests";
  const std::string one = requests + "/{id}";
  api.route(Method::get, requests, list_requests);
  api.route(Method::post, requests, register_request, json_body());
  api.route(Method::get, one, get_request);
  api.route(Method::post, one + "/extension", extend_request, json_body());
  api.route(Method::post, one + "/search", search_subject, json_body());
  api.route(Method::put, one + "/persons", set_persons, json_body());
  api.route(Method::post, one + "/exports", export_data);
  api.route(Method::get, one + "/letter.pdf", get_letter);
  api.route(Method::post, one + "/corrections", correct_data, json_body());
  api.route(Method::post, one + "/erasure", propose_erasure, json_body());
  api.route(Method::post, one + "/erasure/approval", approve_erasure, json_body());
  api.route(Method::post, one + "/closing", close_request, json_body());
  api.route(Method::get, one + "/proof", get_request_proof);
}

}  // namespace cardea::http
