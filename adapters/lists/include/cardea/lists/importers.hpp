#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/result.hpp"
#include "cardea/watchlist/alert.hpp"
#include "cardea/watchlist/quarantine.hpp"

namespace cardea::lists {

/// A list, read: its entries in file order and the rows that could not be taken.
struct ParsedList {
  std::string source;
  /// What the file says of its version (a date or a time stamp); empty when it says nothing (OFAC's CSV).
  std::string version;
  std::vector<watchlist::Alert> alerts;
  std::vector<watchlist::QuarantinedRow> quarantined;
};

/// Told now and then, in bytes of all the input; the last call has `done == total`. May be empty.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

// The readers take whole texts; nothing is read from disk or network here. Each either gives a whole list or
// fails as a whole, so that half a list never replaces a good one:
//   malformed/list_empty        no entry and no bad row
//   malformed/list_truncated    the text ends before its format says it may
//   malformed/list_not_xml      not well-formed XML; the detail has the line
//   malformed/list_wrong_format well-formed, but not this list
//   malformed/list_not_text     NUL bytes, UTF-16, or mostly bytes that are not UTF-8
//   malformed/list_row_count    our own CSV holds another number of rows than it declares
// A single bad row goes to `quarantined`, with its line and reason. Safe to call from any thread.

/// The four files of OFAC's legacy CSV delivery. `alt`, `add` and `comments` may be empty texts.
struct OfacFiles {
  std::string_view sdn;
  std::string_view alt;
  std::string_view add;
  std::string_view comments;
};

/// OFAC Specially Designated Nationals, SDN.CSV with ALT, ADD and SDN_COMMENTS. Source `ofac_sdn`.
[[nodiscard]] Result<ParsedList> read_ofac_sdn(const OfacFiles& files, const Progress& progress = {});

/// The consolidated list of the United Nations Security Council, XML. Source `un_consolidated`.
[[nodiscard]] Result<ParsedList> read_un_consolidated(std::string_view xml, const Progress& progress = {});

/// The consolidated financial sanctions file of the European Union, XML (FSF 1.1). Source `eu_fsf`.
[[nodiscard]] Result<ParsedList> read_eu_sanctions(std::string_view xml, const Progress& progress = {});

/// OFAC's SDN_ADVANCED.XML (after the UN/WCO advanced sanctions data model). Source `ofac_sdn`, the numbers
/// those of the CSV: importing either replaces the other.
[[nodiscard]] Result<ParsedList> read_sdn_advanced(std::string_view xml, const Progress& progress = {});

/// Our own CSV (docs/reference/list-formats.md); the file names its source.
[[nodiscard]] Result<ParsedList> read_own_csv(std::string_view text, const Progress& progress = {});

/// The formats that can be told from a file.
enum class ListFormat : std::uint8_t {
  ofac_sdn,
  ofac_alt,
  ofac_add,
  ofac_comments,
  un_consolidated,
  eu_fsf,
  sdn_advanced,
  own_csv
};

[[nodiscard]] std::string_view name(ListFormat format);
[[nodiscard]] bool parse(std::string_view word, ListFormat& format);

/// Which format a file has, by its first bytes (some kilobytes do) and, for OFAC's headless CSV files, its
/// name. Fails `malformed/list_unknown_format`.
[[nodiscard]] Result<ListFormat> recognise(std::string_view file_name, std::string_view first_bytes);

}  // namespace cardea::lists
