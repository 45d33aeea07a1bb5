#include "cardea/journal/catalogue.hpp"

#include <algorithm>

namespace cardea::journal {

bool parse(std::string_view word, EntryType& type) {
  const auto found = std::find(kEntryTypeWords.begin(), kEntryTypeWords.end(), word);
  if (found == kEntryTypeWords.end()) return false;
  type = static_cast<EntryType>(found - kEntryTypeWords.begin());
  return true;
}

}  // namespace cardea::journal
