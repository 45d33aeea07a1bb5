#include "cardea/kernel/hash.hpp"

#include <gtest/gtest.h>

namespace cardea {
namespace {

// FIPS 180-4, examples of the Secure Hash Standard.
TEST(Sha256, GivesThePublishedDigests) {
  EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(to_hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(to_hex(sha256(std::string(1'000'000, 'a'))),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, OfNothingIsDefined) {
  EXPECT_EQ(to_hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, DoesNotSeeWherePiecesEnd) {
  EXPECT_EQ(Sha256{}.add("ab").add("").add("c").finish(), sha256("abc"));
}

TEST(Sha256, GoesOnAfterAMove) {
  Sha256 first;
  first.add("ab");
  Sha256 second = std::move(first);
  EXPECT_EQ(second.add("c").finish(), sha256("abc"));
}

}  // namespace
}  // namespace cardea
