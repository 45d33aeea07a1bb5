#pragma once

#include <array>
#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

// What persons may ask about the data kept of them. Law: Regulation (EU) 2016/679, Articles 12 and 15 to 18;
// Directive (EU) 2016/680, Articles 12 to 17.

namespace cardea::privacy {

enum class RequestKind : std::uint8_t {
  access,       ///< what is kept of me, and who got it?
  correction,   ///< what is kept is wrong
  erasure,      ///< what is kept should not be
  restriction,  ///< keep it, and use it for nothing else meanwhile
};

/// The words, in the order of the enumerators.
inline constexpr std::array<std::string_view, 4> kRequestKindWords{"access", "correction", "erasure",
                                                                   "restriction"};

[[nodiscard]] constexpr std::string_view name(RequestKind kind) {
  return kRequestKindWords.at(static_cast<std::size_t>(kind));
}
[[nodiscard]] bool parse(std::string_view word, RequestKind& kind);

/// How a request of one kind may end.
struct RequestAnswers {
  std::string kind;
  std::vector<std::string> outcomes;
};
BOOST_DESCRIBE_STRUCT(RequestAnswers, (), (kind, outcomes))

/// Deadlines, ways and limits of answering: data/rules/data_subject_rights.json.
struct DataSubjectRules {
  std::string id;
  std::string edition;
  std::string legal_source;
  int answer_months = 0;
  int extension_months = 0;  ///< on top, once, with a reason
  std::vector<std::string> identity_checks;
  std::vector<RequestAnswers> answers;
  std::vector<std::string> correctable;  ///< fields of a traveller
  /// Public lists whose comparisons with the person are told. What met any other list is never told, nor
  /// whether it met anything.
  std::vector<std::string> told_hit_sources;
  std::vector<std::string> purposes;  ///< words of data/rules/purposes.json that data of travellers serves
};
BOOST_DESCRIBE_STRUCT(DataSubjectRules, (),
                      (id, edition, legal_source, answer_months, extension_months, identity_checks, answers,
                       correctable, told_hit_sources, purposes))

/// Fails `malformed/rule_out_of_range` and as the codec.
[[nodiscard]] Result<DataSubjectRules> parse_data_subject_rules(std::string_view json_text);
/// Those built into the program.
[[nodiscard]] const DataSubjectRules& standard_data_subject_rules();
/// "id@edition".
[[nodiscard]] std::string versioned_name(const DataSubjectRules& rules);

/// The same day so many months later; the last day of that month where it has no such day.
[[nodiscard]] Date months_after(Date from, int months);
/// The last day for the answer to what was received on a day.
[[nodiscard]] Date answer_due_on(Date received, bool extended, const DataSubjectRules& rules);
[[nodiscard]] bool may_end(RequestKind kind, std::string_view outcome, const DataSubjectRules& rules);

/// Whether a value may stand in a field of a traveller, as MRZ letters where it is a name. Fails
/// `malformed/field_not_correctable`, `malformed/field_value_invalid`.
[[nodiscard]] Done may_correct(std::string_view field, std::string_view value, const DataSubjectRules& rules);

/// The answer in one language: data/forms/data_subject/<language>.json.
struct LetterTexts {
  std::string language;
  std::string direction;  ///< "ltr" or "rtl"
  std::string edition;
  std::map<std::string, std::string> texts;
};
BOOST_DESCRIBE_STRUCT(LetterTexts, (), (language, direction, edition, texts))

/// Every language must have the same texts. Fails `malformed/rule_out_of_range` and as the codec.
[[nodiscard]] Result<LetterTexts> parse_letter(std::string_view json_text);
/// A text of the letter; the key itself where the language has none, so that a word is never lost.
[[nodiscard]] std::string text_in(const LetterTexts& letter, std::string_view key);
/// Null when there is no letter in this language.
[[nodiscard]] const LetterTexts* find_letter(std::string_view language);
[[nodiscard]] const std::vector<LetterTexts>& standard_letters();

}  // namespace cardea::privacy
