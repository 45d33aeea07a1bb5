#include "cardea/http/request.hpp"

#include "cardea/kernel/text.hpp"

namespace cardea::http {
namespace {

const std::string* find(const Pairs& pairs, std::string_view key) {
  for (const auto& [name, value] : pairs) {
    if (name == key) return &value;
  }
  return nullptr;
}

bool same_but_for_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && to_ascii_lower(a) == to_ascii_lower(b);
}

}  // namespace

bool parse(std::string_view word, Method& method) {
  for (const Method candidate : {Method::get, Method::head, Method::post, Method::put, Method::patch,
                                 Method::remove, Method::options}) {
    if (name(candidate) == word) {
      method = candidate;
      return true;
    }
  }
  return false;
}

const std::string* Request::find_header(std::string_view lower_case_name) const {
  return find(headers, lower_case_name);
}

const std::string* Request::find_query(std::string_view parameter) const { return find(query, parameter); }

std::optional<std::string> Request::find_cookie(std::string_view cookie) const {
  const std::string* header = find_header("cookie");
  if (!header) return std::nullopt;
  std::optional<std::string> found;
  for (const std::string_view piece : split(*header, ';')) {
    const std::string_view pair = trim(piece);
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != cookie) continue;
    // Two cookies of one name come from two places: neither is believed.
    if (found) return std::nullopt;
    found = std::string(pair.substr(equals + 1));
  }
  return found;
}

const std::string* Response::find_header(std::string_view header) const {
  for (const auto& [name, value] : headers) {
    if (same_but_for_case(name, header)) return &value;
  }
  return nullptr;
}

}  // namespace cardea::http
