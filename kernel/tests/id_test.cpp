#include "cardea/kernel/id.hpp"

#include <gtest/gtest.h>

namespace cardea {
namespace {

using TestId = Id<struct TestTag>;

// RFC 9562 appendix A.6.
TEST(UuidV7, IsThePublishedOne) {
  const IdBytes id =
      uuid_v7(Instant{1'645'557'742'000'000}, {0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f});
  EXPECT_EQ(uuid_text(id), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

TEST(UuidV7, SetsVersionAndVariantOverTheRandomBits) {
  std::array<std::uint8_t, 10> ones{};
  ones.fill(0xff);
  EXPECT_EQ(uuid_text(uuid_v7(Instant{0}, ones)), "00000000-0000-7fff-bfff-ffffffffffff");
}

TEST(UuidV7, SortsByTime) {
  std::array<std::uint8_t, 10> ones{};
  ones.fill(0xff);
  EXPECT_LT(uuid_v7(Instant{1'645'557'742'000'000}, ones), uuid_v7(Instant{1'645'557'742'001'000}, {}));
}

TEST(ParseUuid, ReadsBothCases) {
  EXPECT_EQ(uuid_text(*parse_uuid("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")),
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

TEST(ParseUuid, RefusesEveryOtherForm) {
  for (const auto* text : {"", "017f22e279b07cc398c4dc0c0c07398f", "{17f22e2-79b0-7cc3-98c4-dc0c0c0739}",
                           "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
                           "017f22e-279b0-7cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-98c4--c0c0c07398f"}) {
    EXPECT_FALSE(parse_uuid(text)) << text;
  }
}

TEST(Id, ComesBackFromItsText) {
  const TestId id{uuid_v7(Instant{1'645'557'742'000'000}, {1, 2, 3})};
  EXPECT_EQ(parse_id<TestId>(to_text(id)), id);
}

}  // namespace
}  // namespace cardea
