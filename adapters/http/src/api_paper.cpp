#include <boost/describe.hpp>

#include "api_acts.hpp"
#include "api_common.hpp"
#include "cardea/fallback/paper_forms.hpp"

namespace cardea::http {
namespace {

struct FormsBody {
  std::vector<ports::PaperRow> forms;
};
BOOST_DESCRIBE_STRUCT(FormsBody, (), (forms))

Result<Response> list_forms(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto forms = parts.paper.list(session->caller);
  if (!forms) return pass_on(forms);
  return reply(200, FormsBody{*std::move(forms)});
}

Result<Response> print_forms(const ApiParts& parts, const Request& request) {
  const auto act = read_repeatable_act(request);
  if (!act) return pass_on(act);
  const auto body = read_body<fallback::PrintForms>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto batch = parts.paper.print(session->caller, *body, *act);
  if (!batch) return pass_on(batch);
  return reply(201, *batch);
}

Result<Response> get_batch_pdf(const ApiParts& parts, const Request& request) {
  const auto id = read_id<PaperBatchId>(request);
  if (!id) return pass_on(id);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto pdf = parts.paper.batch_pdf(session->caller, *id);
  if (!pdf) return pass_on(pdf);
  Response response;
  response.headers = {{"Content-Type", "application/pdf"},
                      {"Content-Disposition", "inline; filename=\"forms.pdf\""},
                      {"Cache-Control", "no-store"}};
  response.body = *std::move(pdf);
  return response;
}

Result<Response> enter_form(const ApiParts& parts, const Request& request) {
  const auto body = read_body<fallback::EnterForm>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto entered = parts.paper.enter(session->caller, *body);
  if (!entered) return pass_on(entered);
  return reply(201, *entered);
}

}  // namespace

void add_paper_routes(Api& api) {
  api.route(Method::get, "/api/v1/paper-forms", list_forms);
  api.route(Method::post, "/api/v1/paper-forms", print_forms, json_body());
  api.route(Method::get, "/api/v1/paper-forms/batches/{id}/forms.pdf", get_batch_pdf);
  api.route(Method::post, "/api/v1/paper-forms/entries", enter_form, json_body());
}

}  // namespace cardea::http
