#include "mrz_samples.hpp"

namespace cardea::documents {
namespace {

const Proposal* proposal_for(const Reading& reading, FieldName field) {
  for (const Proposal& proposal : reading.proposals) {
    if (proposal.field == field) return &proposal;
  }
  return nullptr;
}

bool proposes(const Reading& reading, FieldName field, Substitution wanted) {
  for (const Proposal& proposal : reading.proposals) {
    const auto& all = proposal.substitutions;
    if (proposal.field == field && std::find(all.begin(), all.end(), wanted) != all.end()) return true;
  }
  return false;
}

// REQ: F-J01
TEST(Repair, ProposesNothingForASoundZone) {
  for (const std::string_view text : {kTd1, kTd2, kTd3, kMrvA, kMrvB})
    EXPECT_TRUE(read(text).proposals.empty());
}

TEST(Repair, ProposesTheDigitForALetterInADate) {
  const Reading reading = read(with(kTd3, 2, 22, 'I'));
  const Proposal* proposal = proposal_for(reading, FieldName::expiry_date);
  ASSERT_NE(proposal, nullptr);
  EXPECT_EQ(proposal->ground, RepairGround::field_type);
  EXPECT_EQ(proposal->substitutions, std::vector<Substitution>({{2, 22, 'I', '1'}}));
  EXPECT_EQ(proposal->agreeing,
            std::vector<FieldName>({FieldName::expiry_date_check, FieldName::composite_check}));
}

TEST(Repair, LeavesTheReadingAsItWas) {
  const Reading reading = read(with(kTd3, 2, 22, 'I'));
  EXPECT_EQ(reading.text(FieldName::expiry_date), "I20415");
  EXPECT_FALSE(reading.valid);
}

TEST(Repair, ProposesTheOpticalTwinInANumber) {
  const Reading reading = read(with(kTd3, 2, 7, 'O'));  // L8989O2C3
  EXPECT_EQ(reading.text(FieldName::document_number), "L89890OC3");
  const Reading zero = read(with(kTd3, 2, 6, 'O'));
  EXPECT_TRUE(proposes(zero, FieldName::document_number, {2, 6, 'O', '0'}));
  EXPECT_EQ(proposal_for(zero, FieldName::document_number)->ground, RepairGround::optical_twin);
}

TEST(Repair, ProposesOnlyWhatMakesEveryDigitAgree) {
  for (int column = 1; column <= 28; ++column) {
    for (const char c : {'0', '8', 'O', 'B', 'Z', '<'}) {
      const Reading reading = read(with(kTd3, 2, column, c));
      for (const Proposal& proposal : reading.proposals) {
        std::string repaired = reading.normalised;
        for (const Substitution& one : proposal.substitutions)
          repaired = with(repaired, one.line, one.column, one.to);
        for (const CheckDigit& digit : read(repaired).check_digits)
          EXPECT_EQ(digit.state, CheckState::agrees);
      }
    }
  }
}

TEST(Repair, RepairsSeveralFieldsTogether) {
  const Reading reading = read(with(with(kTd3, 2, 22, 'I'), 2, 14, 'T'));
  EXPECT_TRUE(proposes(reading, FieldName::birth_date, {2, 14, 'T', '7'}));
  EXPECT_TRUE(proposes(reading, FieldName::expiry_date, {2, 22, 'I', '1'}));
}

// The composite fails for a reason of its own: nothing shows that the date alone was misread.
TEST(Repair, ProposesNothingThatLeavesTheCompositeFailing) {
  const Reading reading = read(with(with(kTd3, 2, 22, 'I'), 2, 44, '9'));
  EXPECT_TRUE(reading.proposals.empty());
}

TEST(Repair, TriesAnyCharacterOnlyWhenNoTwinExplainsIt) {
  const Reading twin = read(with(kTd3, 2, 6, 'O'));
  for (const Proposal& proposal : twin.proposals) EXPECT_EQ(proposal.ground, RepairGround::optical_twin);
  const Reading other = read(with(kTd3, 2, 14, '0'));  // 040812
  EXPECT_TRUE(proposes(other, FieldName::birth_date, {2, 14, '0', '7'}));
  EXPECT_EQ(proposal_for(other, FieldName::birth_date)->ground, RepairGround::digit_arithmetic);
}

TEST(Repair, TriesAnyCharacterOnlyUnderTwoDigits) {
  for (const Proposal& proposal : read(with(kMrvA, 2, 14, '9')).proposals) {
    EXPECT_NE(proposal.ground, RepairGround::digit_arithmetic);
  }
}

// The composite judges the number with the weights of the number's own digit.
TEST(Repair, ProposesNothingWhenDozensOfCharactersWouldDo) {
  EXPECT_TRUE(read(with(kTd3, 2, 1, '0')).proposals.empty());
}

TEST(Repair, SolvesForOneUnreadableCharacter) {
  const Reading reading = read(with(kTd3, 2, 9, '?'));
  EXPECT_TRUE(proposes(reading, FieldName::document_number, {2, 9, '?', '3'}));
}

TEST(Repair, SaysNothingAboutNames) { EXPECT_TRUE(read(with(kTd3, 1, 6, '3')).proposals.empty()); }

TEST(Repair, ProposesNoDayThatIsNone) {
  const Reading reading = read(with(kTd3, 2, 16, '3'));  // 743812
  ASSERT_FALSE(reading.proposals.empty());
  for (const Proposal& proposal : reading.proposals) {
    for (const Substitution& one : proposal.substitutions) EXPECT_TRUE(one.column == 16 || one.column == 17);
  }
}

}  // namespace
}  // namespace cardea::documents
