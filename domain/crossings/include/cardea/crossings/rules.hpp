#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/crossings/permits.hpp"
#include "cardea/crossings/person_class.hpp"
#include "cardea/crossings/travel_times.hpp"
#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

// Rules of law as data: each set has an edition and a legal source, each rule its dates of validity. The code
// holds the mechanism only. The texts stand in data/rules/ and are built into every program; an operator may
// hand in others.

namespace cardea::crossings {

/// At most `limit` days in any period of `window` days. Law: Regulation (EU) 2016/399, Article 6(1), as the
/// default; any state's "n days in m days" has this shape.
struct StayRule {
  std::string id;       ///< "short_stay_90_180"
  std::string edition;  ///< "2013-10-18"
  std::string legal_source;
  int limit = 90;    ///< 1 to `window`
  int window = 180;  ///< 1 to 1000
  Date valid_from;
  std::optional<Date> valid_to;  ///< last day; absent while in force
  /// For these alone, by a bilateral agreement; absent: for everybody who has none of their own.
  std::optional<std::vector<std::string>> nationalities = {};
  std::optional<int> calendar_year_limit = {};  ///< also at most so many days from 1 January to 31 December
  /// Days before this one were spent in another area: a state that joined later brings none of them in.
  std::optional<Date> counts_from = {};
};
BOOST_DESCRIBE_STRUCT(StayRule, (),
                      (id, edition, legal_source, limit, window, valid_from, valid_to, nationalities,
                       calendar_year_limit, counts_from))

/// A reason for which entry may be refused: one letter of the form. `text_key` names the text in the
/// catalogues. Law: Regulation (EU) 2016/399, Annex V part B.
struct RefusalGround {
  std::string letter;    ///< "A" to "J"
  std::string word;      ///< "no_valid_travel_document"
  std::string text_key;  ///< "refusal.A"
};
BOOST_DESCRIBE_STRUCT(RefusalGround, (), (letter, word, text_key))

struct RefusalGrounds {
  std::string id;
  std::string edition;
  std::string legal_source;
  Date valid_from;
  std::optional<Date> valid_to;
  std::vector<RefusalGround> grounds;
};
BOOST_DESCRIBE_STRUCT(RefusalGrounds, (), (id, edition, legal_source, valid_from, valid_to, grounds))

/// One line of document acceptance; the first line that fits decides. Empty lists mean any.
struct AcceptanceLine {
  std::string code;                  ///< the document code begins with this: "P", "AC", "V"; "" fits all
  std::vector<std::string> formats;  ///< "TD3" ...
  std::vector<std::string> issuers;  ///< codes as in the MRZ
  std::string acceptance;            ///< "accepted", "review" or "refused"
  std::string reason;                ///< stable word when not accepted: "visa_is_not_a_travel_document"
};
BOOST_DESCRIBE_STRUCT(AcceptanceLine, (), (code, formats, issuers, acceptance, reason))

/// What a document must be for a crossing. Law: Regulation (EU) 2016/399, Article 6(1)(a), as the default.
struct DocumentRules {
  std::string id;
  std::string edition;
  std::string legal_source;
  Date valid_from;
  std::optional<Date> valid_to;
  int months_after_departure = 3;  ///< must still be valid this long after leaving; 0 asks for nothing
  int expires_soon_days = 180;     ///< earlier than this is worth a note
  int validity_years_max = 20;     ///< an expiry date further away is not believed
  std::vector<AcceptanceLine> accepted;
};
BOOST_DESCRIBE_STRUCT(DocumentRules, (),
                      (id, edition, legal_source, valid_from, valid_to, months_after_departure,
                       expires_soon_days, validity_years_max, accepted))

/// All that an assessment is judged by.
struct Rules {
  std::vector<StayRule> stay;
  RefusalGrounds refusal;
  DocumentRules document;
  PermitKinds permits;
  PersonClasses classes;
  TravelTimes travel_times;
};

// Readers of the files. All fail `malformed/json_...` (kernel/codec.hpp) or `malformed/rule_out_of_range`
// (the detail names the rule).
[[nodiscard]] Result<std::vector<StayRule>> parse_stay_rules(std::string_view json_text);
[[nodiscard]] Result<RefusalGrounds> parse_refusal_grounds(std::string_view json_text);
[[nodiscard]] Result<DocumentRules> parse_document_rules(std::string_view json_text);
[[nodiscard]] Result<PermitKinds> parse_permit_kinds(std::string_view json_text);
[[nodiscard]] Result<PersonClasses> parse_person_classes(std::string_view json_text);
[[nodiscard]] Result<TravelTimes> parse_travel_times(std::string_view json_text);

/// The rule in force on `on` for everybody, the newest when several are; null when there is none. Points into
/// `rules`.
[[nodiscard]] const StayRule* rule_in_force(std::span<const StayRule> rules, Date on);
/// The rule agreed for this nationality, or else the one for everybody.
[[nodiscard]] const StayRule* rule_for(std::span<const StayRule> rules, std::string_view nationality,
                                       Date on);

/// The rules this program was built with.
[[nodiscard]] const Rules& standard_rules();

/// "short_stay_90_180@2013-10-18": what a record names its rule by.
[[nodiscard]] std::string versioned_name(const StayRule& rule);
/// All sets in one line, for the record of an inspection.
[[nodiscard]] std::string versions_of(const Rules& rules);

}  // namespace cardea::crossings
