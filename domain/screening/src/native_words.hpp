#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cardea::screening {

/// The words of a name that are not in Latin letters, as written but for case and the spellings of one Arabic
/// letter. Han and kana are one word, whatever blanks or middle dots stand between.
[[nodiscard]] std::vector<std::string> native_words(std::string_view utf8);

/// Characters of a native word.
[[nodiscard]] std::size_t native_length(std::string_view word);
[[nodiscard]] bool is_han_or_kana(std::string_view word);

}  // namespace cardea::screening
