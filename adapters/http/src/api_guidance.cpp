// How work is to be done: procedures with their steps, directives, certificates.
#include "api_acts.hpp"
#include "cardea/guidance/guidance.hpp"

namespace cardea::http {
namespace {

Result<Response> list_procedures(const ApiParts& parts, const Request& request) {
  return show(parts, request, [&](const auto& caller) { return parts.guidance.procedures.list(caller); });
}

Result<Response> draft_procedure(const ApiParts& parts, const Request& request) {
  return change_one<ProcedureId, procedures::Procedure>(
      parts, request, [&](const auto& caller, ProcedureId id, const auto& body) {
        return parts.guidance.procedures.draft(caller, id, body);
      });
}

Result<Response> approve_procedure(const ApiParts& parts, const Request& request) {
  return change_one<ProcedureId, guidance::ApproveVersion>(
      parts, request, [&](const auto& caller, ProcedureId id, const auto& body) {
        return parts.guidance.procedures.approve(caller, id, body);
      });
}

Result<Response> withdraw_procedure(const ApiParts& parts, const Request& request) {
  return change_one<ProcedureId, guidance::WithdrawVersion>(
      parts, request, [&](const auto& caller, ProcedureId id, const auto& body) {
        return parts.guidance.procedures.withdraw(caller, id, body);
      });
}

Result<Response> get_steps(const ApiParts& parts, const Request& request) {
  if (const Done known = want_query(request, {"subject_kind", "subject"}); !known) return pass_on(known);
  const std::string* kind = request.find_query("subject_kind");
  const std::string* subject = request.find_query("subject");
  if (!kind || !subject)
    return fail(ErrorKind::malformed, "query_invalid", kind ? "subject" : "subject_kind");
  return show(parts, request,
              [&](const auto& caller) { return parts.guidance.procedures.steps(caller, *kind, *subject); });
}

Result<Response> follow_steps(const ApiParts& parts, const Request& request) {
  return change<guidance::FollowSteps>(parts, request, [&](const auto& caller, const auto& body) {
    return parts.guidance.procedures.follow(caller, body);
  });
}

Result<Response> get_inbox(const ApiParts& parts, const Request& request) {
  return show(parts, request, [&](const auto& caller) { return parts.guidance.directives.inbox(caller); });
}

Result<Response> get_unread(const ApiParts& parts, const Request& request) {
  return show(parts, request, [&](const auto& caller) { return parts.guidance.directives.unread(caller); });
}

Result<Response> get_issued(const ApiParts& parts, const Request& request) {
  return show(parts, request, [&](const auto& caller) { return parts.guidance.directives.issued(caller); });
}

Result<Response> issue_directive(const ApiParts& parts, const Request& request) {
  return change_one<DirectiveId, guidance::IssueDirective>(
      parts, request, [&](const auto& caller, DirectiveId id, const auto& body) {
        return parts.guidance.directives.issue(caller, id, body);
      });
}

Result<Response> withdraw_directive(const ApiParts& parts, const Request& request) {
  return change_one<DirectiveId, ReasonBody>(
      parts, request, [&](const auto& caller, DirectiveId id, const auto& body) {
        return parts.guidance.directives.withdraw(caller, id, body.reason);
      });
}

Result<Response> read_directive(const ApiParts& parts, const Request& request) {
  const auto id = read_id<DirectiveId>(request);
  if (!id) return pass_on(id);
  return show(parts, request,
              [&](const auto& caller) { return parts.guidance.directives.read(caller, *id); });
}

Result<Response> get_certificates(const ApiParts& parts, const Request& request) {
  return show(parts, request, [&](const auto& caller) { return parts.guidance.certificates.book(caller); });
}

Result<Response> issue_certificate(const ApiParts& parts, const Request& request) {
  return change_one<CertificateId, guidance::IssueCertificate>(
      parts, request, [&](const auto& caller, CertificateId id, const auto& body) {
        return parts.guidance.certificates.issue(caller, id, body);
      });
}

Result<Response> revoke_certificate(const ApiParts& parts, const Request& request) {
  return change_one<CertificateId, ReasonBody>(
      parts, request, [&](const auto& caller, CertificateId id, const auto& body) {
        return parts.guidance.certificates.revoke(caller, id, body.reason);
      });
}

Result<Response> set_need(const ApiParts& parts, const Request& request) {
  return change<guidance::SetNeed>(parts, request, [&](const auto& caller, const auto& body) {
    return parts.guidance.certificates.set_need(caller, body);
  });
}

}  // namespace

void add_guidance_routes(Api& api) {
  api.route(Method::get, "/api/v1/procedures", list_procedures);
  api.route(Method::put, "/api/v1/procedures/{id}", draft_procedure, json_body());
  api.route(Method::post, "/api/v1/procedures/{id}/approval", approve_procedure, json_body());
  api.route(Method::post, "/api/v1/procedures/{id}/withdrawal", withdraw_procedure, json_body());
  api.route(Method::get, "/api/v1/procedure-steps", get_steps);
  api.route(Method::put, "/api/v1/procedure-steps", follow_steps, json_body());
  api.route(Method::get, "/api/v1/directives", get_inbox);
  api.route(Method::put, "/api/v1/directives/{id}", issue_directive, json_body());
  api.route(Method::post, "/api/v1/directives/{id}/withdrawal", withdraw_directive, json_body());
  api.route(Method::post, "/api/v1/directives/{id}/reading", read_directive);
  api.route(Method::get, "/api/v1/unread-directives", get_unread);
  api.route(Method::get, "/api/v1/issued-directives", get_issued);
  api.route(Method::get, "/api/v1/certificates", get_certificates);
  api.route(Method::put, "/api/v1/certificates/{id}", issue_certificate, json_body());
  api.route(Method::post, "/api/v1/certificates/{id}/revocation", revoke_certificate, json_body());
  api.route(Method::put, "/api/v1/certificate-needs", set_need, json_body());
}

}  // namespace cardea::http
