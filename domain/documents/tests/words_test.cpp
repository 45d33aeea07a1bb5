#include "cardea/documents/mrz.hpp"

#include <set>

namespace cardea::documents {
namespace {

template <class E>
void expect_round_trip(int count) {
  std::set<std::string_view> seen;
  for (int i = 0; i < count; ++i) {
    const E value = static_cast<E>(i);
    E read{};
    EXPECT_TRUE(parse(name(value), read)) << name(value);
    EXPECT_EQ(read, value);
    EXPECT_TRUE(seen.insert(name(value)).second) << name(value);
  }
  E none{};
  EXPECT_FALSE(parse("no_such_word", none));
}

TEST(Words, OfFormatsRoundTrip) { expect_round_trip<Format>(kFormatCount); }
TEST(Words, OfFieldsRoundTrip) { expect_round_trip<FieldName>(kFieldNameCount); }
TEST(Words, OfFindingsRoundTrip) { expect_round_trip<FindingReason>(kFindingReasonCount); }
TEST(Words, OfSexesRoundTrip) { expect_round_trip<Sex>(3); }
TEST(Words, OfIssuerKindsRoundTrip) { expect_round_trip<IssuerKind>(5); }

TEST(Words, OfTheStandardRoundTrip) {
  for (int i = 0; i < kFormatCount; ++i) {
    Format read{};
    EXPECT_TRUE(parse_standard_name(standard_name(static_cast<Format>(i)), read));
    EXPECT_EQ(read, static_cast<Format>(i));
  }
}

TEST(Words, MakeEverythingUpToUnknownIssuersAnError) {
  EXPECT_EQ(severity(FindingReason::issuer_unknown), Severity::error);
  EXPECT_EQ(severity(FindingReason::issuer_specimen), Severity::note);
}

}  // namespace
}  // namespace cardea::documents
