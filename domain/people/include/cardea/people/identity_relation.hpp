#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cardea/people/identity.hpp"

// Whether two travellers, known by different documents, are one person. Data decide how alike two identities
// are; only an officer decides what that means, save for the one clear case that `proposed_colour` names.

namespace cardea::people {

/// How two values of one kind stand to each other. `unknown`: one of them is not given, which speaks neither
/// for nor against.
enum class Likeness : std::uint8_t { same, similar, different, unknown };

[[nodiscard]] constexpr std::string_view name(Likeness likeness) {
  switch (likeness) {
    case Likeness::same:
      return "same";
    case Likeness::similar:
      return "similar";
    case Likeness::different:
      return "different";
    case Likeness::unknown:
      return "unknown";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, Likeness& likeness);

/// Two identities compared, kind by kind.
struct IdentityRelation {
  Likeness name = Likeness::unknown;
  Likeness birth_date = Likeness::unknown;
  Likeness sex = Likeness::unknown;
  Likeness nationality = Likeness::unknown;
  Likeness birth_place = Likeness::unknown;
  /// `same` when name, birth date, sex and nationality are the same and the place of birth does not differ;
  /// `different` when names or birth dates differ; otherwise `similar`.
  Likeness whole = Likeness::unknown;
  friend bool operator==(const IdentityRelation&, const IdentityRelation&) = default;
};

/// An identity with what not every document gives.
struct KnownIdentity {
  Identity identity;
  std::string birth_place;  ///< empty when not given
};

/// Symmetric. Names: the same once transliterated; similar when cut short, spelled by another permitted
/// table, in another order, with parts missing, or off by a letter or two (Smith and Smieth; Smith and
/// Johnsson differ). Birth dates: the same when both are full and equal; similar when the known parts agree,
/// day and month are swapped, or one of several claims agrees. An unspecified sex and a nationality of
/// nobody (XXA, XXB, XXC, XXX) contradict nothing. After Delegated Regulations (EU) 2023/332 and 2023/333.
[[nodiscard]] IdentityRelation identity_relation(const KnownIdentity& a, const KnownIdentity& b);

/// Of the document that stands for one of two identities.
struct DocumentSeries {
  std::string issuer;
  std::string code;  ///< "P", "PD", "ID" ...
  std::string number;
  std::optional<PartialDate> expires_on;
};

/// Whether `later` may have replaced `earlier`: the same issuer and kind, another number, and valid longer.
[[nodiscard]] bool replaces(const DocumentSeries& later, const DocumentSeries& earlier);

/// The colour of a link between identities. Regulation (EU) 2019/817, Articles 30 to 33.
enum class LinkColour : std::uint8_t {
  yellow,  ///< to be checked by an officer
  green,   ///< different persons
  red,     ///< one person who uses several identities unlawfully, or another's identity
  white    ///< one person, lawfully
};

[[nodiscard]] constexpr std::string_view name(LinkColour colour) {
  switch (colour) {
    case LinkColour::yellow:
      return "yellow";
    case LinkColour::green:
      return "green";
    case LinkColour::red:
      return "red";
    case LinkColour::white:
      return "white";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, LinkColour& colour);

/// What the machine proposes: nothing for different persons, yellow when in doubt, white only when all data
/// are the same, the place of birth does not differ, the birth date is full and not the first of January,
/// the new document may have replaced the old one, and nobody else fits (`rivals` is 0).
[[nodiscard]] std::optional<LinkColour> proposed_colour(const IdentityRelation& relation,
                                                        const KnownIdentity& known,
                                                        const DocumentSeries& later,
                                                        const DocumentSeries& earlier, int rivals);

/// The first letters of an identifier in MRZ letters, without blanks: what candidates are looked up by.
[[nodiscard]] std::string name_key(std::string_view mrz_identifier);

}  // namespace cardea::people
