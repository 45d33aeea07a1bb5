#include "cardea/crossings/assessment.hpp"

#include "cardea/crossings/decision.hpp"

namespace cardea::crossings {
namespace {

Date today() { return *Date::create(2026, 11, 23); }

// A traveller without anything to remark: a test changes what matters to it.
AssessmentInput clear_entry() {
  AssessmentInput input{Direction::entry, today(),     false, {}, {}, {}, false,
                        StayCount{},      StayCount{}, true,  {}};
  input.reading.readable = true;
  input.document = {"TD3", "P", "FRA", true, PartialDate::of(*Date::create(2031, 1, 1))};
  input.watchlist.answered = true;
  input.stay->remaining = input.stay_without_open->remaining = 90;
  return input;
}

const Check& check(const Assessment& assessment, CheckName name) {
  return assessment.checks.at(static_cast<std::size_t>(name));
}

Assessment assess(const AssessmentInput& input) { return assess(input, standard_rules()); }

// REQ: F-E01
TEST(Assessment, HasTheEightChecksInTheirPlaces) {
  const Assessment assessment = assess(clear_entry());
  ASSERT_EQ(assessment.checks.size(), kAllChecks.size());
  for (std::size_t i = 0; i < kAllChecks.size(); ++i) EXPECT_EQ(assessment.checks[i].name, kAllChecks[i]);
}

// REQ: F-E03
TEST(Assessment, SaysOfWhatNobodyLooksAtThatItWasNotChecked) {
  const Assessment assessment = assess(clear_entry());
  EXPECT_EQ(check(assessment, CheckName::chip).state, CheckState::not_checked);
  EXPECT_EQ(check(assessment, CheckName::chip).reason, "no_reader");
  EXPECT_EQ(check(assessment, CheckName::visa).reason, "no_visa_register");
  EXPECT_EQ(check(assessment, CheckName::advance_data).reason, "no_carrier_data");
  EXPECT_EQ(check(assessment, CheckName::document_status).reason, "no_list");
}

TEST(Assessment, NeverCallsAMissingListClear) {
  AssessmentInput input = clear_entry();
  input.watchlist.answered = false;
  EXPECT_EQ(check(assess(input), CheckName::watchlist).state, CheckState::unavailable);
}

TEST(Assessment, SaysHowOldTheCopyIsThatAnswered) {
  AssessmentInput input = clear_entry();
  input.watchlist.age_s = 5400;
  input.took_us[0] = 731;
  const Assessment assessment = assess(input);
  EXPECT_EQ(check(assessment, CheckName::watchlist).age_s, 5400);
  EXPECT_EQ(check(assessment, CheckName::watchlist).took_us, 731);
}

TEST(Assessment, DoesNotCallHistoryThatDidNotAnswerClear) {
  AssessmentInput input = clear_entry();
  input.history_answered = false;
  EXPECT_EQ(check(assess(input), CheckName::stay).state, CheckState::unavailable);
}

TEST(Assessment, ADiscreetMatchGivesTheSameAnswerAsNone) {
  AssessmentInput with = clear_entry();
  with.watchlist.matches.push_back({4, "discreet", Comparison::not_compared, false});
  const Assessment shown = assess(with);
  const Assessment none = assess(clear_entry());
  EXPECT_EQ(shown.checks, none.checks);
  EXPECT_EQ(shown.verdict, none.verdict);
  EXPECT_EQ(shown.blocked_by, none.blocked_by);
}

TEST(Assessment, ADocumentListThatAnswersMakesItsCheckClear) {
  AssessmentInput input = clear_entry();
  input.has_document_list = true;
  EXPECT_EQ(check(assess(input), CheckName::document_status).state, CheckState::clear);
}

TEST(Reassessment, OpensTheWayWhenEveryMatchIsSomebodyElse) {
  AssessmentInput input = clear_entry();
  input.watchlist.matches.push_back({3, "refer", Comparison::not_compared, false});
  const Assessment before = assess(input);
  ASSERT_FALSE(before.admit_allowed);
  input.watchlist.matches.front().comparison = Comparison::not_same_person;
  const Assessment after = reassess(before, input.watchlist, Direction::entry);
  EXPECT_TRUE(after.admit_allowed);
  EXPECT_EQ(after.verdict, Verdict::note);
}

TEST(Reassessment, AgreesWithAnAssessmentMadeAnew) {
  AssessmentInput input = clear_entry();
  input.document.expires_on = PartialDate::of(*Date::create(2026, 1, 1));
  input.stay_without_open->remaining = 0;
  input.watchlist.matches.push_back({3, "refuse", Comparison::not_compared, false});
  const Assessment before = assess(input);
  input.watchlist.matches.front().comparison = Comparison::same_person;
  const Assessment after = reassess(before, input.watchlist, Direction::entry);
  EXPECT_EQ(after.checks, assess(input).checks);
  EXPECT_EQ(after.refusal_grounds, assess(input).refusal_grounds);
  EXPECT_EQ(after.blocked_by, assess(input).blocked_by);
}

TEST(Reassessment, TakesAConfirmationBackWithItsGround) {
  AssessmentInput input = clear_entry();
  input.watchlist.matches.push_back({3, "refuse", Comparison::same_person, false});
  const Assessment before = assess(input);
  ASSERT_THAT(before.refusal_grounds, testing::ElementsAre("H"));
  input.watchlist.matches.front().comparison = Comparison::not_same_person;
  EXPECT_TRUE(reassess(before, input.watchlist, Direction::entry).refusal_grounds.empty());
}

TEST(Words, OfEveryEnumerationComeBackAsTheyWent) {
  for (const Verdict each : {Verdict::nothing_found, Verdict::note, Verdict::review, Verdict::compare}) {
    Verdict read{};
    EXPECT_TRUE(parse(name(each), read) && read == each);
  }
  for (const Outcome each : {Outcome::admit, Outcome::refer, Outcome::refuse}) {
    Outcome read{};
    EXPECT_TRUE(parse(name(each), read) && read == each);
  }
  for (const CheckName each : kAllChecks) {
    CheckName read{};
    EXPECT_TRUE(parse(name(each), read) && read == each);
  }
  CheckState state{};
  EXPECT_FALSE(parse("pending", state));
}

// REQ: F-E01
TEST(TakeBack, IsForTheSameOfficerWithinAMinute) {
  const Instant decided{1'000'000'000};
  EXPECT_TRUE(may_take_back(decided, true, plus_seconds(decided, 60)).has_value());
  EXPECT_EQ(may_take_back(decided, true, plus_seconds(decided, 61)).error().reason, "too_late_to_take_back");
  EXPECT_EQ(may_take_back(decided, false, plus_seconds(decided, 1)).error().reason, "not_your_decision");
}

}  // namespace
}  // namespace cardea::crossings
