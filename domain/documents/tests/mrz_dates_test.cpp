#include "dates.hpp"
#include "mrz_samples.hpp"

namespace cardea::documents {
namespace {

std::string candidates(const DateReading& reading) {
  std::string text;
  for (const PartialDate& date : reading.candidates) text += (text.empty() ? "" : " ") + to_text(date);
  return text;
}
std::string birth(std::string_view six) { return candidates(read_birth_date(six, reading_day())); }
std::string expiry(std::string_view six) { return candidates(read_expiry_date(six, reading_day())); }

// REQ: F-J01
TEST(BirthDate, HasOneCenturyWhenTheOtherLiesAhead) { EXPECT_EQ(birth("740812"), "1974-08-12"); }

TEST(BirthDate, KeepsBothPlausibleCenturiesLaterFirst) {
  EXPECT_EQ(birth("050301"), "2005-03-01 1905-03-01");
}

TEST(BirthDate, ForgetsWhoWouldBeOlderThan125) { EXPECT_EQ(birth("000301"), "2000-03-01"); }

TEST(BirthDate, IsNotAfterTheReadingDate) {
  EXPECT_EQ(birth("260115"), "2026-01-15 1926-01-15");
  EXPECT_EQ(birth("260116"), "1926-01-16");
}

TEST(BirthDate, KeepsUnknownPartsUnknown) {
  EXPECT_EQ(birth("7408<<"), "1974-08");
  EXPECT_EQ(birth("74<<<<"), "1974");
  EXPECT_EQ(birth("74<<12"), "1974-XX-12");
}

TEST(BirthDate, MayBeWhollyUnknown) {
  const DateReading reading = read_birth_date("<<<<<<", reading_day());
  ASSERT_EQ(reading.candidates.size(), 1u);
  EXPECT_TRUE(reading.candidates.front().empty());
}

TEST(BirthDate, HasNoCandidateForADayThatIsNone) {
  for (const std::string_view six :
       {"741301", "740001", "740800", "740832", "740431", "750229", "7<0812", "A40812"}) {
    EXPECT_EQ(birth(six), "") << six;
  }
}

TEST(BirthDate, KnowsLeapYearsByCentury) { EXPECT_EQ(birth("000229"), "2000-02-29"); }

TEST(ExpiryDate, IsInThisCentury) {
  EXPECT_EQ(expiry("120415"), "2012-04-15");
  EXPECT_EQ(expiry("760101"), "2076-01-01");
}

TEST(ExpiryDate, KeepsTheOtherCenturyWhenFarAhead) { EXPECT_EQ(expiry("950712"), "2095-07-12 1995-07-12"); }

TEST(ExpiryDate, FarAheadIsNoted) {
  EXPECT_TRUE(read(kTd1Long).has(FindingReason::expiry_century_ambiguous));
  EXPECT_FALSE(read(kTd3).has(FindingReason::expiry_century_ambiguous));
}

TEST(IssueMonth, IsTheLatestThatIsPast) {
  EXPECT_EQ(candidates(read_issue_month("8806", reading_day())), "1988-06");
  EXPECT_EQ(candidates(read_issue_month("1710", reading_day())), "2017-10");
}

TEST(Dates, ThatAreNoneAreFindings) {
  EXPECT_TRUE(read(with(kTd3, 2, 16, '9')).has(FindingReason::birth_date_impossible));
  EXPECT_TRUE(read(with(kTd3, 2, 24, '9')).has(FindingReason::expiry_date_impossible));
  EXPECT_FALSE(read(kTd3).has(FindingReason::birth_date_impossible));
}

TEST(Dates, WithAWrongCharacterAreReportedOnce) {
  EXPECT_FALSE(read(with(kTd3, 2, 16, 'B')).has(FindingReason::birth_date_impossible));
}

}  // namespace
}  // namespace cardea::documents
