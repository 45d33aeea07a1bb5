#include "cardea/access/role.hpp"

#include <algorithm>

namespace cardea::access {
namespace {

template <class Words, class Word>
[[nodiscard]] bool find_word(const Words& words, std::string_view text, Word& found) {
  const auto at = std::find(words.begin(), words.end(), text);
  if (at == words.end()) return false;
  found = static_cast<Word>(at - words.begin());
  return true;
}

}  // namespace

bool parse(std::string_view word, Role& role) { return find_word(kRoleWords, word, role); }
bool parse(std::string_view word, Action& action) { return find_word(kActionWords, word, action); }

}  // namespace cardea::access
