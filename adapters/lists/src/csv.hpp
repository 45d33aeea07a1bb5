#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cardea::lists {

/// One line of a CSV file.
struct CsvRow {
  std::vector<std::string> fields;
  std::int64_t line = 0;  // from 1
  std::string_view raw;   // without the end of line
  bool quotes_closed = true;
};

/// Reads CSV after RFC 4180, save that a quoted field does not run over the end of its line: none of our
/// lists needs that, and one stray quote would swallow the rest of the file.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : rest_{text}, size_{text.size()} {}
  /// The next line that is not blank; false at the end.
  [[nodiscard]] bool next(CsvRow& row);
  [[nodiscard]] std::size_t bytes_read() const { return size_ - rest_.size(); }

 private:
  std::string_view rest_;
  std::size_t size_;
  std::int64_t line_ = 0;
};

}  // namespace cardea::lists
