#include <boost/describe.hpp>

#include "api_common.hpp"
#include "cardea/accountability/accountability.hpp"

namespace cardea::http {
namespace {

using accountability::ReadSearch;

constexpr std::size_t kWordMax = 200;
constexpr std::int64_t kSequenceMax = std::numeric_limits<std::int64_t>::max();

Failure query_invalid(std::string_view parameter) {
  return fail(ErrorKind::malformed, "query_invalid", std::string(parameter));
}

/// Fails `malformed/query_invalid` when the parameter is there and empty or too long.
Done read_word(const Request& request, std::string_view parameter, std::optional<std::string>& word) {
  const std::string* text = request.find_query(parameter);
  if (!text) return {};
  if (trim(*text).empty() || text->size() > kWordMax) return query_invalid(parameter);
  word = std::string(trim(*text));
  return {};
}

Done read_instant(const Request& request, std::string_view parameter, std::optional<Instant>& at) {
  const std::string* text = request.find_query(parameter);
  if (!text) return {};
  at = parse_instant(*text);
  return at ? Done{} : Done{query_invalid(parameter)};
}

Done read_traveller(const Request& request, ReadSearch& search) {
  const std::string* text = request.find_query("traveller");
  if (!text) return {};
  search.traveller_id = parse_id<TravellerId>(*text);
  return search.traveller_id ? Done{} : Done{query_invalid("traveller")};
}

Done read_switch(const Request& request, std::string_view parameter, bool& on) {
  const std::string* text = request.find_query(parameter);
  if (!text) return {};
  if (*text != "true" && *text != "false") return query_invalid(parameter);
  on = *text == "true";
  return {};
}

Done read_reviewed(const Request& request, ReadSearch& search) {
  if (!request.find_query("reviewed")) return {};
  bool reviewed = false;
  const Done read = read_switch(request, "reviewed", reviewed);
  if (read) search.reviewed = reviewed;
  return read;
}

/// Where the page begins, and how long it is.
Done read_page(const Request& request, ReadSearch& search) {
  const auto before = read_number(request, "before", {1, kSequenceMax, 0});
  if (!before) return pass_on(before);
  search.before = *before;
  const auto limit = read_number(request, "limit", {1, accountability::kReadsMax, 50});
  if (!limit) return pass_on(limit);
  search.limit = static_cast<int>(*limit);
  return {};
}

Result<ReadSearch> read_search(const Request& request) {
  ReadSearch search;
  const Done read = want_query(request, {"traveller", "document", "surname", "subject", "officer", "what",
                                         "from", "until", "unusual", "reviewed", "before", "limit"})
                        .and_then([&] { return read_traveller(request, search); })
                        .and_then([&] { return read_word(request, "document", search.document_number); })
                        .and_then([&] { return read_word(request, "surname", search.surname); })
                        .and_then([&] { return read_word(request, "subject", search.subject); })
                        .and_then([&] { return read_word(request, "officer", search.officer); })
                        .and_then([&] { return read_word(request, "what", search.what); })
                        .and_then([&] { return read_instant(request, "from", search.from); })
                        .and_then([&] { return read_instant(request, "until", search.until); })
                        .and_then([&] { return read_switch(request, "unusual", search.unusual_only); })
                        .and_then([&] { return read_reviewed(request, search); })
                        .and_then([&] { return read_page(request, search); });
  if (!read) return pass_on(read);
  return search;
}

Result<std::int64_t> read_sequence(const Request& request) {
  const auto sequence = parse_number(request.values.front());
  if (!sequence || *sequence < 1) return fail(ErrorKind::malformed, "sequence_invalid");
  return *sequence;
}

Result<Response> search_reads(const ApiParts& parts, const Request& request) {
  const auto search = read_search(request);
  if (!search) return pass_on(search);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto page = parts.accountability.reads(session->caller, *search);
  if (!page) return pass_on(page);
  return reply(200, *page);
}

Result<Response> get_chain(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto chain = parts.accountability.chain(session->caller);
  if (!chain) return pass_on(chain);
  return reply(200, *chain);
}

Result<Response> get_proof(const ApiParts& parts, const Request& request) {
  const auto sequence = read_sequence(request);
  if (!sequence) return pass_on(sequence);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto proof = parts.accountability.proof(session->caller, *sequence);
  if (!proof) return pass_on(proof);
  return reply(200, *proof);
}

struct ExplanationsBody {
  std::vector<accountability::ExplanationAsked> explanations;
};
BOOST_DESCRIBE_STRUCT(ExplanationsBody, (), (explanations))

struct ExplanationBody {
  std::string explanation;
};
BOOST_DESCRIBE_STRUCT(ExplanationBody, (), (explanation))

Result<Response> list_flagged(const ApiParts& parts, const Request& request) {
  ReadSearch search;
  const Done read = want_query(request, {"reviewed", "before", "limit"})
                        .and_then([&] { return read_reviewed(request, search); })
                        .and_then([&] { return read_page(request, search); });
  if (!read) return pass_on(read);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto page = parts.accountability.flagged(session->caller, search);
  if (!page) return pass_on(page);
  return reply(200, *page);
}

Result<Response> review_read(const ApiParts& parts, const Request& request) {
  const auto sequence = read_sequence(request);
  if (!sequence) return pass_on(sequence);
  const auto body = read_body<accountability::ReviewRead>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto view = parts.accountability.review(session->caller, *sequence, *body);
  if (!view) return pass_on(view);
  return reply(200, *view);
}

Result<Response> list_explanations(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto asked = parts.accountability.explanations_asked(session->caller);
  if (!asked) return pass_on(asked);
  return reply(200, ExplanationsBody{*std::move(asked)});
}

Result<Response> explain_read(const ApiParts& parts, const Request& request) {
  const auto sequence = read_sequence(request);
  if (!sequence) return pass_on(sequence);
  const auto body = read_body<ExplanationBody>(request);
  if (!body) return pass_on(body);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const Done told = parts.accountability.explain(session->caller, *sequence, body->explanation);
  if (!told) return pass_on(told);
  Response response;
  response.status = 204;
  return response;
}

}  // namespace

void add_audit_routes(Api& api) {
  api.route(Method::get, "/api/v1/audit/reads", search_reads);
  api.route(Method::get, "/api/v1/audit/chain", get_chain);
  api.route(Method::get, "/api/v1/audit/entries/{sequence}/proof", get_proof);
  api.route(Method::get, "/api/v1/read-reviews", list_flagged);
  api.route(Method::post, "/api/v1/read-reviews/{sequence}", review_read, json_body());
  api.route(Method::get, "/api/v1/session/explanations", list_explanations);
  api.route(Method::post, "/api/v1/session/explanations/{sequence}", explain_read, json_body());
}

}  // namespace cardea::http
