#include "cardea/crypto/node_key.hpp"

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/system/files.hpp"

namespace cardea::crypto {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPemBytesMax = 4096;

struct Free {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  void operator()(BIO* buffer) const { BIO_free(buffer); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Context = std::unique_ptr<EVP_MD_CTX, Free>;
using Buffer = std::unique_ptr<BIO, Free>;

/// Without this, the library would ask the terminal for the password of an encrypted key.
int refuse_password(char*, int, int, void*) { return -1; }

[[nodiscard]] Key parse_pem(std::string_view pem) {
  const Buffer buffer(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  CARDEA_ASSERT(buffer != nullptr);
  Key key(PEM_read_bio_PrivateKey(buffer.get(), nullptr, refuse_password, nullptr));
  ERR_clear_error();
  if (key && EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519) key.reset();
  return key;
}

[[nodiscard]] bool others_reach(const fs::path& path) {
  std::error_code error;
  const auto mode = fs::status(path, error).permissions();
  return error || (mode & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none;
}

}  // namespace

struct NodeKey::Handle {
  Key key;
};

NodeKey::NodeKey(std::unique_ptr<Handle> handle) : handle_{std::move(handle)} {}
NodeKey::~NodeKey() = default;
NodeKey::NodeKey(NodeKey&&) noexcept = default;
NodeKey& NodeKey::operator=(NodeKey&&) noexcept = default;

NodeKey NodeKey::generate() {
  Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
  CARDEA_ASSERT(key != nullptr);
  return NodeKey(std::make_unique<Handle>(Handle{std::move(key)}));
}

Result<NodeKey> NodeKey::load(const fs::path& path) {
  const auto pem = system::read_file(path, kPemBytesMax);
  if (!pem && pem.error().kind == ErrorKind::not_found) {
    return fail(ErrorKind::not_found, "node_key_missing", path.string());
  }
  if (!pem && pem.error().kind == ErrorKind::unavailable) {
    return fail(ErrorKind::unavailable, "node_key_unreadable", pem.error().detail);
  }
  if (others_reach(path)) return fail(ErrorKind::broken, "node_key_exposed", path.string());
  Key key = pem ? parse_pem(*pem) : Key{};
  if (!key) return fail(ErrorKind::broken, "node_key_damaged", path.string());
  return NodeKey(std::make_unique<Handle>(Handle{std::move(key)}));
}

Done NodeKey::save(const fs::path& path) const {
  const Buffer buffer(BIO_new(BIO_s_secmem()));
  CARDEA_ASSERT(buffer != nullptr);
  CARDEA_ASSERT(PEM_write_bio_PKCS8PrivateKey(buffer.get(), handle_->key.get(), nullptr, nullptr, 0, nullptr,
                                              nullptr) == 1);
  char* text = nullptr;
  const long size = BIO_get_mem_data(buffer.get(), &text);
  return system::write_new_file(path, {text, static_cast<std::size_t>(size)}, system::FileAccess::owner_only);
}

PublicKey NodeKey::public_key() const {
  PublicKey bytes{};
  std::size_t size = bytes.size();
  CARDEA_ASSERT(EVP_PKEY_get_raw_public_key(handle_->key.get(), bytes.data(), &size) == 1);
  return bytes;
}

Signature NodeKey::sign(ByteView message) const {
  const Context context(EVP_MD_CTX_new());
  Signature signature{};
  std::size_t size = signature.size();
  CARDEA_ASSERT(context != nullptr);
  CARDEA_ASSERT(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, handle_->key.get()) == 1);
  CARDEA_ASSERT(EVP_DigestSign(context.get(), signature.data(), &size, message.data(), message.size()) == 1);
  return signature;
}

BoxKey NodeKey::secret_box_key() const {
  std::array<std::uint8_t, 32> seed{};
  std::size_t size = seed.size();
  CARDEA_ASSERT(EVP_PKEY_get_raw_private_key(handle_->key.get(), seed.data(), &size) == 1);
  const BoxKey key = Sha256{}.add("cardea secret box 1").add(seed).finish();
  OPENSSL_cleanse(seed.data(), seed.size());
  return key;
}

bool verify(const PublicKey& key, ByteView message, ByteView signature) {
  const Key parsed(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()));
  const Context context(EVP_MD_CTX_new());
  if (!parsed || !context) return false;
  if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, parsed.get()) != 1) return false;
  const int verified =
      EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(), message.size());
  ERR_clear_error();
  return verified == 1;
}

}  // namespace cardea::crypto
