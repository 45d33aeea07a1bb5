#include "cardea/documents/issuers.hpp"

#include "mrz_samples.hpp"

namespace cardea::documents {
namespace {

constexpr std::string_view kHeading = "code\tname\tkind\n";

std::string_view refusal(const std::string& tsv) {
  const auto codes = IssuerCodes::parse(tsv);
  return codes ? std::string_view{} : codes.error().reason;
}

TEST(IssuerCodes, FindACodeWithAndWithoutFillers) {
  EXPECT_EQ(issuers().find("D<<"), issuers().find("D"));
  ASSERT_NE(issuers().find("D"), nullptr);
  EXPECT_EQ(issuers().find("D")->name, "Germany");
}

TEST(IssuerCodes, DoNotKnowWhatIsNotListed) {
  for (const std::string_view code : {"", "<<<", "WSA", "DE", "deu", "D<E", "ABCD", "U T", "\xC3\x84"}) {
    EXPECT_EQ(issuers().find(code), nullptr) << code;
  }
}

TEST(IssuerCodes, HoldTheCodesTheStandardAdds) {
  for (const std::string_view code :
       {"UNO", "UNA", "UNK", "XXA", "XXB", "XXC", "XXX", "XOM", "XPO", "EUE", "GBD", "GBN",
        "GBO", "GBP", "GBS", "XBA", "XIM", "XCC", "XCO", "XEC", "XDC", "XMP", "XCE", "RKS"}) {
    EXPECT_NE(issuers().find(code), nullptr) << code;
  }
}

TEST(IssuerCodes, FlagTheSpecimenState) { EXPECT_EQ(issuers().find("UTO")->kind, IssuerKind::specimen); }

TEST(IssuerCodes, TellStatusesOfPersonsFromStates) {
  EXPECT_EQ(issuers().find("XXA")->kind, IssuerKind::person_status);
  EXPECT_EQ(issuers().find("GBN")->kind, IssuerKind::nationality_class);
  EXPECT_EQ(issuers().find("FRA")->kind, IssuerKind::state);
}

TEST(IssuerCodes, ReadCarriageReturnsAndComments) {
  const auto codes = IssuerCodes::parse("# a comment\r\ncode\tname\tkind\r\nFRA\tFrance\tstate\r\n");
  ASSERT_TRUE(codes.has_value());
  EXPECT_EQ(codes->find("FRA")->kind, IssuerKind::state);
}

TEST(IssuerCodes, RefuseATableThatIsNotOne) {
  const std::string heading(kHeading);
  for (const std::string& tsv :
       {std::string(), std::string("FRA\tFrance\tstate\n"), heading + "FRA\tFrance\n",
        heading + "FRA\t\tstate\n", heading + "FRA\tFrance\tplanet\n", heading + "fra\tFrance\tstate\n",
        heading + "D<<\tGermany\tstate\n", heading + "FRA\tFrance\tstate\nFRA\tAgain\tstate\n"}) {
    EXPECT_EQ(refusal(tsv), "issuer_codes_malformed") << tsv;
  }
}

TEST(IssuerCodes, NameTheLineThatIsWrong) {
  EXPECT_EQ(IssuerCodes::parse(std::string(kHeading) + "FRA\tFrance\tstate\nX1X\tx\tstate\n").error().detail,
            "line 3");
}

}  // namespace
}  // namespace cardea::documents
