#pragma once

#include <boost/describe.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cardea::watchlist {

/// A row of a list that could not be taken, kept so that a person can look at it. The rest of the list is
/// imported.
struct QuarantinedRow {
  /// The file's name as handed in.
  std::string file;
  /// First line of the row, from 1.
  std::int64_t line = 0;
  /// Why, a stable word: `column_count`, `bad_entry_number`, `duplicate_entry`, `unknown_entry`, `not_utf8`
  /// ...
  std::string reason;
  /// The row as it stood, at most `kQuarantinedBytesMax` bytes; bytes that are not UTF-8 are written U+FFFD.
  std::string raw;

  friend bool operator==(const QuarantinedRow&, const QuarantinedRow&) = default;
};
BOOST_DESCRIBE_STRUCT(QuarantinedRow, (), (file, line, reason, raw))

inline constexpr std::size_t kQuarantinedBytesMax = 4096;

/// Makes the row, cutting and cleaning `raw`.
[[nodiscard]] QuarantinedRow quarantine(std::string_view file, std::int64_t line, std::string_view reason,
                                        std::string_view raw);

}  // namespace cardea::watchlist
