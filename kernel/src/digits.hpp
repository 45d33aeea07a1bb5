#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cardea {

/// A number written with exactly as many digits as `digits` is long.
[[nodiscard]] inline std::optional<int> read_digits(std::string_view digits) {
  if (digits.empty() || digits.size() > 9) return std::nullopt;
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// Appends `number` (not negative) with at least `width` digits.
inline void append_digits(std::string& text, long long number, std::size_t width) {
  const std::string digits = std::to_string(number);
  if (digits.size() < width) text.append(width - digits.size(), '0');
  text += digits;
}

}  // namespace cardea
