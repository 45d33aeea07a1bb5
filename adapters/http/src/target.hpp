#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/http/request.hpp"

namespace cardea::http {

/// A request target in origin form (RFC 9112, 3.2.1), taken apart.
struct Target {
  std::string encoded_path;
  std::string path;
  Pairs query;
};

/// Nothing when it is not origin form, or its path holds a NUL, a backslash or a `..` segment once decoded.
[[nodiscard]] std::optional<Target> parse_target(std::string_view text);

/// Decoded segments of an absolute path; nothing when an escape is broken.
[[nodiscard]] std::optional<std::vector<std::string>> path_segments(std::string_view encoded_path);

}  // namespace cardea::http
