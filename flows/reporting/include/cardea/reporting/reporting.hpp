#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/crossings/rules.hpp"
#include "cardea/kernel/clock.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/operations_records.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/statistics/figures.hpp"

namespace cardea::reporting {

/// An admission without a completed verdict or a recorded fallback.
struct Gap {
  CrossingId crossing_id;
  std::string direction;
  std::string lane;
  OfficerId officer_id;
  Instant decided_at;
  std::string reason;  ///< crossings::gap_of
};
BOOST_DESCRIBE_STRUCT(Gap, (), (crossing_id, direction, lane, officer_id, decided_at, reason))

/// How often one check was due and what came of it. `done` are those that looked and answered.
struct CheckFigures {
  std::string check;
  std::int64_t due = 0;
  std::int64_t done = 0;
  std::int64_t unavailable = 0;
  std::int64_t not_checked = 0;  ///< nothing here looks at it
  std::int64_t relaxed = 0;      ///< left out by a recorded order
};
BOOST_DESCRIBE_STRUCT(CheckFigures, (), (check, due, done, unavailable, not_checked, relaxed))

/// The proof of coverage for [from, to). `gaps` holds the first thousand; `gaps_total` counts them all.
struct Coverage {
  Date from;
  Date to;
  std::int64_t admitted = 0;
  std::int64_t gaps_total = 0;
  std::vector<Gap> gaps;
  std::vector<CheckFigures> checks;
  std::int64_t entered_under_fallback = 0;  ///< admitted on paper and entered later: a recorded fallback
};
BOOST_DESCRIBE_STRUCT(Coverage, (), (from, to, admitted, gaps_total, gaps, checks, entered_under_fallback))

/// The figures of one day. Tables about persons have small cells suppressed (statistics::suppressed); the
/// seconds run from the inspection's opening to its decision.
struct DayFigures {
  Date on;
  Instant made_at;
  std::int64_t decided = 0;
  std::vector<statistics::Figure> directions;
  std::vector<statistics::Figure> outcomes;
  std::vector<statistics::Figure> lanes;
  std::vector<statistics::Figure> refusal_grounds;
  std::vector<statistics::Figure> nationalities;
  std::vector<statistics::Figure> sexes;
  std::vector<statistics::Figure> age_groups;
  std::optional<std::int64_t> seconds_median;
  std::optional<std::int64_t> seconds_p90;
  std::int64_t entered_under_fallback = 0;  ///< of those decided
};
BOOST_DESCRIBE_STRUCT(DayFigures, (),
                      (on, made_at, decided, directions, outcomes, lanes, refusal_grounds, nationalities,
                       sexes, age_groups, seconds_median, seconds_p90, entered_under_fallback))

/// Thread-safe: holds no state of its own. Parts are borrowed and must outlive it.
class Reporting {
 public:
  Reporting(const ports::Records& records, const Clock& clock, const crossings::Rules& rules)
      : records_{records}, clock_{clock}, rules_{rules} {}

  /// Fails `malformed/report_range_invalid` (empty, or longer than 400 days).
  [[nodiscard]] Result<Coverage> coverage(const ports::Caller& caller, Date from, Date to) const;
  [[nodiscard]] Result<DayFigures> day(const ports::Caller& caller, Date on) const;

 private:
  const ports::Records& records_;
  const Clock& clock_;
  const crossings::Rules& rules_;
};

}  // namespace cardea::reporting
