#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cardea::crossings {

/// The eight checks of a first-line inspection, always in this order and always all there: an officer learns
/// places.
enum class CheckName : std::uint8_t {
  watchlist,        ///< persons on national and international lists
  document_status,  ///< document reported lost, stolen or revoked
  chip,             ///< passive authentication of the chip
  check_digits,     ///< MRZ structure, check digits, issuer
  validity,         ///< dates and acceptance of the document
  visa,             ///< visa, waiver or permit
  stay,             ///< short-stay count and open stay
  advance_data      ///< what the carrier announced
};
inline constexpr std::array kAllChecks{CheckName::watchlist,    CheckName::document_status, CheckName::chip,
                                       CheckName::check_digits, CheckName::validity,        CheckName::visa,
                                       CheckName::stay,         CheckName::advance_data};

/// What a check found. Only `clear` and `info` let an officer admit without more; `not_checked` and
/// `unavailable` are never shown like `clear`.
enum class CheckState : std::uint8_t {
  clear,        ///< looked, and nothing is wrong
  info,         ///< looked; something to know
  review,       ///< looked; the officer must give a reason to go on
  hit,          ///< looked; a record or a rule stands against it
  unavailable,  ///< should have looked and could not
  not_checked   ///< nothing here looks at this
};

[[nodiscard]] constexpr std::string_view name(CheckName check) {
  switch (check) {
    case CheckName::watchlist:
      return "watchlist";
    case CheckName::document_status:
      return "document_status";
    case CheckName::chip:
      return "chip";
    case CheckName::check_digits:
      return "check_digits";
    case CheckName::validity:
      return "validity";
    case CheckName::visa:
      return "visa";
    case CheckName::stay:
      return "stay";
    case CheckName::advance_data:
      return "advance_data";
  }
  __builtin_unreachable();
}

[[nodiscard]] constexpr std::string_view name(CheckState state) {
  switch (state) {
    case CheckState::clear:
      return "clear";
    case CheckState::info:
      return "info";
    case CheckState::review:
      return "review";
    case CheckState::hit:
      return "hit";
    case CheckState::unavailable:
      return "unavailable";
    case CheckState::not_checked:
      return "not_checked";
  }
  __builtin_unreachable();
}

/// Reads the word back; false when it is none of the words.
bool parse(std::string_view word, CheckName& check);
bool parse(std::string_view word, CheckState& state);

/// One check with its answer. `reason` is a stable word that the client translates ("document_expired",
/// "no_reader"); empty when clear. `source` names who answered; `age_s` is the age of a copy that answered.
struct Check {
  CheckName name = CheckName::watchlist;
  CheckState state = CheckState::not_checked;
  std::string reason;
  std::string source;
  std::int64_t took_us = 0;
  std::optional<std::int64_t> age_s;
  friend bool operator==(const Check&, const Check&) = default;
};
BOOST_DESCRIBE_STRUCT(Check, (), (name, state, reason, source, took_us, age_s))

}  // namespace cardea::crossings
