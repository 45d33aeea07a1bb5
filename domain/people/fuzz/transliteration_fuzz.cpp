// Any bytes as a name: the output is MRZ characters only, the field has its length, and the name read back
// from the field agrees with the name written.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cardea/kernel/text.hpp"
#include "cardea/people/name.hpp"

namespace {

using namespace cardea;

bool is_mrz_text(std::string_view text, char blank) {
  for (const char c : text) {
    if (!is_ascii_upper(c) && !is_ascii_digit(c) && c != blank) return false;
  }
  return true;
}

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size < 512 ? size : 512);
  const auto cut = text.find('|');
  const people::PersonName name = people::name_from_visual_zone(
      text.substr(0, cut), cut == std::string_view::npos ? "" : text.substr(cut + 1));
  for (const auto& spelling : people::standard_transliterator().alternatives(name.primary)) {
    check(!spelling.empty() && is_mrz_text(spelling, ' '));
  }
  for (const int length : {30, 31, 39}) {
    const std::string field = people::to_mrz_name(name, length);
    check(field.size() == static_cast<std::size_t>(length) && is_mrz_text(field, '<'));
    (void)people::compare_names(name, people::name_from_mrz(field));
  }
  return 0;
}
