#pragma once

#include "cardea/documents/mrz.hpp"

namespace cardea::documents {

// Dates of a zone have no century; see read_mrz for the windows.

[[nodiscard]] DateReading read_birth_date(std::string_view six, Date reading_date);
[[nodiscard]] DateReading read_expiry_date(std::string_view six, Date reading_date);
/// Four characters YYMM; one candidate, the latest not after the reading date.
[[nodiscard]] DateReading read_issue_month(std::string_view four, Date reading_date);

/// Whether the best year of an expiry lies so far ahead that the other century was kept too.
[[nodiscard]] inline bool century_is_ambiguous(const DateReading& expiry) {
  return expiry.candidates.size() > 1;
}

}  // namespace cardea::documents
