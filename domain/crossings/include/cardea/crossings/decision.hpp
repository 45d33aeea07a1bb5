#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/crossings/direction.hpp"
#include "cardea/crossings/minor.hpp"
#include "cardea/crossings/rules.hpp"
#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::crossings {

/// What an officer may decide in the first line.
enum class Outcome : std::uint8_t { admit, refer, refuse };

[[nodiscard]] constexpr std::string_view name(Outcome outcome) {
  switch (outcome) {
    case Outcome::admit:
      return "admit";
    case Outcome::refer:
      return "refer";
    case Outcome::refuse:
      return "refuse";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, Outcome& outcome);

/// Words that explain an admission in spite of a check that needs a reason.
inline constexpr std::array<std::string_view, 5> kAdmissionReasons{
    "document_examined", "second_document_seen", "exit_proved_otherwise", "supervisor_agreed", "other"};
/// Words that record a fallback: how the lists were searched, or on whose order they were not
/// (F-E03).
inline constexpr std::array<std::string_view, 3> kFallbackReasons{"lists_searched_elsewhere",
                                                                  "fallback_ordered", "supervisor_took_over"};
/// Words that explain the admission of a minor whom nobody with parental authority lets travel, as far as is
/// known.
inline constexpr std::array<std::string_view, 3> kMinorReasons{"guardian_reached", "child_protection_agreed",
                                                               "supervisor_agreed"};
/// Words that say why the second line is asked.
inline constexpr std::array<std::string_view, 7> kReferralReasons{
    "possible_match", "document_doubt", "identity_doubt", "purpose_doubt",
    "stay_doubt",     "protection",     "other"};
/// The reason of a referral that waits for the second person of a refusal. Nobody gives it: proposing does.
inline constexpr std::string_view kRefusalProposed = "refusal_proposed";

/// The state in which a decision is taken.
struct DecisionContext {
  Direction direction = Direction::entry;
  bool own_national = false;
  bool decided = false;
  std::vector<std::string> blocked_by;    ///< of the assessment as it stands
  std::vector<std::string> needs_reason;  ///< of the assessment as it stands
  bool watchlist_unavailable = false;
  std::optional<int> days_left;  ///< of the stay count; absent when it does not apply
  bool asylum = false;           ///< the person asked for asylum and nobody has decided on it yet
  MinorCare minor = MinorCare::not_minor;
};

/// What an officer wants to decide. `reasons` are words: admission and fallback reasons for `admit`, referral
/// reasons for `refer`, letters of the refusal form for `refuse`, whose facts are the note. A refusal is a
/// proposal: it takes effect when a second person approves it.
struct DecisionInput {
  Outcome outcome = Outcome::refer;
  std::vector<std::string> reasons;
  std::string note;
  std::optional<int> days_granted;
};

/// Whether the decision may be taken. Fails
/// - `conflict/already_decided`, `conflict/admit_blocked` (detail: what blocks),
/// - `malformed/reason_required` (detail: the check), `malformed/fallback_reason_required`,
///   `malformed/note_required` (reason `other` without a note), `malformed/unknown_reason`,
/// - `malformed/minor_company_required`, `malformed/minor_reason_required` (one of kMinorReasons),
/// - `malformed/refusal_needs_ground`, `malformed/unknown_ground`, `malformed/facts_required`,
///   `conflict/refusal_is_for_entry`, `conflict/own_national_not_refused`, `conflict/asylum_requested`,
/// - `conflict/days_granted_over_limit`, `malformed/days_granted_not_for_this` (no entry, no admission, own
/// national).
[[nodiscard]] Done may_decide(const DecisionContext& context, const DecisionInput& input,
                              const RefusalGrounds& grounds);

/// Seconds within which the same officer may take a decision back without a reason.
inline constexpr std::int64_t kTakeBackSeconds = 60;

/// Fails `conflict/too_late_to_take_back`, `forbidden/not_your_decision`.
[[nodiscard]] Done may_take_back(Instant decided_at, bool same_officer, Instant now);

}  // namespace cardea::crossings
