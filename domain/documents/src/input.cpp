#include "input.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"
#include "zone.hpp"

namespace cardea::documents {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Upper case of printable ASCII; 0 for what needs a closer look.
struct FoldTable {
  std::array<char, 256> folded{};
  constexpr FoldTable() {
    for (std::size_t i = 0x20; i < 0x7F; ++i) folded[i] = ascii_upper(static_cast<char>(i));
  }
};
constexpr FoldTable kFold;

// One '?' for each character that is not printable ASCII, whatever its length in bytes.
void take_strange_character(std::string_view& line, InputText& input) {
  std::string_view rest = line;
  if (!take_code_point(rest)) rest = line.substr(1);
  line = rest;
  input.text[input.size++] = '?';
}

// Characters up to the first that is not printable ASCII. Returns whether a lower-case letter was among them.
bool fold_plain(std::string_view& line, InputText& input) {
  const char* from = line.data();
  const char* const end = from + line.size();
  char* to = input.text + input.size;
  int changed = 0;
  for (; from != end; ++from, ++to) {
    const char folded = kFold.folded[static_cast<unsigned char>(*from)];
    if (folded == 0) break;
    *to = folded;
    changed |= folded ^ *from;
  }
  const auto taken = static_cast<std::size_t>(from - line.data());
  input.size += static_cast<int>(taken);
  line.remove_prefix(taken);
  return changed != 0;
}

bool fold_line(std::string_view line, InputText& input) {
  bool lower = fold_plain(line, input);
  while (!line.empty()) {
    take_strange_character(line, input);
    lower = fold_plain(line, input) || lower;
  }
  return lower;
}

void add_line(std::string_view line, InputText& input, std::vector<Finding>& findings) {
  const std::string_view trimmed = trim(line);
  if (input.line_count > 0) input.text[input.size++] = '\n';
  const int begin = input.size;
  const bool lower = fold_line(trimmed, input);
  ++input.line_count;
  if (input.line_count <= InputText::kLinesKept) {
    input.lines[input.line_count - 1] = {static_cast<std::uint16_t>(begin),
                                         static_cast<std::uint16_t>(input.size - begin)};
  }
  if (lower) findings.push_back({FindingReason::lower_case, std::nullopt, input.line_count, 0});
  if (trimmed.size() != line.size()) {
    findings.push_back({FindingReason::blanks_trimmed, std::nullopt, input.line_count, 0});
  }
}

// Takes one line with its ending: LF, CR LF or CR.
std::string_view take_line(std::string_view& text) {
  std::size_t end = std::min(text.find('\n'), text.size());
  end = std::min(text.substr(0, end).find('\r'), end);
  const std::string_view line = text.substr(0, end);
  if (end < text.size()) ++end;
  if (end < text.size() && text[end - 1] == '\r' && text[end] == '\n') ++end;
  text.remove_prefix(end);
  return line;
}

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

std::string_view without_outer_line_ends(std::string_view text) {
  while (!text.empty() && is_line_end(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_line_end(text.back())) text.remove_suffix(1);
  return text;
}

void add_lines(std::string_view text, InputText& input, std::vector<Finding>& findings) {
  bool blank_noted = false;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (!trim(line).empty()) {
      add_line(line, input, findings);
    } else if (!blank_noted && input.line_count > 0 && !trim(text).empty()) {
      findings.push_back({FindingReason::blank_lines, std::nullopt, input.line_count + 1, 0});
      blank_noted = true;
    }
  }
}

}  // namespace

bool clean_text(std::string_view text, InputText& input, std::vector<Finding>& findings) {
  if (text.starts_with(kByteOrderMark)) {
    findings.push_back({FindingReason::byte_order_mark, std::nullopt, 1, 0});
    text.remove_prefix(kByteOrderMark.size());
  }
  text = without_outer_line_ends(text);
  const std::size_t size = trim(text).size();
  if (size == 0) {
    findings.push_back({FindingReason::empty, std::nullopt, 0, 0});
    return false;
  }
  if (size > kMrzCharactersMax) {
    findings.push_back({FindingReason::too_long, std::nullopt, 0, 0});
    return false;
  }
  add_lines(text, input, findings);
  return true;
}

}  // namespace cardea::documents
