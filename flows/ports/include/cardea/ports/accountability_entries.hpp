#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "cardea/ports/ids.hpp"

// Payloads of the entries by which a node answers for what it does with personal data.

namespace cardea::ports {

struct PersonalDataAccessed {  // personal_data.accessed
  std::string what;            ///< "inspection", "history", "quarantine", "officers", "read_log" ...
  std::string subject;         ///< id or word of what was asked for
  std::optional<TravellerId> traveller_id;  ///< the person behind it, where it is about one
  std::string result;                       ///< "shown", "nothing" or "refused"
  std::int64_t records = 0;                 ///< how many were shown
  std::string lane;                         ///< where the officer stood; empty away from a lane
  std::optional<SessionId> session_id;      ///< absent at the console
};
BOOST_DESCRIBE_STRUCT(PersonalDataAccessed, (),
                      (what, subject, traveller_id, result, records, lane, session_id))

}  // namespace cardea::ports
