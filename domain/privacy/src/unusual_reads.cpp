#include "cardea/privacy/unusual_reads.hpp"

#include <algorithm>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "rules_data.hpp"

namespace cardea::privacy {
namespace {

constexpr int kMinutesOfDay = 24 * 60;

/// Minutes of "HH:MM", up to 24:00.
std::optional<int> minutes_of(std::string_view text) {
  const auto pieces = split(text, ':');
  if (pieces.size() != 2 || pieces[0].size() != 2 || pieces[1].size() != 2) return std::nullopt;
  const auto hours = parse_number(pieces[0]);
  const auto minutes = parse_number(pieces[1]);
  if (!hours || !minutes || *minutes > 59) return std::nullopt;
  const auto all = *hours * 60 + *minutes;
  return all >= 0 && all <= kMinutesOfDay ? std::optional(static_cast<int>(all)) : std::nullopt;
}

bool in_range(const UnusualReads& rules) {
  const bool origin = !rules.id.empty() && !rules.edition.empty() && !rules.legal_source.empty();
  return origin && rules.bulk_subjects >= 1 && rules.bulk_minutes >= 1 && rules.repeated_reads >= 1 &&
         rules.repeated_days >= 1 && minutes_of(rules.hours_from) && minutes_of(rules.hours_until);
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  for (const auto piece : split(name, ' ')) {
    if (!trim(piece).empty()) words.emplace_back(trim(piece));
  }
  return words;
}

bool same_identifier(const std::string& written, const std::string& read) {
  const people::PersonName visual{written, "", false};
  return people::compare_names(visual, {read, "", false}) != people::NameAgreement::differs;
}

/// "M." or "M" stands for every given name that begins with it.
bool is_initial_of(std::string_view word, std::string_view given) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return word.size() == 1 && !given.empty() && ascii_upper(word.front()) == ascii_upper(given.front());
}

enum class Likeness : std::uint8_t { none, surname, whole };

/// The officer's words without those at [first, first + count), against the given names.
bool given_names_agree(const std::vector<std::string>& words, std::size_t first, std::size_t count,
                       const std::string& secondary) {
  const auto given = words_of(secondary);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i >= first && i < first + count) continue;
    for (const auto& one : given) {
      if (is_initial_of(words[i], one) || same_identifier(words[i], one)) return true;
    }
  }
  return false;
}

/// A display name does not say which of its words are the family name: each run of words may be.
Likeness likeness_of(std::string_view officer_name, const people::PersonName& person) {
  const auto words = words_of(officer_name);
  const std::size_t count = words_of(person.primary).size();
  auto likeness = Likeness::none;
  if (count == 0 || count > words.size()) return likeness;
  for (std::size_t first = 0; first + count <= words.size(); ++first) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
    const std::vector<std::string> run(begin, begin + static_cast<std::ptrdiff_t>(count));
    if (!same_identifier(join(run, " "), person.primary)) continue;
    if (given_names_agree(words, first, count, person.secondary)) return Likeness::whole;
    likeness = Likeness::surname;
  }
  return likeness;
}

bool outside(int minute, const UnusualReads& rules) {
  const int from = minutes_of(rules.hours_from).value_or(0);
  const int until = minutes_of(rules.hours_until).value_or(kMinutesOfDay);
  if (from < until) return minute < from || minute >= until;
  return minute < from && minute >= until;
}

bool away_from_lane(const ReadFacts& facts, const UnusualReads& rules) {
  return facts.lane && facts.lane->empty() &&
         std::ranges::find(rules.lane_expected, facts.what) != rules.lane_expected.end();
}

}  // namespace

bool parse(std::string_view word, ReadFlag& flag) {
  const auto* const found = std::ranges::find(kReadFlagWords, word);
  if (found == kReadFlagWords.end()) return false;
  flag = static_cast<ReadFlag>(found - kReadFlagWords.begin());
  return true;
}

bool parse(std::string_view word, ReadJudgement& judgement) {
  const auto* const found = std::ranges::find(kReadJudgementWords, word);
  if (found == kReadJudgementWords.end()) return false;
  judgement = static_cast<ReadJudgement>(found - kReadJudgementWords.begin());
  return true;
}

Result<UnusualReads> parse_unusual_reads(std::string_view json_text) {
  const auto value = parse_json(json_text);
  if (!value) return pass_on(value);
  auto rules = from_json<UnusualReads>(*value);
  if (rules && !in_range(*rules)) return fail(ErrorKind::malformed, "rule_out_of_range", rules->id);
  return rules;
}

const UnusualReads& standard_unusual_reads() {
  static const UnusualReads rules = [] {
    auto parsed = parse_unusual_reads(unusual_reads_text());
    CARDEA_ASSERT(parsed.has_value());
    return *std::move(parsed);
  }();
  return rules;
}

std::vector<ReadFlag> judge(const ReadFacts& facts, const UnusualReads& rules) {
  std::vector<ReadFlag> flags;
  const auto likeness = facts.person ? likeness_of(facts.officer_name, *facts.person) : Likeness::none;
  if (likeness == Likeness::whole) flags.push_back(ReadFlag::own_name);
  if (likeness == Likeness::surname) flags.push_back(ReadFlag::same_surname);
  if (!facts.own_work && facts.subjects > rules.bulk_subjects) flags.push_back(ReadFlag::bulk);
  const bool repeated = facts.same_person > rules.repeated_reads && !facts.inspected;
  if (!facts.own_work && repeated) flags.push_back(ReadFlag::repeated);
  if (away_from_lane(facts, rules)) flags.push_back(ReadFlag::no_lane);
  if (outside(facts.minute_of_day, rules)) flags.push_back(ReadFlag::outside_hours);
  return flags;
}

}  // namespace cardea::privacy
