#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

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

/// Unpredictable bytes. Thread-safe; never fails (a system without randomness stops the program).
class RandomSource {
 public:
  virtual ~RandomSource() = default;
  virtual void fill(std::span<std::uint8_t> out) = 0;
};

}  // namespace cardea::ports
