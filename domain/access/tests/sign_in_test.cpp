#include "cardea/access/sign_in.hpp"

#include <gtest/gtest.h>

namespace cardea::access {
namespace {

constexpr Instant kStart{1'800'000'000'000'000};

std::int64_t wait_after(int failures) {
  const auto until = locked_until({failures, kStart});
  return until ? (until->us - kStart.us) / 1'000'000 : 0;
}

std::string_view reason_for(std::string password, std::string_view user_name = "b.jansen") {
  const auto answer = may_choose_password(Secret<std::string>(std::move(password)), user_name);
  return answer ? std::string_view("accepted") : answer.error().reason;
}

TEST(LockedUntil, LetsFourFailuresPass) {
  EXPECT_FALSE(locked_until({0, kStart}));
  EXPECT_FALSE(locked_until({4, kStart}));
}

TEST(LockedUntil, WaitsHalfAMinuteAfterTheFifth) { EXPECT_EQ(wait_after(5), 30); }

TEST(LockedUntil, DoublesWithEachFurtherFailure) {
  EXPECT_EQ(wait_after(6), 60);
  EXPECT_EQ(wait_after(9), 480);
}

TEST(LockedUntil, NeverWaitsLongerThanAQuarterOfAnHour) {
  EXPECT_EQ(wait_after(10), 900);
  EXPECT_EQ(wait_after(2'000'000'000), 900);
}

TEST(MayChoosePassword, TakesAPhrase) { EXPECT_EQ(reason_for("the tide is out"), "accepted"); }

TEST(MayChoosePassword, CountsCharactersNotBytes) {
  EXPECT_EQ(reason_for("éééééé"), "password_too_short");
  EXPECT_EQ(reason_for("высокаягора7"), "accepted");
}

TEST(MayChoosePassword, RefusesElevenCharacters) {
  EXPECT_EQ(reason_for("abcde fghij"), "password_too_short");
}

TEST(MayChoosePassword, RefusesMoreBytesThanTheLimit) {
  std::string long_enough;
  while (long_enough.size() < 256) long_enough += "word";
  EXPECT_EQ(reason_for(long_enough), "accepted");
  EXPECT_EQ(reason_for(long_enough + "s"), "password_too_long");
}

TEST(MayChoosePassword, RefusesWhatIsNotText) {
  EXPECT_EQ(reason_for("\xff\xfe twelve more"), "password_not_text");
}

TEST(MayChoosePassword, RefusesTheUserNameInAnyCase) {
  EXPECT_EQ(reason_for("Christina.Berg", "christina.berg"), "password_is_user_name");
}

TEST(MayChoosePassword, RefusesACommonOneInAnyCase) {
  EXPECT_EQ(reason_for("PasswordPassword"), "password_too_common");
}

TEST(MayChoosePassword, RefusesOneCharacterOverAndOver) {
  EXPECT_EQ(reason_for("zzzzzzzzzzzzzzzz"), "password_too_common");
}

TEST(SessionState, StaysOpenUpToTheIdleLimit) {
  EXPECT_EQ(session_state(kStart, kStart, plus_seconds(kStart, kIdleSecondsMax)), SessionState::open);
}

TEST(SessionState, IsIdleAfterIt) {
  EXPECT_EQ(session_state(kStart, kStart, Instant{plus_seconds(kStart, kIdleSecondsMax).us + 1}),
            SessionState::idle);
}

TEST(SessionState, ExpiresHoweverBusyItIs) {
  const Instant now{plus_seconds(kStart, kSessionSecondsMax).us + 1};
  EXPECT_EQ(session_state(kStart, now, now), SessionState::expired);
}

TEST(SessionState, StaysOpenWhenTheClockWasSetBack) {
  EXPECT_EQ(session_state(kStart, kStart, plus_seconds(kStart, -3600)), SessionState::open);
}

TEST(SessionState, ComesBackFromItsWord) {
  for (const SessionState state : {SessionState::open, SessionState::idle, SessionState::expired}) {
    SessionState read{};
    EXPECT_TRUE(parse(name(state), read));
    EXPECT_EQ(read, state);
  }
}

}  // namespace
}  // namespace cardea::access
