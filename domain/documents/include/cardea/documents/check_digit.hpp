#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace cardea::documents {

/// What a character counts in a check digit: 0-9 as they are, A-Z as 10-35, `<` as 0; -1 for anything else.
/// Standard: ICAO Doc 9303-3, 4.9.
[[nodiscard]] constexpr int check_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return c == '<' ? 0 : -1;
}

/// The check digit 0-9 over `text`, weights 7, 3, 1 repeating from the left; -1 when a character has no
/// value. Standard: ICAO Doc 9303-3, 4.9.
[[nodiscard]] constexpr int check_digit(std::string_view text) {
  constexpr int kWeights[] = {7, 3, 1};
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int value = check_value(text[i]);
    if (value < 0) return -1;
    sum = (sum + value * kWeights[i % 3]) % 10;
  }
  return sum;
}

static_assert(check_digit("520727") == 3);                                   // 9303-3, 4.9, example 1
static_assert(check_digit("AB2134<<<") == 5);                                // 9303-3, 4.9, example 2
static_assert(check_digit("7408<<") == 7);                                   // an unknown day
static_assert(check_digit("HA672242<658022549601086<<<<<<<<<<<<<<0") == 8);  // 9303-3, 4.9, example 3
static_assert(check_digit("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<") ==
              2);                                                    // 9303-3, 4.9, example 4
static_assert(check_digit("HA672242<658022549601086<<<<<<<") == 8);  // 9303-3, 4.9, example 5
static_assert(check_digit("a") == -1);

/// The characters that a check digit cannot tell from `c`, `c` among them: a digit modulo 10 is blind to any
/// change by a multiple of ten. Empty for a character outside the MRZ's set.
[[nodiscard]] constexpr std::string_view undetectable_with(char c) {
  constexpr std::string_view kClasses[] = {"0AKU<", "1BLV", "2CMW", "3DNX", "4EOY",
                                           "5FPZ",  "6GQ",  "7HR",  "8IS",  "9JT"};
  const int value = check_value(c);
  return value < 0 ? std::string_view{} : kClasses[value % 10];
}

/// Whether two neighbours may be exchanged without the digit noticing: neighbouring weights differ by 4, 2 or
/// 6, so it is blind when the values differ by a multiple of five (05 and 50, 16 and 61).
[[nodiscard]] constexpr bool swap_is_undetectable(char left, char right) {
  const int a = check_value(left);
  const int b = check_value(right);
  return a >= 0 && b >= 0 && a != b && (a - b) % 5 == 0;
}

/// What the check digit over a field does not prove about one of its characters.
struct BlindSpot {
  int offset;                          ///< 0-based within the field
  std::string_view undetectable_with;  ///< a literal
  bool swappable_with_next;
};

/// One entry for each character of `field` about which the digit leaves something open, which is nearly every
/// one: an agreeing digit is a hint, not a proof. Shown beside a reading so that nobody trusts it further
/// than it goes.
[[nodiscard]] std::vector<BlindSpot> blind_spots(std::string_view field);

}  // namespace cardea::documents
