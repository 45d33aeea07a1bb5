#include <boost/describe.hpp>

#include "api_acts.hpp"
#include "cardea/passages/passages.hpp"

namespace cardea::http {
namespace {

using passages::PassageView;

struct PassagesBody {
  std::vector<passages::PassageLine> passages;
};
BOOST_DESCRIBE_STRUCT(PassagesBody, (), (passages))

constexpr std::size_t kManifestMax = std::size_t{4} << 20;
constexpr std::size_t kFileNameMax = 200;
constexpr std::size_t kLaneMax = 64;

Result<Response> list_passages(const ApiParts& parts, const Request& request) {
  if (const Done known = want_query(request, {"state", "lane"}); !known) return pass_on(known);
  const std::string* state = request.find_query("state");
  if (state && *state != "open" && *state != "all")
    return fail(ErrorKind::malformed, "query_invalid", "state");
  const std::string* lane = request.find_query("lane");
  if (lane && lane->size() > kLaneMax) return fail(ErrorKind::malformed, "query_invalid", "lane");
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto lines = parts.passages.list(session->caller, !state || *state == "open", lane ? *lane : std::string{});
  if (!lines) return pass_on(lines);
  return reply(200, PassagesBody{*std::move(lines)});
}

Result<Response> open_passage(const ApiParts& parts, const Request& request) {
  const auto body = read_body<passages::OpenPassage>(request);
  if (!body) return pass_on(body);
  const auto act = read_repeatable_act(request);
  if (!act) return pass_on(act);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = parts.passages.open(session->caller, *body, *act);
  if (!view) return pass_on(view);
  Response response = reply_revised(201, *view);
  response.headers.emplace_back("Location", "/api/v1/passages/" + to_text(view->id));
  return response;
}

Result<Response> get_passage(const ApiParts& parts, const Request& request) {
  const auto id = read_id<PassageId>(request);
  if (!id) return pass_on(id);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = parts.passages.get(session->caller, *id);
  if (!view) return pass_on(view);
  return reply_revised(200, *view);
}

Result<Response> describe_passage(const ApiParts& parts, const Request& request) {
  return change_revised<PassageId, passages::DescribePassage>(
      parts, request, [&](const auto& caller, PassageId id, const auto& body, const auto& change) {
        return parts.passages.describe(caller, id, body, change);
      });
}

Result<Response> note_occupant(const ApiParts& parts, const Request& request) {
  const auto inspection = read_id_at<FormalityId>(request, 1);
  if (!inspection) return pass_on(inspection);
  return change_revised<PassageId, passages::NoteOccupant>(
      parts, request, [&](const auto& caller, PassageId id, const auto& body, const auto& change) {
        return parts.passages.note_occupant(caller, id, *inspection, body, change);
      });
}

Result<Response> explain_line(const ApiParts& parts, const Request& request) {
  const auto line = parse_number(request.values.at(1));
  if (!line) return fail(ErrorKind::malformed, "id_invalid");
  return change_revised<PassageId, passages::ExplainLine>(
      parts, request, [&](const auto& caller, PassageId id, const auto& body, const auto& change) {
        return parts.passages.explain_line(caller, id, *line, body, change);
      });
}

Result<Response> release_passage(const ApiParts& parts, const Request& request) {
  return change_revised<PassageId, passages::ReleasePassage>(
      parts, request, [&](const auto& caller, PassageId id, const auto& body, const auto& change) {
        return parts.passages.release(caller, id, body, change);
      });
}

Result<Response> attach_manifest(const ApiParts& parts, const Request& request) {
  const auto id = read_id<PassageId>(request);
  if (!id) return pass_on(id);
  if (const Done known = want_query(request, {"file_name"}); !known) return pass_on(known);
  const std::string* file_name = request.find_query("file_name");
  if (!file_name || file_name->size() > kFileNameMax)
    return fail(ErrorKind::malformed, "query_invalid", "file_name");
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = parts.passages.attach_manifest(session->caller, *id, *file_name, request.body);
  if (!view) return pass_on(view);
  return reply_revised(200, *view);
}

/// Before megabytes are taken: whether they may be sent at all.
RouteOptions manifest_body(const Api& api) {
  RouteOptions options;
  options.body = BodyKind::memory;
  options.body_max = kManifestMax;
  options.before_body = [parts = api.parts()](const Request& request) -> std::optional<Response> {
    const auto session = permit(*parts, request);
    if (!session) return problem(session.error());
    const Done may = ports::may(session->caller, access::Action::inspect);
    return may ? std::nullopt : std::optional<Response>(problem(may.error()));
  };
  return options;
}

}  // namespace

void add_passage_routes(Api& api) {
  const std::string one = "/api/v1/passages/{id}";
  api.route(Method::get, "/api/v1/passages", list_passages);
  api.route(Method::post, "/api/v1/passages", open_passage, json_body());
  api.route(Method::get, one, get_passage);
  api.route(Method::put, one + "/description", describe_passage, json_body());
  api.route(Method::put, one + "/occupants/{part}", note_occupant, json_body());
  api.route(Method::put, one + "/manifest", attach_manifest, manifest_body(api));
  api.route(Method::put, one + "/manifest/lines/{line}", explain_line, json_body());
  api.route(Method::post, one + "/release", release_passage, json_body());
}

}  // namespace cardea::http
