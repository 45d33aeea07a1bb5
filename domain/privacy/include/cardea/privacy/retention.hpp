#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::privacy {

/// A length of time of the law: so many years, then so many days.
struct Period {
  int years = 0;
  int days = 0;
};
BOOST_DESCRIBE_STRUCT(Period, (), (years, days))

/// `from` and the period. 29 February becomes 28 February in a year without one.
[[nodiscard]] Date after(Date from, const Period& period);

/// How long data is kept: data/rules/retention.json.
struct RetentionSchedule {
  std::string id;
  std::string edition;
  std::string legal_source;
  Period crossing;        ///< a crossing or refusal: after the exit or the refusal
  Period file;            ///< the individual file: after the last exit or refusal
  Period no_exit;         ///< without an exit: after the last authorised day
  Period family;          ///< the file of a family member of a person with free movement: after the exit
  Period family_no_exit;  ///< of such a person without an exit: after the last authorised day
  int notice_days = 0;    ///< the unit is told so many days before data of an overstayer goes
  int stay_days_when_unknown = 0;  ///< counted from the entry when no last authorised day was recorded
};
BOOST_DESCRIBE_STRUCT(RetentionSchedule, (),
                      (id, edition, legal_source, crossing, file, no_exit, family, family_no_exit,
                       notice_days, stay_days_when_unknown))

/// Fails `malformed/rule_out_of_range` and as the codec.
[[nodiscard]] Result<RetentionSchedule> parse_retention(std::string_view json_text);
/// The one built into the program.
[[nodiscard]] const RetentionSchedule& standard_retention();
/// "id@edition".
[[nodiscard]] std::string versioned_name(const RetentionSchedule& schedule);

/// One inspection of a person, as far as retention goes.
struct Visit {
  Date on;
  bool admitted = false;  ///< a crossing took place; else refused, referred or never decided
  bool entry = false;
  std::optional<Date> authorised_until;  ///< last authorised day of the stay that begins here
};

/// From when on a record must be gone, and by which line of the schedule: "crossing", "file", "no_exit",
/// "family" or "family_no_exit".
struct Due {
  Date on;
  std::string rule;
  friend bool operator==(const Due&, const Due&) = default;
};

/// For each visit of one person, oldest first, in their order. The newest one carries the file and goes with
/// it; earlier ones go by themselves, counted from the exit that ended their stay, and never later than the
/// file.
[[nodiscard]] std::vector<Due> due_on(std::span<const Visit> visits, bool family_member,
                                      const RetentionSchedule& schedule);

}  // namespace cardea::privacy
