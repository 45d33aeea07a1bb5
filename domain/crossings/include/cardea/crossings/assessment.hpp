#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/crossings/check.hpp"
#include "cardea/crossings/direction.hpp"
#include "cardea/crossings/rules.hpp"
#include "cardea/crossings/short_stay.hpp"
#include "cardea/crossings/validity.hpp"
#include "cardea/kernel/date.hpp"

namespace cardea::crossings {

/// The worst of the checks, in words. `compare`: a record may be this person or this document.
enum class Verdict : std::uint8_t { nothing_found, note, review, compare };

[[nodiscard]] constexpr std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::nothing_found:
      return "nothing_found";
    case Verdict::note:
      return "note";
    case Verdict::review:
      return "review";
    case Verdict::compare:
      return "compare";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, Verdict& verdict);

/// What an officer found when comparing the person with a record.
enum class Comparison : std::uint8_t { not_compared, same_person, not_same_person };

[[nodiscard]] constexpr std::string_view name(Comparison comparison) {
  switch (comparison) {
    case Comparison::not_compared:
      return "not_compared";
    case Comparison::same_person:
      return "same_person";
    case Comparison::not_same_person:
      return "not_same_person";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, Comparison& comparison);

/// One hit, as far as the assessment needs it.
struct MatchFacts {
  int stage = 0;       ///< 1 weak, 2 possible, 3 strong, 4 document number of the record
  std::string action;  ///< watchlist::AlertAction word
  Comparison comparison = Comparison::not_compared;
  bool on_document = false;  ///< the record is about the document, not about a person
};

/// A search of lists. `answered` is false when there was no list to search or no answer.
struct SearchFacts {
  bool answered = false;
  bool capped = false;  ///< more matches than could be shown
  std::string source;   ///< "own_copy"
  std::optional<std::int64_t> age_s;
  std::vector<MatchFacts> matches;
};

/// What reading the MRZ gave.
struct ReadingFacts {
  bool readable = false;              ///< the format was recognised and fields came out
  std::vector<std::string> findings;  ///< errors of the reader, in its words; empty when valid
  std::vector<std::string> notes;     ///< notes of the reader that an officer should know
  bool typed_by_hand = false;
};

/// Visas and permits, as far as the register of this node knows.
struct VisaFacts {
  bool register_known = false;  ///< somebody keeps the register; else nothing is said about visas
  VisaRegime regime = VisaRegime::exempt;
  bool in_force = false;  ///< the holder has a permit that serves as a visa
  /// Why none of the permits on record serves: a PermitState; empty when there is none at all.
  std::string shortcoming;
};

/// All that is known when the checks are judged.
struct AssessmentInput {
  Direction direction = Direction::entry;
  Date on;
  bool own_national = false;  ///< national of the state of the post
  ReadingFacts reading;
  DocumentFacts document;
  SearchFacts watchlist;
  bool has_document_list = false;  ///< some list in use holds lost, stolen or revoked documents
  /// The count with every recorded stay, and the count of the closed ones alone; absent when history was not
  /// found or no rule is in force.
  std::optional<StayCount> stay;
  std::optional<StayCount> stay_without_open;
  bool history_answered = false;
  std::array<std::int64_t, kAllChecks.size()> took_us{};  ///< by place in kAllChecks
  VisaFacts visa = {};
  StayRegime stay_regime = StayRegime::short_stay;  ///< of the person's class
  /// What is odd about document and identity taken together, the gravest first: kIdentityAttentions.
  std::vector<std::string> attention = {};
  /// Left out by an order in force (relaxation.hpp): `not_checked/relaxed`.
  std::vector<CheckName> relaxed = {};
};

/// Words of `AssessmentInput::attention`. The first three ask for a reason, the last is to be known.
inline constexpr std::array<std::string_view, 4> kIdentityAttentions{
    "multiple_identity",      ///< an officer linked this identity to another in red
    "impossible_travel",      ///< the document was elsewhere too short a time ago
    "exited_without_return",  ///< the document leaves though it left before and never came back
    "identity_to_be_judged"   ///< a yellow link waits for an officer
};

/// The eight checks with what follows from them. The flow records it as it is (ports::AssessmentRecord).
struct Assessment {
  std::vector<Check> checks;  ///< eight, in the order of kAllChecks
  Verdict verdict = Verdict::nothing_found;
  bool admit_allowed = false;                ///< nothing is in `blocked_by`
  std::vector<std::string> blocked_by;       ///< reason words, see below
  std::vector<std::string> needs_reason;     ///< names of checks that an admission must explain
  std::vector<std::string> refusal_grounds;  ///< letters that the checks suggest, sorted
};

/// Judges the eight checks (F-E01 to F-E03). Policy:
///
/// - watchlist: a match of stage 2 or more is `hit` and blocks an admission (`match_not_compared`) until an
/// officer
///   has compared it; `same_person` leaves refer and refuse only (`match_confirmed`); all `not_same_person`
///   gives `info`. Stage 1 is `info`. No list or no answer is `unavailable`: an admission needs a recorded
///   fallback reason. A list older than a day is said so by `age_s`. Matches whose action is `discreet` are
///   left out of the first line's assessment altogether: no difference may show on its screen (the journal
///   keeps them).
/// - document_status: records on documents; `not_checked/no_list` when no list in use holds documents.
/// - chip `not_checked/no_reader`, advance_data `not_checked/no_carrier_data`: nothing in this node looks at
///   these yet, and it says so. visa is `not_checked/no_visa_register` until a permit was recorded; then an
///   entry that needs a visa and has none in force is `review` (ground C), since a sticker may be in the
///   passport that the register does not know.
/// - an `attention` about document and identity is said by document_status, unless a record on the document
///   stands against it: `review`, or `info` for a link that is still to be judged.
/// - check_digits: unreadable is `hit` and blocks (`document_unreadable`, ground A); any error of the reader,
/// and a
///   document of the specimen state, is `review`; other notes and typing by hand are `info`.
/// - validity: expired or not accepted is `hit` and blocks an entry (ground A); on exit, and for own
/// nationals, whom a
///   state must let in, it is `review`.
/// - stay: own nationals are `clear` with reason `own_national`, persons whose days nobody counts with
///   `days_not_counted`. On entry: used up is `hit` and blocks
///   (`stay_used_up`, ground F); an entry without exit on record is `review`. On exit nothing blocks: an
///   overstay is `info`.
///
/// Every `review`, and an `unavailable` watchlist, is listed in `needs_reason`.
[[nodiscard]] Assessment assess(const AssessmentInput& input, const Rules& rules);

/// The assessment after officers have compared hits: watchlist and document status are judged anew on the
/// same matches, everything else stays as it was. A search that did not answer stays unanswered.
[[nodiscard]] Assessment reassess(const Assessment& before, const SearchFacts& search, Direction direction);

/// The assessment after an officer has stated who the person is to the law: visa and stay are judged anew, by
/// `input` as it is with that class; everything else, and what an order left out, stays as it was.
[[nodiscard]] Assessment reclassify(const Assessment& before, const AssessmentInput& input,
                                    const Rules& rules);

}  // namespace cardea::crossings
