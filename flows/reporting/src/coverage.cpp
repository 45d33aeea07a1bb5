#include "cardea/crossings/coverage.hpp"

#include <map>

#include "cardea/access/role.hpp"
#include "cardea/reporting/reporting.hpp"
#include "walk.hpp"

namespace cardea::reporting {
namespace {

constexpr int kDaysMax = 400;
constexpr std::size_t kGapsShown = 1000;
constexpr std::string_view kRelaxed = "relaxed";

bool answers(const crossings::Check& check) {
  return check.state != crossings::CheckState::unavailable &&
         check.state != crossings::CheckState::not_checked;
}

crossings::Admission admission_of(const ports::DecidedRow& row) {
  crossings::Admission admission;
  admission.decision = {crossings::Outcome::admit, row.reasons, row.note, {}};
  if (!row.assessment) return admission;
  admission.inspected = true;
  admission.checks = row.assessment->checks;
  admission.context.blocked_by = row.assessment->blocked_by;
  admission.context.needs_reason = row.assessment->needs_reason;
  for (const crossings::Check& check : admission.checks) {
    if (check.name != crossings::CheckName::watchlist) continue;
    admission.context.watchlist_unavailable = check.state == crossings::CheckState::unavailable;
  }
  return admission;
}

void count_checks(const ports::DecidedRow& row, std::map<crossings::CheckName, CheckFigures>& figures) {
  if (!row.assessment) return;
  for (const crossings::Check& check : row.assessment->checks) {
    CheckFigures& figure = figures[check.name];
    ++figure.due;
    figure.done += answers(check) ? 1 : 0;
    figure.unavailable += check.state == crossings::CheckState::unavailable ? 1 : 0;
    const bool left_out = check.state == crossings::CheckState::not_checked;
    figure.not_checked += left_out && check.reason != kRelaxed ? 1 : 0;
    figure.relaxed += left_out && check.reason == kRelaxed ? 1 : 0;
  }
}

void judge(const ports::DecidedRow& row, const crossings::RefusalGrounds& grounds, Coverage& coverage) {
  ++coverage.admitted;
  if (is_from_paper(row)) {
    ++coverage.entered_under_fallback;
    return;
  }
  const auto gap = crossings::gap_of(admission_of(row), grounds);
  if (!gap) return;
  ++coverage.gaps_total;
  if (coverage.gaps.size() == kGapsShown) return;
  coverage.gaps.push_back(
      {row.crossing_id, row.direction, row.lane, row.officer_id, row.decided_at, std::string(*gap)});
}

}  // namespace

Result<Coverage> Reporting::coverage(const ports::Caller& caller, Date from, Date to) const {
  const Done allowed = may(caller, access::Action::read_coverage);
  if (!allowed) return pass_on(allowed);
  const int days = days_between(from, to);
  if (days < 1 || days > kDaysMax) return fail(ErrorKind::malformed, "report_range_invalid");
  Coverage coverage{from, to, 0, 0, {}, {}, 0};
  std::map<crossings::CheckName, CheckFigures> figures;
  const Done walked = for_each_decided(records_, from, to, [&](const ports::DecidedRow& row) {
    count_checks(row, figures);
    if (row.outcome == "admit") judge(row, rules_.refusal, coverage);
  });
  if (!walked) return pass_on(walked);
  for (auto& [check, figure] : figures) {
    figure.check = name(check);
    coverage.checks.push_back(figure);
  }
  return coverage;
}

}  // namespace cardea::reporting
