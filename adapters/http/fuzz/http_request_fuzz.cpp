#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/http/problem.hpp"
#include "cardea/http/server.hpp"

// One connection: the first byte says in pieces of what size the rest arrives. Whatever comes, every answer
// is HTTP/1.1 and the routes never see a path that climbs.

namespace {

using namespace cardea::http;

Response echo(const Request& request) {
  if (request.path.find("..") != std::string::npos && request.path.find("/../") != std::string::npos)
    std::abort();
  if (request.path.find('\0') != std::string::npos) std::abort();
  return json_response(200, "{\"size\":" + std::to_string(request.body.size()) + "}");
}

const Router& router() {
  static const Router table = [] {
    Router made;
    RouteOptions body;
    body.body = BodyKind::memory;
    body.body_max = 4096;
    made.add(Method::get, "/a/{id}", echo);
    made.add(Method::post, "/a", echo, body);
    made.set_fallback(echo);
    return made;
  }();
  return table;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t step = data[0] == 0 ? size : data[0];
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::vector<std::string> pieces;
  for (std::size_t at = 0; at < bytes.size(); at += step) pieces.emplace_back(bytes.substr(at, step));
  const std::string answer = converse(router(), pieces);
  if (!answer.empty() && !answer.starts_with("HTTP/1.1 ")) std::abort();
  return 0;
}
