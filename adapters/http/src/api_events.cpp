#include "api_common.hpp"
#include "cardea/access/role.hpp"
#include "cardea/access/sign_in.hpp"

namespace cardea::http {
namespace {

/// Fails `malformed/header_invalid`.
Result<std::optional<std::int64_t>> read_last_event(const Request& request) {
  const std::string* text = request.find_header("last-event-id");
  if (!text || text->empty()) return std::nullopt;
  const auto sequence = parse_number(*text);
  if (!sequence) return fail(ErrorKind::malformed, "header_invalid", "Last-Event-ID");
  return *sequence;
}

/// Whether a stream may go on. Looks at the session without keeping it alive: an open stream is not an
/// officer at work.
bool session_stands(const ApiParts& parts, const Digest& token_digest) {
  const auto session = parts.records.find_session(token_digest);
  if (!session) return true;  // a store that is busy ends no stream
  if (!session->has_value()) return false;
  const auto officer = parts.records.find_officer((*session)->officer_id);
  if (officer && (!officer->has_value() || !(*officer)->officer.active)) return false;
  const auto state = access::session_state((*session)->opened_at, (*session)->last_seen, parts.clock.now());
  return state == access::SessionState::open;
}

Result<Response> stream_events(const ApiParts& parts, const Request& request) {
  const auto after = read_last_event(request);
  if (!after) return pass_on(after);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  if (const Done may = ports::may(session->caller, access::Action::read_events); !may) return pass_on(may);
  const Digest digest = sha256(*session_token(request));
  Response response;
  response.headers.emplace_back("Content-Type", "text/event-stream");
  response.stream = EventStream{*after, [&parts, digest] { return session_stands(parts, digest); }};
  return response;
}

}  // namespace

void add_event_routes(Api& api) { api.route(Method::get, "/api/v1/events", stream_events); }

}  // namespace cardea::http
