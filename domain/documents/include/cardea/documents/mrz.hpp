#pragma once

// Reads the machine readable zone of travel documents (ICAO Doc 9303 parts 3 to 7) and of three national
// layouts.
//
//   const Reading reading = read_mrz(text, today, issuers);
//   reading.valid                                   // no finding of severity error
//   reading.text(FieldName::document_number)        // "L898902C3"
//   reading.birth->candidates                       // 1974-08-12
//
// A reading never fails: what could be read is in it, the findings say the rest, and repairs are proposed
// apart.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/documents/issuers.hpp"
#include "cardea/documents/mrz_field.hpp"
#include "cardea/documents/mrz_finding.hpp"
#include "cardea/documents/mrz_format.hpp"
#include "cardea/kernel/date.hpp"

namespace cardea::documents {

/// A date of six characters without a century. `candidates` holds the days it may mean, best first; it is
/// empty when there is no such day. See read_mrz for the windows. Parts printed as `<<` are unknown.
struct DateReading {
  ShortText<6> raw;
  InlineList<PartialDate, 2> candidates;

  [[nodiscard]] std::optional<PartialDate> best() const {
    return candidates.empty() ? std::nullopt : std::optional<PartialDate>(candidates.front());
  }
};

/// A document number of more than nine characters runs on in the optional data, with its digit at the end.
/// 9303-5 computes the digit without the filler that stands in the usual digit's place; some issuers count
/// it. Both readings are kept.
struct LongNumber {
  Position remainder;  ///< where the number goes on, its digit included
  bool agrees_without_filler;
  bool agrees_with_filler;
};

/// What was read. A value: no part of it points elsewhere. Holds personal data: not for logs.
struct Reading {
  std::optional<Format> format;  ///< nothing when no layout fits
  bool valid = false;            ///< no finding of severity error

  std::string raw;  ///< the bytes as received, at most the first kRawKept
  std::string
      normalised;  ///< the lines in upper case, one '\n' between them; '?' where no ASCII character stood

  InlineList<Field, 18> fields;
  InlineList<CheckDigit, 5> check_digits;
  std::vector<Finding> findings;
  std::vector<Proposal> proposals;

  std::optional<DateReading> birth;  ///< nothing when the layout has none
  std::optional<DateReading> expiry;
  std::optional<DateReading> issue;  ///< year and month only, on the French identity card
  std::optional<Sex> sex;
  std::optional<LongNumber> long_number;
  bool name_possibly_truncated = false;

  /// nullptr when the layout has no such field.
  [[nodiscard]] const Field* find(FieldName field) const;
  /// The field's value; empty when the layout has no such field. The view lives as long as this reading.
  [[nodiscard]] std::string_view text(FieldName field) const;
  [[nodiscard]] const CheckDigit* find_check(FieldName over) const;
  [[nodiscard]] bool has(FindingReason reason) const;
  /// The normalised lines. Views into this reading.
  [[nodiscard]] std::vector<std::string_view> lines() const;
};

/// In bytes, blanks around the text apart. Nothing longer is looked at; a zone has at most 90 characters.
inline constexpr std::size_t kMrzCharactersMax = 512;
inline constexpr std::size_t kRawKept = 1024;

/// Reads the zone in `text`: lines ended by LF, CR LF or CR, in any case, with or without a byte order mark,
/// blanks around lines or blank lines between them; also the lines of one layout run together. Each liberty
/// taken is a note.
///
/// `reading_date` decides centuries. Birth: 19YY and 20YY, as far as not after the reading date and not more
/// than 125 years before it; the later one first. Expiry: 20YY (no document still presented expired in
/// the 1900s); when that is more than 50 years ahead, 19YY is kept as second
/// candidate and noted. Whether a document has expired is not judged here.
///
/// Two lines of 36 that begin IDFRA are read as French identity card unless only TD2's digits all agree.
///
/// Never fails, allocates nothing for a flawless zone but the copies of its text, takes time linear in the
/// text.
[[nodiscard]] Reading read_mrz(std::string_view text, Date reading_date, const IssuerCodes& issuers);

}  // namespace cardea::documents
