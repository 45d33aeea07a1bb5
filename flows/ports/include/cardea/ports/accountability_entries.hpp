#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/kernel/date.hpp"
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

using HoldId = Id<struct HoldTag>;

struct RetentionErased {  // retention.erased: its projection takes the data out of the tables and the journal
  TravellerId traveller_id;
  std::vector<FormalityId> inspections;  ///< oldest first
  std::vector<std::int64_t> entries;     ///< sequences of the entries whose payload and salt are erased
  bool whole_file = false;               ///< nothing of the person is left
  std::string schedule;                  ///< "retention_ees@2017-12-09"
  std::string rule;                      ///< line of the schedule, for the newest of the inspections
  Date due_on;
};
BOOST_DESCRIBE_STRUCT(RetentionErased, (),
                      (traveller_id, inspections, entries, whole_file, schedule, rule, due_on))

struct RetentionNotice {  // retention.notice_given
  TravellerId traveller_id;
  std::string schedule;
  std::string rule;
  Date due_on;
};
BOOST_DESCRIBE_STRUCT(RetentionNotice, (), (traveller_id, schedule, rule, due_on))

struct HoldProposed {  // hold.proposed
  HoldId hold_id;
  TravellerId traveller_id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(HoldProposed, (), (hold_id, traveller_id, reason))

struct HoldApproved {  // hold.approved
  HoldId hold_id;
};
BOOST_DESCRIBE_STRUCT(HoldApproved, (), (hold_id))

struct HoldLifted {  // hold.lifted
  HoldId hold_id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(HoldLifted, (), (hold_id, reason))

}  // namespace cardea::ports
