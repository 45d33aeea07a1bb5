#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/result.hpp"
#include "cardea/kernel/secret.hpp"

namespace cardea::ports {

/// Password hashing (Argon2id, RFC 9106), as PHC strings. Thread-safe; each call costs its memory and time on
/// purpose.
class PasswordHasher {
 public:
  virtual ~PasswordHasher() = default;
  [[nodiscard]] virtual Result<std::string> hash(const Secret<std::string>& password) const = 0;
  [[nodiscard]] virtual bool verify(std::string_view phc, const Secret<std::string>& password) const = 0;
  [[nodiscard]] virtual bool needs_rehash(std::string_view phc) const = 0;
};

/// Keeps secrets that the node itself must be able to read again, such as those of second factors: sealed
/// with a key that is not in the database. Thread-safe.
class SecretBox {
 public:
  virtual ~SecretBox() = default;
  [[nodiscard]] virtual Bytes seal(ByteView secret) const = 0;
  /// Nothing when the bytes were not sealed with this key, or were changed.
  [[nodiscard]] virtual std::optional<Bytes> open(ByteView sealed) const = 0;
};

/// One-time codes of six digits (RFC 4226 section 5.3, HMAC-SHA-1).
class OneTimeCodes {
 public:
  virtual ~OneTimeCodes() = default;
  [[nodiscard]] virtual std::string code(ByteView secret, std::int64_t step) const = 0;
};

/// Unpredictable bytes. Thread-safe; never fails (a system without randomness stops the program).
class RandomSource {
 public:
  virtual ~RandomSource() = default;
  virtual void fill(std::span<std::uint8_t> out) = 0;
};

}  // namespace cardea::ports
