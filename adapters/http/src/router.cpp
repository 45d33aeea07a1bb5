#include "cardea/http/router.hpp"

#include <algorithm>

#include "cardea/http/problem.hpp"
#include "cardea/kernel/text.hpp"
#include "target.hpp"

namespace cardea::http {
namespace {

bool is_name(std::string_view piece) {
  return piece.size() > 2 && piece.front() == '{' && piece.back() == '}';
}

/// The values of the {names}, when the pattern fits.
std::optional<std::vector<std::string>> fit(std::string_view pattern,
                                            const std::vector<std::string>& segments) {
  const auto pieces = split(pattern.substr(1), '/');
  if (pieces.size() != segments.size()) return std::nullopt;
  std::vector<std::string> values;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (is_name(pieces[i])) {
      if (segments[i].empty()) return std::nullopt;
      values.push_back(segments[i]);
    } else if (pieces[i] != segments[i]) {
      return std::nullopt;
    }
  }
  return values;
}

bool serves(Method served, Method asked) {
  return served == asked || (served == Method::get && asked == Method::head);
}

/// Paths that belong to programs: never answered with a page.
bool is_interface(const std::vector<std::string>& segments) {
  return !segments.empty() && (segments[0] == "api" || segments[0] == "health" || segments[0] == "metrics");
}

}  // namespace

void Router::add(Method method, std::string pattern, Handler handler, RouteOptions options) {
  routes_.push_back(Route{method, std::move(pattern), std::move(handler), std::move(options)});
}

void Router::set_fallback(Handler handler) {
  RouteOptions options;
  options.run_on = RunOn::network;
  fallback_ = Route{Method::get, "/{file}", std::move(handler), std::move(options)};
}

Response Router::refuse(const std::vector<std::string>& segments) const {
  std::string allowed;
  for (const Route& route : routes_) {
    if (!fit(route.pattern, segments)) continue;
    if (!allowed.empty()) allowed += ", ";
    allowed += name(route.method);
    if (route.method == Method::get) allowed += ", HEAD";
  }
  if (allowed.empty()) return problem({ErrorKind::not_found, "path_unknown", {}});
  Response response = problem({ErrorKind::malformed, "method_not_allowed", {}});
  response.headers.emplace_back("Allow", std::move(allowed));
  return response;
}

Matched Router::match(Method method, std::string_view encoded_path) const {
  const auto segments = path_segments(encoded_path);
  if (!segments) return {nullptr, {}, problem({ErrorKind::malformed, "http_target_invalid", {}})};
  for (const Route& route : routes_) {
    if (!serves(route.method, method)) continue;
    if (auto values = fit(route.pattern, *segments)) return {&route, std::move(*values), std::nullopt};
  }
  Response refusal = refuse(*segments);
  const bool nothing_there = refusal.status == 404;
  if (fallback_ && nothing_there && serves(Method::get, method) && !is_interface(*segments)) {
    return {&*fallback_, {}, std::nullopt};
  }
  return {nullptr, {}, std::move(refusal)};
}

}  // namespace cardea::http
