#include "cardea/people/sex.hpp"

namespace cardea::people {

bool parse(std::string_view word, Sex& sex) {
  for (const Sex candidate : {Sex::female, Sex::male, Sex::unspecified}) {
    if (word != name(candidate)) continue;
    sex = candidate;
    return true;
  }
  return false;
}

std::optional<Sex> sex_from_mrz(char character) {
  if (character == 'F') return Sex::female;
  if (character == 'M') return Sex::male;
  if (character == '<' || character == 'X') return Sex::unspecified;
  return std::nullopt;
}

}  // namespace cardea::people
