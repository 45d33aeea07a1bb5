#include "cardea/continuity/paper.hpp"

#include <algorithm>
#include <array>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::continuity {

std::string_view paper_forms_text();
std::string_view paper_form_en_text();
std::string_view paper_form_fr_text();
std::string_view paper_form_es_text();
std::string_view paper_form_pt_text();
std::string_view paper_form_ar_text();

namespace {

constexpr int kModulus = 97;
constexpr int kHoursMax = 24 * 365;
constexpr int kDaysMax = 3660;
constexpr int kCountMax = 500;
constexpr std::size_t kInitialsMax = 3;
constexpr std::size_t kCountDigits = 5;
constexpr std::int64_t kMicrosecondsPerMinute = 60'000'000;
constexpr std::int64_t kMinutesPerDay = 24 * 60;

bool in_range(const PaperRules& rules) {
  const bool origin = !rules.id.empty() && !rules.edition.empty() && !rules.legal_source.empty();
  return origin && rules.late_after_hours >= 1 && rules.late_after_hours <= kHoursMax &&
         rules.oldest_days >= 1 && rules.oldest_days <= kDaysMax && rules.at_once_max >= 1 &&
         rules.at_once_max <= kCountMax;
}

template <class T>
T built_in(Result<T> parsed) {
  CARDEA_ASSERT(parsed.has_value());
  return *std::move(parsed);
}

std::string digits_of(std::int64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

/// The first letters of the words: "North Gate" is NG. A name without a letter A to Z is XX.
std::string initials_of(std::string_view post) {
  std::string initials;
  for (const auto word : split(post, ' ')) {
    if (!word.empty() && is_ascii_alnum(word.front()) && !is_ascii_digit(word.front()) &&
        initials.size() < kInitialsMax) {
      initials.push_back(ascii_upper(word.front()));
    }
  }
  return initials.empty() ? "XX" : initials;
}

/// Remainder of the characters read as a number, letters as 10 to 35.
int remainder_of(std::string_view text) {
  int remainder = 0;
  for (const char c : text) {
    if (is_ascii_digit(c)) remainder = (remainder * 10 + (c - '0')) % kModulus;
    if (is_ascii_upper(c)) remainder = (remainder * 100 + (c - 'A' + 10)) % kModulus;
  }
  return remainder;
}

std::string check_digits_of(std::string_view body) {
  return digits_of(kModulus + 1 - remainder_of(std::string(body) + "00"), 2);
}

bool all(std::string_view text, bool (*fits)(char)) {
  return !text.empty() && std::ranges::all_of(text, fits);
}

/// Letters, year, count, check digits, with hyphens between them.
bool is_number_form(const std::vector<std::string_view>& pieces) {
  return pieces.size() == 4 && all(pieces[0], is_ascii_upper) && pieces[0].size() <= kInitialsMax &&
         all(pieces[1], is_ascii_digit) && pieces[1].size() == 4 && all(pieces[2], is_ascii_digit) &&
         pieces[2].size() >= kCountDigits && pieces[2].size() <= 9 && all(pieces[3], is_ascii_digit) &&
         pieces[3].size() == 2;
}

}  // namespace

Result<PaperRules> parse_paper_rules(std::string_view json_text) {
  const auto value = parse_json(json_text);
  if (!value) return pass_on(value);
  auto rules = from_json<PaperRules>(*value);
  if (rules && !in_range(*rules)) return fail(ErrorKind::malformed, "rule_out_of_range", rules->id);
  return rules;
}

const PaperRules& standard_paper_rules() {
  static const PaperRules rules = built_in(parse_paper_rules(paper_forms_text()));
  return rules;
}

Result<PaperTexts> parse_paper_texts(std::string_view json_text) {
  const auto value = parse_json(json_text);
  if (!value) return pass_on(value);
  auto texts = from_json<PaperTexts>(*value);
  if (!texts) return texts;
  const bool sane = !texts->language.empty() && !texts->edition.empty() && !texts->rows.empty() &&
                    texts->texts.contains("title") &&
                    (texts->direction == "ltr" || texts->direction == "rtl");
  if (!sane) return fail(ErrorKind::malformed, "rule_out_of_range", texts->language);
  return texts;
}

const std::vector<PaperTexts>& standard_paper_texts() {
  static const std::vector<PaperTexts> texts{
      built_in(parse_paper_texts(paper_form_en_text())), built_in(parse_paper_texts(paper_form_fr_text())),
      built_in(parse_paper_texts(paper_form_es_text())), built_in(parse_paper_texts(paper_form_pt_text())),
      built_in(parse_paper_texts(paper_form_ar_text()))};
  return texts;
}

const PaperTexts* find_paper_texts(std::string_view language) {
  const auto found = std::ranges::find(standard_paper_texts(), language, &PaperTexts::language);
  return found == standard_paper_texts().end() ? nullptr : &*found;
}

std::string paper_number(std::string_view post, int year, std::int64_t count) {
  std::string body = initials_of(post);
  body.append("-").append(digits_of(year, 4)).append("-").append(digits_of(count, kCountDigits));
  const std::string check = check_digits_of(body);
  return body.append("-").append(check);
}

Result<std::string> read_paper_number(std::string_view typed) {
  std::string number = to_ascii_upper(typed);
  std::erase_if(number, is_ascii_space);
  const auto pieces = split(number, '-');
  if (!is_number_form(pieces)) return fail(ErrorKind::malformed, "paper_number_invalid");
  if (remainder_of(number) != 1) return fail(ErrorKind::malformed, "paper_number_miscopied");
  return number;
}

Result<PaperDelay> delay_of(Instant happened, Instant entered, const PaperRules& rules) {
  if (happened > entered) return fail(ErrorKind::malformed, "happened_in_future");
  const std::int64_t minutes = (entered.us - happened.us) / kMicrosecondsPerMinute;
  if (minutes > rules.oldest_days * kMinutesPerDay) {
    return fail(ErrorKind::malformed, "happened_too_long_ago");
  }
  return PaperDelay{minutes, minutes > std::int64_t{rules.late_after_hours} * 60};
}

}  // namespace cardea::continuity
