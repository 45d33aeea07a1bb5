#include "cardea/crypto/second_factor.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <memory>

#include "cardea/kernel/check.hpp"

namespace cardea::crypto {
namespace {

constexpr std::size_t kNonceBytes = 12;
constexpr std::size_t kTagBytes = 16;
constexpr std::size_t kDigits = 6;
constexpr std::uint32_t kModulus = 1'000'000;

struct Free {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, Free>;

}  // namespace

Bytes AesSecretBox::seal(ByteView secret) const {
  Bytes sealed(kNonceBytes + secret.size() + kTagBytes);
  random_.fill(std::span(sealed).first(kNonceBytes));
  const Context context(EVP_CIPHER_CTX_new());
  CARDEA_ASSERT(context != nullptr);
  CARDEA_ASSERT(EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key_.data(), sealed.data()) ==
                1);
  int written = 0;
  std::uint8_t* out = sealed.data() + kNonceBytes;
  CARDEA_ASSERT(
      EVP_EncryptUpdate(context.get(), out, &written, secret.data(), static_cast<int>(secret.size())) == 1);
  CARDEA_ASSERT(EVP_EncryptFinal_ex(context.get(), out + written, &written) == 1);
  CARDEA_ASSERT(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, out + secret.size()) ==
                1);
  return sealed;
}

std::optional<Bytes> AesSecretBox::open(ByteView sealed) const {
  if (sealed.size() < kNonceBytes + kTagBytes) return std::nullopt;
  const auto body = sealed.subspan(kNonceBytes, sealed.size() - kNonceBytes - kTagBytes);
  Bytes tag(sealed.end() - kTagBytes, sealed.end());
  Bytes secret(body.size());
  const Context context(EVP_CIPHER_CTX_new());
  CARDEA_ASSERT(context != nullptr);
  int written = 0;
  const bool opened =
      EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key_.data(), sealed.data()) == 1 &&
      EVP_DecryptUpdate(context.get(), secret.data(), &written, body.data(), static_cast<int>(body.size())) ==
          1 &&
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()) == 1 &&
      EVP_DecryptFinal_ex(context.get(), secret.data() + written, &written) == 1;
  return opened ? std::optional(std::move(secret)) : std::nullopt;
}

std::string HmacCodes::code(ByteView secret, std::int64_t step) const {
  std::array<std::uint8_t, 8> counter{};
  for (std::size_t i = 0; i < counter.size(); ++i) {
    counter[counter.size() - 1 - i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(step) >> (8 * i));
  }
  std::array<std::uint8_t, 20> mac{};
  unsigned size = 0;
  CARDEA_ASSERT(HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(),
                     counter.size(), mac.data(), &size) != nullptr);
  // RFC 4226 section 5.3: dynamic truncation.
  const std::size_t at = mac.back() & 15U;
  std::uint32_t number = mac[at] & 127U;
  for (std::size_t i = 1; i < 4; ++i) number = (number << 8U) | mac[at + i];
  std::string digits = std::to_string(number % kModulus);
  return std::string(kDigits - digits.size(), '0') + digits;
}

}  // namespace cardea::crypto
