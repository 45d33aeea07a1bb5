#pragma once

#include <string>
#include <string_view>

namespace cardea::system {

/// Writes text of any script in ASCII capitals by ICU's `Any-Latin; Latin-ASCII; Upper`: Han in pinyin, Thai,
/// Devanagari and what else ICU knows. For scripts that screening has no table of its own for; what ICU
/// cannot write is left out. Thread-safe: each thread makes its transliterator once (some milliseconds).
[[nodiscard]] std::string romanise_by_icu(std::string_view utf8);

}  // namespace cardea::system
