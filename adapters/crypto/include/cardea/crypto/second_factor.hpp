#pragma once

#include <array>
#include <cstdint>

#include "cardea/ports/crypto.hpp"

namespace cardea::crypto {

using BoxKey = std::array<std::uint8_t, 32>;

/// AES-256-GCM with a random nonce for each secret: nonce, ciphertext, tag. Thread-safe.
class AesSecretBox final : public ports::SecretBox {
 public:
  AesSecretBox(const BoxKey& key, ports::RandomSource& random) : key_{key}, random_{random} {}
  [[nodiscard]] Bytes seal(ByteView secret) const override;
  [[nodiscard]] std::optional<Bytes> open(ByteView sealed) const override;

 private:
  BoxKey key_;
  ports::RandomSource& random_;
};

/// HOTP of six digits over HMAC-SHA-1 (RFC 4226), which TOTP (RFC 6238) calls with a step of time.
/// Thread-safe.
class HmacCodes final : public ports::OneTimeCodes {
 public:
  [[nodiscard]] std::string code(ByteView secret, std::int64_t step) const override;
};

}  // namespace cardea::crypto
