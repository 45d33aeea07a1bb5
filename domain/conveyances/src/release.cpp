#include "cardea/conveyances/release.hpp"

#include <algorithm>

namespace cardea::conveyances {
namespace {

bool is_aboard(const OccupantFacts& occupant) { return !occupant.taken_off; }

bool is_referred(const OccupantFacts& occupant) {
  return occupant.outcome == "refer" || occupant.outcome == "hand_over";
}

template <class Is>
bool anybody_aboard(const PassageFacts& facts, const Is& is) {
  return std::ranges::any_of(facts.occupants, [&](const auto& each) { return is_aboard(each) && is(each); });
}

}  // namespace

std::vector<std::string_view> release_blocked_by(const PassageFacts& facts) {
  std::vector<std::string_view> words;
  const auto add = [&](bool holds, std::string_view word) {
    if (holds) words.push_back(word);
  };
  const auto count = std::ssize(facts.occupants);
  add(count == 0, "passage_empty");
  add(!facts.head_count, "passage_head_count_missing");
  add(facts.head_count && *facts.head_count != count, "passage_head_count");
  add(std::ranges::any_of(facts.occupants, [](const auto& each) { return each.outcome.empty(); }),
      "passage_person_open");
  add(anybody_aboard(facts, [](const auto& each) { return each.case_open; }), "passage_case_open");
  add(anybody_aboard(facts, is_referred), "passage_person_referred");
  add(anybody_aboard(facts, [](const auto& each) { return each.outcome == "refuse"; }),
      "passage_person_refused");
  add(facts.lines_unexplained > 0, "passage_manifest_unseen");
  add(facts.persons_unexplained > 0, "passage_manifest_unlisted");
  add(facts.lines_proposed > 0, "passage_manifest_proposed");
  return words;
}

}  // namespace cardea::conveyances
