#pragma once

#include <string_view>

namespace cardea::cases {

/// What a file is, by its first bytes: "image/jpeg", "image/png", "application/pdf", "text/plain" (valid
/// UTF-8 without control characters) or "application/octet-stream". What a client says about a file is not
/// asked.
[[nodiscard]] std::string_view media_type_of(std::string_view bytes);

/// Only images are ever shown inside a page.
[[nodiscard]] bool may_preview(std::string_view media_type);

}  // namespace cardea::cases
