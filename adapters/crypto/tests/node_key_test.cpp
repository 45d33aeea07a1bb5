#include "cardea/crypto/node_key.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>

namespace cardea::crypto {
namespace {

namespace fs = std::filesystem;

template <std::size_t N>
std::array<std::uint8_t, N> bytes_from(std::string_view hex) {
  std::array<std::uint8_t, N> bytes{};
  const auto read = parse_hex(hex).value();
  std::copy_n(read.begin(), N, bytes.begin());
  return bytes;
}

class KeyFile : public testing::Test {
 protected:
  KeyFile() {
    std::string pattern = (fs::temp_directory_path() / "cardea-key-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~KeyFile() override { fs::remove_all(folder_); }

  [[nodiscard]] fs::path path() const { return folder_ / "node.key"; }
  void write(std::string_view text) const {
    std::ofstream(path(), std::ios::binary) << text;
    fs::permissions(path(), fs::perms::owner_read | fs::perms::owner_write);
  }
  [[nodiscard]] std::string_view reason_of_loading() const {
    const auto key = NodeKey::load(path());
    return key ? std::string_view("loaded") : key.error().reason;
  }

 private:
  fs::path folder_;
};

// RFC 8032 section 7.1, test 2.
TEST(Verify, AcceptsThePublishedSignature) {
  const auto key = bytes_from<32>("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  const auto signature = bytes_from<64>(
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
      "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  EXPECT_TRUE(verify(key, bytes_of("r"), signature));
}

TEST(NodeKey, SignsWhatItsPublicHalfVerifies) {
  const NodeKey key = NodeKey::generate();
  EXPECT_TRUE(verify(key.public_key(), bytes_of("head 7"), key.sign(bytes_of("head 7"))));
}

TEST(NodeKey, SignsEmptyMessages) {
  const NodeKey key = NodeKey::generate();
  EXPECT_TRUE(verify(key.public_key(), {}, key.sign({})));
}

TEST(NodeKey, IsNotVerifiedForAnotherMessage) {
  const NodeKey key = NodeKey::generate();
  EXPECT_FALSE(verify(key.public_key(), bytes_of("head 8"), key.sign(bytes_of("head 7"))));
}

TEST(NodeKey, IsNotVerifiedByAnotherKey) {
  EXPECT_FALSE(
      verify(NodeKey::generate().public_key(), bytes_of("m"), NodeKey::generate().sign(bytes_of("m"))));
}

TEST(NodeKey, IsNotVerifiedByACutSignature) {
  const NodeKey key = NodeKey::generate();
  const auto signature = key.sign(bytes_of("m"));
  EXPECT_FALSE(verify(key.public_key(), bytes_of("m"), ByteView(signature).first(63)));
  EXPECT_FALSE(verify(key.public_key(), bytes_of("m"), {}));
}

TEST_F(KeyFile, GivesTheSameKeyBack) {
  const NodeKey key = NodeKey::generate();
  ASSERT_TRUE(key.save(path()));
  const auto loaded = NodeKey::load(path());
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->public_key(), key.public_key());
}

TEST_F(KeyFile, IsForItsOwnerOnly) {
  ASSERT_TRUE(NodeKey::generate().save(path()));
  EXPECT_EQ(fs::status(path()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(KeyFile, IsNeverWrittenOver) {
  ASSERT_TRUE(NodeKey::generate().save(path()));
  const auto saved = NodeKey::generate().save(path());
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().reason, "file_exists");
}

TEST_F(KeyFile, ThatIsMissingIsSaidToBe) { EXPECT_EQ(reason_of_loading(), "node_key_missing"); }

TEST_F(KeyFile, ThatOthersCanReadIsRefused) {
  ASSERT_TRUE(NodeKey::generate().save(path()));
  fs::permissions(path(), fs::perms::group_read, fs::perm_options::add);
  EXPECT_EQ(reason_of_loading(), "node_key_exposed");
}

TEST_F(KeyFile, ThatHoldsNoKeyIsRefused) {
  write("-----BEGIN PRIVATE KEY-----\nnonsense\n-----END PRIVATE KEY-----\n");
  EXPECT_EQ(reason_of_loading(), "node_key_damaged");
}

TEST_F(KeyFile, ThatIsTooLargeIsRefused) {
  write(std::string(10'000, 'a'));
  EXPECT_EQ(reason_of_loading(), "node_key_damaged");
}

// An X25519 key: of the same length and for another purpose.
TEST_F(KeyFile, WithAnotherKindOfKeyIsRefused) {
  write(
      "-----BEGIN PRIVATE KEY-----\n"
      "MC4CAQAwBQYDK2VuBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n"
      "-----END PRIVATE KEY-----\n");
  EXPECT_EQ(reason_of_loading(), "node_key_damaged");
}

}  // namespace
}  // namespace cardea::crypto
