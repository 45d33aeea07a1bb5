#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/crossings/rules.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::cases {

/// `waiting`: nobody has it; `taken`: an officer works on it; `decided`: admitted, handed over or refused;
/// `closed`: nothing more is to be done. An annulled refusal brings a case back to `waiting`.
enum class CaseState : std::uint8_t { waiting, taken, decided, closed };

[[nodiscard]] constexpr std::string_view name(CaseState state) {
  switch (state) {
    case CaseState::waiting:
      return "waiting";
    case CaseState::taken:
      return "taken";
    case CaseState::decided:
      return "decided";
    case CaseState::closed:
      return "closed";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, CaseState& state);

/// To whom a person may be handed over.
enum class HandOver : std::uint8_t { police, asylum_authority, health };

[[nodiscard]] constexpr std::string_view name(HandOver to) {
  switch (to) {
    case HandOver::police:
      return "police";
    case HandOver::asylum_authority:
      return "asylum_authority";
    case HandOver::health:
      return "health";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, HandOver& to);

/// A case as far as rules go. Officers are the texts of their ids.
struct CaseFacts {
  CaseState state = CaseState::waiting;
  std::optional<std::string> holder;
  bool asylum = false;
  bool refusal_proposed = false;  ///< one waits for the second person
  bool own_national = false;
  bool exit = false;  ///< the inspection was on exit
};

/// Taking a case nobody has, or taking it over from a colleague, which needs a reason. Fails
/// `conflict/case_decided`, `conflict/case_yours_already`, `malformed/take_over_needs_reason` (detail:
/// nothing).
[[nodiscard]] Done may_take(const CaseFacts& facts, std::string_view officer, std::string_view reason);

/// Working on a case: its holder, while it is open. Fails `conflict/case_decided`, `conflict/case_not_taken`,
/// `conflict/case_held_by_another`.
[[nodiscard]] Done may_work(const CaseFacts& facts, std::string_view officer);

/// A refusal may be proposed by the holder. Fails as may_work, `conflict/asylum_requested`,
/// `conflict/refusal_waits`, `conflict/own_national_not_refused`, `conflict/refusal_is_for_entry`,
/// `malformed/refusal_needs_ground`, `malformed/unknown_ground`, `malformed/facts_required`.
[[nodiscard]] Done may_propose_refusal(const CaseFacts& facts, std::string_view officer,
                                       const std::vector<std::string>& grounds, std::string_view facts_text,
                                       const crossings::RefusalGrounds& known);

/// The second person's question: the state of the case still allows it. Fails `conflict/case_decided`,
/// `conflict/asylum_requested`. Who approves is judged by access::may_approve.
[[nodiscard]] Done may_take_effect(const CaseFacts& facts);

/// Admission or hand-over by the holder. Fails as may_work and `conflict/refusal_waits`.
[[nodiscard]] Done may_decide(const CaseFacts& facts, std::string_view officer);

/// "2026-NG-0007": the year, the first letters of the post's name, and the count of forms of that year.
[[nodiscard]] std::string form_number(int year, std::string_view post, std::int64_t count);

}  // namespace cardea::cases
