#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/ports/ids.hpp"

// Payloads of how the post itself is run. See entries.hpp.

namespace cardea {
using DrillId = Id<struct DrillTag>;
/// An order to leave checks out.
using RelaxationId = Id<struct RelaxationTag>;
}  // namespace cardea

namespace cardea::ports {

/// lane.changed: the whole new state of a lane. A queue is never a bare number: `queue_method` says how it
/// was found ("counted", "estimated").
struct LaneChanged {
  std::string lane;
  std::string state;  ///< "open" or "closed"
  std::optional<std::int64_t> queue;
  std::string queue_method;  ///< empty without a queue
  std::string note;
};
BOOST_DESCRIBE_STRUCT(LaneChanged, (), (lane, state, queue, queue_method, note))

/// level.set: the shift leader states how far the post's means have failed (continuity/level.hpp).
struct LevelSet {
  std::string level;  ///< continuity::Level
  std::string reason;
  Instant until;  ///< it ends by itself
};
BOOST_DESCRIBE_STRUCT(LevelSet, (), (level, reason, until))

/// drill.started: from here until drill.ended the post practises. Work goes on in earnest all the while.
struct DrillStarted {
  DrillId drill_id;
  std::string scenario;
  std::string level;  ///< the level that is practised
};
BOOST_DESCRIBE_STRUCT(DrillStarted, (), (drill_id, scenario, level))

struct DrillFinding {  // drill.finding
  DrillId drill_id;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(DrillFinding, (), (drill_id, text))

struct DrillEnded {  // drill.ended
  DrillId drill_id;
  std::string summary;
};
BOOST_DESCRIBE_STRUCT(DrillEnded, (), (drill_id, summary))

/// relaxation.begun: the shift leader lets checks be left out for a time (crossings/relaxation.hpp).
struct RelaxationBegun {
  RelaxationId relaxation_id;
  std::string direction;            ///< "entry" or "exit"
  std::vector<std::string> checks;  ///< words of crossings::CheckName
  std::string reason;
  Instant until;  ///< it ends by itself
  std::string rules;
};
BOOST_DESCRIBE_STRUCT(RelaxationBegun, (), (relaxation_id, direction, checks, reason, until, rules))

struct RelaxationEnded {  // relaxation.ended: before its time
  RelaxationId relaxation_id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RelaxationEnded, (), (relaxation_id, reason))

}  // namespace cardea::ports
