#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/people/name.hpp"

namespace cardea::conveyances {

/// The columns of a manifest, by the words of its first line.
inline constexpr auto kManifestColumns =
    std::to_array<std::string_view>({"surname", "given_names", "birth_date", "sex", "nationality",
                                     "document_type", "document_number", "issuing_state", "role"});

/// Somebody whom the carrier, the school or the ship's master says is aboard.
struct ExpectedPerson {
  std::int64_t line = 0;  ///< of the file, from 1
  std::string surname;
  std::string given_names;
  std::optional<Date> birth_date;
  std::string sex;            ///< "female", "male" or "unspecified"
  std::string nationality;    ///< alpha-3; empty when not stated
  std::string document_type;  ///< as written, such as "P"; empty when not stated
  std::string document_number;
  std::string issuing_state;  ///< alpha-3; empty when not stated
  std::string role;           ///< of kOccupantRoles
  friend bool operator==(const ExpectedPerson&, const ExpectedPerson&) = default;
};

/// The cell of a column; empty when the file has no such column.
using CellOf = std::function<std::string_view(std::string_view column)>;

/// A line, or why it cannot be one: `reason` is then `surname_missing`, `birth_date_invalid`,
/// `sex_unknown`, `nationality_invalid`, `issuing_state_invalid`, `document_without_state`, `role_unknown` or
/// `person_not_identified` (neither a document nor a birth date, so nobody could be recognised by it).
struct ReadLine {
  ExpectedPerson person;
  std::string_view reason;
};
[[nodiscard]] ReadLine read_line(std::int64_t line, const CellOf& cell);

/// A line that could not be read, kept as it stood.
struct UnreadLine {
  std::int64_t line = 0;
  std::string reason;  ///< as of ReadLine, or `unclosed_quote`, `column_count`, `not_utf8`
  std::string raw;
};

struct ParsedManifest {
  std::vector<ExpectedPerson> persons;
  std::vector<UnreadLine> unread;
};

/// Somebody who was inspected in the passage.
struct SeenPerson {
  people::PersonName name;
  std::vector<PartialDate> birth_dates;
  std::string document_number;
  std::string issuer;
  std::optional<std::int64_t> line;  ///< an officer said which line this is
};

/// How a line was recognised: `confirmed` by an officer, `document` by number and state, `proposed` by name
/// and birth date, which an officer has to confirm.
struct LineMatch {
  std::int64_t line = 0;
  std::optional<std::size_t> person;  ///< place in `seen`; nothing: expected, not seen
  std::string_view how;
};

/// Each line with the person it is, in the order of the lines; each person stands for one line at most. What
/// an officer said comes first, then documents, then names. The same input gives the same answer.
[[nodiscard]] std::vector<LineMatch> match(std::span<const ExpectedPerson> lines,
                                           std::span<const SeenPerson> seen);

}  // namespace cardea::conveyances
