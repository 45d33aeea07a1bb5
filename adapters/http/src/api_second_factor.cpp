// What proves an officer besides the password: one-time codes and certificates.
#include <boost/describe.hpp>

#include "api_common.hpp"

namespace cardea::http {
namespace {

struct NewSecondFactorBody {
  std::string secret;
  std::string uri;
};
BOOST_DESCRIBE_STRUCT(NewSecondFactorBody, (), (secret, uri))

struct CodeBody {
  std::string code;
};
BOOST_DESCRIBE_STRUCT(CodeBody, (), (code))

struct ResetBody {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ResetBody, (), (reason))

Response done() {
  Response response;
  response.status = 204;
  return response;
}

Result<Response> begin(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto made = parts.administration.begin_second_factor(session->caller);
  if (!made) return pass_on(made);
  return reply(201, NewSecondFactorBody{made->secret.reveal(), made->uri.reveal()});
}

Result<Response> confirm(const ApiParts& parts, const Request& request) {
  const auto body = read_body<CodeBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const Done confirmed = parts.administration.confirm_second_factor(session->caller, body->code);
  if (!confirmed) return pass_on(confirmed);
  return done();
}

Result<Response> reset(const ApiParts& parts, const Request& request) {
  const auto id = read_id<OfficerId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<ResetBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const Done taken = parts.administration.reset_second_factor(session->caller, *id, body->reason);
  if (!taken) return pass_on(taken);
  return done();
}

struct ClientCertificateBody {
  std::string sha256;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(ClientCertificateBody, (), (sha256, label))

struct ClientCertificatesBody {
  std::vector<administration::ClientCertificate> certificates;
};
BOOST_DESCRIBE_STRUCT(ClientCertificatesBody, (), (certificates))

Result<Response> list_client_certificates(const ApiParts& parts, const Request& request) {
  const auto id = read_id<OfficerId>(request);
  if (!id) return pass_on(id);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto certificates = parts.administration.client_certificates(session->caller, *id);
  if (!certificates) return pass_on(certificates);
  return reply(200, ClientCertificatesBody{*std::move(certificates)});
}

Result<Response> register_client_certificate(const ApiParts& parts, const Request& request) {
  const auto id = read_id<OfficerId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<ClientCertificateBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto made =
      parts.administration.register_client_certificate(session->caller, *id, body->sha256, body->label);
  if (!made) return pass_on(made);
  return reply(201, *made);
}

Result<Response> revoke_client_certificate(const ApiParts& parts, const Request& request) {
  const auto id = read_id<OfficerId>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<ResetBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const Done revoked = parts.administration.revoke_client_certificate(session->caller, *id,
                                                                      request.values.at(1), body->reason);
  if (!revoked) return pass_on(revoked);
  return done();
}

}  // namespace

void add_second_factor_routes(Api& api) {
  api.route(Method::post, "/api/v1/session/second-factor", begin);
  api.route(Method::post, "/api/v1/session/second-factor/confirmation", confirm, json_body());
  api.route(Method::post, "/api/v1/officers/{id}/second-factor/reset", reset, json_body());
  api.route(Method::get, "/api/v1/officers/{id}/client-certificates", list_client_certificates);
  api.route(Method::post, "/api/v1/officers/{id}/client-certificates", register_client_certificate,
            json_body());
  api.route(Method::post, "/api/v1/officers/{id}/client-certificates/{sha256}/revocation",
            revoke_client_certificate, json_body());
}

}  // namespace cardea::http
