#include <ostream>

#include "cardea/accountability/retention.hpp"
#include "cardea/kernel/codec.hpp"
#include "commands.hpp"
#include "node.hpp"

namespace cardea::app {
namespace {

void print(const accountability::RetentionReport& report, const Streams& streams) {
  streams.out << (report.dry_run ? "Would erase " : "Erased ") << report.erased_inspections
              << " inspections (" << report.erased_files << " whole files, " << report.erased_entries
              << " entries) by " << report.schedule << "; notices: " << report.notices
              << "; due and kept: " << report.blocked << '\n';
}

}  // namespace

ExitCode retention_run(const RetentionOptions& options, const Streams& streams) {
  const auto node = Node::open(options.data.path);
  if (!node) {
    return report(streams, node.error());
  }
  sql::Store& store = (*node)->store();
  const accountability::Retention retention({.recorder = store,
                                             .records = store.records(),
                                             .clock = (*node)->clock(),
                                             .ids = (*node)->ids(),
                                             .schedule = privacy::standard_retention()});
  const auto done = retention.run(ports::operator_at_console(), options.dry_run);
  if (!done) {
    return report(streams, done.error());
  }
  if (options.as_json) {
    print_line(streams, to_json(*done));
  } else {
    print(*done, streams);
  }
  return ExitCode::done;
}

}  // namespace cardea::app
