#include "cardea/screening/document_match.hpp"

#include <gtest/gtest.h>

namespace cardea::screening {
namespace {

TEST(DocumentNumber, FoldsWhatReadersConfuse) {
  EXPECT_EQ(fold_document_number("OQD"), "000");
  EXPECT_EQ(fold_document_number("ILJ"), "111");
  EXPECT_EQ(fold_document_number("zsgb"), "2568");
  EXPECT_EQ(fold_document_number("AB 12-34<<"), "A81234");
  EXPECT_EQ(fold_document_number(""), "");
}

// REQ: F-E02
TEST(DocumentMatch, AgreesAcrossConfusedLettersAndNamesOfTheIssuer) {
  EXPECT_EQ(match_documents("AB1O0Z", "DEU", "A810O2", "Germany"), DocumentRelation::same);
}

TEST(DocumentMatch, SaysWhenTheIssuerIsNotKnown) {
  EXPECT_EQ(match_documents("AH330349", "", "AH330349", "COL"), DocumentRelation::issuer_unknown);
}

TEST(DocumentMatch, DoesNotTrustAShortNumberWithoutIssuer) {
  EXPECT_EQ(match_documents("12345", "", "12345", "COL"), DocumentRelation::different);
}

TEST(DocumentMatch, TellsIssuersApart) {
  EXPECT_EQ(match_documents("AH330349", "MEX", "AH330349", "COL"), DocumentRelation::different_issuer);
}

TEST(DocumentMatch, FindsNothingInEmptyNumbers) {
  EXPECT_EQ(match_documents("", "COL", "", "COL"), DocumentRelation::different);
}

TEST(DocumentMatch, ReadsBackTheNamesOfItsRelations) {
  using enum DocumentRelation;
  for (const DocumentRelation each : {same, issuer_unknown, different_issuer, different}) {
    DocumentRelation read = different;
    EXPECT_TRUE(parse(name(each), read));
    EXPECT_EQ(read, each);
  }
}

}  // namespace
}  // namespace cardea::screening
