#include <boost/describe.hpp>

#include "api_common.hpp"
#include "api_session_body.hpp"

namespace cardea::http {
namespace {

struct EnrolmentBody {
  std::string code;
  std::string user_name;
  std::string display_name;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(EnrolmentBody, (), (code, user_name, display_name, password))

Result<Response> enrol(const ApiParts& parts, const Request& request) {
  auto body = read_body<EnrolmentBody>(request);
  if (!body) return pass_on(body);
  const administration::SecretText code(std::move(body->code));
  const administration::SecretText password(std::move(body->password));
  const auto opened = parts.administration.enrol_first(code, body->user_name, body->display_name, password);
  if (!opened) return pass_on(opened);
  return session_opened(request, *opened);
}

}  // namespace

void add_enrolment_routes(Api& api) { api.route(Method::post, "/api/v1/enrolment", enrol, json_body()); }

}  // namespace cardea::http
