#include "cardea/access/role.hpp"
#include "cardea/ports/operations_entries.hpp"
#include "cardea/reporting/reporting.hpp"
#include "walk.hpp"

namespace cardea::reporting {
namespace {

constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;
constexpr int kMedian = 50;
constexpr int kNinetieth = 90;

/// What is counted while the day is walked.
struct Tally {
  statistics::Counts directions, outcomes, lanes, grounds, nationalities, sexes, ages;
  std::vector<std::int64_t> seconds;
  std::int64_t from_paper = 0;
};

std::string or_unknown(const std::string& word) { return word.empty() ? "unknown" : word; }

void count(const ports::DecidedRow& row, Date on, Tally& tally) {
  ++tally.directions[row.direction];
  ++tally.outcomes[row.outcome];
  ++tally.lanes[or_unknown(row.lane)];
  ++tally.nationalities[or_unknown(row.nationality)];
  ++tally.sexes[or_unknown(row.sex)];
  const auto birth = row.birth_dates.empty() ? std::nullopt : std::optional(row.birth_dates.front());
  ++tally.ages[std::string(statistics::age_group_of(birth, on))];
  if (row.outcome == "refuse") {
    for (const std::string& ground : row.reasons) {
      if (ground != ports::kEnteredUnderFallback) ++tally.grounds[ground];
    }
  }
  // How long somebody waited is not told by when the paper was typed in.
  if (is_from_paper(row)) {
    ++tally.from_paper;
    return;
  }
  if (row.opened_at)
    tally.seconds.push_back((row.decided_at.us - row.opened_at->us) / kMicrosecondsPerSecond);
}

}  // namespace

Result<DayFigures> Reporting::day(const ports::Caller& caller, Date on) const {
  const Done allowed = may(caller, access::Action::read_statistics);
  if (!allowed) return pass_on(allowed);
  Tally tally;
  std::int64_t decided = 0;
  const Done walked = for_each_decided(records_, on, on.plus_days(1), [&](const ports::DecidedRow& row) {
    ++decided;
    count(row, on, tally);
  });
  if (!walked) return pass_on(walked);
  return DayFigures{on,
                    clock_.now(),
                    decided,
                    statistics::unsuppressed(tally.directions),
                    statistics::unsuppressed(tally.outcomes),
                    statistics::unsuppressed(tally.lanes),
                    statistics::suppressed(tally.grounds),
                    statistics::suppressed(tally.nationalities),
                    statistics::suppressed(tally.sexes),
                    statistics::suppressed(tally.ages),
                    statistics::quantile(tally.seconds, kMedian),
                    statistics::quantile(tally.seconds, kNinetieth),
                    tally.from_paper};
}

}  // namespace cardea::reporting
