#include <ostream>

#include "cardea/kernel/codec.hpp"
#include "cardea/reporting/reporting.hpp"
#include "commands.hpp"
#include "node.hpp"

namespace cardea::app {
namespace {

Result<Date> day_of(const std::string& text, Date when_absent) {
  if (text.empty()) return when_absent;
  const auto date = parse_date(text);
  if (!date) return fail(ErrorKind::malformed, "date_invalid", text);
  return *date;
}

void print(const reporting::Coverage& coverage, const Streams& streams) {
  streams.out << coverage.admitted << " admitted from " << to_text(coverage.from) << " until before "
              << to_text(coverage.to) << "; " << coverage.gaps_total
              << " without a verdict or a recorded fallback\n";
  for (const reporting::Gap& gap : coverage.gaps) {
    streams.out << to_text(gap.decided_at) << "  " << gap.lane << "  " << to_text(gap.crossing_id) << "  "
                << gap.reason << '\n';
  }
  for (const reporting::CheckFigures& check : coverage.checks) {
    streams.out << check.check << ": due " << check.due << ", done " << check.done << ", no answer "
                << check.unavailable << ", not checked " << check.not_checked << ", relaxed " << check.relaxed
                << '\n';
  }
}

Result<reporting::Coverage> coverage_of(Node& node, const ReportOptions& options) {
  const auto from = day_of(options.from, node.clock().local_date(node.clock().now()));
  if (!from) return pass_on(from);
  const auto to = day_of(options.to, from->plus_days(1));
  if (!to) return pass_on(to);
  const reporting::Reporting reporting(node.records(), node.clock(), crossings::standard_rules());
  return reporting.coverage(ports::operator_at_console(), *from, *to);
}

}  // namespace

ExitCode report_coverage(const ReportOptions& options, const Streams& streams) {
  const auto node = Node::open(options.data.path);
  if (!node) return report(streams, node.error());
  const auto coverage = coverage_of(**node, options);
  if (!coverage) return report(streams, coverage.error());
  if (options.as_json) {
    print_line(streams, to_json(*coverage));
  } else {
    print(*coverage, streams);
  }
  return coverage->gaps_total == 0 ? ExitCode::done : ExitCode::does_not_hold;
}

}  // namespace cardea::app
