#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/result.hpp"

namespace cardea::documents {

/// What stands behind a three-letter code of an MRZ (ICAO Doc 9303-3, section 5).
///
/// - `state`: a state or territory (ISO 3166-1 alpha-3, `D` for Germany, `RKS`).
/// - `nationality_class`: a class of a state's nationals (`GBD`, `GBN`, `GBO`, `GBP`, `GBS`).
/// - `organisation`: an issuer that is not a state (`UNO`, `EUE`, `XPO`, ...).
/// - `person_status`: a holder without the issuer's nationality (`XXA`, `XXB`, `XXC`, `XXX`).
/// - `specimen`: `UTO`, the state of the standard's examples; never on a real document.
enum class IssuerKind : std::uint8_t { state, nationality_class, organisation, person_status, specimen };

[[nodiscard]] constexpr std::string_view name(IssuerKind kind) {
  switch (kind) {
    case IssuerKind::state:
      return "state";
    case IssuerKind::nationality_class:
      return "nationality_class";
    case IssuerKind::organisation:
      return "organisation";
    case IssuerKind::person_status:
      return "person_status";
    case IssuerKind::specimen:
      return "specimen";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, IssuerKind& kind);

struct IssuerCode {
  std::string code;  ///< one to three letters, without fillers
  std::string name;
  IssuerKind kind;
};

/// The codes an MRZ may carry as issuing state or nationality. They are data
/// (data/codes/mrz_issuer_codes.tsv), so that a new state needs no new program. Immutable after parse(),
/// hence safe to share between threads.
class IssuerCodes {
 public:
  /// Reads tab-separated `code`, `name`, `kind` under a heading line with these words; lines that begin with
  /// `#` and empty lines are skipped. Fails `malformed/issuer_codes_malformed` (detail: the line number) on a
  /// bad heading, a missing column, an unknown kind, a code that is not one to three capital letters, or a
  /// code listed twice.
  [[nodiscard]] static Result<IssuerCodes> parse(std::string_view tsv);

  /// The entry for a code with or without its trailing fillers (`D` and `D<<` alike); nullptr when it is
  /// unknown. The pointer lives as long as this table. Constant time.
  [[nodiscard]] const IssuerCode* find(std::string_view code) const;

  [[nodiscard]] const std::vector<IssuerCode>& all() const { return codes_; }

 private:
  std::vector<IssuerCode> codes_;
  std::vector<std::uint16_t> index_;  // 27 * 27 * 27 places; 0 is unknown, n is codes_[n - 1]
};

/// data/codes/mrz_issuer_codes.tsv as it was when this binary was built, for IssuerCodes::parse().
[[nodiscard]] std::string_view issuer_codes_text();

}  // namespace cardea::documents
