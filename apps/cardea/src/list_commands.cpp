#include <ostream>

#include "cardea/alerts/lists.hpp"
#include "cardea/kernel/codec.hpp"
#include "commands.hpp"
#include "list_files.hpp"
#include "node.hpp"

namespace cardea::app {
namespace {

/// A line on standard error for each tenth of the way.
class ProgressLine {
 public:
  ProgressLine(const Streams& streams, const char* what) : streams_{streams}, what_{what} {}

  void operator()(std::size_t done, std::size_t total) {
    const std::size_t tenth = total == 0 ? 10 : done * 10 / total;
    if (tenth != shown_) {
      shown_ = tenth;
      streams_.err << what_ << ' ' << tenth * 10 << " %\n";
    }
  }

 private:
  const Streams& streams_;
  const char* what_;
  std::size_t shown_ = 0;
};

void print_report(const alerts::ImportReport& report, bool as_json, const Streams& streams) {
  if (as_json) {
    print_line(streams, to_json(report));
    return;
  }
  streams.out << report.source << ' ' << report.version << ": " << report.alerts << " alerts, "
              << report.added << " added, " << report.changed << " changed, " << report.withdrawn
              << " withdrawn, " << report.quarantined << " in quarantine"
              << (report.unchanged ? " (nothing new)" : "") << '\n';
}

Result<alerts::ImportReport> import_one(const alerts::Lists& lists, const ListFromFiles& list,
                                        const ListImportOptions& options, const Streams& streams) {
  auto input = input_of(list);
  if (!options.version.empty()) {
    input.version = options.version;
  }
  return lists.import_list(ports::operator_at_console(), input,
                           options.forced ? alerts::Shrinking::accept : alerts::Shrinking::refuse,
                           ProgressLine(streams, "recording"));
}

}  // namespace

ExitCode lists_import(const ListImportOptions& options, const Streams& streams) {
  auto node = Node::open(options.data.path);
  if (!node) {
    return report(streams, node.error());
  }
  const auto read = read_list_paths(options.files, ProgressLine(streams, "reading"));
  if (!read) {
    return report(streams, read.error());
  }
  const alerts::Lists lists((*node)->store(), (*node)->records(), (*node)->clock());
  for (const ListFromFiles& list : *read) {
    const auto imported = import_one(lists, list, options, streams);
    if (!imported) {
      return report(streams, imported.error());
    }
    print_report(*imported, options.as_json, streams);
  }
  return ExitCode::done;
}

ExitCode lists_show(const DataOptions& options, const Streams& streams) {
  auto node = Node::open(options.data.path);
  if (!node) {
    return report(streams, node.error());
  }
  const alerts::Lists lists((*node)->store(), (*node)->records(), (*node)->clock());
  const auto rows = lists.lists(ports::operator_at_console());
  if (!rows) {
    return report(streams, rows.error());
  }
  for (const auto& row : *rows) {
    if (options.as_json) {
      print_line(streams, to_json(row));
    } else {
      streams.out << row.source << '\t' << row.version << '\t' << row.alerts << " alerts\t"
                  << to_text(row.imported_at) << '\n';
    }
  }
  return ExitCode::done;
}

}  // namespace cardea::app
