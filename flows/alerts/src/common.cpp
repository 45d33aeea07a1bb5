#include "common.hpp"

#include "cardea/kernel/text.hpp"

namespace cardea::alerts {
namespace {

constexpr std::size_t kNoteBytesMax = 4000;

}  // namespace

Done check_note(std::string_view note) {
  if (trim(note).empty()) return fail(ErrorKind::malformed, "note_required");
  if (note.size() > kNoteBytesMax) return fail(ErrorKind::malformed, "text_too_long");
  if (!is_valid_utf8(note)) return fail(ErrorKind::malformed, "text_invalid");
  return {};
}

}  // namespace cardea::alerts
