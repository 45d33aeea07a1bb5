#include <istream>
#include <ostream>

#include "cardea/alerts/lists.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/screening/command.hpp"
#include "cardea/screening/compare.hpp"
#include "cardea/screening/exact_engine.hpp"
#include "cardea/system/romanise.hpp"
#include "commands.hpp"
#include "list_files.hpp"
#include "node.hpp"

namespace cardea::app {
namespace {

using ScreenerPtr = std::shared_ptr<const screening::Screener>;

Result<ScreenerPtr> screener_over_files(const std::vector<std::string>& files) {
  auto lists = read_list_paths(files, {});
  if (!lists) {
    return pass_on(lists);
  }
  std::vector<watchlist::Alert> alerts;
  for (auto& list : *lists) {
    std::move(list.parsed.alerts.begin(), list.parsed.alerts.end(), std::back_inserter(alerts));
  }
  screening::ExactOptions exact;
  exact.romanise = system::romanise_by_icu;
  return std::make_shared<const screening::ExactScreener>(alerts, exact);
}

Result<ScreenerPtr> screener_over_node(const std::string& folder) {
  auto node = Node::open(folder);
  if (!node) {
    return pass_on(node);
  }
  auto snapshot = alerts::load_snapshot((*node)->records());
  if (!snapshot) {
    return pass_on(snapshot);
  }
  if (!snapshot->screener) {
    return fail(ErrorKind::not_found, "no_list", "no list was ever imported into this node");
  }
  return snapshot->screener;
}

Result<ScreenerPtr> make_screener(const ScreenOptions& options) {
  if (!options.list_files.empty()) {
    return screener_over_files(options.list_files);
  }
  if (!options.database.empty()) {
    return screener_over_node(options.database);
  }
  return fail(ErrorKind::malformed, "no_list", "name the lists with --list FILE... or --database FOLDER");
}

Result<screening::CommandQuery> parse_line(const std::string& line) {
  return parse_json(line).and_then([](const json::value& value) -> Result<screening::CommandQuery> {
    if (!value.is_object()) {
      return fail(ErrorKind::malformed, "json_wrong_type", "a line is one JSON object");
    }
    return screening::parse_command_query(value.get_object());
  });
}

}  // namespace

ExitCode screen(const ScreenOptions& options, const Streams& streams) {
  const auto screener = make_screener(options);
  if (!screener) {
    return report(streams, screener.error());
  }
  screening::SearchOptions search;
  if (!screening::parse(options.mode, search.mode)) {
    return report(streams, {ErrorKind::malformed, "mode_unknown", options.mode});
  }
  std::string line;
  auto code = ExitCode::done;
  for (std::size_t number = 1; std::getline(streams.in, line); ++number) {
    if (trim(line).empty()) {
      continue;
    }
    const auto query = parse_line(line);
    if (query) {
      print_line(streams, screening::to_command_json(query->id, (*screener)->search(query->query, search)));
    } else {
      streams.err << "line " << number << ": ";
      code = report(streams, query.error());
    }
  }
  return code;
}

ExitCode names_compare(const Streams& streams) {
  std::string line;
  auto code = ExitCode::done;
  for (std::size_t number = 1; std::getline(streams.in, line); ++number) {
    const auto pair =
        split(line.ends_with('\r') ? std::string_view(line).substr(0, line.size() - 1) : line, '\t');
    if (pair.size() != 2) {
      streams.err << "line " << number << ": ";
      code = report(streams, {ErrorKind::malformed, "pair_expected", "two names separated by one tab"});
      streams.out << '\n';
      continue;
    }
    streams.out << json_text(json::value(screening::compare_names(pair[0], pair[1], system::romanise_by_icu)))
                << '\n';
  }
  return code;
}

}  // namespace cardea::app
