#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cardea/documents/mrz.hpp"
#include "layout.hpp"

namespace cardea::documents {

/// The text of a zone as it came, brought to upper-case lines of one byte per character.
struct InputText {
  static constexpr int kLinesKept = 4;
  struct Line {
    std::uint16_t begin;
    std::uint16_t length;
  };

  char text[kMrzCharactersMax + 4];  // lines, '\n' between them
  int size = 0;
  Line lines[kLinesKept];
  int line_count = 0;  // may exceed kLinesKept

  [[nodiscard]] std::string_view view() const { return {text, static_cast<std::size_t>(size)}; }
  [[nodiscard]] std::string_view line(int number) const {
    return {text + lines[number - 1].begin, lines[number - 1].length};
  }
};

/// Cleans `text` into `input`, noting each liberty taken. False when there is nothing to go on with (`empty`,
/// `too_long`).
[[nodiscard]] bool clean_text(std::string_view text, InputText& input, std::vector<Finding>& findings);

/// The layout of the cleaned lines, or nullptr with findings that say why there is none. Cuts lines that were
/// joined.
[[nodiscard]] const layout::Layout* choose_layout(InputText& input, std::vector<Finding>& findings);

}  // namespace cardea::documents
