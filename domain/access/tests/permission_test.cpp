#include "cardea/access/permission.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace cardea::access {
namespace {

constexpr std::array kAllRoles{Role::officer, Role::shift_leader, Role::watchlist_owner, Role::administrator};
constexpr std::array kAllActions{Action::sign_in,      Action::inspect,       Action::decide,
                                 Action::take_back,    Action::read_history,  Action::read_lists,
                                 Action::import_lists, Action::read_officers, Action::manage_officers,
                                 Action::read_node,    Action::read_events,   Action::read_journal};

std::set<std::string> actions_of(Role role) {
  std::set<std::string> words;
  for (const Action action : kAllActions) {
    if (grants(role, action)) words.emplace(name(action));
  }
  return words;
}

TEST(May, LetsAnOfficerInspectAndReadWhatThatNeeds) {
  const std::set<std::string> expected{"sign_in",      "inspect",    "decide",    "take_back",
                                       "read_history", "read_lists", "read_node", "read_events"};
  EXPECT_EQ(actions_of(Role::officer), expected);
}

TEST(May, LetsAShiftLeaderDoWhatAnOfficerDoesAndLookAtOfficersAndJournal) {
  auto expected = actions_of(Role::officer);
  expected.insert({"read_officers", "read_journal"});
  EXPECT_EQ(actions_of(Role::shift_leader), expected);
}

// REQ: F-Q01
TEST(May, KeepsTravellersFromWhoOwnsLists) {
  const std::set<std::string> expected{"sign_in", "read_lists", "import_lists", "read_node", "read_events"};
  EXPECT_EQ(actions_of(Role::watchlist_owner), expected);
}

// REQ: F-Q01
TEST(May, KeepsTravellersFromWhoAdministers) {
  const std::set<std::string> expected{"sign_in",   "read_lists",  "read_officers", "manage_officers",
                                       "read_node", "read_events", "read_journal"};
  EXPECT_EQ(actions_of(Role::administrator), expected);
}

TEST(May, AddsUpTheRolesOfAnOfficer) {
  const Officer both{{Role::watchlist_owner, Role::officer}};
  EXPECT_TRUE(may(both, Action::import_lists));
  EXPECT_TRUE(may(both, Action::decide));
}

TEST(May, NamesTheActionThatNoRoleGrants) {
  const auto answer = may(Officer{{Role::officer}}, Action::manage_officers);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error(), (Error{ErrorKind::forbidden, "role_missing", "manage_officers"}));
}

// REQ: F-Q01
TEST(May, GivesNothingWithoutARole) {
  for (const Action action : kAllActions) EXPECT_FALSE(may(Officer{}, action)) << name(action);
}

TEST(May, RefusesAnInactiveOfficerEverything) {
  const Officer former{{kAllRoles.begin(), kAllRoles.end()}, false};
  for (const Action action : kAllActions) {
    const auto answer = may(former, action);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().reason, "officer_inactive");
  }
}

TEST(Roles, ComeBackFromTheirWords) {
  for (const Role role : kAllRoles) {
    Role read{};
    EXPECT_TRUE(parse(name(role), read));
    EXPECT_EQ(read, role);
  }
}

TEST(Actions, ComeBackFromTheirWords) {
  for (const Action action : kAllActions) {
    Action read{};
    EXPECT_TRUE(parse(name(action), read));
    EXPECT_EQ(read, action);
  }
}

TEST(ParseRoles, GivesEachRoleOnce) {
  const std::vector<Role> expected{Role::officer, Role::administrator};
  EXPECT_EQ(parse_roles({"administrator", "officer", "administrator"}), expected);
}

TEST(ParseRoles, RefusesAnUnknownWord) {
  const auto roles = parse_roles({"officer", "Officer"});
  ASSERT_FALSE(roles);
  EXPECT_EQ(roles.error().reason, "role_unknown");
}

}  // namespace
}  // namespace cardea::access
