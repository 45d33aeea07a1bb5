#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/ports/accountability_records.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/privacy/retention.hpp"

namespace cardea::accountability {

/// What the flow works with. All are borrowed and must outlive it.
struct RetentionParts {
  ports::Recorder& recorder;
  const ports::Records& records;
  const Clock& clock;
  IdSource& ids;
  const privacy::RetentionSchedule& schedule;
};

/// What is to be erased of one person, now or within the days of notice.
struct FileDue {
  TravellerId traveller_id;
  std::string traveller_name;
  Date due_on;       ///< when the first of it is due
  std::string rule;  ///< line of the schedule
  std::int64_t inspections = 0;
  bool whole_file = false;
  std::optional<Date> notice_on;  ///< the unit was told on this day
  /// Why it stays though it is due: "hold", "alert", "notice_missing", "notice_running",
  /// "referenced_elsewhere" (another record of the node leans on it).
  std::vector<std::string> blocked_by;
};
BOOST_DESCRIBE_STRUCT(FileDue, (),
                      (traveller_id, traveller_name, due_on, rule, inspections, whole_file, notice_on,
                       blocked_by))

struct RetentionPlan {
  std::string schedule;  ///< "id@edition"
  Date on;
  std::vector<FileDue> files;  ///< by the day they are due
};
BOOST_DESCRIBE_STRUCT(RetentionPlan, (), (schedule, on, files))

struct RetentionReport {
  std::string schedule;
  Date on;
  bool dry_run = false;
  std::int64_t erased_files = 0;
  std::int64_t erased_inspections = 0;
  std::int64_t erased_entries = 0;
  std::int64_t notices = 0;
  std::int64_t blocked = 0;  ///< files that are due and stay
};
BOOST_DESCRIBE_STRUCT(RetentionReport, (),
                      (schedule, on, dry_run, erased_files, erased_inspections, erased_entries, notices,
                       blocked))

inline constexpr std::size_t kReasonBytesMax = 1000;

/// Keeping no longer than the law allows (Action::manage_retention). Thread-safe: holds no state of its own.
class Retention {
 public:
  explicit Retention(const RetentionParts& parts) : parts_{parts} {}

  /// What is due within the days of notice. Names persons, so the look is recorded.
  [[nodiscard]] Result<RetentionPlan> plan(const ports::Caller& caller) const;

  /// Gives notice where it is due and erases what is due and not blocked, one person after the other: payload
  /// and salt of the entries go, the rows made of them go, the chain stays in order. With `dry_run` nothing
  /// happens and the report says what would.
  [[nodiscard]] Result<RetentionReport> run(const ports::Caller& caller, bool dry_run) const;

  [[nodiscard]] Result<std::vector<ports::HoldRow>> holds(const ports::Caller& caller) const;
  /// A proposed hold protects for a day, until another person approved it. Fails
  /// `not_found/traveller_unknown`, `malformed/reason_missing`, `malformed/text_too_long`,
  /// `malformed/text_invalid`.
  [[nodiscard]] Result<ports::HoldRow> propose_hold(const ports::Caller& caller, TravellerId traveller,
                                                    const std::string& reason) const;
  /// Fails `not_found/hold_unknown`, `conflict/hold_not_proposed` and as access::may_approve.
  [[nodiscard]] Result<ports::HoldRow> approve_hold(const ports::Caller& caller, ports::HoldId id,
                                                    const std::string& typed) const;
  /// Another person than the one who proposed it lifts a hold. Fails `conflict/hold_not_in_force`,
  /// `forbidden/same_person` and as `approve_hold` and `propose_hold`.
  [[nodiscard]] Result<ports::HoldRow> lift_hold(const ports::Caller& caller, ports::HoldId id,
                                                 const std::string& reason, const std::string& typed) const;

 private:
  RetentionParts parts_;
};

}  // namespace cardea::accountability
