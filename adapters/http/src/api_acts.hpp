#pragma once

#include <boost/describe.hpp>

#include "api_common.hpp"
#include "cardea/ports/request.hpp"

namespace cardea::http {

/// A request that repeating must not do twice: its Idempotency-Key and the digest of the whole. Fails
/// `malformed/idempotency_key_required`, `malformed/header_invalid`.
[[nodiscard]] Result<ports::ActRequest> read_repeatable_act(const Request& request);

/// With the revision the officer saw, from If-Match. Fails also `malformed/if_match_required`.
[[nodiscard]] Result<ports::ActRequest> read_change_act(const Request& request);

/// The id that stands for the {name} at `place` of the pattern. Fails `malformed/id_invalid`.
template <class IdType>
[[nodiscard]] Result<IdType> read_id_at(const Request& request, std::size_t place) {
  const auto id = parse_id<IdType>(request.values.at(place));
  if (!id) return fail(ErrorKind::malformed, "id_invalid");
  return *id;
}

/// Why something is ended, withdrawn, sent back.
struct ReasonBody {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonBody, (), (reason))

/// A view with its revision as the ETag that the next change must name.
template <class View>
[[nodiscard]] Response reply_revised(int status, const View& view) {
  Response response = reply(status, view);
  response.headers.emplace_back("ETag", "\"" + std::to_string(view.revision) + "\"");
  return response;
}

/// A read without parameters of its own: permit, act, reply.
template <class Act>
[[nodiscard]] Result<Response> show(const ApiParts& parts, const Request& request, const Act& act,
                                    int status = 200) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = act(session->caller);
  if (!view) return pass_on(view);
  return reply(status, *view);
}

/// An act with a body: parse, permit, act, reply.
template <class Body, class Act>
[[nodiscard]] Result<Response> change(const ApiParts& parts, const Request& request, const Act& act,
                                      int status = 200) {
  const auto body = read_body<Body>(request);
  if (!body) return pass_on(body);
  return show(parts, request, [&](const ports::Caller& caller) { return act(caller, *body); }, status);
}

/// An act on the one whose id stands in the path.
template <class IdType, class Body, class Act>
[[nodiscard]] Result<Response> change_one(const ApiParts& parts, const Request& request, const Act& act) {
  const auto id = read_id<IdType>(request);
  if (!id) return pass_on(id);
  return change<Body>(parts, request,
                      [&](const auto& caller, const Body& body) { return act(caller, *id, body); });
}

/// A change of what has a revision, by who saw the last one.
template <class IdType, class Body, class Act>
[[nodiscard]] Result<Response> change_revised(const ApiParts& parts, const Request& request, const Act& act) {
  const auto id = read_id<IdType>(request);
  if (!id) return pass_on(id);
  const auto body = read_body<Body>(request);
  if (!body) return pass_on(body);
  const auto asked = read_change_act(request);
  if (!asked) return pass_on(asked);
  const auto one_state = parts.records.one_state();
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = act(session->caller, *id, *body, *asked);
  if (!view) return pass_on(view);
  return reply_revised(200, *view);
}

}  // namespace cardea::http
