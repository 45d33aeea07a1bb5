#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "cardea/kernel/text.hpp"
#include "cardea/screening/compare.hpp"
#include "cardea/screening/normalise.hpp"

// Whatever comes in: a bounded number of words of A-Z and 0-9, each once, and a name is as like itself as can
// be.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace cardea;
  using namespace cardea::screening;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const NormalName name = normalise_name(text, {.truncated = size % 2 == 1});
  const auto fits = [](const std::string& word) {
    return !word.empty() && word.size() <= kTokenLettersMax &&
           std::ranges::all_of(word, [](char c) { return is_ascii_upper(c) || is_ascii_digit(c); });
  };
  bool good = name.tokens.size() <= kNameTokensMax;
  for (const NameToken& token : name.tokens) {
    good = good && fits(token.text) && std::ranges::all_of(token.alternatives, fits);
  }
  const double alike = compare_names(text, text);
  const double whole = name.tokens.empty() && name.native.empty() ? 0.0 : 100.0;
  if (!good || alike != whole || name.native.size() > kNameTokensMax + 1) {
    std::abort();
  }
  return 0;
}
