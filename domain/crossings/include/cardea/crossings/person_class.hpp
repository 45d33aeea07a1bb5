#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"

// Who a person is to the law of the border: an own national, a sailor, a visitor who needs a visa. The
// classes with their rules are data (data/rules/person_classes.json).

namespace cardea::crossings {

/// How long a person of a class may stay.
enum class StayRegime : std::uint8_t {
  unlimited,   ///< no days are counted: nationals, free movement
  short_stay,  ///< by the stay rule in force
  by_permit,   ///< as long as the permit says
  by_mission   ///< as long as the duty lasts: crews, rescue services, heads of state
};

[[nodiscard]] constexpr std::string_view name(StayRegime regime) {
  switch (regime) {
    case StayRegime::unlimited:
      return "unlimited";
    case StayRegime::short_stay:
      return "short_stay";
    case StayRegime::by_permit:
      return "by_permit";
    case StayRegime::by_mission:
      return "by_mission";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, StayRegime& regime);

/// Whether a person of a class needs a visa or another permit.
enum class VisaRegime : std::uint8_t { exempt, required, permit };

[[nodiscard]] constexpr std::string_view name(VisaRegime regime) {
  switch (regime) {
    case VisaRegime::exempt:
      return "exempt";
    case VisaRegime::required:
      return "required";
    case VisaRegime::permit:
      return "permit";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, VisaRegime& regime);

/// One class with its rules. The first class of the file of whose `when` every word is a fact is a person's,
/// unless an officer states another that may be stated.
struct PersonClassRule {
  std::string word;                 ///< "own_national"
  std::vector<std::string> when;    ///< words of `facts_of`; empty when it can only be stated
  bool may_be_stated = false;       ///< by an officer, with a reason
  bool beside = false;              ///< stands beside another class instead of one: a minor, a school group
  std::string stay;                 ///< a StayRegime
  std::string visa;                 ///< a VisaRegime
  bool minimum_check = false;       ///< identity and document only, others at random
  bool stamp = true;                ///< crossing is noted in the passport
  bool second_line_only = false;    ///< the first line does not decide
  std::vector<std::string> duties;  ///< what else the officer looks at, in words
  std::string legal_source;
};
BOOST_DESCRIBE_STRUCT(PersonClassRule, (),
                      (word, when, may_be_stated, beside, stay, visa, minimum_check, stamp, second_line_only,
                       duties, legal_source))

struct DocumentCodeFact {
  std::string code;  ///< the document code is this, or begins with it when it ends in `*`
  std::string fact;
};
BOOST_DESCRIBE_STRUCT(DocumentCodeFact, (), (code, fact))

struct NationalityFact {
  std::string nationality;
  std::string fact;
};
BOOST_DESCRIBE_STRUCT(NationalityFact, (), (nationality, fact))

struct PersonClasses {
  std::string id;
  std::string edition;
  std::string legal_source;
  Date valid_from;
  std::optional<Date> valid_to;
  int minor_below = 18;
  std::vector<std::string> free_movement;  ///< nationals of these move freely among these
  std::vector<std::string> visa_area;      ///< states for which `visa_free` is the law
  std::vector<std::string> visa_free;
  std::vector<DocumentCodeFact> document_codes;
  std::vector<NationalityFact> nationalities;
  std::vector<PersonClassRule> classes;
};
BOOST_DESCRIBE_STRUCT(PersonClasses, (),
                      (id, edition, legal_source, valid_from, valid_to, minor_below, free_movement, visa_area,
                       visa_free, document_codes, nationalities, classes))

/// What is known of a person at the border.
struct PersonFacts {
  std::string state;  ///< alpha-3 of the state of the post
  std::string nationality;
  std::string document_code;
  std::optional<PartialDate> born;
  std::vector<std::string> permits;  ///< kinds of the permits that are valid
};

/// The facts in words, in a fixed order: `own_national`, `free_movement`, `visa_free`, `visa_required`,
/// `minor`, `holds_<kind>` and those of document codes and nationalities.
[[nodiscard]] std::vector<std::string> facts_of(const PersonFacts& facts, const PersonClasses& classes,
                                                Date on);

/// A person's class and the classes that stand beside it. Points into the classes; `rule` is null only when
/// no class fits, which a complete file does not let happen.
struct Classified {
  const PersonClassRule* rule = nullptr;
  std::vector<const PersonClassRule*> beside;
  bool stated = false;
};

/// `stated` are words an officer stated; those that may not be stated are ignored.
[[nodiscard]] Classified class_of(const std::vector<std::string>& facts,
                                  const std::vector<std::string>& stated, const PersonClasses& classes);

}  // namespace cardea::crossings
