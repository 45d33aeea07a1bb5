#include <algorithm>
#include <numeric>

#include "cardea/kernel/text.hpp"
#include "cardea/people/name.hpp"

namespace cardea::people {
namespace {

using Parts = std::vector<std::string>;

/// The parts of one identifier in MRZ characters. Digits have no place in a name (9303-3, 4.6).
Parts parts_of(std::string_view identifier, std::string_view language, Edition edition) {
  Parts parts;
  const auto written = standard_transliterator().to_mrz_characters(identifier, language, edition);
  for (const auto piece : split(written.text, ' ')) {
    std::string part{piece};
    std::erase_if(part, is_ascii_digit);
    if (!part.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

/// Letters and the fillers between the parts.
std::size_t length_of(const Parts& parts) {
  const auto letters = std::accumulate(parts.begin(), parts.end(), std::size_t{0},
                                       [](std::size_t sum, const auto& part) { return sum + part.size(); });
  return parts.empty() ? 0 : letters + parts.size() - 1;
}

/// Cuts the parts to at most `room` positions: the last parts shrink, to one letter before an earlier one
/// gives way; parts for which not even a letter is left go.
Parts cut_to(Parts parts, std::size_t room) {
  parts.resize(std::min(parts.size(), (room + 1) / 2));
  std::size_t excess = length_of(parts) - std::min(length_of(parts), room);
  for (auto part = parts.rbegin(); part != parts.rend() && excess > 0; ++part) {
    const std::size_t cut = std::min(excess, part->size() - 1);
    part->resize(part->size() - cut);
    excess -= cut;
  }
  return parts;
}

/// The primary identifier beside a secondary one: its last parts become initials until the rest fits.
Parts shorten_primary(Parts parts, std::size_t room) {
  for (std::size_t at = parts.size(); at-- > 1 && length_of(parts) > room;) parts[at].resize(1);
  return cut_to(std::move(parts), room);
}

/// Gives letters cut from `shortened` back until it is `missing` longer, the last part first.
void lengthen(Parts& shortened, const Parts& whole, std::size_t missing) {
  for (std::size_t at = shortened.size(); at-- > 0 && missing > 0;) {
    const std::size_t more = std::min(missing, whole[at].size() - shortened[at].size());
    shortened[at] = whole[at].substr(0, shortened[at].size() + more);
    missing -= more;
  }
}

struct Field {
  Parts primary;
  Parts secondary;

  [[nodiscard]] std::size_t length() const {
    return length_of(primary) + (secondary.empty() ? 0 : 2 + length_of(secondary));
  }
};

/// One attempt with `room` positions for the primary identifier: the secondary takes what is left, and what
/// it cannot use goes back to the primary.
Field divide(const Field& whole, std::size_t length, std::size_t room) {
  Field field{shorten_primary(whole.primary, room), {}};
  field.secondary = cut_to(whole.secondary, length - 2 - length_of(field.primary));
  if (field.length() < length) lengthen(field.primary, whole.primary, length - field.length());
  return field;
}

/// 9303-4, 4.2.3: the secondary identifier gives way as long as one letter of it is left, then the primary.
/// The field must come out full, because a filler in the last position denies the truncation; names of single
/// letters only cannot always be made to.
Field truncate(const Field& whole, std::size_t length) {
  if (whole.secondary.empty()) return {cut_to(whole.primary, length), {}};
  for (std::size_t room = length - 3; room > 0; --room) {
    Field field = divide(whole, length, room);
    if (field.length() == length) return field;
  }
  return divide(whole, length, length - 3);
}

}  // namespace

std::string to_mrz_name(const PersonName& name, int field_length, std::string_view language,
                        Edition edition) {
  const std::size_t length = static_cast<std::size_t>(std::max(field_length, 4));
  Field field{parts_of(name.primary, language, edition), parts_of(name.secondary, language, edition)};
  if (field.length() > length) field = truncate(field, length);
  std::string text = join(field.primary, "<");
  if (!field.secondary.empty()) text += "<<" + join(field.secondary, "<");
  text.resize(length, '<');
  return text;
}

}  // namespace cardea::people
