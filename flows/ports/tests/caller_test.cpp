#include "cardea/ports/caller.hpp"
#include "cardea/journal/catalogue.hpp"

namespace cardea::ports {
namespace {

Caller officer(std::vector<std::string> roles) {
  return {OfficerId{IdBytes{1}}, "anna", "Anna", std::move(roles), SessionId{IdBytes{2}}, "1"};
}

NodeCreated node() { return {NodeId{IdBytes{3}}, "North Gate", "RWA", "immigration", "UTC", {"1"}, ""}; }

TEST(Caller, MayWhatItsRolesGrant) {
  EXPECT_TRUE(may(officer({"officer"}), access::Action::inspect).has_value());
  EXPECT_EQ(may(officer({"officer"}), access::Action::import_lists).error().reason, "role_missing");
  EXPECT_EQ(may(officer({"king"}), access::Action::inspect).error().reason, "role_unknown");
}

TEST(Caller, AtTheConsoleHoldsAllRoles) {
  for (const access::Action action : {access::Action::inspect, access::Action::import_lists,
                                      access::Action::manage_officers, access::Action::read_journal}) {
    EXPECT_TRUE(may(operator_at_console(), action).has_value()) << name(action);
  }
}

TEST(DraftBy, NamesOfficerAgencyUnitAndPurpose) {
  const auto draft = draft_by(officer({}), node(), journal::EntryType::session_opened, "s", {});
  EXPECT_EQ(draft.type, "session.opened");
  EXPECT_EQ(draft.actor.officer, to_text(OfficerId{IdBytes{1}}));
  EXPECT_EQ(draft.actor.agency, "immigration");
  EXPECT_EQ(draft.actor.unit, "North Gate");
  EXPECT_EQ(draft.purpose, "administration");
}

TEST(DraftBy, TakesThePurposeThatWasStatedAndElseThatOfTheType) {
  Caller anna = officer({});
  EXPECT_EQ(draft_by(anna, node(), journal::EntryType::inspection_opened, "i", {}).purpose, "border_control");
  anna.purpose = "law_enforcement";
  anna.purpose_stated = true;
  EXPECT_EQ(draft_by(anna, node(), journal::EntryType::session_opened, "s", {}).purpose, "law_enforcement");
}

TEST(Caller, MayForThePurposeStatedOnly) {
  Caller anna = officer({"second_line"});
  anna.purpose_stated = true;
  anna.purpose = "law_enforcement";
  EXPECT_TRUE(may(anna, access::Action::search_travellers).has_value());
  EXPECT_EQ(may(anna, access::Action::decide).error().reason, "purpose_not_allowed");
  anna.purpose = "curiosity";
  EXPECT_EQ(may(anna, access::Action::decide).error().reason, "purpose_unknown");
}

TEST(Caller, MayWhatAGrantReachesFromTheOwnPlace) {
  Caller anna = officer({});
  anna.agency = "immigration";
  anna.unit = "hq/north/north_gate/lane_1";
  anna.now = Instant{1000};
  anna.grants = {{access::Role::officer, "", "hq/north", Instant{0}}};
  EXPECT_TRUE(may(anna, access::Action::inspect).has_value());
  EXPECT_EQ(roles_now(anna), std::vector<std::string>{"officer"});
  EXPECT_EQ(may(anna, access::Action::inspect, {"immigration", "hq/south"}).error().reason,
            "outside_jurisdiction");
  anna.unit = "hq/south/south_gate";
  EXPECT_EQ(may(anna, access::Action::inspect).error().reason, "outside_jurisdiction");
  EXPECT_TRUE(roles_now(anna).empty());
}

TEST(DraftBy, SaysConsoleForTheOperator) {
  const auto draft = draft_by(operator_at_console(), node(), journal::EntryType::node_created, "n", {});
  EXPECT_EQ(draft.actor.officer, "console");
}

}  // namespace
}  // namespace cardea::ports
