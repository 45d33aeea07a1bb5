#pragma once

#include <string_view>

namespace cardea::documents {

/// The enumerator of E, which counts from 0 to Count - 1, whose name() is `word`.
template <int Count, class E>
[[nodiscard]] bool parse_word(std::string_view word, E& value) {
  for (int i = 0; i < Count; ++i) {
    if (name(static_cast<E>(i)) != word) continue;
    value = static_cast<E>(i);
    return true;
  }
  return false;
}

}  // namespace cardea::documents
