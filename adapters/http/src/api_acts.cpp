#include "api_acts.hpp"

#include <algorithm>

namespace cardea::http {
namespace {

constexpr std::size_t kKeyMin = 8;
constexpr std::size_t kKeyMax = 128;
constexpr std::size_t kRevisionDigitsMax = 18;

bool is_key(std::string_view text) {
  return text.size() >= kKeyMin && text.size() <= kKeyMax &&
         std::ranges::all_of(text, [](char c) { return c >= '!' && c <= '~'; });
}

Failure header_invalid(std::string_view header) {
  return fail(ErrorKind::malformed, "header_invalid", std::string(header));
}

/// Everything that makes two requests the same request.
Digest digest_of(const Request& request) {
  Sha256 digest;
  digest.add(name(request.method)).add("\n").add(request.path).add("\n");
  if (const std::string* seen = request.find_header("if-match")) digest.add(*seen);
  return digest.add("\n").add(request.body).finish();
}

}  // namespace

Result<ports::ActRequest> read_repeatable_act(const Request& request) {
  const std::string* key = request.find_header("idempotency-key");
  if (!key) return fail(ErrorKind::malformed, "idempotency_key_required");
  if (!is_key(*key)) return header_invalid("Idempotency-Key");
  return ports::ActRequest{*key, digest_of(request), std::nullopt};
}

Result<ports::ActRequest> read_change_act(const Request& request) {
  auto act = read_repeatable_act(request);
  if (!act) return act;
  const std::string* match = request.find_header("if-match");
  if (!match) return fail(ErrorKind::malformed, "if_match_required");
  const std::string_view quoted = *match;
  if (quoted.size() < 3 || quoted.size() > kRevisionDigitsMax + 2 || quoted.front() != '"' ||
      quoted.back() != '"') {
    return header_invalid("If-Match");
  }
  const auto revision = parse_number(quoted.substr(1, quoted.size() - 2));
  if (!revision) return header_invalid("If-Match");
  act->revision = *revision;
  return act;
}

}  // namespace cardea::http
