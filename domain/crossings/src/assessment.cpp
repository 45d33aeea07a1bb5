#include "cardea/crossings/assessment.hpp"

#include <algorithm>
#include <set>

namespace cardea::crossings {
namespace {

constexpr int kStageToCompare = 2;
constexpr std::string_view kRelaxed = "relaxed";
constexpr std::string_view kSpecimen = "issuer_specimen";  // documents::FindingReason

// One check being judged, with the ground it suggests. A hit blocks an admission by its reason word.
struct Judged {
  CheckState state = CheckState::clear;
  std::string reason;
  std::string source;
  std::optional<std::int64_t> age_s;
  std::string ground;  ///< letter of the refusal form that it suggests
};

Judged not_checked(std::string reason) { return {CheckState::not_checked, std::move(reason), "", {}, ""}; }

// What the first line may know of: discreet alerts leave no trace there.
std::vector<const MatchFacts*> shown_matches(const SearchFacts& search, bool on_document) {
  std::vector<const MatchFacts*> shown;
  for (const MatchFacts& match : search.matches) {
    if (match.on_document == on_document && match.action != "discreet") shown.push_back(&match);
  }
  return shown;
}

bool to_compare(const MatchFacts& match) { return match.stage >= kStageToCompare; }

bool any_to_compare(const std::vector<const MatchFacts*>& matches, Comparison comparison) {
  return std::ranges::any_of(
      matches, [&](const auto* match) { return to_compare(*match) && match->comparison == comparison; });
}

bool any_confirmed(const std::vector<const MatchFacts*>& matches, const auto& is_so) {
  return std::ranges::any_of(matches, [&](const auto* match) {
    return match->comparison == Comparison::same_person && is_so(match->action);
  });
}

// Letter for a confirmed match: H when the alert itself asks for refusal, I when the person is listed as a
// threat, none when the person is only to be protected, as a missing child is.
std::string ground_of_confirmed(const std::vector<const MatchFacts*>& matches) {
  if (any_confirmed(matches, [](const std::string& action) { return action == "refuse"; })) return "H";
  return any_confirmed(matches, [](const std::string& action) { return action != "protect"; }) ? "I" : "";
}

void judge_matches(const std::vector<const MatchFacts*>& matches, std::string_view confirmed_ground,
                   Judged& judged) {
  if (any_to_compare(matches, Comparison::same_person)) {
    judged.state = CheckState::hit;
    judged.reason = "match_confirmed";
    judged.ground = confirmed_ground;
  } else if (any_to_compare(matches, Comparison::not_compared)) {
    judged.state = CheckState::hit;
    judged.reason = "match_not_compared";
  } else if (std::ranges::any_of(matches, [](const auto* match) { return to_compare(*match); })) {
    judged.state = CheckState::info;
    judged.reason = "compared_not_same_person";
  } else if (!matches.empty()) {
    judged.state = CheckState::info;
    judged.reason = "weak_match";
  }
}

Judged judge_watchlist(const SearchFacts& search) {
  if (!search.answered)
    return {CheckState::unavailable, "no_list_to_search", search.source, search.age_s, ""};
  Judged judged{CheckState::clear, "", search.source, search.age_s, ""};
  const auto matches = shown_matches(search, false);
  judge_matches(matches, ground_of_confirmed(matches), judged);
  if (search.capped && judged.state != CheckState::hit) {
    judged.state = CheckState::review;
    judged.reason = "too_many_matches";
  }
  return judged;
}

constexpr std::size_t kAttentionsToExplain = 3;  // the first of kIdentityAttentions

// The gravest word among `words`; npos when there is none.
std::size_t gravest_attention(const auto& words) {
  for (std::size_t i = 0; i < kIdentityAttentions.size(); ++i) {
    if (std::ranges::find(words, kIdentityAttentions.at(i)) != std::ranges::end(words)) return i;
  }
  return kIdentityAttentions.size();
}

// What is odd about the identity, unless the records on the document say something graver.
Judged with_attention(Judged judged, const std::vector<std::string>& attention) {
  const std::size_t which = gravest_attention(attention);
  const bool graver = judged.state == CheckState::hit || judged.state == CheckState::unavailable;
  if (which == kIdentityAttentions.size() || graver) return judged;
  if (which >= kAttentionsToExplain && judged.state == CheckState::not_checked) return judged;
  judged.state = which < kAttentionsToExplain ? CheckState::review : CheckState::info;
  judged.reason = kIdentityAttentions.at(which);
  return judged;
}

Judged judge_document_status(const SearchFacts& search, bool has_document_list) {
  if (!has_document_list) return not_checked("no_list");
  if (!search.answered)
    return {CheckState::unavailable, "no_list_to_search", search.source, search.age_s, ""};
  Judged judged{CheckState::clear, "", search.source, search.age_s, ""};
  judge_matches(shown_matches(search, true), "A", judged);
  return judged;
}

Judged judge_check_digits(const AssessmentInput& input) {
  const ReadingFacts& reading = input.reading;
  if (!reading.readable) {
    return {CheckState::hit, "document_unreadable", "reader", {}, "A"};
  }
  if (!reading.findings.empty()) return {CheckState::review, reading.findings.front(), "reader", {}, ""};
  if (!input.document.issuer_known) return {CheckState::review, "issuer_unknown", "reader", {}, ""};
  if (std::ranges::find(reading.notes, kSpecimen) != reading.notes.end()) {
    return {CheckState::review, std::string(kSpecimen), "reader", {}, ""};
  }
  if (!reading.notes.empty()) return {CheckState::info, reading.notes.front(), "reader", {}, ""};
  if (reading.typed_by_hand) return {CheckState::info, "typed_by_hand", "reader", {}, ""};
  return {CheckState::clear, "", "reader", {}, ""};
}

// A document that does not serve: blocks the entry of a foreigner, and is a matter to explain otherwise,
// since nobody is kept inside for an old passport and a state must let its own nationals in.
Judged does_not_serve(const AssessmentInput& input, std::string reason, const std::string& source) {
  const bool blocks = input.direction == Direction::entry && !input.own_national;
  return {blocks ? CheckState::hit : CheckState::review, std::move(reason), source, {}, blocks ? "A" : ""};
}

Judged judge_dates(const AssessmentInput& input, const DocumentRules& rules, const std::string& source) {
  const DateStatus status = date_status(input.document.expires_on, input.on, rules);
  const std::string reason{name(status)};
  const bool lenient = input.direction == Direction::exit || input.own_national;
  switch (status) {
    case DateStatus::valid:
      return {CheckState::clear, "", source, {}, ""};
    case DateStatus::expires_soon:
      return {CheckState::info, reason, source, {}, ""};
    case DateStatus::remaining_validity_short:
      if (lenient) return {CheckState::info, reason, source, {}, ""};
      return {CheckState::review, reason, source, {}, "A"};
    case DateStatus::document_expired:
      return does_not_serve(input, reason, source);
    case DateStatus::no_expiry_date:
    case DateStatus::impossible_date:
      return {CheckState::review, reason, source, {}, ""};
  }
  __builtin_unreachable();
}

Judged judge_validity(const AssessmentInput& input, const DocumentRules& rules) {
  const std::string source = rules.id + "@" + rules.edition;
  if (!input.reading.readable) return not_checked("document_unreadable");
  const AcceptanceLine line = acceptance(input.document, rules);
  if (line.acceptance == "refused") return does_not_serve(input, line.reason, source);
  const Judged dates = judge_dates(input, rules, source);
  const bool dates_first = dates.state == CheckState::hit || dates.state == CheckState::review;
  if (line.acceptance == "review" && !input.own_national && !dates_first) {
    return {CheckState::review, line.reason, source, {}, ""};
  }
  return dates;
}

Judged judge_stay_on_entry(const StayCount& all, const StayCount& closed, const std::string& source) {
  if (closed.remaining == 0) return {CheckState::hit, "stay_used_up", source, {}, "F"};
  if (all.open_since) {
    return {CheckState::review, "exit_not_recorded", source, {}, all.remaining == 0 ? "F" : ""};
  }
  return {
      all.used > 0 ? CheckState::info : CheckState::clear, all.used > 0 ? "days_used" : "", source, {}, ""};
}

Judged judge_stay_on_exit(const StayCount& all, const std::string& source) {
  if (all.overstayed > 0) return {CheckState::info, "overstayed", source, {}, ""};
  if (!all.open_since) return {CheckState::info, "entry_not_recorded", source, {}, ""};
  return {CheckState::clear, "", source, {}, ""};
}

Judged judge_stay(const AssessmentInput& input, const Rules& rules) {
  if (input.own_national) return {CheckState::clear, "own_national", "", {}, ""};
  if (!input.reading.readable) return not_checked("document_unreadable");
  if (input.stay_regime != StayRegime::short_stay) return {CheckState::clear, "days_not_counted", "", {}, ""};
  const StayRule* rule = rule_in_force(rules.stay, input.on);
  if (rule == nullptr) return not_checked("no_stay_rule");
  const std::string source = versioned_name(*rule);
  if (!input.history_answered || !input.stay) return {CheckState::unavailable, "no_history", source, {}, ""};
  if (input.direction == Direction::exit) return judge_stay_on_exit(*input.stay, source);
  return judge_stay_on_entry(*input.stay, input.stay_without_open.value_or(*input.stay), source);
}

Judged judge_visa(const AssessmentInput& input, const Rules& rules) {
  const VisaFacts& visa = input.visa;
  if (!visa.register_known) return not_checked("no_visa_register");
  const std::string source = rules.permits.id + "@" + rules.permits.edition;
  if (input.own_national) return {CheckState::clear, "own_national", source, {}, ""};
  if (visa.in_force) return {CheckState::clear, "permit_in_force", source, {}, ""};
  if (visa.regime == VisaRegime::exempt && visa.shortcoming.empty()) {
    return {CheckState::clear, "visa_exempt", source, {}, ""};
  }
  const std::string reason = visa.shortcoming.empty() ? "no_visa_on_record" : visa.shortcoming;
  if (visa.regime == VisaRegime::exempt || input.direction == Direction::exit) {
    return {CheckState::info, reason, source, {}, ""};
  }
  return {CheckState::review, reason, source, {}, "C"};
}

Judged judge(CheckName check, const AssessmentInput& input, const Rules& rules) {
  switch (check) {
    case CheckName::watchlist:
      return judge_watchlist(input.watchlist);
    case CheckName::document_status:
      return with_attention(judge_document_status(input.watchlist, input.has_document_list), input.attention);
    case CheckName::chip:
      return not_checked("no_reader");
    case CheckName::check_digits:
      return judge_check_digits(input);
    case CheckName::validity:
      return judge_validity(input, rules.document);
    case CheckName::visa:
      return judge_visa(input, rules);
    case CheckName::stay:
      return judge_stay(input, rules);
    case CheckName::advance_data:
      return not_checked("no_carrier_data");
  }
  __builtin_unreachable();
}

Verdict verdict_of(const Check& check) {
  const bool record = check.name == CheckName::watchlist || check.name == CheckName::document_status;
  switch (check.state) {
    case CheckState::clear:
    case CheckState::not_checked:
      return Verdict::nothing_found;
    case CheckState::info:
      return Verdict::note;
    case CheckState::review:
    case CheckState::unavailable:
      return Verdict::review;
    case CheckState::hit:
      return record ? Verdict::compare : Verdict::review;
  }
  __builtin_unreachable();
}

bool must_be_explained(CheckState state) {
  return state == CheckState::review || state == CheckState::unavailable;
}

using Grounds = std::set<std::string>;

void add_check(CheckName name, Judged judged, std::int64_t took_us, Assessment& assessment,
               Grounds& grounds) {
  if (!judged.ground.empty()) grounds.insert(judged.ground);
  assessment.checks.push_back(
      {name, judged.state, std::move(judged.reason), std::move(judged.source), took_us, judged.age_s});
}

// What follows from the checks.
Assessment concluded(Assessment assessment, const Grounds& grounds, Direction direction) {
  for (const Check& check : assessment.checks) {
    if (check.state == CheckState::hit) assessment.blocked_by.push_back(check.reason);
    if (must_be_explained(check.state)) assessment.needs_reason.emplace_back(name(check.name));
    assessment.verdict = std::max(assessment.verdict, verdict_of(check));
  }
  assessment.admit_allowed = assessment.blocked_by.empty();
  if (direction == Direction::entry) assessment.refusal_grounds.assign(grounds.begin(), grounds.end());
  return assessment;
}

// Grounds that do not come from records: F of the stay as it was, A from what the document is.
Grounds grounds_beside_records(const Assessment& before) {
  Grounds grounds;
  if (std::ranges::find(before.refusal_grounds, "F") != before.refusal_grounds.end()) grounds.insert("F");
  for (const Check& check : before.checks) {
    const bool document = check.name == CheckName::check_digits || check.name == CheckName::validity;
    const bool too_short = check.reason == name(DateStatus::remaining_validity_short);
    if (document && (check.state == CheckState::hit || (check.state == CheckState::review && too_short))) {
      grounds.insert("A");
    }
  }
  return grounds;
}

}  // namespace

Assessment assess(const AssessmentInput& input, const Rules& rules) {
  Assessment assessment;
  Grounds grounds;
  for (std::size_t place = 0; place < kAllChecks.size(); ++place) {
    const CheckName check = kAllChecks[place];
    const bool relaxed = std::ranges::find(input.relaxed, check) != input.relaxed.end();
    add_check(check, relaxed ? not_checked(std::string(kRelaxed)) : judge(check, input, rules),
              input.took_us[place], assessment, grounds);
  }
  return concluded(std::move(assessment), grounds, input.direction);
}

Assessment reassess(const Assessment& before, const SearchFacts& search, Direction direction) {
  Assessment assessment;
  Grounds grounds = grounds_beside_records(before);
  for (const Check& check : before.checks) {
    const bool listed = check.state != CheckState::not_checked;
    if (check.name == CheckName::watchlist) {
      add_check(check.name, judge_watchlist(search), check.took_us, assessment, grounds);
    } else if (check.name == CheckName::document_status) {
      auto judged = with_attention(judge_document_status(search, listed), {check.reason});
      add_check(check.name, std::move(judged), check.took_us, assessment, grounds);
    } else {
      assessment.checks.push_back(check);
    }
  }
  return concluded(std::move(assessment), grounds, direction);
}

Assessment reclassify(const Assessment& before, const AssessmentInput& input, const Rules& rules) {
  Assessment assessment;
  Grounds grounds(before.refusal_grounds.begin(), before.refusal_grounds.end());
  grounds.erase("C");
  grounds.erase("F");
  for (const Check& check : before.checks) {
    const bool by_class = check.name == CheckName::visa || check.name == CheckName::stay;
    if (by_class && check.reason != kRelaxed) {
      add_check(check.name, judge(check.name, input, rules), check.took_us, assessment, grounds);
    } else {
      assessment.checks.push_back(check);
    }
  }
  return concluded(std::move(assessment), grounds, input.direction);
}

}  // namespace cardea::crossings
