#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cardea/kernel/date.hpp"

namespace cardea::screening {

/// A document number as presented, with its issuer when known. Matching folds what optical readers confuse.
struct QueryDocument {
  std::string number;
  std::string issuer;  ///< alpha-3 or ICAO code; empty when unknown
  friend bool operator==(const QueryDocument&, const QueryDocument&) = default;
};
BOOST_DESCRIBE_STRUCT(QueryDocument, (), (number, issuer))

/// One person as presented at the border, asked of all lists at once.
///
/// `names` holds every spelling known of this one person (MRZ, visual zone, original script), UTF-8; `<` may
/// stand between parts and `<<` between primary and secondary identifier. `truncated` says that the first
/// name filled its MRZ field, so that its last token may be a prefix (ICAO 9303-3, 4.6).
struct Query {
  std::vector<std::string> names;
  std::optional<PartialDate> birth_date;
  std::string sex;  ///< "female", "male" or empty
  std::vector<std::string> nationalities;
  std::vector<QueryDocument> documents;
  bool truncated = false;
};

}  // namespace cardea::screening
