#include "cardea/access/permission.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace cardea::access {
namespace {

template <class Word, class Words>
std::vector<Word> all_of(const Words& words) {
  std::vector<Word> all;
  for (std::size_t i = 0; i < words.size(); ++i) all.push_back(static_cast<Word>(i));
  return all;
}

const std::vector<Role> kAllRoles = all_of<Role>(kRoleWords);
const std::vector<Action> kAllActions = all_of<Action>(kActionWords);

Done may(const Officer& officer, Action action) {
  return access::may(standard_policy(), officer, action, {"immigration", "north_gate"}, {}, Instant{0});
}

std::set<std::string> actions_of(Role role) {
  std::set<std::string> words;
  for (const Action action : kAllActions) {
    if (grants(role, action)) words.emplace(name(action));
  }
  return words;
}

TEST(May, LetsAnOfficerInspectAndReadWhatThatNeeds) {
  for (const Action action : {Action::inspect, Action::decide, Action::take_back, Action::read_history}) {
    EXPECT_TRUE(grants(Role::officer, action)) << name(action);
  }
}

TEST(May, LetsAShiftLeaderDoWhatAnOfficerDoes) {
  for (const std::string& word : actions_of(Role::officer)) {
    EXPECT_TRUE(actions_of(Role::shift_leader).contains(word)) << word;
  }
}

// REQ: F-Q01
TEST(May, KeepsTravellersFromWhoOwnsListsOrAdministersOrAudits) {
  for (const Role role : {Role::watchlist_owner, Role::administrator, Role::auditor}) {
    for (const Action action :
         {Action::inspect, Action::decide, Action::read_history, Action::handle_cases}) {
      EXPECT_FALSE(grants(role, action)) << name(role) << ' ' << name(action);
    }
  }
}

TEST(May, AddsUpTheRolesOfAnOfficer) {
  const Officer both{{Role::watchlist_owner, Role::officer}};
  EXPECT_TRUE(may(both, Action::import_lists));
  EXPECT_TRUE(may(both, Action::decide));
}

TEST(May, NamesTheActionThatNoRoleGrants) {
  const auto answer = may(Officer{{Role::officer}, true}, Action::manage_officers);
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
