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

Result<ReadSearch> read_search(const Request& request) {
  ReadSearch search;
  const Done read = want_query(request, {"traveller", "document", "surname", "subject", "officer", "what",
                                         "from", "until", "unusual", "before", "limit"})
                        .and_then([&] { return read_traveller(request, search); })
                        .and_then([&] { return read_word(request, "document", search.document_number); })
                        .and_then([&] { return read_word(request, "surname", search.surname); })
                        .and_then([&] { return read_word(request, "subject", search.subject); })
                        .and_then([&] { return read_word(request, "officer", search.officer); })
                        .and_then([&] { return read_word(request, "what", search.what); })
                        .and_then([&] { return read_instant(request, "from", search.from); })
                        .and_then([&] { return read_instant(request, "until", search.until); })
                        .and_then([&] { return read_switch(request, "unusual", search.unusual_only); });
  if (!read) return pass_on(read);
  const auto before = read_number(request, "before", {1, kSequenceMax, 0});
  if (!before) return pass_on(before);
  search.before = *before;
  const auto limit = read_number(request, "limit", {1, accountability::kReadsMax, 50});
  if (!limit) return pass_on(limit);
  search.limit = static_cast<int>(*limit);
  return search;
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
  const auto sequence = parse_number(request.values.front());
  if (!sequence || *sequence < 1) return fail(ErrorKind::malformed, "sequence_invalid");
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto proof = parts.accountability.proof(session->caller, *sequence);
  if (!proof) return pass_on(proof);
  return reply(200, *proof);
}

}  // namespace

void add_audit_routes(Api& api) {
  api.route(Method::get, "/api/v1/audit/reads", search_reads);
  api.route(Method::get, "/api/v1/audit/chain", get_chain);
  api.route(Method::get, "/api/v1/audit/entries/{sequence}/proof", get_proof);
}

}  // namespace cardea::http
