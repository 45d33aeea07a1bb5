#include "cardea/crypto/password_hasher.hpp"

#include <sodium.h>

#include <array>

#include "cardea/kernel/check.hpp"

namespace cardea::crypto {
namespace {

/// The library reads PHC strings from a field of fixed length that ends with NULs.
using Phc = std::array<char, crypto_pwhash_STRBYTES>;

[[nodiscard]] bool fill_phc(std::string_view text, Phc& phc) {
  if (text.size() >= phc.size() || text.find('\0') != std::string_view::npos) return false;
  phc.fill('\0');
  text.copy(phc.data(), text.size());
  return true;
}

}  // namespace

Argon2Cost cheapest_argon2() { return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN}; }

Argon2PasswordHasher::Argon2PasswordHasher(Argon2Cost cost) : cost_{cost} {
  CARDEA_ASSERT(sodium_init() >= 0);
}

Result<std::string> Argon2PasswordHasher::hash(const Secret<std::string>& password) const {
  Phc phc{};
  const std::string& text = password.reveal();
  const int failed = crypto_pwhash_str_alg(phc.data(), text.data(), text.size(), cost_.passes,
                                           cost_.memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) return fail(ErrorKind::unavailable, "password_hash_memory");
  return std::string(phc.data());
}

bool Argon2PasswordHasher::verify(std::string_view phc, const Secret<std::string>& password) const {
  Phc field{};
  if (!fill_phc(phc, field)) return false;
  const std::string& text = password.reveal();
  return crypto_pwhash_str_verify(field.data(), text.data(), text.size()) == 0;
}

bool Argon2PasswordHasher::needs_rehash(std::string_view phc) const {
  Phc field{};
  if (!fill_phc(phc, field)) return true;
  return crypto_pwhash_str_needs_rehash(field.data(), cost_.passes, cost_.memory_bytes) != 0;
}

}  // namespace cardea::crypto
