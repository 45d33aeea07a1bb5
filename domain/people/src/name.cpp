#include "cardea/people/name.hpp"

#include "cardea/kernel/text.hpp"

namespace cardea::people {
namespace {

/// Fillers to single blanks, none at the ends.
std::string without_fillers(std::string_view field) {
  std::string text;
  for (const char c : field) {
    if (c != '<') {
      text += c;
    } else if (!text.empty() && text.back() != ' ') {
      text += ' ';
    }
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string with_single_blanks(std::string_view printed) {
  std::string text;
  for (const char c : trim(printed)) {
    if (!is_ascii_space(c)) {
      text += c;
    } else if (text.back() != ' ') {
      text += ' ';
    }
  }
  return text;
}

}  // namespace

PersonName name_from_mrz(std::string_view field) {
  PersonName name;
  name.possibly_truncated = !field.empty() && field.back() != '<';
  const std::size_t gap = field.find("<<");
  name.primary = without_fillers(field.substr(0, gap));
  if (gap != std::string_view::npos) name.secondary = without_fillers(field.substr(gap));
  return name;
}

PersonName name_from_visual_zone(std::string_view primary, std::string_view secondary) {
  return {with_single_blanks(primary), with_single_blanks(secondary), false};
}

std::string full_name(const PersonName& name) {
  if (name.primary.empty()) return name.secondary;
  if (name.secondary.empty()) return name.primary;
  return name.primary + ' ' + name.secondary;
}

}  // namespace cardea::people
