#pragma once

#include <cstdint>

#include "cardea/ports/crypto.hpp"

namespace cardea::crypto {

/// What one guess costs an attacker, and one sign-in the node. The default is the second recommended option
/// of RFC 9106 section 4 (3 passes over 64 MiB), with one lane.
struct Argon2Cost {
  std::uint64_t passes = 3;
  std::size_t memory_bytes = std::size_t{64} << 20;
};

/// The least that the library takes: for tests.
[[nodiscard]] Argon2Cost cheapest_argon2();

/// Argon2id. The PHC string holds salt and cost, so a changed cost applies to new hashes and old ones still
/// verify. Thread-safe; each call takes `memory_bytes` of memory while it runs. `hash` fails
/// `unavailable/password_hash_memory`.
class Argon2PasswordHasher final : public ports::PasswordHasher {
 public:
  explicit Argon2PasswordHasher(Argon2Cost cost = {});
  [[nodiscard]] Result<std::string> hash(const Secret<std::string>& password) const override;
  [[nodiscard]] bool verify(std::string_view phc, const Secret<std::string>& password) const override;
  [[nodiscard]] bool needs_rehash(std::string_view phc) const override;

 private:
  Argon2Cost cost_;
};

}  // namespace cardea::crypto
