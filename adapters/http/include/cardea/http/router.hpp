#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/http/request.hpp"

namespace cardea::http {

/// Where the body goes.
enum class BodyKind : std::uint8_t {
  none,    ///< a body is refused
  memory,  ///< Request::body, up to RouteOptions::body_max
  file     ///< Request::upload, up to RouteOptions::body_max
};

/// Where the handler runs. `network` is for handlers that never wait: they run between two reads of the
/// socket.
enum class RunOn : std::uint8_t { worker, network };

struct RouteOptions {
  BodyKind body = BodyKind::none;
  std::size_t body_max = std::size_t{1} << 20;
  RunOn run_on = RunOn::worker;
  /// How many of these requests are under way at once; one more is answered 503. 0: as many as there are
  /// workers. For handlers that cost so much that they could starve all others.
  std::size_t at_once_max = 0;
  /// Looks at the header alone before a byte of the body is taken; an answer ends the request. Runs on a
  /// worker.
  std::function<std::optional<Response>(const Request&)> before_body;
};

struct Route {
  Method method;
  std::string pattern;  ///< "/api/v1/inspections/{id}"; a {name} stands for one segment, never an empty one
  Handler handler;
  RouteOptions options;
  /// Requests under way; counted when `at_once_max` says so. Shared, since a Route is copied when the table
  /// grows.
  std::shared_ptr<std::atomic<std::size_t>> under_way = std::make_shared<std::atomic<std::size_t>>(0);
};

/// What a request comes to. Without `route`, `refusal` is the 404 or 405 to answer.
struct Matched {
  const Route* route = nullptr;
  std::vector<std::string> values;
  std::optional<Response> refusal;
};

/// The table of what is served. HEAD is answered wherever GET is. Filled before the server starts, read by
/// all its threads afterwards.
class Router {
 public:
  void add(Method method, std::string pattern, Handler handler, RouteOptions options = {});
  /// Serves GET of paths that no pattern matches (the web application). Runs on the network thread.
  void set_fallback(Handler handler);

  /// `path` as it stands in the request target, still percent-encoded: an encoded slash does not divide
  /// segments.
  [[nodiscard]] Matched match(Method method, std::string_view encoded_path) const;
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  [[nodiscard]] Response refuse(const std::vector<std::string>& segments) const;

  std::vector<Route> routes_;
  std::optional<Route> fallback_;
};

}  // namespace cardea::http
