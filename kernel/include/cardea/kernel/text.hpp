#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cardea {

// Helpers for ASCII and UTF-8 that do not depend on a locale.

[[nodiscard]] constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_ascii_alnum(char c) {
  return is_ascii_upper(c) || is_ascii_lower(c) || is_ascii_digit(c);
}
[[nodiscard]] constexpr bool is_ascii_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}
[[nodiscard]] constexpr char ascii_upper(char c) {
  return is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}
[[nodiscard]] constexpr char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Only A-Z and a-z change; other bytes stay.
[[nodiscard]] std::string to_ascii_upper(std::string_view text);
[[nodiscard]] std::string to_ascii_lower(std::string_view text);
/// Without ASCII white space at both ends. A view into the argument.
[[nodiscard]] std::string_view trim(std::string_view text);
/// Pieces between separators; "" gives one empty piece. Views into the argument.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& pieces, std::string_view separator);
/// A whole decimal number without sign, blanks or overflow.
[[nodiscard]] std::optional<long long> parse_number(std::string_view digits);

/// One code point taken from the front of UTF-8 text; nothing when it is not valid UTF-8 (RFC 3629: no
/// surrogates, no overlong forms) or the text is empty. Advances `text` past it.
[[nodiscard]] std::optional<char32_t> take_code_point(std::string_view& text);
void append_code_point(std::string& text, char32_t code_point);
[[nodiscard]] bool is_valid_utf8(std::string_view text);
/// Code points of valid UTF-8; invalid bytes come back as U+FFFD, one for each.
[[nodiscard]] std::u32string to_code_points(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view code_points);

}  // namespace cardea
