#include <algorithm>

#include "cardea/kernel/text.hpp"
#include "cardea/people/name.hpp"

namespace cardea::people {
namespace {

/// Every part of the MRZ begins the part in the same place; later parts may be missing.
bool is_cut_of(std::string_view cut, std::string_view whole) {
  if (cut.empty()) return true;
  const auto cut_parts = split(cut, ' ');
  const auto whole_parts = split(whole, ' ');
  if (cut_parts.size() > whole_parts.size()) return false;
  return std::equal(cut_parts.begin(), cut_parts.end(), whole_parts.begin(),
                    [](auto part, auto in_full) { return in_full.starts_with(part); });
}

/// Fits an MRZ that ran out of room.
bool agrees_cut(std::string_view primary, std::string_view secondary, const PersonName& mrz) {
  return mrz.possibly_truncated && is_cut_of(mrz.primary, primary) && is_cut_of(mrz.secondary, secondary) &&
         mrz.primary.empty() == primary.empty();
}

bool agrees(std::string_view primary, std::string_view secondary, const PersonName& mrz) {
  return (primary == mrz.primary && secondary == mrz.secondary) || agrees_cut(primary, secondary, mrz);
}

/// The spellings of an identifier; an absent one is spelled in one way, with nothing.
std::vector<std::string> spellings(std::string_view identifier) {
  auto found = standard_transliterator().alternatives(identifier);
  if (found.empty()) found.emplace_back();
  return found;
}

bool agrees_in_some_spelling(const PersonName& visual, const PersonName& mrz) {
  const auto secondaries = spellings(visual.secondary);
  for (const auto& primary : spellings(visual.primary)) {
    for (const auto& secondary : secondaries) {
      if (agrees(primary, secondary, mrz)) return true;
    }
  }
  return false;
}

}  // namespace

bool parse(std::string_view word, NameAgreement& agreement) {
  for (const auto candidate : {NameAgreement::same, NameAgreement::same_allowing_truncation,
                               NameAgreement::same_allowing_transliteration, NameAgreement::differs}) {
    if (word != name(candidate)) continue;
    agreement = candidate;
    return true;
  }
  return false;
}

NameAgreement compare_names(const PersonName& visual, const PersonName& mrz) {
  const Transliterator& standard = standard_transliterator();
  const std::string primary = standard.to_mrz_characters(visual.primary).text;
  const std::string secondary = standard.to_mrz_characters(visual.secondary).text;
  if (primary == mrz.primary && secondary == mrz.secondary) return NameAgreement::same;
  if (agrees_cut(primary, secondary, mrz)) return NameAgreement::same_allowing_truncation;
  if (agrees_in_some_spelling(visual, mrz)) return NameAgreement::same_allowing_transliteration;
  return NameAgreement::differs;
}

}  // namespace cardea::people
