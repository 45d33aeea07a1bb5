#pragma once

#include <array>
#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/result.hpp"
#include "cardea/people/name.hpp"

namespace cardea::privacy {

/// Why a look at personal data is worth an auditor's look. A flag accuses nobody: it says what to ask about.
enum class ReadFlag : std::uint8_t {
  own_name,       ///< the officer and the person bear the same name
  same_surname,   ///< the same family name: perhaps a relative, perhaps a common name
  bulk,           ///< many different subjects within minutes
  repeated,       ///< one person again and again without an inspection
  no_lane,        ///< what is looked at in a lane was looked at away from one
  outside_hours,  ///< outside the hours of the post
};

/// The words, in the order of the enumerators.
inline constexpr std::array<std::string_view, 6> kReadFlagWords{
    "own_name", "same_surname", "bulk", "repeated", "no_lane", "outside_hours",
};

[[nodiscard]] constexpr std::string_view name(ReadFlag flag) {
  return kReadFlagWords.at(static_cast<std::size_t>(flag));
}
[[nodiscard]] bool parse(std::string_view word, ReadFlag& flag);

/// What somebody other than the reader made of an unusual look.
enum class ReadJudgement : std::uint8_t {
  justified,
  unjustified,
  needs_explanation,  ///< the reader is asked; not the last word
};

/// The words, in the order of the enumerators.
inline constexpr std::array<std::string_view, 3> kReadJudgementWords{"justified", "unjustified",
                                                                     "needs_explanation"};

[[nodiscard]] constexpr std::string_view name(ReadJudgement judgement) {
  return kReadJudgementWords.at(static_cast<std::size_t>(judgement));
}
[[nodiscard]] bool parse(std::string_view word, ReadJudgement& judgement);

/// The thresholds: data/rules/unusual_reads.json.
struct UnusualReads {
  std::string id;
  std::string edition;
  std::string legal_source;
  int bulk_subjects = 0;                   ///< more different subjects than this ...
  int bulk_minutes = 0;                    ///< ... within so many minutes
  int repeated_reads = 0;                  ///< more looks at one person than this ...
  int repeated_days = 0;                   ///< ... within so many days
  std::vector<std::string> lane_expected;  ///< what is looked at in a lane only
  std::string hours_from;                  ///< "HH:MM" by the clock of the post
  std::string hours_until;                 ///< "HH:MM"; earlier than `hours_from` spans midnight
};
BOOST_DESCRIBE_STRUCT(UnusualReads, (),
                      (id, edition, legal_source, bulk_subjects, bulk_minutes, repeated_reads, repeated_days,
                       lane_expected, hours_from, hours_until))

/// Fails `malformed/rule_out_of_range` and as the codec.
[[nodiscard]] Result<UnusualReads> parse_unusual_reads(std::string_view json_text);
/// Those built into the program.
[[nodiscard]] const UnusualReads& standard_unusual_reads();

/// One look, and what the officer did around it.
struct ReadFacts {
  std::string officer_name;                  ///< as shown to colleagues: "Anna Eriksson", "M. Diallo"
  std::optional<people::PersonName> person;  ///< of the traveller, as in the machine readable zone
  std::string what;
  bool own_work = false;            ///< the officer inspected this person in this very act
  bool inspected = false;           ///< ... or lately
  std::optional<std::string> lane;  ///< empty away from a lane; absent when it is not known
  std::int64_t subjects = 0;        ///< different ones in the last `bulk_minutes`, this one included
  std::int64_t same_person = 0;     ///< looks at this person in the last `repeated_days`, this one included
  int minute_of_day = 0;            ///< by the clock of the post
};

/// In the order of the enumerators. `own_name` takes the place of `same_surname`.
[[nodiscard]] std::vector<ReadFlag> judge(const ReadFacts& facts, const UnusualReads& rules);

}  // namespace cardea::privacy
