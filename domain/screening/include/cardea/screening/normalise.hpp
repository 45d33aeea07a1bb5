#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/screening/romanise.hpp"

namespace cardea::screening {

inline constexpr std::size_t kTokenLettersMax = 15;  ///< one 16-byte slot: 15 letters and a length
inline constexpr std::size_t kNameTokensMax = 8;

/// One word of a name as screening compares it: A-Z and 0-9, at most `kTokenLettersMax`.
struct NameToken {
  std::string text;
  /// Other writings of the same word: a glued article or BIN taken off or put on. Tried on the traveller's
  /// side only, so that each pair of writings meets whichever side has which.
  std::vector<std::string> alternatives;
  /// The word may be cut short: what a full MRZ field does to its last word (ICAO 9303-3, 4.6).
  bool prefix = false;

  [[nodiscard]] bool initial() const { return text.size() == 1; }
  friend bool operator==(const NameToken&, const NameToken&) = default;
};

/// A name made comparable. The same code makes it for list and traveller.
struct NormalName {
  std::vector<NameToken> tokens;  ///< at most `kNameTokensMax`, in order, each text once
  std::vector<std::string>
      particles;  ///< left out of matching, kept for the explanation: AL, BIN, DE, VAN ...
  std::vector<std::string> honorifics;  ///< DR, SHEIKH, MULLAH ...
  /// The words in their own script, case folded, when the script is not Latin: matched exactly, as a row of
  /// its own. A name in Han or kana is one word, whatever blanks stand in it.
  std::vector<std::string> native;
  friend bool operator==(const NormalName&, const NormalName&) = default;
};

struct NormaliseOptions {
  bool truncated = false;  ///< the last word may be a prefix
  const Romanise* fallback = nullptr;
};

/// Steps: romanise; split on blank, `<`, hyphen and other marks, drop apostrophes and dots; drop
/// honorifics and particles where another word stands; ABD + article + X becomes ABDULX, X + article + DIN
/// becomes XUDDIN; clip. Never fails; a name with no letters has no tokens. A comma (`FAMILY, Given`) is a
/// blank.
[[nodiscard]] NormalName normalise_name(std::string_view utf8, const NormaliseOptions& options = {});

/// ISO 3166-1 alpha-3 for an alpha-3, alpha-2, ICAO (`D`, `GBD`) or English name of a state; else the text in
/// upper case, so that two lists that name a state alike still agree.
[[nodiscard]] std::string normalise_state(std::string_view text);

}  // namespace cardea::screening
