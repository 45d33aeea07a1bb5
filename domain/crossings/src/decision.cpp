#include "cardea/crossings/decision.hpp"

#include <algorithm>
#include <span>

#include "cardea/crossings/check.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::crossings {
namespace {

bool among(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool any_among(const std::vector<std::string>& reasons, std::span<const std::string_view> words) {
  return std::ranges::any_of(reasons, [&](const std::string& reason) { return among(reason, words); });
}

Done refuse_input(std::string_view reason, std::string_view detail = {}) {
  return fail(ErrorKind::malformed, reason, std::string(detail));
}

// `other` says nothing by itself.
Done note_given(const DecisionInput& input) {
  const bool other = std::ranges::find(input.reasons, "other") != input.reasons.end();
  return other && trim(input.note).empty() ? refuse_input("note_required") : Done{};
}

Done reasons_given(const DecisionContext& context, const DecisionInput& input) {
  for (const std::string& check : context.needs_reason) {
    const bool fallback = context.watchlist_unavailable && check == name(CheckName::watchlist);
    if (fallback && !any_among(input.reasons, kFallbackReasons))
      return refuse_input("fallback_reason_required", check);
    if (!fallback && !any_among(input.reasons, kAdmissionReasons))
      return refuse_input("reason_required", check);
  }
  return {};
}

Done days_in_limit(const DecisionContext& context, const DecisionInput& input) {
  if (!input.days_granted) return {};
  const bool counted = input.outcome == Outcome::admit && context.direction == Direction::entry;
  if (!counted || context.own_national || *input.days_granted < 1)
    return refuse_input("days_granted_not_for_this");
  if (!context.days_left || *input.days_granted <= *context.days_left) return {};
  return fail(ErrorKind::conflict, "days_granted_over_limit", std::to_string(*context.days_left));
}

Done minor_looked_after(const DecisionContext& context, const DecisionInput& input) {
  switch (context.minor) {
    case MinorCare::not_minor:
    case MinorCare::in_care:
      return {};
    case MinorCare::not_recorded:
      return refuse_input("minor_company_required");
    case MinorCare::without_consent:
      return any_among(input.reasons, kMinorReasons) ? Done{} : refuse_input("minor_reason_required");
  }
  __builtin_unreachable();
}

bool explains_admission(std::string_view reason) {
  return among(reason, kAdmissionReasons) || among(reason, kFallbackReasons) || among(reason, kMinorReasons);
}

Done may_admit(const DecisionContext& context, const DecisionInput& input) {
  if (!context.blocked_by.empty())
    return fail(ErrorKind::conflict, "admit_blocked", join(context.blocked_by, " "));
  if (!std::ranges::all_of(input.reasons, explains_admission)) return refuse_input("unknown_reason");
  return reasons_given(context, input)
      .and_then([&] { return minor_looked_after(context, input); })
      .and_then([&] { return note_given(input); });
}

Done may_refer(const DecisionInput& input) {
  for (const std::string& reason : input.reasons) {
    if (!among(reason, kReferralReasons)) return refuse_input("unknown_reason");
  }
  return note_given(input);
}

Done may_refuse(const DecisionContext& context, const DecisionInput& input, const RefusalGrounds& grounds) {
  if (context.direction == Direction::exit) return fail(ErrorKind::conflict, "refusal_is_for_entry");
  if (context.own_national) return fail(ErrorKind::conflict, "own_national_not_refused");
  if (context.asylum) return fail(ErrorKind::conflict, "asylum_requested");
  if (input.reasons.empty()) return refuse_input("refusal_needs_ground");
  for (const std::string& reason : input.reasons) {
    const bool known =
        std::ranges::find(grounds.grounds, reason, &RefusalGround::letter) != grounds.grounds.end();
    if (!known) return refuse_input("unknown_ground");
  }
  return trim(input.note).empty() ? refuse_input("facts_required") : Done{};
}

Done may_take_outcome(const DecisionContext& context, const DecisionInput& input,
                      const RefusalGrounds& grounds) {
  switch (input.outcome) {
    case Outcome::admit:
      return may_admit(context, input);
    case Outcome::refer:
      return may_refer(input);
    case Outcome::refuse:
      return may_refuse(context, input, grounds);
  }
  __builtin_unreachable();
}

}  // namespace

Done may_decide(const DecisionContext& context, const DecisionInput& input, const RefusalGrounds& grounds) {
  if (context.decided) return fail(ErrorKind::conflict, "already_decided");
  return may_take_outcome(context, input, grounds).and_then([&] { return days_in_limit(context, input); });
}

Done may_take_back(Instant decided_at, bool same_officer, Instant now) {
  if (!same_officer) return fail(ErrorKind::forbidden, "not_your_decision");
  if (now > plus_seconds(decided_at, kTakeBackSeconds))
    return fail(ErrorKind::conflict, "too_late_to_take_back");
  return {};
}

}  // namespace cardea::crossings
