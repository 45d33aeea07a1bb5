#include "cardea/screening/screener.hpp"

namespace cardea::screening {

bool parse(std::string_view word, Mode& mode) {
  for (const Mode known : {Mode::high_recall, Mode::balanced, Mode::high_precision}) {
    if (word == name(known)) {
      mode = known;
      return true;
    }
  }
  return false;
}

}  // namespace cardea::screening
