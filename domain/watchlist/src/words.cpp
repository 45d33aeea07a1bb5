#include "cardea/watchlist/words.hpp"

#include <algorithm>
#include <array>

namespace cardea::watchlist {
namespace {

template <class Word, std::size_t count>
bool parse_one_of(std::string_view word, const std::array<Word, count>& words, Word& out) {
  const auto found = std::ranges::find_if(words, [word](Word candidate) { return name(candidate) == word; });
  if (found == words.end()) return false;
  out = *found;
  return true;
}

}  // namespace

bool parse(std::string_view word, SubjectKind& kind) {
  using enum SubjectKind;
  return parse_one_of(word, std::array{person, organisation, document, vessel, vehicle, aircraft, object},
                      kind);
}

bool parse(std::string_view word, AliasQuality& quality) {
  using enum AliasQuality;
  return parse_one_of(word, std::array{primary, strong, weak, original_script}, quality);
}

bool parse(std::string_view word, AlertAction& action) {
  using enum AlertAction;
  return parse_one_of(
      word, std::array{refer, refuse, detain, discreet, inform, seize, protect, inquiry, specific, health},
      action);
}

}  // namespace cardea::watchlist
