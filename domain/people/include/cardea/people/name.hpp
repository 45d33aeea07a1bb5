#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "cardea/people/transliteration.hpp"

namespace cardea::people {

/// The name of a person as ICAO 9303-3 (4.6) divides it: a primary identifier (mostly the family name) and a
/// secondary one (mostly given names), either of several parts separated by one blank. In the script it was
/// read in; from an MRZ that is A to Z, with blanks for fillers. A person with one name has an empty
/// `secondary`.
struct PersonName {
  std::string primary;
  std::string secondary;
  /// The field the name came from was full to its last position: parts may be cut short or missing.
  bool possibly_truncated = false;

  friend bool operator==(const PersonName&, const PersonName&) = default;
};
BOOST_DESCRIBE_STRUCT(PersonName, (), (primary, secondary, possibly_truncated))

/// Reads the whole name field of an MRZ, its trailing fillers included (39, 31 or 30 positions): without them
/// the sign of truncation, a letter in the last position, cannot be seen. A field that begins with `<<` has
/// no primary identifier: that is kept as read. Later double fillers count as one.
[[nodiscard]] PersonName name_from_mrz(std::string_view field);

/// As printed in the visual zone, in any script: outer white space goes, inner white space becomes one blank.
[[nodiscard]] PersonName name_from_visual_zone(std::string_view primary, std::string_view secondary);

/// Both identifiers with one blank between, primary first.
[[nodiscard]] std::string full_name(const PersonName& name);

/// Writes a name into an MRZ field of `field_length` positions (39 TD3 and MRV-A, 31 TD2 and MRV-B, 30 TD1),
/// padded with fillers. Other scripts are transliterated first. A name that does not fit is truncated by
/// 9303-4, 4.2.3: the last parts of the secondary identifier are cut to one letter before parts are left out,
/// then the primary identifier gives way until one letter of the secondary fits; the last position is always
/// a letter.
[[nodiscard]] std::string to_mrz_name(const PersonName& name, int field_length,
                                      std::string_view language = {},
                                      Edition edition = Edition::edition_2021);

/// How a name in the visual zone stands to the name in the MRZ of the same document; the first that holds.
enum class NameAgreement : std::uint8_t {
  same,
  same_allowing_truncation,
  same_allowing_transliteration,
  differs
};

[[nodiscard]] constexpr std::string_view name(NameAgreement agreement) {
  switch (agreement) {
    case NameAgreement::same:
      return "same";
    case NameAgreement::same_allowing_truncation:
      return "same_allowing_truncation";
    case NameAgreement::same_allowing_transliteration:
      return "same_allowing_transliteration";
    case NameAgreement::differs:
      return "differs";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, NameAgreement& agreement);

/// Compares what is printed (any script) with what the MRZ says. `same` is the standard's first
/// transliteration; `same_allowing_truncation` lets parts be cut or missing, only when the MRZ name is
/// possibly truncated; `same_allowing_transliteration` also takes the alternatives of
/// `Transliterator::alternatives`, whole or cut. This is a check on one document, not a search: screening
/// compares people.
[[nodiscard]] NameAgreement compare_names(const PersonName& visual, const PersonName& mrz);

}  // namespace cardea::people
