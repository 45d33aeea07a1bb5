#include <fstream>
#include <ostream>
#include <sstream>

#include "cardea/crossings/rules.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/lists/table.hpp"
#include "cardea/travellers/travellers.hpp"
#include "commands.hpp"
#include "node.hpp"

namespace cardea::app {
namespace {

const std::vector<std::string> kColumns{
    "kind",     "number", "document_issuer", "document_number", "holder", "valid_from",
    "valid_to", "days",   "entries",         "territory",       "zone"};

std::string cell(const lists::TableRow& row, const std::string& column) {
  const auto found = row.cells.find(column);
  return found == row.cells.end() ? std::string{} : found->second;
}

Failure invalid(const lists::TableRow& row, std::string_view column) {
  return fail(ErrorKind::malformed, "permit_row_invalid",
              "line " + std::to_string(row.line) + ": " + std::string(column));
}

// A number that may be left out; nothing when what stands there is none.
bool read_count(const std::string& text, std::optional<int>& count) {
  constexpr std::size_t kDigitsMax = 6;
  if (text.empty()) return true;
  const auto number = text.size() > kDigitsMax ? std::nullopt : parse_number(text);
  if (!number) return false;
  count = static_cast<int>(*number);
  return true;
}

Result<travellers::PermitInput> permit_of(const lists::TableRow& row) {
  const auto from = parse_date(cell(row, "valid_from"));
  if (!from) return invalid(row, "valid_from");
  const auto to = parse_date(cell(row, "valid_to"));
  if (!to) return invalid(row, "valid_to");
  travellers::PermitInput permit{cell(row, "kind"),
                                 cell(row, "number"),
                                 cell(row, "document_issuer"),
                                 cell(row, "document_number"),
                                 cell(row, "holder"),
                                 {},
                                 *from,
                                 *to,
                                 {},
                                 {},
                                 {},
                                 {}};
  if (!read_count(cell(row, "days"), permit.days)) return invalid(row, "days");
  if (!read_count(cell(row, "entries"), permit.entries)) return invalid(row, "entries");
  if (const std::string territory = cell(row, "territory"); !territory.empty()) {
    permit.territory.emplace();
    for (const auto state : split(territory, ' ')) permit.territory->emplace_back(state);
  }
  if (const std::string zone = cell(row, "zone"); !zone.empty()) permit.zone = zone;
  return permit;
}

Result<std::vector<travellers::PermitInput>> read_permits(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(ErrorKind::unavailable, "file_unreadable", path);
  std::ostringstream text;
  text << file.rdbuf();
  const auto rows = lists::read_table(text.str(), kColumns);
  if (!rows) return pass_on(rows);
  std::vector<travellers::PermitInput> permits;
  for (const lists::TableRow& row : *rows) {
    auto permit = permit_of(row);
    if (!permit) return pass_on(permit);
    permits.push_back(*std::move(permit));
  }
  return permits;
}

}  // namespace

ExitCode permits_import(const PermitImportOptions& options, const Streams& streams) {
  auto node = Node::open(options.data.path);
  if (!node) return report(streams, node.error());
  const auto permits = read_permits(options.file);
  if (!permits) return report(streams, permits.error());
  const travellers::Travellers travellers({.recorder = (*node)->store(),
                                           .records = (*node)->records(),
                                           .clock = (*node)->clock(),
                                           .ids = (*node)->ids(),
                                           .rules = crossings::standard_rules()});
  const auto imported = travellers.import_permits(ports::operator_at_console(), *permits);
  if (!imported) return report(streams, imported.error());
  if (options.as_json) {
    print_line(streams, json::object{{"permits", *imported}});
  } else {
    streams.out << *imported << " permits\n";
  }
  return ExitCode::done;
}

}  // namespace cardea::app
