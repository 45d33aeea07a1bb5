#include "cardea/kernel/id.hpp"

#include "cardea/kernel/bytes.hpp"

namespace cardea {
namespace {

constexpr bool hyphen_before(std::size_t byte) { return byte == 4 || byte == 6 || byte == 8 || byte == 10; }

}  // namespace

std::string uuid_text(const IdBytes& bytes) {
  const std::string digits = to_hex(bytes);
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (hyphen_before(i)) text += '-';
    text += digits[2 * i];
    text += digits[2 * i + 1];
  }
  return text;
}

std::optional<IdBytes> parse_uuid(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  if (text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') return std::nullopt;
  std::string digits;
  digits.reserve(32);
  for (const char c : text) {
    if (c != '-') digits += c;
  }
  const auto bytes = parse_hex(digits);
  if (!bytes || bytes->size() != 16) return std::nullopt;
  IdBytes id{};
  for (std::size_t i = 0; i < id.size(); ++i) id[i] = (*bytes)[i];
  return id;
}

IdBytes uuid_v7(Instant at, const std::array<std::uint8_t, 10>& random) {
  IdBytes id{};
  const auto ms = static_cast<std::uint64_t>(at.us / 1000);
  for (std::size_t i = 0; i < 6; ++i) id[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
  for (std::size_t i = 0; i < random.size(); ++i) id[6 + i] = random[i];
  id[6] = static_cast<std::uint8_t>((id[6] & 0x0fU) | 0x70U);
  id[8] = static_cast<std::uint8_t>((id[8] & 0x3fU) | 0x80U);
  return id;
}

}  // namespace cardea
