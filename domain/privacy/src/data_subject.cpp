#include "cardea/privacy/data_subject.hpp"

#include <algorithm>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/codec.hpp"
#include "rules_data.hpp"

namespace cardea::privacy {
namespace {

constexpr int kMonthsMax = 12;
constexpr std::size_t kNameLettersMax = 150;
constexpr std::array<std::string_view, 3> kSexes{"female", "male", "unspecified"};

bool holds(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool in_range(const DataSubjectRules& rules) {
  const bool origin = !rules.id.empty() && !rules.edition.empty() && !rules.legal_source.empty();
  const bool deadlines = rules.answer_months >= 1 && rules.answer_months <= kMonthsMax &&
                         rules.extension_months >= 0 && rules.extension_months <= kMonthsMax;
  const auto answered = [&](std::string_view kind) {
    const auto found = std::ranges::find(rules.answers, kind, &RequestAnswers::kind);
    return found != rules.answers.end() && !found->outcomes.empty();
  };
  return origin && deadlines && !rules.identity_checks.empty() &&
         std::ranges::all_of(kRequestKindWords, answered);
}

int last_day_of(int year, int month) {
  int day = 31;
  while (!Date::create(year, month, day)) --day;
  return day;
}

bool is_name(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || c == ' '; };
  return text.size() <= kNameLettersMax && std::ranges::all_of(text, fits);
}

bool is_state(std::string_view text) {
  return !text.empty() && text.size() <= 3 &&
         std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool fits_field(std::string_view field, std::string_view value) {
  if (field == "primary_identifier") return !value.empty() && is_name(value);
  if (field == "secondary_identifier") return is_name(value);
  if (field == "birth_date") return parse_partial_date(value).has_value();
  if (field == "sex") return std::ranges::find(kSexes, value) != kSexes.end();
  if (field == "nationality") return is_state(value);
  return false;
}

LetterTexts built_in(std::string_view json_text) {
  auto parsed = parse_letter(json_text);
  CARDEA_ASSERT(parsed.has_value());
  return *std::move(parsed);
}

}  // namespace

bool parse(std::string_view word, RequestKind& kind) {
  const auto* const found = std::ranges::find(kRequestKindWords, word);
  if (found == kRequestKindWords.end()) return false;
  kind = static_cast<RequestKind>(found - kRequestKindWords.begin());
  return true;
}

Result<DataSubjectRules> parse_data_subject_rules(std::string_view json_text) {
  const auto value = parse_json(json_text);
  if (!value) return pass_on(value);
  auto rules = from_json<DataSubjectRules>(*value);
  if (rules && !in_range(*rules)) return fail(ErrorKind::malformed, "rule_out_of_range", rules->id);
  return rules;
}

const DataSubjectRules& standard_data_subject_rules() {
  static const DataSubjectRules rules = [] {
    auto parsed = parse_data_subject_rules(data_subject_rights_text());
    CARDEA_ASSERT(parsed.has_value());
    return *std::move(parsed);
  }();
  return rules;
}

std::string versioned_name(const DataSubjectRules& rules) { return rules.id + "@" + rules.edition; }

Date months_after(Date from, int months) {
  const int count = from.year() * 12 + from.month() - 1 + months;
  const int year = count / 12;
  const int month = count % 12 + 1;
  return *Date::create(year, month, std::min(from.day(), last_day_of(year, month)));
}

Date answer_due_on(Date received, bool extended, const DataSubjectRules& rules) {
  return months_after(received, rules.answer_months + (extended ? rules.extension_months : 0));
}

bool may_end(RequestKind kind, std::string_view outcome, const DataSubjectRules& rules) {
  const auto found = std::ranges::find(rules.answers, name(kind), &RequestAnswers::kind);
  return found != rules.answers.end() && holds(found->outcomes, outcome);
}

Done may_correct(std::string_view field, std::string_view value, const DataSubjectRules& rules) {
  if (!holds(rules.correctable, field)) return fail(ErrorKind::malformed, "field_not_correctable");
  if (!fits_field(field, value)) return fail(ErrorKind::malformed, "field_value_invalid");
  return {};
}

Result<LetterTexts> parse_letter(std::string_view json_text) {
  const auto value = parse_json(json_text);
  if (!value) return pass_on(value);
  auto letter = from_json<LetterTexts>(*value);
  if (!letter) return letter;
  const bool sane = !letter->language.empty() && !letter->edition.empty() &&
                    (letter->direction == "ltr" || letter->direction == "rtl") &&
                    letter->texts.contains("neutral") && letter->texts.contains("title");
  if (!sane) return fail(ErrorKind::malformed, "rule_out_of_range", letter->language);
  return letter;
}

const std::vector<LetterTexts>& standard_letters() {
  static const std::vector<LetterTexts> letters{
      built_in(data_subject_letter_en_text()), built_in(data_subject_letter_fr_text()),
      built_in(data_subject_letter_es_text()), built_in(data_subject_letter_pt_text()),
      built_in(data_subject_letter_ar_text())};
  return letters;
}

std::string text_in(const LetterTexts& letter, std::string_view key) {
  const auto found = letter.texts.find(std::string(key));
  return found == letter.texts.end() ? std::string(key) : found->second;
}

const LetterTexts* find_letter(std::string_view language) {
  const auto found = std::ranges::find(standard_letters(), language, &LetterTexts::language);
  return found == standard_letters().end() ? nullptr : &*found;
}

}  // namespace cardea::privacy
