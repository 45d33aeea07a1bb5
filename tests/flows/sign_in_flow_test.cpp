// Proving who one is: waits, second factors, workstations; and what happens to a session before it ends.
#include "cardea/access/one_time_code.hpp"
#include "cardea/access/sign_in.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::administration {
namespace {

SecretText secret(std::string_view text) { return SecretText(std::string(text)); }

Bytes from_base32(std::string_view text) {
  Bytes bytes;
  unsigned buffer = 0;
  unsigned bits = 0;
  for (const char c : text) {
    buffer = (buffer << 5U) | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push_back(static_cast<std::uint8_t>(buffer >> bits));
    buffer &= (1U << bits) - 1U;
  }
  return bytes;
}

class SigningIn : public testing::Test {
 protected:
  testkit::Post post;
  Administration administration = post.administration();
  ports::Caller root = post.officer("root", "administrator");
  ports::Caller anna = post.officer("anna");

  Result<SignedIn> sign_in(std::optional<std::string> code = {},
                           std::string_view password = testkit::kPassword) {
    return administration.sign_in({"anna", secret(password), std::move(code)});
  }
  std::string code_of(const NewSecondFactor& factor, std::int64_t steps_on = 0) {
    return post.codes.code(from_base32(factor.secret.reveal()),
                           access::code_step(post.clock.now()) + steps_on);
  }
  NewSecondFactor enrol_factor() {
    auto factor = administration.begin_second_factor(anna);
    EXPECT_TRUE(administration.confirm_second_factor(anna, code_of(*factor)));
    post.clock.advance_seconds(access::kCodeStepSeconds);
    return *std::move(factor);
  }
  std::string fail_times(std::string_view name, int times) {
    std::string last;
    for (int i = 0; i < times; ++i) {
      last = std::string(administration.sign_in(name, secret("not the password")).error().reason);
    }
    return last;
  }
};

// ---- waits ----

// REQ: F-Q01
TEST_F(SigningIn, ANameThatNobodyHasIsLockedLikeOneThatSomebodyHas) {
  for (const char* name : {"anna", "ghost"}) {
    EXPECT_EQ(fail_times(name, access::kFreeFailures + 1), "sign_in_refused") << name;
  }
  const auto known = administration.sign_in("anna", secret("x"));
  const auto unknown = administration.sign_in("ghost", secret("x"));
  EXPECT_EQ(known.error().reason, "locked_out");
  EXPECT_EQ(known.error(), unknown.error());
}

TEST_F(SigningIn, AttemptsDuringTheWaitDoNotProlongIt) {
  fail_times("anna", access::kFreeFailures + 1);
  post.clock.advance_seconds(access::kFirstWaitSeconds - 1);
  EXPECT_EQ(fail_times("anna", 20), "locked_out");
  post.clock.advance_seconds(2);
  EXPECT_TRUE(sign_in().has_value());
}

TEST_F(SigningIn, AStrangerElsewhereDoesNotLockAnEnrolledWorkstation) {
  const auto organisation = administration.organisation();
  const auto announced = organisation.announce_workstation(root, "Booth 1", "1");
  const auto enrolled = organisation.enrol_workstation(announced->code);
  fail_times("anna", access::kFreeFailures + 1);
  EXPECT_EQ(sign_in().error().reason, "locked_out");
  EXPECT_TRUE(administration.sign_in({"anna", secret(testkit::kPassword), {}, enrolled->token}).has_value());
}

// ---- second factor ----

// REQ: F-Q01
TEST_F(SigningIn, ASecondFactorIsAskedForOnceConfirmed) {
  const auto begun = administration.begin_second_factor(anna);
  EXPECT_TRUE(sign_in().has_value());
  EXPECT_EQ(administration.confirm_second_factor(anna, "000000").error().reason, "second_factor_code_wrong");
  ASSERT_TRUE(administration.confirm_second_factor(anna, code_of(*begun)));
  EXPECT_EQ(sign_in().error().reason, "second_factor_required");
  EXPECT_EQ(sign_in("000000").error().reason, "second_factor_wrong");
  post.clock.advance_seconds(access::kCodeStepSeconds);
  EXPECT_TRUE(sign_in(code_of(*begun)).has_value());
  EXPECT_EQ(administration.begin_second_factor(anna).error().reason, "second_factor_enrolled");
}

TEST_F(SigningIn, ACodeCountsOnce) {
  const auto factor = enrol_factor();
  const std::string code = code_of(factor);
  EXPECT_TRUE(sign_in(code).has_value());
  EXPECT_EQ(sign_in(code).error().reason, "second_factor_wrong");
  EXPECT_EQ(sign_in(code_of(factor, -1)).error().reason, "second_factor_wrong");
  EXPECT_TRUE(sign_in(code_of(factor, 1)).has_value());
}

TEST_F(SigningIn, ACodeIsNotAskedForWithAWrongPassword) {
  static_cast<void>(enrol_factor());
  EXPECT_EQ(sign_in({}, "not the password").error().reason, "sign_in_refused");
}

TEST_F(SigningIn, GuessingCodesEndsInAWait) {
  static_cast<void>(enrol_factor());
  for (int i = 0; i <= access::kFreeFailures; ++i) static_cast<void>(sign_in("000000"));
  EXPECT_EQ(sign_in("000000").error().reason, "locked_out");
}

TEST_F(SigningIn, AnAdministratorResetsALostFactorAndItIsRecorded) {
  static_cast<void>(enrol_factor());
  EXPECT_EQ(administration.reset_second_factor(anna, anna.officer_id, "lost").error().reason, "role_missing");
  EXPECT_EQ(administration.reset_second_factor(root, root.officer_id, "lost").error().reason, "same_person");
  EXPECT_EQ(administration.reset_second_factor(root, anna.officer_id, "").error().reason, "reason_missing");
  ASSERT_TRUE(administration.reset_second_factor(root, anna.officer_id, "lost her telephone"));
  EXPECT_TRUE(sign_in().has_value());
  EXPECT_THAT(post.journal(), testing::IsSupersetOf({"second_factor.enrolled", "second_factor.reset"}));
}

TEST_F(SigningIn, TheSecretIsSealedAtRest) {
  const auto factor = enrol_factor();
  const auto row = post.records().organisation().second_factor(anna.officer_id);
  const Bytes plain = from_base32(factor.secret.reveal());
  EXPECT_EQ(text_of((*row)->sealed_secret).find(text_of(plain)), std::string_view::npos);
}

TEST_F(SigningIn, APolicyMayDemandASecondFactorForARole) {
  access::Policy strict = access::standard_policy();
  strict.rules.second_factor_for = {access::Role::administrator};
  const Administration demanding({post.store(), post.records(), post.clock, post.ids, post.random,
                                  post.hasher, post.box, post.codes, strict});
  const auto without = demanding.sign_in("root", secret(testkit::kPassword));
  EXPECT_EQ(may(without->caller, access::Action::manage_officers).error().reason, "role_missing");
  const auto factor = demanding.begin_second_factor(without->caller);
  ASSERT_TRUE(demanding.confirm_second_factor(without->caller, code_of(*factor)));
  EXPECT_TRUE(
      may(demanding.authenticate(without->token)->caller, access::Action::manage_officers).has_value());
}

// ---- workstations ----

// REQ: F-Q01
TEST_F(SigningIn, AWorkstationIsEnrolledByACodeOnceWithinAnHour) {
  const auto organisation = administration.organisation();
  EXPECT_EQ(organisation.announce_workstation(anna, "Booth 1", "1").error().reason, "role_missing");
  EXPECT_EQ(organisation.announce_workstation(root, "Booth 1", "9").error().reason, "lane_unknown");
  const auto late = organisation.announce_workstation(root, "Booth 2", "2");
  post.clock.advance_seconds(3600);
  EXPECT_EQ(organisation.enrol_workstation(late->code).error().reason, "workstation_code_wrong");
  const auto announced = organisation.announce_workstation(root, "Booth 1", "1");
  const auto enrolled = organisation.enrol_workstation(announced->code);
  ASSERT_TRUE(enrolled.has_value()) << enrolled.error().reason;
  EXPECT_EQ(organisation.enrol_workstation(announced->code).error().reason, "workstation_code_wrong");
  EXPECT_EQ(organisation.this_workstation(enrolled->token)->name, "Booth 1");
  const auto opened = administration.sign_in({"anna", secret(testkit::kPassword), {}, enrolled->token});
  EXPECT_EQ(opened->caller.lane, "1");
  EXPECT_EQ(administration.authenticate(opened->token)->caller.unit, "north_gate/1");
}

TEST_F(SigningIn, APolicyMayLetOfficersInAtEnrolledWorkstationsOnly) {
  access::Policy strict = access::standard_policy();
  strict.rules.workstation_required = true;
  const Administration demanding({post.store(), post.records(), post.clock, post.ids, post.random,
                                  post.hasher, post.box, post.codes, strict});
  const auto organisation = demanding.organisation();
  const auto enrolled =
      organisation.enrol_workstation(organisation.announce_workstation(root, "Booth 1", "")->code);
  EXPECT_EQ(demanding.sign_in("anna", secret(testkit::kPassword)).error().reason, "workstation_required");
  const Credentials there{"anna", secret(testkit::kPassword), {}, enrolled->token};
  EXPECT_TRUE(demanding.sign_in(there).has_value());
  ASSERT_TRUE(organisation.close_workstation(root, enrolled->workstation.workstation_id, "stolen"));
  EXPECT_EQ(demanding.sign_in(there).error().reason, "workstation_required");
}

// ---- locking and handing over ----

TEST_F(SigningIn, ALockedSessionDoesNothingUntilItsOfficerUnlocksIt) {
  const auto opened = sign_in();
  ASSERT_TRUE(administration.lock(opened->caller, "idle"));
  EXPECT_EQ(administration.authenticate(opened->token).error().reason, "session_locked");
  const auto seen = administration.authenticate(opened->token, SessionUse::even_locked);
  ASSERT_TRUE(seen->locked);
  EXPECT_EQ(administration.unlock(*seen, secret("not the password"), {}).error().reason, "sign_in_refused");
  ASSERT_TRUE(administration.unlock(*seen, secret(testkit::kPassword), {}));
  const auto open = administration.authenticate(opened->token);
  ASSERT_TRUE(open.has_value());
  EXPECT_EQ(administration.unlock(*open, secret(testkit::kPassword), {}).error().reason,
            "session_not_locked");
  EXPECT_EQ(administration.lock(open->caller, "bored").error().reason, "lock_reason_unknown");
  EXPECT_THAT(post.journal(), testing::IsSupersetOf({"session.locked", "session.unlocked"}));
}

TEST_F(SigningIn, AnotherOfficerSignsInOverTheLockAndThatIsAHandOver) {
  static_cast<void>(post.officer("berta"));
  const auto opened = sign_in();
  ASSERT_TRUE(administration.lock(opened->caller, "asked"));
  const auto taken = administration.sign_in({"berta", secret(testkit::kPassword), {}, {}, opened->token});
  ASSERT_TRUE(taken.has_value());
  EXPECT_EQ(administration.authenticate(opened->token).error().reason, "session_unknown");
  const auto types = post.journal();
  EXPECT_THAT((std::vector<std::string>(types.end() - 3, types.end())),
              testing::ElementsAre("session.opened", "session.handed_over", "session.closed"));
}

TEST_F(SigningIn, AnOpenSessionIsNotTakenOver) {
  static_cast<void>(post.officer("berta"));
  const auto opened = sign_in();
  ASSERT_TRUE(administration.sign_in({"berta", secret(testkit::kPassword), {}, {}, opened->token}));
  EXPECT_TRUE(administration.authenticate(opened->token).has_value());
}

}  // namespace
}  // namespace cardea::administration
