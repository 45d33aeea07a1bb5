#include "cardea/conveyances/plate.hpp"

#include "cardea/kernel/text.hpp"

namespace cardea::conveyances {

Result<std::string> normalised_plate(std::string_view as_read) {
  constexpr std::size_t kCharactersMax = 16;
  constexpr char32_t kAsciiEnd = 0x80;
  constexpr char32_t kNoBreakSpace = 0xA0;
  constexpr char32_t kMiddleDot = 0xB7;
  if (!is_valid_utf8(as_read)) return fail(ErrorKind::malformed, "plate_invalid");
  std::string plate;
  std::size_t characters = 0;
  for (const char32_t c : to_code_points(as_read)) {
    const bool other = c >= kAsciiEnd && c != kNoBreakSpace && c != kMiddleDot;
    if (!other && (c >= kAsciiEnd || !is_ascii_alnum(static_cast<char>(c)))) continue;
    append_code_point(plate, other ? c : static_cast<char32_t>(ascii_upper(static_cast<char>(c))));
    ++characters;
  }
  if (plate.empty() || characters > kCharactersMax) return fail(ErrorKind::malformed, "plate_invalid");
  return plate;
}

}  // namespace cardea::conveyances
