#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

// Paper for the time when nothing else works: blanks printed ahead, each with a number of its own that tells
// when it was copied wrongly, and entered once. Law: Regulation (EU) 2017/2226, Article 21.

namespace cardea::continuity {

/// data/rules/paper_forms.json.
struct PaperRules {
  std::string id;
  std::string edition;
  std::string legal_source;
  int late_after_hours = 0;  ///< what is entered later than this is late
  int oldest_days = 0;       ///< what happened longer ago is not entered any more
  int at_once_max = 0;       ///< blanks in one batch
};
BOOST_DESCRIBE_STRUCT(PaperRules, (), (id, edition, legal_source, late_after_hours, oldest_days, at_once_max))

/// Fails `malformed/rule_out_of_range` and as the codec.
[[nodiscard]] Result<PaperRules> parse_paper_rules(std::string_view json_text);
[[nodiscard]] const PaperRules& standard_paper_rules();

/// The blank in one language: data/forms/paper/<language>.json. `rows` are the lines to write on, in their
/// order.
struct PaperTexts {
  std::string language;
  std::string direction;  ///< "ltr" or "rtl"
  std::string edition;
  std::map<std::string, std::string> texts;
  std::vector<std::string> rows;
};
BOOST_DESCRIBE_STRUCT(PaperTexts, (), (language, direction, edition, texts, rows))

[[nodiscard]] Result<PaperTexts> parse_paper_texts(std::string_view json_text);
[[nodiscard]] const std::vector<PaperTexts>& standard_paper_texts();
/// Null when there is no blank in this language.
[[nodiscard]] const PaperTexts* find_paper_texts(std::string_view language);

/// "NG-2026-00017-46": initials of the post, year, count, and two check digits over all of it (ISO/IEC 7064,
/// MOD 97-10), which find every wrong character and every swapped pair.
[[nodiscard]] std::string paper_number(std::string_view post, int year, std::int64_t count);
/// A number as typed, in any case and with any blanks, as it was printed. Fails
/// `malformed/paper_number_invalid` (not of the form), `malformed/paper_number_miscopied` (check digits).
[[nodiscard]] Result<std::string> read_paper_number(std::string_view typed);

/// How late something is entered.
struct PaperDelay {
  std::int64_t minutes = 0;
  bool late = false;
};
/// Fails `malformed/happened_in_future`, `malformed/happened_too_long_ago`.
[[nodiscard]] Result<PaperDelay> delay_of(Instant happened, Instant entered, const PaperRules& rules);

}  // namespace cardea::continuity
