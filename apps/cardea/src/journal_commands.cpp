#include <ostream>

#include "cardea/kernel/bytes.hpp"
#include "commands.hpp"
#include "node.hpp"

namespace cardea::app {
namespace {

json::object to_object(const sql::VerifyReport& report) {
  json::object object{
      {"intact", report.intact()},
      {"entries", report.entries},
      {"head", json::object{{"sequence", report.head.sequence}, {"hash", to_hex(report.head.hash)}}}};
  if (report.bad) {
    object["first_fault"] = json::object{{"sequence", report.bad->sequence}, {"reason", report.bad->reason}};
  }
  return object;
}

void print(const sql::VerifyReport& report, bool as_json, const Streams& streams) {
  if (as_json) {
    print_line(streams, to_object(report));
    return;
  }
  streams.out << report.entries << " entries are in order; head " << report.head.sequence << ' '
              << to_hex(report.head.hash) << '\n';
  if (report.bad) {
    streams.out << "First fault at entry " << report.bad->sequence << ": " << report.bad->reason << '\n';
  }
}

/// Which tables came out otherwise than they were.
std::vector<std::string> changed_tables(const std::vector<sql::TableDigest>& before,
                                        const std::vector<sql::TableDigest>& after) {
  std::vector<std::string> changed;
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (i >= before.size() || !(before[i] == after[i])) {
      changed.push_back(after[i].table);
    }
  }
  return changed;
}

void print_tables(const std::vector<sql::TableDigest>& tables, const std::vector<std::string>& changed,
                  const JournalOptions& options, const Streams& streams) {
  for (const auto& table : tables) {
    const bool same = std::find(changed.begin(), changed.end(), table.table) == changed.end();
    if (options.as_json) {
      print_line(
          streams,
          json::object{
              {"table", table.table}, {"rows", table.rows}, {"digest", table.digest}, {"identical", same}});
    } else {
      streams.out << table.table << '\t' << table.rows << " rows\t" << (same ? "identical" : "DIFFERENT")
                  << '\n';
    }
  }
}

}  // namespace

ExitCode journal_verify(const JournalOptions& options, const Streams& streams) {
  auto node = Node::open(options.data.path);
  if (!node) {
    return report(streams, node.error());
  }
  const auto verified = (*node)->store().verify();
  if (!verified) {
    return report(streams, verified.error());
  }
  print(*verified, options.as_json, streams);
  return verified->intact() ? ExitCode::done : ExitCode::does_not_hold;
}

ExitCode journal_rebuild(const JournalOptions& options, const Streams& streams) {
  auto node = Node::open(options.data.path);
  if (!node) {
    return report(streams, node.error());
  }
  sql::Store& store = (*node)->store();
  const auto before = store.table_digests();
  const auto rebuilt = before ? store.rebuild() : Result<sql::RebuildReport>(pass_on(before));
  if (!rebuilt) {
    return report(streams, rebuilt.error());
  }
  const auto after = store.table_digests();
  if (!after) {
    return report(streams, after.error());
  }
  const auto changed = changed_tables(*before, *after);
  print_tables(*after, changed, options, streams);
  return changed.empty() ? ExitCode::done : ExitCode::does_not_hold;
}

}  // namespace cardea::app
