#include "cardea/cases/case.hpp"

#include <algorithm>
#include <array>

#include "cardea/kernel/text.hpp"

namespace cardea::cases {
namespace {

Failure conflict(std::string_view reason) { return fail(ErrorKind::conflict, reason); }
Failure malformed(std::string_view reason) { return fail(ErrorKind::malformed, reason); }

template <class Enum, std::size_t N>
bool parse_among(std::string_view word, const std::array<Enum, N>& all, Enum& out) {
  const auto found = std::ranges::find_if(all, [&](Enum each) { return name(each) == word; });
  if (found == all.end()) return false;
  out = *found;
  return true;
}

bool is_open(const CaseFacts& facts) {
  return facts.state == CaseState::waiting || facts.state == CaseState::taken;
}

bool is_known(const std::string& letter, const crossings::RefusalGrounds& known) {
  return std::ranges::find(known.grounds, letter, &crossings::RefusalGround::letter) != known.grounds.end();
}

std::string initials_of(std::string_view post) {
  std::string initials;
  for (const std::string_view word : split(post, ' ')) {
    if (!word.empty() && is_ascii_alnum(word.front())) initials += ascii_upper(word.front());
  }
  return initials.empty() ? "BCP" : initials;
}

}  // namespace

bool parse(std::string_view word, CaseState& state) {
  using enum CaseState;
  return parse_among(word, std::array{waiting, taken, decided, closed}, state);
}

bool parse(std::string_view word, HandOver& to) {
  using enum HandOver;
  return parse_among(word, std::array{police, asylum_authority, health}, to);
}

Done may_take(const CaseFacts& facts, std::string_view officer, std::string_view reason) {
  if (!is_open(facts)) return conflict("case_decided");
  if (facts.holder == officer) return conflict("case_yours_already");
  if (facts.holder && trim(reason).empty()) return malformed("take_over_needs_reason");
  return {};
}

Done may_work(const CaseFacts& facts, std::string_view officer) {
  if (!is_open(facts)) return conflict("case_decided");
  if (!facts.holder) return conflict("case_not_taken");
  if (*facts.holder != officer) return conflict("case_held_by_another");
  return {};
}

Done may_decide(const CaseFacts& facts, std::string_view officer) {
  const Done working = may_work(facts, officer);
  if (!working) return working;
  if (facts.refusal_proposed) return conflict("refusal_waits");
  return {};
}

Done may_take_effect(const CaseFacts& facts) {
  if (!is_open(facts)) return conflict("case_decided");
  if (facts.asylum) return conflict("asylum_requested");
  return {};
}

Done may_propose_refusal(const CaseFacts& facts, std::string_view officer,
                         const std::vector<std::string>& grounds, std::string_view facts_text,
                         const crossings::RefusalGrounds& known) {
  const Done free = may_decide(facts, officer);
  if (!free) return free;
  if (facts.asylum) return conflict("asylum_requested");
  if (facts.own_national) return conflict("own_national_not_refused");
  if (facts.exit) return conflict("refusal_is_for_entry");
  if (grounds.empty()) return malformed("refusal_needs_ground");
  if (!std::ranges::all_of(grounds, [&](const auto& letter) { return is_known(letter, known); }))
    return malformed("unknown_ground");
  if (trim(facts_text).empty()) return malformed("facts_required");
  return {};
}

std::string form_number(int year, std::string_view post, std::int64_t count) {
  constexpr std::size_t kDigits = 4;
  std::string digits = std::to_string(count);
  if (digits.size() < kDigits) digits.insert(0, kDigits - digits.size(), '0');
  return std::to_string(year) + "-" + initials_of(post) + "-" + digits;
}

}  // namespace cardea::cases
