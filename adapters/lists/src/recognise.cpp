#include <algorithm>
#include <array>

#include "cardea/kernel/text.hpp"
#include "collector.hpp"
#include "csv.hpp"

namespace cardea::lists {
namespace {

using enum ListFormat;

constexpr std::array kFormats = {ofac_sdn,        ofac_alt, ofac_add,     ofac_comments,
                                 un_consolidated, eu_fsf,   sdn_advanced, own_csv};

/// OFAC's CSV files have no header: they are told apart by their number of columns.
std::optional<ListFormat> recognise_csv(std::string_view first_bytes) {
  CsvRow row;
  CsvReader reader(first_bytes);
  if (!reader.next(row) || !parse_number(row.fields[0])) return std::nullopt;
  switch (row.fields.size()) {
    case 12:
      return ofac_sdn;
    case 5:
      return ofac_alt;
    case 6:
      return ofac_add;
    case 2:
      return ofac_comments;
    default:
      return std::nullopt;
  }
}

std::optional<ListFormat> recognise_xml(std::string_view first_bytes) {
  const auto has = [first_bytes](std::string_view word) {
    return first_bytes.find(word) != std::string_view::npos;
  };
  if (has("<CONSOLIDATED_LIST")) return un_consolidated;
  if (has("<export") && has("fpi/fsd/export")) return eu_fsf;
  if (has("<Sanctions") && has("ADVANCED_XML")) return sdn_advanced;
  return std::nullopt;
}

std::optional<ListFormat> recognise_name(std::string_view file_name) {
  const std::string name = to_ascii_lower(file_name.substr(file_name.find_last_of('/') + 1));
  if (name == "sdn.csv") return ofac_sdn;
  if (name == "alt.csv") return ofac_alt;
  if (name == "add.csv") return ofac_add;
  if (name == "sdn_comments.csv") return ofac_comments;
  return std::nullopt;
}

}  // namespace

std::string_view name(ListFormat format) {
  switch (format) {
    case ofac_sdn:
      return "ofac_sdn";
    case ofac_alt:
      return "ofac_alt";
    case ofac_add:
      return "ofac_add";
    case ofac_comments:
      return "ofac_comments";
    case un_consolidated:
      return "un_consolidated";
    case eu_fsf:
      return "eu_fsf";
    case sdn_advanced:
      return "sdn_advanced";
    case own_csv:
      return "own_csv";
  }
  __builtin_unreachable();
}

bool parse(std::string_view word, ListFormat& format) {
  const auto found =
      std::ranges::find_if(kFormats, [word](ListFormat candidate) { return name(candidate) == word; });
  if (found == kFormats.end()) return false;
  format = *found;
  return true;
}

Result<ListFormat> recognise(std::string_view file_name, std::string_view first_bytes) {
  const std::string_view text = trim(without_bom(first_bytes));
  std::optional<ListFormat> format;
  if (text.starts_with("# cardea-list")) format = own_csv;
  if (text.starts_with('<')) format = recognise_xml(text);
  if (!format) format = recognise_csv(text);
  if (!format && !text.starts_with('<')) format = recognise_name(file_name);
  if (!format) return fail(ErrorKind::malformed, "list_unknown_format");
  return *format;
}

}  // namespace cardea::lists
