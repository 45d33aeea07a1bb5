#include "cardea/access/role.hpp"

#include <array>

namespace cardea::access {
namespace {

constexpr std::array kRoles{Role::officer, Role::shift_leader, Role::watchlist_owner, Role::administrator};
constexpr std::array kActions{Action::sign_in,      Action::inspect,       Action::decide,
                              Action::take_back,    Action::read_history,  Action::read_lists,
                              Action::import_lists, Action::read_officers, Action::manage_officers,
                              Action::read_node,    Action::read_events,   Action::read_journal};

template <class Words, class Word>
[[nodiscard]] bool find_word(const Words& words, std::string_view text, Word& found) {
  for (const Word word : words) {
    if (name(word) != text) continue;
    found = word;
    return true;
  }
  return false;
}

}  // namespace

bool parse(std::string_view word, Role& role) { return find_word(kRoles, word, role); }
bool parse(std::string_view word, Action& action) { return find_word(kActions, word, action); }

}  // namespace cardea::access
