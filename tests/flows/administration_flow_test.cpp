// The node, its officers and their sessions on the real store.
#include "cardea/access/sign_in.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::administration {
namespace {

SecretText secret(std::string_view text) { return SecretText(std::string(text)); }

class Administering : public testing::Test {
 protected:
  testkit::Post post;
  Administration administration = post.administration();

  SignedIn enrol() {
    return administration
        .enrol_first(post.enrolment_code(), "root", "First Administrator", secret(testkit::kPassword))
        .value();
  }
  Result<SignedIn> sign_in(std::string_view password = testkit::kPassword) {
    return administration.sign_in("anna", secret(password), "1");
  }
  void fail_to_sign_in(int times) {
    for (int i = 0; i < times; ++i) EXPECT_EQ(sign_in("not the password").error().reason, "sign_in_refused");
  }
};

TEST_F(Administering, ANodeIsMadeOnce) {
  NewNode again;
  again.post = "South Gate";
  again.state = "RWA";
  EXPECT_EQ(administration.init_node(again).error().reason, "node_made_already");
}

TEST_F(Administering, TheCodeHas128BitsInGroups) {
  EXPECT_THAT(post.enrolment_code().reveal(),
              testing::MatchesRegex(
                  "[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{2}"));
}

TEST_F(Administering, TheFirstAdministratorEnrolsWithTheCodeOnce) {
  const SignedIn first = enrol();
  EXPECT_THAT(first.caller.roles, testing::ElementsAre("administrator"));
  const auto second =
      administration.enrol_first(post.enrolment_code(), "eve", "Eve", secret(testkit::kPassword));
  EXPECT_EQ(second.error().reason, "already_enrolled");
}

TEST_F(Administering, AWrongCodeEnrolsNobody) {
  const auto wrong =
      administration.enrol_first(secret("AAAA-AAAA"), "eve", "Eve", secret(testkit::kPassword));
  EXPECT_EQ(wrong.error().reason, "enrolment_code_wrong");
  EXPECT_TRUE(post.records().officers()->empty());
}

TEST_F(Administering, TheCodeMayBeTypedWithoutHyphensAndInLowerCase) {
  std::string typed;
  for (const char c : post.enrolment_code().reveal()) {
    if (c != '-') typed += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  EXPECT_TRUE(
      administration.enrol_first(secret(typed), "root", "Root", secret(testkit::kPassword)).has_value());
}

TEST_F(Administering, ALostCodeIsReplaced) {
  const auto code = administration.renew_enrolment_code();
  ASSERT_TRUE(code.has_value());
  const auto old =
      administration.enrol_first(post.enrolment_code(), "root", "Root", secret(testkit::kPassword));
  EXPECT_EQ(old.error().reason, "enrolment_code_wrong");
  EXPECT_TRUE(administration.enrol_first(*code, "root", "Root", secret(testkit::kPassword)).has_value());
}

TEST_F(Administering, AnOfficerSignsInAndIsRecognised) {
  const auto anna = post.officer("anna");
  const auto session = sign_in();
  ASSERT_TRUE(session.has_value()) << session.error().reason;
  const auto recognised = administration.authenticate(session->token);
  ASSERT_TRUE(recognised.has_value()) << recognised.error().reason;
  EXPECT_EQ(recognised->caller.officer_id, anna.officer_id);
  EXPECT_EQ(recognised->csrf_token.reveal(), session->csrf_token.reveal());
  EXPECT_TRUE(csrf_matches(*recognised, session->csrf_token.reveal()));
  EXPECT_FALSE(csrf_matches(*recognised, session->token.reveal()));
}

TEST_F(Administering, AWrongNameAndAWrongPasswordLookTheSame) {
  static_cast<void>(post.officer("anna"));
  EXPECT_EQ(sign_in("not the password").error(), administration.sign_in("nobody", secret("x")).error());
}

TEST_F(Administering, RepeatedFailuresMakeOneWait) {
  static_cast<void>(post.officer("anna"));
  fail_to_sign_in(access::kFreeFailures + 1);
  EXPECT_EQ(sign_in().error().reason, "locked_out");
  post.clock.advance_seconds(access::kFirstWaitSeconds + 1);
  ASSERT_TRUE(sign_in().has_value());
  fail_to_sign_in(access::kFreeFailures);
  EXPECT_TRUE(sign_in().has_value());
}

TEST_F(Administering, ASessionEndsWhenIdle) {
  static_cast<void>(post.officer("anna"));
  const auto session = sign_in();
  post.clock.advance_seconds(access::kIdleSecondsMax + 1);
  EXPECT_EQ(administration.authenticate(session->token).error().reason, "session_idle");
  EXPECT_EQ(administration.authenticate(session->token).error().reason, "session_unknown");
}

TEST_F(Administering, ASessionEndsWithTheShiftHoweverBusy) {
  static_cast<void>(post.officer("anna"));
  const auto session = sign_in();
  std::string reason;
  for (int i = 0; i < 80 && reason.empty(); ++i) {
    post.clock.advance_seconds(10 * 60);
    const auto recognised = administration.authenticate(session->token);
    static_cast<void>(post.store().record([](const ports::Records&) { return ports::Outcome{}; }));
    if (!recognised) reason = std::string(recognised.error().reason);
  }
  EXPECT_EQ(reason, "session_expired");
}

TEST_F(Administering, SigningOutEndsTheSession) {
  static_cast<void>(post.officer("anna"));
  const auto session = sign_in();
  ASSERT_TRUE(administration.sign_out(session->caller).has_value());
  EXPECT_EQ(administration.authenticate(session->token).error().reason, "session_unknown");
}

TEST_F(Administering, WhoIsDeactivatedIsOutAtOnce) {
  const SignedIn root = enrol();
  const auto anna = post.officer("anna");
  const auto session = sign_in();
  ASSERT_TRUE(administration.set_active(root.caller, anna.officer_id, false).has_value());
  EXPECT_EQ(administration.authenticate(session->token).error().reason, "officer_inactive");
  EXPECT_EQ(sign_in().error().reason, "sign_in_refused");
}

TEST_F(Administering, WhoComesBackSignsInAnew) {
  const SignedIn root = enrol();
  const auto anna = post.officer("anna");
  const auto session = sign_in();
  ASSERT_TRUE(administration.set_active(root.caller, anna.officer_id, false).has_value());
  ASSERT_TRUE(administration.set_active(root.caller, anna.officer_id, true).has_value());
  EXPECT_EQ(administration.authenticate(session->token).error().reason, "session_unknown");
}

TEST_F(Administering, RolesChangeForTheNextRequest) {
  const SignedIn root = enrol();
  const auto anna = post.officer("anna");
  const auto session = sign_in();
  const auto changed = administration.set_roles(root.caller, anna.officer_id, {"shift_leader", "officer"});
  ASSERT_TRUE(changed.has_value()) << changed.error().reason;
  EXPECT_THAT(administration.authenticate(session->token)->caller.roles,
              testing::ElementsAre("officer", "shift_leader"));
}

TEST_F(Administering, TheLastAdministratorStays) {
  const SignedIn root = enrol();
  const OfficerId id = root.caller.officer_id;
  EXPECT_EQ(administration.set_roles(root.caller, id, {"officer"}).error().reason, "last_administrator");
  EXPECT_EQ(administration.set_active(root.caller, id, false).error().reason, "last_administrator");
}

TEST_F(Administering, ANameIsTakenOnce) {
  static_cast<void>(post.officer("anna"));
  const auto again = administration.add_officer(ports::operator_at_console(), {"anna", "Anna", {"officer"}},
                                                secret(testkit::kPassword));
  EXPECT_EQ(again.error().reason, "user_name_taken");
}

TEST_F(Administering, RefusesWhatCannotBeAnOfficer) {
  const auto add = [&](NewOfficer officer, std::string_view password) {
    return administration.add_officer(ports::operator_at_console(), officer, secret(password)).error().reason;
  };
  EXPECT_EQ(add({"A", "Anna", {"officer"}}, testkit::kPassword), "user_name_invalid");
  EXPECT_EQ(add({"anna", " ", {"officer"}}, testkit::kPassword), "display_name_invalid");
  EXPECT_EQ(add({"anna", "Anna", {"king"}}, testkit::kPassword), "role_unknown");
  EXPECT_EQ(add({"anna", "Anna", {"officer"}}, "short"), "password_too_short");
}

TEST_F(Administering, OfficersAreManagedByAdministratorsOnly) {
  const auto anna = post.officer("anna");
  EXPECT_EQ(administration.set_roles(anna, anna.officer_id, {"administrator"}).error().reason,
            "role_missing");
  EXPECT_EQ(administration.officers(anna).error().reason, "role_missing");
  EXPECT_EQ(administration.set_password(anna, anna.officer_id, secret("another calm ferry")).error().reason,
            "role_missing");
}

TEST_F(Administering, AnOwnPasswordIsChangedByWhoKnowsItAndEndsOtherSessions) {
  static_cast<void>(post.officer("anna"));
  const auto first = sign_in();
  const auto second = sign_in();
  const auto change = [&](std::string_view old_one, std::string_view new_one) {
    const Done done = administration.change_password(second->caller, secret(std::string(old_one)), {},
                                                     secret(std::string(new_one)));
    return done ? "" : std::string(done.error().reason);
  };
  EXPECT_EQ(change("a wrong password", "another calm ferry"), "sign_in_refused");
  EXPECT_EQ(change(testkit::kPassword, "short"), "password_too_short");
  EXPECT_EQ(change(testkit::kPassword, testkit::kPassword), "password_unchanged");
  EXPECT_EQ(change(testkit::kPassword, "another calm ferry"), "");
  EXPECT_EQ(administration.authenticate(first->token).error().reason, "session_unknown");
  EXPECT_TRUE(administration.authenticate(second->token).has_value());
  EXPECT_TRUE(sign_in("another calm ferry").has_value());
  EXPECT_EQ(sign_in().error().reason, "sign_in_refused");
  const auto types = post.journal();
  EXPECT_EQ(std::ranges::count(types, "password.changed"), 1);
  EXPECT_EQ(std::ranges::count(types, "session.closed"), 1);
}

TEST_F(Administering, NobodySetsTheOwnPasswordAsAnAdministrator) {
  const SignedIn root = enrol();
  EXPECT_EQ(administration.set_password(root.caller, root.caller.officer_id, secret("another calm ferry"))
                .error()
                .reason,
            "same_person");
}

TEST_F(Administering, TheJournalHoldsNoSecrets) {
  const SignedIn root = enrol();
  static_cast<void>(post.officer("anna"));
  static_cast<void>(sign_in("a wrong password"));
  const auto session = sign_in();
  std::string all;
  const auto entries = post.records().entries_after(0, 1000);
  for (const journal::Entry& entry : *entries) all += entry.payload.value_or("") + entry.subject;
  for (const std::string& word : {std::string(testkit::kPassword), std::string("a wrong password"),
                                  session->token.reveal(), session->csrf_token.reveal(), root.token.reveal(),
                                  post.enrolment_code().reveal(), std::string("$argon2id")}) {
    EXPECT_EQ(all.find(word), std::string::npos);
  }
  EXPECT_THAT(post.journal(),
              testing::IsSupersetOf({"session.opened", "session.refused", "officer.enrolled"}));
}

}  // namespace
}  // namespace cardea::administration
