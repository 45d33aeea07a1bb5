#include "cardea/access/one_time_code.hpp"

#include "cardea/kernel/text.hpp"

namespace cardea::access {
namespace {

constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::string_view kHex = "0123456789ABCDEF";
constexpr unsigned kBitsPerCharacter = 5;
constexpr std::int64_t kStepMicroseconds = kCodeStepSeconds * 1'000'000;

// RFC 3986 section 2.3: all but the unreserved.
std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_ascii_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

}  // namespace

std::int64_t code_step(Instant at) { return at.us / kStepMicroseconds; }

std::array<std::int64_t, 3> code_steps(Instant at) {
  const std::int64_t step = code_step(at);
  return {step, step - 1, step + 1};
}

std::string to_base32(ByteView bytes) {
  std::string text;
  unsigned buffer = 0;
  unsigned bits = 0;
  for (const std::uint8_t byte : bytes) {
    buffer = (buffer << 8U) | byte;
    for (bits += 8; bits >= kBitsPerCharacter;) {
      bits -= kBitsPerCharacter;
      text += kBase32[(buffer >> bits) & 31U];
    }
    buffer &= (1U << bits) - 1U;
  }
  if (bits > 0) text += kBase32[(buffer << (kBitsPerCharacter - bits)) & 31U];
  return text;
}

std::string otpauth_uri(std::string_view post, std::string_view user_name, std::string_view base32_secret) {
  const std::string issuer = percent_encoded("Cardea " + std::string(post));
  return "otpauth://totp/" + issuer + ":" + percent_encoded(user_name) +
         "?secret=" + std::string(base32_secret) + "&issuer=" + issuer +
         "&algorithm=SHA1&digits=6&period=" + std::to_string(kCodeStepSeconds);
}

}  // namespace cardea::access
