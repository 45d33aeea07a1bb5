#pragma once

#include "cardea/administration/administration.hpp"
#include "cardea/http/request.hpp"

namespace cardea::http {

/// 201 with the session's cookie: the token goes nowhere else.
[[nodiscard]] Response session_opened(const Request& request, const administration::SignedIn& opened);

}  // namespace cardea::http
