#include "cardea/watchlist/quarantine.hpp"

#include "cardea/kernel/text.hpp"

namespace cardea::watchlist {
namespace {

/// At most `limit` bytes of valid UTF-8, cut between characters. NUL is shown too: it would end a text in a
/// database.
std::string clean(std::string_view raw, std::size_t limit) {
  std::string text;
  for (std::string_view rest = raw; !rest.empty();) {
    const std::string_view at = rest;
    const auto c = take_code_point(rest);
    if (!c) rest = at.substr(1);
    const char32_t shown = c.value_or(0) == 0 ? U'\uFFFD' : *c;
    const std::size_t before = text.size();
    append_code_point(text, shown);
    if (text.size() > limit) return text.substr(0, before);
  }
  return text;
}

}  // namespace

QuarantinedRow quarantine(std::string_view file, std::int64_t line, std::string_view reason,
                          std::string_view raw) {
  return {std::string(file), line, std::string(reason), clean(raw, kQuarantinedBytesMax)};
}

}  // namespace cardea::watchlist
