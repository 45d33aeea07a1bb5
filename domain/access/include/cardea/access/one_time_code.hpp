#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/date.hpp"

namespace cardea::access {

// Time-based one-time codes (RFC 6238): six digits, 30 seconds, one step of tolerance to each side.

inline constexpr std::int64_t kCodeStepSeconds = 30;
inline constexpr std::size_t kCodeSecretBytes = 20;  ///< RFC 4226 section 4 recommends 160 bits

/// The step that an instant lies in.
[[nodiscard]] std::int64_t code_step(Instant at);
/// The steps whose codes count at an instant, nearest first.
[[nodiscard]] std::array<std::int64_t, 3> code_steps(Instant at);

/// RFC 4648 base32 without padding, as authenticators take secrets.
[[nodiscard]] std::string to_base32(ByteView bytes);

/// `otpauth://totp/Cardea%20North%20Gate:anna?secret=...&issuer=...`, which authenticators read from a QR
/// code.
[[nodiscard]] std::string otpauth_uri(std::string_view post, std::string_view user_name,
                                      std::string_view base32_secret);

}  // namespace cardea::access
