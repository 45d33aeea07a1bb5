#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/ports/ids.hpp"

// Payloads of how the post itself is run. See entries.hpp.

namespace cardea {
using DrillId = Id<struct DrillTag>;
/// An order to leave checks out.
using RelaxationId = Id<struct RelaxationTag>;
using PaperBatchId = Id<struct PaperBatchTag>;
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

/// Stands among the reasons of a decision that was made on paper.
inline constexpr std::string_view kEnteredUnderFallback = "entered_under_fallback";

struct PaperPrinted {  // paper.printed: blanks for the time when nothing works, each with its own number
  PaperBatchId batch_id;
  std::vector<std::string> numbers;
  std::string language;
  std::string edition;  ///< of the blank's texts
};
BOOST_DESCRIBE_STRUCT(PaperPrinted, (), (batch_id, numbers, language, edition))

/// paper.entered: a crossing that happened on paper is on record now; inspection.decided goes before it.
struct PaperEntered {
  std::string number;
  FormalityId inspection_id;
  Instant happened_at;
  std::string decided_by;  ///< the officer who decided on paper, as written
  std::int64_t delay_minutes = 0;
  bool late = false;
  std::string rules;  ///< "paper_forms@2026-11-25"
};
BOOST_DESCRIBE_STRUCT(PaperEntered, (),
                      (number, inspection_id, happened_at, decided_by, delay_minutes, late, rules))

}  // namespace cardea::ports
