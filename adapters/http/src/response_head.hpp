#pragma once

#include <string>

#include "cardea/http/request.hpp"

namespace cardea::http {

struct HeadOptions {
  bool keep_alive = true;
  bool over_tls = false;
};

/// Status line and header fields of an answer, with the empty line that ends them. Adds Date, the security
/// headers, `Cache-Control: no-store` where the answer says nothing of caching, and the length.
[[nodiscard]] std::string response_head(const Response& response, const HeadOptions& options);

}  // namespace cardea::http
