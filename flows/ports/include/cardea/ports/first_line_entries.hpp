#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cardea/crossings/minor.hpp"
#include "cardea/ports/entries.hpp"

// Payloads of what the first line records beside reading and deciding. See entries.hpp.

namespace cardea::ports {

/// inspection.person_stated: who the person is to the law, what of it the officer looked at, and with whom
/// a minor travels. Once more replaces it. Visa and stay are judged anew by the class.
struct InspectionPersonStated {
  FormalityId inspection_id;
  std::string person_class;  ///< as the officer states it; empty: as it follows from the document
  std::string reason;        ///< why it is stated
  std::string rules;         ///< id and edition of the classes
  std::vector<std::string> duties_done;
  std::optional<crossings::MinorCompany> company;
  std::optional<StayRecord> stay;  ///< as the class lets it be counted
  AssessmentRecord assessment;     ///< as it stands with this class
};
BOOST_DESCRIBE_STRUCT(InspectionPersonStated, (),
                      (inspection_id, person_class, reason, rules, duties_done, company, stay, assessment))

}  // namespace cardea::ports
