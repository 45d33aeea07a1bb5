#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cardea {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// The same bytes, seen as text or the other way round. Nothing is copied; the view lives as long as its
/// source.
[[nodiscard]] ByteView bytes_of(std::string_view text);
[[nodiscard]] std::string_view text_of(ByteView bytes);

/// Lower-case hexadecimal.
[[nodiscard]] std::string to_hex(ByteView bytes);
/// Nothing when the length is odd or a character is not hexadecimal. Both cases are read.
[[nodiscard]] std::optional<Bytes> parse_hex(std::string_view text);

/// Base64 with the URL-safe alphabet and without padding (RFC 4648 section 5).
[[nodiscard]] std::string to_base64url(ByteView bytes);
[[nodiscard]] std::optional<Bytes> parse_base64url(std::string_view text);

/// Compares without telling by its timing where the first difference lies. Lengths are not secret.
[[nodiscard]] bool equal_in_constant_time(ByteView a, ByteView b);

}  // namespace cardea
