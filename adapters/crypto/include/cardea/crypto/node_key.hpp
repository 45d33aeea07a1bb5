#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>

#include "cardea/crypto/second_factor.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::crypto {

/// Ed25519 (RFC 8032).
using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

/// The private key of a node: it signs the heads of the journal, so that a node that rewrites its past can be
/// held to what it signed. It leaves the process only into its file. Signing is thread-safe.
class NodeKey {
 public:
  [[nodiscard]] static NodeKey generate();
  /// Reads PKCS#8 PEM. Fails `not_found/node_key_missing`, `unavailable/node_key_unreadable`,
  /// `broken/node_key_exposed` (others than the owner may read or change the file), `broken/node_key_damaged`
  /// (not one unencrypted Ed25519 key).
  [[nodiscard]] static Result<NodeKey> load(const std::filesystem::path& path);
  /// Writes PKCS#8 PEM that only the owner reads; never over another file. Fails `conflict/file_exists` and
  /// as system::write_new_file.
  [[nodiscard]] Done save(const std::filesystem::path& path) const;

  [[nodiscard]] PublicKey public_key() const;
  [[nodiscard]] Signature sign(ByteView message) const;
  /// A key for the node's SecretBox, derived from the private half: what is sealed in the database can be
  /// read with the node's key file only.
  [[nodiscard]] BoxKey secret_box_key() const;

  ~NodeKey();
  NodeKey(NodeKey&&) noexcept;
  NodeKey& operator=(NodeKey&&) noexcept;

 private:
  struct Handle;
  explicit NodeKey(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

/// Whether the holder of the private half signed exactly this message. False for anything malformed, too.
[[nodiscard]] bool verify(const PublicKey& key, ByteView message, ByteView signature);

}  // namespace cardea::crypto
