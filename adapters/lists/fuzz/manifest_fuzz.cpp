// Any bytes as a manifest: each line is an expected person or put aside with a reason, or the whole is
// refused.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cardea/conveyances/words.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/lists/manifest.hpp"

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = cardea::lists::read_manifest(text);
  if (!read) {
    demand(read.error().reason.starts_with("manifest_"));
    return 0;
  }
  std::int64_t before = 1;
  for (const auto& person : read->persons) {
    demand(person.line > before && !person.surname.empty() && cardea::is_valid_utf8(person.surname));
    demand(cardea::conveyances::is_word_of(cardea::conveyances::kOccupantRoles, person.role));
    before = person.line;
  }
  for (const auto& line : read->unread) demand(!line.reason.empty() && cardea::is_valid_utf8(line.raw));
  static_cast<void>(match(read->persons, {}));
  return 0;
}
