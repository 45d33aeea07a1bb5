#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cardea/crossings/rules.hpp"
#include "cardea/kernel/date.hpp"

namespace cardea::crossings {

/// What a document says of itself, as far as it could be read.
struct DocumentFacts {
  std::string format;  ///< "TD3" ...; empty when unreadable
  std::string code;    ///< "P", "PD", "ID" ...
  std::string issuer;  ///< as in the MRZ, fillers removed
  bool issuer_known = false;
  std::optional<PartialDate> expires_on;
};

/// How the dates of a document stand to a day.
enum class DateStatus : std::uint8_t {
  valid,
  expires_soon,              ///< worth a note
  remaining_validity_short,  ///< would expire too early after departure
  document_expired,
  no_expiry_date,  ///< the document states none (some cards), or the field is filled
  impossible_date  ///< no such day, or further away than any document is valid
};

[[nodiscard]] constexpr std::string_view name(DateStatus status) {
  switch (status) {
    case DateStatus::valid:
      return "valid";
    case DateStatus::expires_soon:
      return "expires_soon";
    case DateStatus::remaining_validity_short:
      return "remaining_validity_short";
    case DateStatus::document_expired:
      return "document_expired";
    case DateStatus::no_expiry_date:
      return "no_expiry_date";
    case DateStatus::impossible_date:
      return "impossible_date";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, DateStatus& status);

/// A document is valid through its expiry day. An expiry without a day lasts to the end of its month (or
/// year): the reading most in favour of the holder.
[[nodiscard]] DateStatus date_status(const std::optional<PartialDate>& expires_on, Date on,
                                     const DocumentRules& rules);

/// The first line of the rules that fits; a document that fits none is refused as
/// `document_type_not_accepted`.
[[nodiscard]] AcceptanceLine acceptance(const DocumentFacts& document, const DocumentRules& rules);

/// The same day `months` later, or the last day of that month when it is shorter.
[[nodiscard]] Date plus_months(Date date, int months);

}  // namespace cardea::crossings
