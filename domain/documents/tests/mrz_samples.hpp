#pragma once

#include <string>
#include <string_view>

#include "cardea/documents/mrz.hpp"

namespace cardea::documents {

/// The day on which the tests read, unless it matters to them.
inline Date reading_day() { return *Date::create(2026, 1, 15); }

inline const IssuerCodes& issuers() {
  static const IssuerCodes codes = *IssuerCodes::parse(issuer_codes_text());
  return codes;
}

inline Reading read(std::string_view text) { return read_mrz(text, reading_day(), issuers()); }

// The examples of ICAO Doc 9303 parts 4 to 7.
inline constexpr std::string_view kTd3 =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
inline constexpr std::string_view kTd2 =
    "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\n"
    "D231458907UTO7408122F1204159<<<<<<<6";
inline constexpr std::string_view kTd1 =
    "I<UTOD231458907<<<<<<<<<<<<<<<\n"
    "7408122F1204159UTO<<<<<<<<<<<6\n"
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
inline constexpr std::string_view kTd1Long =
    "I<UTOD23145890<7349<<<<<<<<<<<\n"
    "3407127M9507122UTO<<<<<<<<<<<2\n"
    "STEVENSON<<PETER<JOHN<<<<<<<<<";
inline constexpr std::string_view kTd2Long =
    "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<\n"
    "D23145890<UTO3407127M95071227349<<<8";
inline constexpr std::string_view kMrvA =
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
    "L8988901C4XXX4009078F96121096ZE184226B<<<<<<";
inline constexpr std::string_view kMrvB =
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\n"
    "L8988901C4XXX4009078F9612109<<<<<<<<";

/// `text` with the character at `line` and `column` (from 1) replaced.
inline std::string with(std::string_view text, int line, int column, char c) {
  std::string changed(text);
  std::size_t begin = 0;
  for (int i = 1; i < line; ++i) begin = changed.find('\n', begin) + 1;
  changed[begin + static_cast<std::size_t>(column) - 1] = c;
  return changed;
}

}  // namespace cardea::documents
