#include <boost/describe.hpp>

#include "api_acts.hpp"
#include "cardea/casework/cases.hpp"

namespace cardea::http {
namespace {

using casework::CaseView;

struct NothingAsked {};
BOOST_DESCRIBE_STRUCT(NothingAsked, (), ())

struct CasesBody {
  std::vector<casework::CaseLine> cases;
};
BOOST_DESCRIBE_STRUCT(CasesBody, (), (cases))

struct CaseRulesBody {
  cases::CaseTargets targets;
  cases::InterviewForms interviews;
  std::vector<std::string> form_languages;
};
BOOST_DESCRIBE_STRUCT(CaseRulesBody, (), (targets, interviews, form_languages))

constexpr std::size_t kEvidenceMax = std::size_t{20} << 20;

Result<Response> list_cases(const ApiParts& parts, const Request& request) {
  if (const Done known = want_query(request, {"state"}); !known) return pass_on(known);
  const std::string* state = request.find_query("state");
  if (state && *state != "open" && *state != "all")
    return fail(ErrorKind::malformed, "query_invalid", "state");
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto lines = parts.cases.list(session->caller, !state || *state == "open");
  if (!lines) return pass_on(lines);
  return reply(200, CasesBody{*std::move(lines)});
}

Result<Response> open_case(const ApiParts& parts, const Request& request) {
  const auto body = read_body<casework::OpenByHand>(request);
  if (!body) return pass_on(body);
  const auto act = read_repeatable_act(request);
  if (!act) return pass_on(act);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = parts.cases.open(session->caller, *body, *act);
  if (!view) return pass_on(view);
  Response response = reply_revised(201, *view);
  response.headers.emplace_back("Location", "/api/v1/cases/" + to_text(view->id));
  return response;
}

Result<Response> get_case(const ApiParts& parts, const Request& request) {
  const auto id = read_id<CaseId>(request);
  if (!id) return pass_on(id);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = parts.cases.get(session->caller, *id);
  if (!view) return pass_on(view);
  return reply_revised(200, *view);
}

/// The same about something in the case, whose id comes second in the path.
template <class Body, class IdType, class Act>
Result<Response> change_part(const ApiParts& parts, const Request& request, const Act& act) {
  const auto part = read_id_at<IdType>(request, 1);
  if (!part) return pass_on(part);
  return change_revised<CaseId, Body>(
      parts, request, [&](const auto& caller, CaseId id, const Body& body, const auto& change) {
        return act(caller, id, *part, body, change);
      });
}

Result<Response> take_case(const ApiParts& parts, const Request& request) {
  return change_revised<CaseId, casework::Take>(
      parts, request, [&](const auto& caller, CaseId id, const auto& body, const auto& change) {
        return parts.cases.take(caller, id, body, change);
      });
}

Result<Response> save_interview(const ApiParts& parts, const Request& request) {
  return change_revised<CaseId, casework::SaveInterview>(
      parts, request, [&](const auto& caller, CaseId id, const auto& body, const auto& change) {
        return parts.cases.save_interview(caller, id, body, change);
      });
}

Result<Response> request_asylum(const ApiParts& parts, const Request& request) {
  return change_revised<CaseId, NothingAsked>(
      parts, request, [&](const auto& caller, CaseId id, const auto&, const auto& change) {
        return parts.cases.request_asylum(caller, id, change);
      });
}

Result<Response> consult(const ApiParts& parts, const Request& request) {
  return change_revised<CaseId, casework::Consult>(
      parts, request, [&](const auto& caller, CaseId id, const auto& body, const auto& change) {
        return parts.cases.consult(caller, id, body, change);
      });
}

Result<Response> answer_consultation(const ApiParts& parts, const Request& request) {
  return change_part<casework::AnswerConsultation, ConsultationId>(
      parts, request,
      [&](const auto& caller, CaseId id, ConsultationId asked, const auto& body, const auto& change) {
        return parts.cases.answer(caller, id, asked, body, change);
      });
}

Result<Response> decide_case(const ApiParts& parts, const Request& request) {
  return change_revised<CaseId, casework::DecideCase>(
      parts, request, [&](const auto& caller, CaseId id, const auto& body, const auto& change) {
        return parts.cases.decide(caller, id, body, change);
      });
}

Result<Response> close_case(const ApiParts& parts, const Request& request) {
  return change_revised<CaseId, casework::GiveReason>(
      parts, request, [&](const auto& caller, CaseId id, const auto& body, const auto& change) {
        return parts.cases.close(caller, id, body, change);
      });
}

Result<Response> propose_refusal(const ApiParts& parts, const Request& request) {
  return change_revised<CaseId, casework::ProposeRefusal>(
      parts, request, [&](const auto& caller, CaseId id, const auto& body, const auto& change) {
        return parts.cases.propose_refusal(caller, id, body, change);
      });
}

Result<Response> approve_refusal(const ApiParts& parts, const Request& request) {
  return change_part<casework::ApproveRefusal, RefusalId>(
      parts, request,
      [&](const auto& caller, CaseId id, RefusalId refusal, const auto& body, const auto& change) {
        return parts.cases.approve_refusal(caller, id, refusal, body, change);
      });
}

Result<Response> return_refusal(const ApiParts& parts, const Request& request) {
  return change_part<casework::GiveReason, RefusalId>(
      parts, request,
      [&](const auto& caller, CaseId id, RefusalId refusal, const auto& body, const auto& change) {
        return parts.cases.return_refusal(caller, id, refusal, body, change);
      });
}

Result<Response> annul_refusal(const ApiParts& parts, const Request& request) {
  return change_part<casework::GiveReason, RefusalId>(
      parts, request,
      [&](const auto& caller, CaseId id, RefusalId refusal, const auto& body, const auto& change) {
        return parts.cases.annul_refusal(caller, id, refusal, body, change);
      });
}

Result<Response> issue_form(const ApiParts& parts, const Request& request) {
  return change_part<casework::IssueForm, RefusalId>(
      parts, request,
      [&](const auto& caller, CaseId id, RefusalId refusal, const auto& body, const auto& change) {
        return parts.cases.issue_form(caller, id, refusal, body, change);
      });
}

/// Which form is wanted, in which languages.
struct FormAsked {
  CaseId id;
  RefusalId refusal;
  std::string language;
  std::string with;
};

Result<FormAsked> read_form(const Request& request) {
  const auto id = read_id<CaseId>(request);
  if (!id) return pass_on(id);
  const auto refusal = read_id_at<RefusalId>(request, 1);
  if (!refusal) return pass_on(refusal);
  if (const Done known = want_query(request, {"language", "with"}); !known) return pass_on(known);
  const std::string* language = request.find_query("language");
  const std::string* with = request.find_query("with");
  return FormAsked{*id, *refusal, language ? *language : "en", with ? *with : "en"};
}

Result<Response> get_form(const ApiParts& parts, const Request& request) {
  const auto asked = read_form(request);
  if (!asked) return pass_on(asked);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto form =
      parts.cases.form(session->caller, asked->id, asked->refusal, asked->language, asked->with);
  if (!form) return pass_on(form);
  return reply(200, *form);
}

Result<Response> get_form_pdf(const ApiParts& parts, const Request& request) {
  const auto asked = read_form(request);
  if (!asked) return pass_on(asked);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto pdf = parts.cases.form_pdf(session->caller, asked->id, asked->refusal, asked->language, asked->with);
  if (!pdf) return pass_on(pdf);
  Response response;
  response.headers = {{"Content-Type", "application/pdf"},
                      {"Content-Disposition", "inline; filename=\"refusal.pdf\""},
                      {"Cache-Control", "no-store"}};
  response.body = *std::move(pdf);
  return response;
}

/// RFC 8187: what is not a plain letter or digit is percent-encoded.
std::string encoded_name(std::string_view file_name) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : file_name) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_ascii_alnum(c) || c == '.' || c == '-' || c == '_') {
      encoded += c;
    } else {
      encoded.append({'%', kDigits[byte >> 4U], kDigits[byte & 15U]});
    }
  }
  return encoded;
}

Result<std::string> read_file_name(const Request& request) {
  if (const Done known = want_query(request, {"file_name"}); !known) return pass_on(known);
  const std::string* file_name = request.find_query("file_name");
  if (!file_name) return fail(ErrorKind::malformed, "file_name_invalid");
  return *file_name;
}

Result<Response> add_evidence(const ApiParts& parts, const Request& request) {
  const auto id = read_id<CaseId>(request);
  if (!id) return pass_on(id);
  const auto file_name = read_file_name(request);
  if (!file_name) return pass_on(file_name);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = parts.cases.add_evidence(session->caller, *id, *file_name, request.body);
  if (!view) return pass_on(view);
  return reply_revised(200, *view);
}

/// A file somebody brought is never part of this application: it is downloaded, and what shows it all the
/// same runs nothing. Images may be shown by <img>, which runs nothing either.
Result<Response> get_evidence(const ApiParts& parts, const Request& request) {
  const auto id = read_id<CaseId>(request);
  if (!id) return pass_on(id);
  const auto evidence = read_id_at<EvidenceId>(request, 1);
  if (!evidence) return pass_on(evidence);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto file = parts.cases.read_evidence(session->caller, *id, *evidence);
  if (!file) return pass_on(file);
  Response response;
  response.headers = {
      {"Content-Type", file->preview ? file->media_type : "application/octet-stream"},
      {"Content-Disposition", "attachment; filename*=UTF-8''" + encoded_name(file->file_name)},
      {"Content-Security-Policy", "sandbox; default-src 'none'"},
      {"Cache-Control", "no-store"}};
  response.body = std::move(file->bytes);
  return response;
}

Result<Response> get_case_rules(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const Done allowed = ports::may(session->caller, access::Action::read_cases);
  if (!allowed) return pass_on(allowed);
  CaseRulesBody body{cases::standard_case_targets(), cases::standard_interview_forms(), {}};
  for (const cases::FormTexts& form : cases::standard_form_texts())
    body.form_languages.push_back(form.language);
  return reply(200, body);
}

/// Before megabytes are taken: whether they may be sent at all.
RouteOptions evidence_body(const Api& api) {
  RouteOptions options;
  options.body = BodyKind::memory;
  options.body_max = kEvidenceMax;
  options.before_body = [parts = api.parts()](const Request& request) -> std::optional<Response> {
    const auto session = permit(*parts, request);
    if (!session) return problem(session.error());
    const Done may = ports::may(session->caller, access::Action::handle_cases);
    return may ? std::nullopt : std::optional<Response>(problem(may.error()));
  };
  return options;
}

void add_refusal_routes(Api& api) {
  const std::string refusals = "/api/v1/cases/{id}/refusals";
  api.route(Method::post, refusals, propose_refusal, json_body());
  api.route(Method::post, refusals + "/{part}/approval", approve_refusal, json_body());
  api.route(Method::post, refusals + "/{part}/return", return_refusal, json_body());
  api.route(Method::post, refusals + "/{part}/annulment", annul_refusal, json_body());
  api.route(Method::post, refusals + "/{part}/issue", issue_form, json_body());
  api.route(Method::get, refusals + "/{part}/form", get_form);
  api.route(Method::get, refusals + "/{part}/form.pdf", get_form_pdf);
}

}  // namespace

void add_case_routes(Api& api) {
  const std::string one = "/api/v1/cases/{id}";
  api.route(Method::get, "/api/v1/case-rules", get_case_rules);
  api.route(Method::get, "/api/v1/cases", list_cases);
  api.route(Method::post, "/api/v1/cases", open_case, json_body());
  api.route(Method::get, one, get_case);
  api.route(Method::post, one + "/take", take_case, json_body());
  api.route(Method::put, one + "/interview", save_interview, json_body());
  api.route(Method::post, one + "/asylum", request_asylum, json_body());
  api.route(Method::post, one + "/consultations", consult, json_body());
  api.route(Method::post, one + "/consultations/{part}/answer", answer_consultation, json_body());
  api.route(Method::post, one + "/decision", decide_case, json_body());
  api.route(Method::post, one + "/close", close_case, json_body());
  api.route(Method::put, one + "/evidence", add_evidence, evidence_body(api));
  api.route(Method::get, one + "/evidence/{part}", get_evidence);
  add_refusal_routes(api);
}

}  // namespace cardea::http
