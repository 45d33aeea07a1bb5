#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "cardea/kernel/result.hpp"

// A minor at the border. Law: Regulation (EU) 2016/399, Annex VII, point 6: whoever accompanies a minor is
// asked for parental authority, and a minor who travels alone for the consent of its holder.

namespace cardea::crossings {

/// Who a minor travels with, as an officer recorded it.
struct MinorCompany {
  std::string with;      ///< "parental_authority" (its holder), "other_adult" or "nobody"
  std::string name;      ///< of the person who accompanies; empty with "nobody"
  std::string relation;  ///< to the minor, in the officer's words
  std::string consent;   ///< of the holder of parental authority: "seen", "not_seen" or "not_required"
};
BOOST_DESCRIBE_STRUCT(MinorCompany, (), (with, name, relation, consent))

/// What that comes to.
enum class MinorCare : std::uint8_t {
  not_minor,
  not_recorded,    ///< nobody has said yet with whom the minor travels
  in_care,         ///< with the holder of parental authority, or with that person's consent
  without_consent  ///< alone or with somebody else, and no consent was seen
};

[[nodiscard]] constexpr std::string_view name(MinorCare care) {
  switch (care) {
    case MinorCare::not_minor:
      return "not_minor";
    case MinorCare::not_recorded:
      return "not_recorded";
    case MinorCare::in_care:
      return "in_care";
    case MinorCare::without_consent:
      return "without_consent";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, MinorCare& care);

/// Fails `malformed/minor_company_unknown` (no such word), `malformed/minor_company_name_required` (somebody
/// accompanies and has no name).
[[nodiscard]] Done check_company(const MinorCompany& company);

[[nodiscard]] MinorCare care_of(const MinorCompany& company);

}  // namespace cardea::crossings
