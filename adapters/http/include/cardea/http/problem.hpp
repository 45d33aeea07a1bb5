#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cardea/http/request.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::http {

/// The status of an error: by its kind (malformed 400, not_found 404, conflict 409, forbidden 403,
/// unavailable 503, broken 500), and for some reasons by the table in problem.cpp. api/errors.md is the same
/// table for people.
[[nodiscard]] int status_of(const Error& error);

/// The answer of RFC 9457: `{type, title, status, code, detail, errors[]}`. `code` is the reason word; for
/// errors of the JSON codec the JSON pointer stands in `errors`. 503 and 429 carry Retry-After. The details
/// of `broken` are for the log and are left out.
[[nodiscard]] Response problem(const Error& error);

/// A JSON answer.
[[nodiscard]] Response json_response(int status, std::string text);

}  // namespace cardea::http
