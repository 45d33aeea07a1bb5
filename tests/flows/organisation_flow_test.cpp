// Units, roles within limits, the rule of two persons and emergencies, on the real store.
#include "cardea/access/two_person.hpp"
#include "cardea/administration/organisation.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::administration {
namespace {

using access::Action;

SecretText secret(std::string_view text) { return SecretText(std::string(text)); }

std::string last_four(GrantId id) { return to_text(id).substr(32); }

class Organising : public testing::Test {
 protected:
  testkit::Post post;
  Administration administration = post.administration();
  Organisation organisation = administration.organisation();
  ports::Caller first =
      administration
          .enrol_first(post.enrolment_code(), "root", "First Administrator", secret(testkit::kPassword))
          .value()
          .caller;

  ports::Caller second_administrator() { return post.officer("ruth", "administrator"); }
  /// As the next request would find the officer.
  ports::Caller again(const std::string& user_name) {
    return administration.sign_in(user_name, secret(testkit::kPassword)).value().caller;
  }
  NewGrant grant(const ports::Caller& officer, std::string role, std::string unit = "") {
    return {officer.officer_id, std::move(role), "", std::move(unit), {}, {}, "cover for illness"};
  }
  Result<UnitView> unit(std::string path, std::string kind, bool own = false) {
    return organisation.record_unit(first, {path, std::move(kind), "Unit " + path, {}, own});
  }
  std::vector<std::string> paths() {
    std::vector<std::string> all;
    const auto units = organisation.units(first).value();
    for (const UnitView& each : units) all.push_back(each.path);
    return all;
  }
};

// REQ: F-A01
TEST_F(Organising, ANodeBeginsWithItsPostAndLanes) {
  EXPECT_THAT(paths(), testing::ElementsAre("north_gate", "north_gate/1", "north_gate/2"));
  EXPECT_EQ(first.unit, "north_gate");
  EXPECT_EQ(first.agency, "immigration");
}

TEST_F(Organising, ThePostMovesIntoTheTreeWithItsLanes) {
  ASSERT_TRUE(unit("hq", "headquarters_department"));
  ASSERT_TRUE(unit("hq/north", "regional_centre"));
  ASSERT_TRUE(unit("hq/north/north_gate", "post", true));
  EXPECT_THAT(paths(), testing::ElementsAre("hq", "hq/north", "hq/north/north_gate", "hq/north/north_gate/1",
                                            "hq/north/north_gate/2"));
  EXPECT_EQ(again("root").unit, "hq/north/north_gate");
}

TEST_F(Organising, RefusesUnitsThatDoNotFit) {
  EXPECT_EQ(unit("HQ", "post").error().reason, "unit_path_invalid");
  EXPECT_EQ(unit("hq", "palace").error().reason, "unit_kind_unknown");
  EXPECT_EQ(unit("hq/north", "regional_centre").error().reason, "unit_unknown");
  EXPECT_EQ(unit("north_gate/centre", "regional_centre").error().reason, "unit_misplaced");
  EXPECT_EQ(unit("north_gate/1/2", "workstation", true).error().reason, "unit_own_is_a_post");
  EXPECT_EQ(organisation.record_unit(post.officer("anna"), {"hq", "post", "HQ", {}, false}).error().reason,
            "role_missing");
}

TEST_F(Organising, AUnitClosesWhenNothingOpenIsBelowIt) {
  ASSERT_TRUE(unit("hq", "headquarters_department"));
  ASSERT_TRUE(unit("hq/south", "regional_centre"));
  EXPECT_EQ(organisation.close_unit(first, "hq", "merged").error().reason, "unit_has_open_units");
  EXPECT_TRUE(organisation.close_unit(first, "hq/south", "merged")->closed_at.has_value());
  EXPECT_TRUE(organisation.close_unit(first, "hq", "merged").has_value());
  EXPECT_EQ(organisation.close_unit(first, "north_gate", "x").error().reason, "unit_is_own");
  EXPECT_EQ(organisation.close_unit(first, "nowhere", "x").error().reason, "unit_unknown");
  EXPECT_EQ(organisation.close_unit(first, "hq", " ").error().reason, "reason_missing");
}

// REQ: F-Q01
TEST_F(Organising, AGrantCountsInItsUnitAndForItsTime) {
  const auto anna = post.officer("anna");
  ASSERT_TRUE(unit("south_gate", "post"));
  auto here = grant(anna, "second_line", "north_gate");
  here.until = plus_seconds(post.clock.now(), 3600);
  ASSERT_EQ(organisation.propose(first, here)->state, "in_force");
  EXPECT_TRUE(may(again("anna"), Action::handle_cases).has_value());
  EXPECT_EQ(may(again("anna"), Action::handle_cases, {"immigration", "south_gate"}).error().reason,
            "outside_jurisdiction");
  post.clock.advance_seconds(3600);
  EXPECT_EQ(may(again("anna"), Action::handle_cases).error().reason, "grant_expired");
  EXPECT_EQ(organisation.grants(first)->front().state, "expired");
}

TEST_F(Organising, AGrantElsewhereGivesNothingHere) {
  const auto anna = post.officer("anna", "analyst");
  ASSERT_TRUE(unit("south_gate", "post"));
  ASSERT_TRUE(organisation.propose(first, grant(anna, "officer", "south_gate")));
  EXPECT_EQ(may(again("anna"), Action::inspect).error().reason, "outside_jurisdiction");
}

TEST_F(Organising, AGrantEndsAtOnce) {
  const auto anna = post.officer("anna");
  const auto given = organisation.propose(first, grant(anna, "second_line"));
  EXPECT_EQ(organisation.end(first, given->grant_id, "").error().reason, "reason_missing");
  EXPECT_EQ(organisation.end(first, given->grant_id, "back in her team")->state, "ended");
  EXPECT_EQ(may(again("anna"), Action::handle_cases).error().reason, "role_missing");
  EXPECT_EQ(organisation.end(first, given->grant_id, "again").error().reason, "grant_ended");
}

TEST_F(Organising, RefusesGrantsThatMakeNoSense) {
  const auto anna = post.officer("anna");
  auto backwards = grant(anna, "officer");
  backwards.until = post.clock.now();
  EXPECT_EQ(organisation.propose(first, backwards).error().reason, "grant_ends_before_start");
  EXPECT_EQ(organisation.propose(first, grant(anna, "king")).error().reason, "role_unknown");
  EXPECT_EQ(organisation.propose(first, grant(anna, "officer", "nowhere")).error().reason, "unit_unknown");
  EXPECT_EQ(organisation.propose(anna, grant(anna, "officer")).error().reason, "role_missing");
}

// REQ: F-Q01
TEST_F(Organising, ARoleOfWeightWaitsForASecondPerson) {
  const auto ruth = second_administrator();
  const auto anna = post.officer("anna");
  const auto asked = organisation.propose(first, grant(anna, "auditor"));
  ASSERT_EQ(asked->state, "proposed");
  EXPECT_EQ(may(again("anna"), Action::read_audit).error().reason, "role_missing");
  const GrantId id = asked->grant_id;
  EXPECT_EQ(organisation.approve(first, id, last_four(id)).error().reason, "same_person");
  EXPECT_EQ(organisation.approve(ruth, id, "zzzz").error().reason, "confirmation_wrong");
  EXPECT_EQ(organisation.approve(anna, id, last_four(id)).error().reason, "role_missing");
  EXPECT_EQ(organisation.approve(ruth, id, last_four(id))->rule, "two_persons");
  EXPECT_TRUE(may(again("anna"), Action::read_audit).has_value());
  EXPECT_EQ(organisation.approve(ruth, id, last_four(id)).error().reason, "grant_not_waiting");
}

TEST_F(Organising, NobodyApprovesTheOwnPromotion) {
  const auto ruth = second_administrator();
  const auto asked = organisation.propose(first, grant(ruth, "auditor"));
  EXPECT_EQ(organisation.approve(ruth, asked->grant_id, last_four(asked->grant_id)).error().reason,
            "same_person");
}

TEST_F(Organising, AProposalLapses) {
  const auto ruth = second_administrator();
  const auto asked = organisation.propose(first, grant(post.officer("anna"), "auditor"));
  post.clock.advance_seconds(access::kProposalSecondsMax + 1);
  EXPECT_EQ(organisation.approve(ruth, asked->grant_id, last_four(asked->grant_id)).error().reason,
            "proposal_lapsed");
  EXPECT_EQ(organisation.grants(first)->back().state, "lapsed");
}

TEST_F(Organising, TheOnlyAdministratorGivesRolesAloneAndItIsRecordedAsThat) {
  const auto added = administration.add_officer(first, {"wanda", "Wanda", {"watchlist_owner", "officer"}},
                                                secret(testkit::kPassword));
  EXPECT_THAT(added->roles, testing::ElementsAre("officer", "watchlist_owner"));
  EXPECT_EQ(organisation.grants(first)->back().rule, "only_administrator");
  EXPECT_TRUE(may(again("wanda"), Action::import_lists).has_value());
}

// REQ: F-Q01
TEST_F(Organising, WithTwoAdministratorsANewOneWaits) {
  const auto ruth = second_administrator();
  const auto added = administration.add_officer(first, {"eve", "Eve", {"administrator", "officer"}},
                                                secret(testkit::kPassword));
  EXPECT_THAT(added->roles, testing::ElementsAre("officer"));
  EXPECT_THAT(added->waiting, testing::ElementsAre("administrator"));
  EXPECT_EQ(may(again("eve"), Action::manage_officers).error().reason, "role_missing");
  const GrantId id = organisation.grants(first)->back().grant_id;
  ASSERT_TRUE(organisation.approve(ruth, id, last_four(id)));
  EXPECT_TRUE(may(again("eve"), Action::manage_officers).has_value());
  const auto less = administration.set_roles(first, added->officer_id, {"officer"});
  EXPECT_THAT(less->roles, testing::ElementsAre("officer"));
  EXPECT_EQ(may(again("eve"), Action::manage_officers).error().reason, "role_missing");
}

TEST_F(Organising, ChangingRolesProposesWhatIsNewOnce) {
  static_cast<void>(second_administrator());
  const auto anna = post.officer("anna");
  ASSERT_TRUE(administration.set_roles(first, anna.officer_id, {"officer", "auditor"}));
  const auto twice = administration.set_roles(first, anna.officer_id, {"officer", "second_line", "auditor"});
  EXPECT_THAT(twice->roles, testing::ElementsAre("officer", "second_line"));
  EXPECT_THAT(twice->waiting, testing::ElementsAre("auditor"));
}

TEST_F(Organising, AnAdministratorByGrantCounts) {
  const auto anna = post.officer("anna");
  ASSERT_TRUE(administration.set_roles(first, anna.officer_id, {"administrator"}));
  ASSERT_TRUE(administration.set_active(again("anna"), first.officer_id, false));
  EXPECT_EQ(administration.set_roles(again("anna"), anna.officer_id, {"officer"}).error().reason,
            "last_administrator");
  const GrantId id = organisation.grants(again("anna"))->front().grant_id;
  EXPECT_EQ(organisation.end(again("anna"), id, "leaving").error().reason, "last_administrator");
}

// REQ: F-Q01
TEST_F(Organising, AnEmergencyRoleIsTakenLoudlyAndEndsByItself) {
  static_cast<void>(post.officer("anna"));
  const auto taken =
      organisation.break_glass(again("anna"), "second_line", "nobody at second line, fire alarm");
  ASSERT_TRUE(taken.has_value()) << taken.error().reason;
  EXPECT_EQ(taken->state, "running");
  EXPECT_EQ(taken->until, plus_seconds(taken->from, 30 * 60));
  EXPECT_TRUE(may(again("anna"), Action::handle_cases).has_value());
  EXPECT_EQ(organisation.emergencies(post.officer("berta"))->front().display_name, "Officer anna");
  EXPECT_EQ(organisation.break_glass(again("anna"), "shift_leader", "more").error().reason,
            "break_glass_running");
  post.clock.advance_seconds(30 * 60);
  EXPECT_EQ(may(again("anna"), Action::handle_cases).error().reason, "grant_expired");
  EXPECT_EQ(organisation.emergencies(first)->front().state, "over");
}

TEST_F(Organising, NobodyTakesMoreThanThePolicyLets) {
  const auto anna = post.officer("anna");
  EXPECT_EQ(organisation.break_glass(anna, "administrator", "x").error().reason, "break_glass_role");
  EXPECT_EQ(organisation.break_glass(anna, "second_line", "").error().reason, "reason_missing");
  EXPECT_EQ(organisation.break_glass(first, "second_line", "x").error().reason, "role_missing");
}

TEST_F(Organising, AnEmergencyIsReviewedByAnotherPerson) {
  static_cast<void>(post.officer("anna", "shift_leader"));
  const auto paul = post.officer("paul", "auditor");
  const auto taken = organisation.break_glass(again("anna"), "second_line", "fire alarm");
  EXPECT_EQ(organisation.review(again("anna"), taken->grant_id, "justified", "I had to").error().reason,
            "same_person");
  EXPECT_EQ(organisation.review(paul, taken->grant_id, "fine", "x").error().reason, "review_outcome_unknown");
  EXPECT_EQ(organisation.review(paul, taken->grant_id, "justified", "").error().reason, "reason_missing");
  const auto reviewed = organisation.review(paul, taken->grant_id, "not_justified", "second line was there");
  EXPECT_EQ(reviewed->state, "reviewed");
  EXPECT_EQ(organisation.review(paul, taken->grant_id, "justified", "x").error().reason, "reviewed_already");
}

TEST_F(Organising, WhatWasNotJustifiedEndsAtOnce) {
  static_cast<void>(post.officer("anna"));
  const auto taken = organisation.break_glass(again("anna"), "second_line", "fire alarm");
  ASSERT_TRUE(
      organisation.review(post.officer("paul", "auditor"), taken->grant_id, "not_justified", "no fire"));
  EXPECT_EQ(may(again("anna"), Action::handle_cases).error().reason, "role_missing");
}

TEST_F(Organising, TheTablesAreAFunctionOfTheJournal) {
  static_cast<void>(second_administrator());
  static_cast<void>(post.officer("anna"));
  ASSERT_TRUE(unit("hq", "headquarters_department"));
  ASSERT_TRUE(unit("hq/north_gate", "post", true));
  ASSERT_TRUE(organisation.propose(first, grant(again("anna"), "auditor")));
  ASSERT_TRUE(organisation.break_glass(again("anna"), "second_line", "fire alarm"));
  const auto before = post.store().table_digests();
  ASSERT_TRUE(post.store().rebuild());
  EXPECT_EQ(*post.store().table_digests(), *before);
}

}  // namespace
}  // namespace cardea::administration
