#include "cardea/kernel/hash.hpp"

#include <openssl/evp.h>

#include "cardea/kernel/check.hpp"

namespace cardea {

struct Sha256::State {
  struct Free {
    void operator()(EVP_MD_CTX* used) const { EVP_MD_CTX_free(used); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

// SHA-256 cannot fail on any input: when it does, the library is not usable and nothing can be trusted.
Sha256::Sha256() : state_{std::make_unique<State>()} {
  CARDEA_ASSERT(state_->context != nullptr);
  CARDEA_ASSERT(EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr) == 1);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

Sha256& Sha256::add(ByteView bytes) {
  CARDEA_ASSERT(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1);
  return *this;
}

Sha256& Sha256::add(std::string_view text) { return add(bytes_of(text)); }

Digest Sha256::finish() {
  Digest digest{};
  CARDEA_ASSERT(EVP_DigestFinal_ex(state_->context.get(), digest.data(), nullptr) == 1);
  return digest;
}

Digest sha256(ByteView bytes) { return Sha256{}.add(bytes).finish(); }
Digest sha256(std::string_view text) { return sha256(bytes_of(text)); }

}  // namespace cardea
