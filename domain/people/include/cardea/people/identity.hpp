#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/people/name.hpp"
#include "cardea/people/sex.hpp"

namespace cardea::people {

/// Who somebody says to be, or is said to be: what a document, a message or an officer gives about one
/// person. Several birth dates or nationalities are several claims, none of them preferred.
struct Identity {
  PersonName name;
  /// Parts may be unknown (ICAO 9303-3, 4.8).
  std::vector<PartialDate> birth_dates;
  Sex sex = Sex::unspecified;
  /// ICAO 9303-3 section 5 codes: ISO 3166-1 alpha-3 and the codes ICAO adds; Germany is `D`, as in the MRZ.
  std::vector<std::string> nationalities;

  friend bool operator==(const Identity&, const Identity&) = default;
};
BOOST_DESCRIBE_STRUCT(Identity, (), (name, birth_dates, sex, nationalities))

}  // namespace cardea::people
