#include "target.hpp"

#include <boost/url.hpp>

namespace cardea::http {
namespace {

namespace urls = boost::urls;

bool is_refused(std::string_view segment) {
  return segment == ".." || segment == "." || segment.find('\0') != std::string_view::npos ||
         segment.find('\\') != std::string_view::npos || segment.find('/') != std::string_view::npos;
}

}  // namespace

std::optional<std::vector<std::string>> path_segments(std::string_view encoded_path) {
  const auto view = urls::parse_origin_form(urls::string_view(encoded_path.data(), encoded_path.size()));
  if (view.has_error()) return std::nullopt;
  std::vector<std::string> segments;
  for (const auto& segment : view->segments()) segments.emplace_back(segment.begin(), segment.end());
  return segments;
}

std::optional<Target> parse_target(std::string_view text) {
  const auto view = urls::parse_origin_form(urls::string_view(text.data(), text.size()));
  if (view.has_error()) return std::nullopt;
  Target target;
  const auto encoded = view->encoded_path();
  target.encoded_path.assign(encoded.begin(), encoded.end());
  for (const auto& segment : view->segments()) {
    const std::string decoded(segment.begin(), segment.end());
    if (is_refused(decoded)) return std::nullopt;
    target.path += '/';
    target.path += decoded;
  }
  if (target.path.empty()) target.path = "/";
  for (const auto& parameter : view->params()) {
    target.query.emplace_back(std::string(parameter.key), std::string(parameter.value));
  }
  return target;
}

}  // namespace cardea::http
