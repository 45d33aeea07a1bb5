#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/continuity/level.hpp"
#include "cardea/crossings/direction.hpp"
#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/operations_records.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/ports/screening_index.hpp"
#include "cardea/ports/source_times.hpp"

namespace cardea::operations {

/// What the flow works with. All are borrowed and must outlive it.
struct Parts {
  ports::Recorder& recorder;
  const ports::Records& records;
  const ports::ScreeningIndex& index;
  const Clock& clock;
  IdSource& ids;
  const continuity::DegradationRules& rules;
  const ports::SourceTimes* times = nullptr;  ///< null: no latency is measured
};

/// A lane is opened or closed, or its queue was looked at.
struct SetLane {
  std::string state;  ///< "open" or "closed"
  std::optional<std::int64_t> queue;
  std::optional<std::string> queue_method;  ///< "counted" or "estimated"; goes with `queue`
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(SetLane, (), (state, queue, queue_method, note))

struct SetLevel {
  continuity::Level level = continuity::Level::normal;
  std::string reason;
  std::int64_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(SetLevel, (), (level, reason, minutes))

/// Checks are left out for a time.
struct Relax {
  crossings::Direction direction = crossings::Direction::exit;
  std::vector<std::string> checks;
  int minutes = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Relax, (), (direction, checks, minutes, reason))

struct EndRelaxation {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(EndRelaxation, (), (reason))

/// An order in force.
struct RelaxationView {
  RelaxationId id;
  std::string direction;
  std::vector<std::string> checks;
  std::string reason;
  std::string officer;  ///< display name of who ordered it
  Instant begun_at;
  Instant until;
};
BOOST_DESCRIBE_STRUCT(RelaxationView, (), (id, direction, checks, reason, officer, begun_at, until))

struct StartDrill {
  std::string scenario;
  continuity::Level level = continuity::Level::local_only;
};
BOOST_DESCRIBE_STRUCT(StartDrill, (), (scenario, level))

struct DrillNote {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(DrillNote, (), (text))

/// A source as it stands: state, and what was measured. Absent latency and age were not measured.
struct SourceView {
  std::string name;
  continuity::SourceState state = continuity::SourceState::down;
  std::optional<std::int64_t> latency_ms;
  std::optional<std::int64_t> age_s;
};
BOOST_DESCRIBE_STRUCT(SourceView, (), (name, state, latency_ms, age_s))

/// What the top bar of every officer shows.
struct LevelView {
  continuity::Level level = continuity::Level::normal;  ///< in force
  continuity::Level derived = continuity::Level::normal;
  std::vector<std::string> duties;
  std::string reason;            ///< of the stated level, when it is the one in force
  std::optional<Instant> until;  ///< likewise
  std::vector<SourceView> sources;
  std::optional<std::string> drill;  ///< scenario of the drill that runs
  std::vector<RelaxationView> relaxations;
};
BOOST_DESCRIBE_STRUCT(LevelView, (), (level, derived, duties, reason, until, sources, drill, relaxations))

/// A lane on the board. `state` is "not_said" until somebody opens or closes it.
struct LaneView {
  std::string lane;
  std::string state;
  std::optional<std::int64_t> queue;
  std::string queue_method;
  std::string note;
  std::optional<Instant> changed_at;
  std::int64_t decided_last_hour = 0;
  std::optional<std::int64_t> seconds_median;  ///< of the last hour, opening to decision
};
BOOST_DESCRIBE_STRUCT(LaneView, (),
                      (lane, state, queue, queue_method, note, changed_at, decided_last_hour, seconds_median))

struct OpenView {
  FormalityId inspection_id;
  std::string lane;
  std::string direction;
  std::string verdict;
  OfficerId officer_id;
  std::string officer;  ///< display name
  Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(OpenView, (), (inspection_id, lane, direction, verdict, officer_id, officer, opened_at))

struct Board {
  Instant made_at;
  std::vector<LaneView> lanes;
  std::vector<OpenView> open;  ///< oldest first, at most 200
  LevelView level;
};
BOOST_DESCRIBE_STRUCT(Board, (), (made_at, lanes, open, level))

/// Thread-safe: holds no state of its own. Every call asks ports::may first; every change is one entry.
class Operations {
 public:
  explicit Operations(const Parts& parts) : parts_{parts} {}

  [[nodiscard]] Result<Board> board(const ports::Caller& caller) const;
  [[nodiscard]] Result<LevelView> level(const ports::Caller& caller) const;

  /// Fails `malformed/lane_unknown`, `malformed/lane_state_invalid`, `malformed/queue_invalid` (a number
  /// without its method, a method without a number, less than 0), `malformed/text_invalid`; opening also
  /// `forbidden/certificate_missing` where the lane asks for one.
  [[nodiscard]] Result<LaneView> set_lane(const ports::Caller& caller, const std::string& lane,
                                          const SetLane& input) const;
  /// Fails as continuity::may_state, `malformed/note_required` without a reason.
  [[nodiscard]] Result<LevelView> set_level(const ports::Caller& caller, const SetLevel& input) const;

  /// Fails as crossings::may_relax, `malformed/note_required` without a reason.
  [[nodiscard]] Result<LevelView> relax(const ports::Caller& caller, const Relax& input) const;
  /// Fails `not_found/relaxation_unknown` when it is not in force.
  [[nodiscard]] Result<LevelView> end_relaxation(const ports::Caller& caller, RelaxationId id,
                                                 const EndRelaxation& input) const;

  /// Newest first.
  [[nodiscard]] Result<std::vector<ports::DrillRow>> drills(const ports::Caller& caller, int limit) const;
  /// Fails `conflict/drill_running`, `malformed/note_required`.
  [[nodiscard]] Result<ports::DrillRow> start_drill(const ports::Caller& caller,
                                                    const StartDrill& input) const;
  /// Any officer may say what was found. Fails `not_found/drill_unknown` when it is not the one that runs.
  [[nodiscard]] Result<ports::DrillRow> add_finding(const ports::Caller& caller, DrillId id,
                                                    const DrillNote& input) const;
  [[nodiscard]] Result<ports::DrillRow> end_drill(const ports::Caller& caller, DrillId id,
                                                  const DrillNote& summary) const;

 private:
  Parts parts_;
};

}  // namespace cardea::operations
