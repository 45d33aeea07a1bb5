// Keeping no longer than the law allows: notices and erasure.
#include "cardea/accountability/retention.hpp"

#include <algorithm>

#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/access_log.hpp"
#include "cardea/ports/accountability_entries.hpp"
#include "common.hpp"
#include "due_files.hpp"

namespace cardea::accountability {
namespace {

using journal::EntryType;

bool is_due(const DueFile& file, Date today) { return file.newest.on <= today; }

bool wants_notice(const DueFile& file) {
  const auto& reasons = file.view.blocked_by;
  return std::ranges::find(reasons, "notice_missing") != reasons.end();
}

Done erase(const RetentionParts& parts, const ports::Caller& caller, const DueFile& file, Date today) {
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    if (const Done alike = file_unchanged(parts, now, file, today); !alike) return pass_on(alike);
    return ports::Outcome{
        {draft_by(caller, *node, EntryType::retention_erased, to_text(file.view.traveller_id),
                  to_json(erasure_of(parts, file)).get_object())},
        {},
        {}};
  });
  return receipt ? Done{} : Done{pass_on(receipt)};
}

Done give_notice(const RetentionParts& parts, const ports::Caller& caller, const DueFile& file) {
  const ports::RetentionNotice notice{file.view.traveller_id, versioned_name(parts.schedule),
                                      file.newest.rule, file.newest.on};
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    return ports::Outcome{{draft_by(caller, *node, EntryType::retention_notice_given,
                                    to_text(file.view.traveller_id), to_json(notice).get_object())},
                          {},
                          {}};
  });
  return receipt ? Done{} : Done{pass_on(receipt)};
}

/// A file that another room's rows still lean on, or that changed meanwhile, stays and is counted.
bool stays(const Error& error) { return error.kind == ErrorKind::conflict; }

void count_erased(const DueFile& file, RetentionReport& report) {
  report.erased_files += file.view.whole_file ? 1 : 0;
  report.erased_inspections += std::ssize(file.visits);
  report.erased_entries += std::ssize(file.entries);
}

Done handle(const RetentionParts& parts, const ports::Caller& caller, const DueFile& file,
            RetentionReport& report) {
  if (wants_notice(file)) {
    ++report.notices;
    if (!report.dry_run) {
      if (const Done given = give_notice(parts, caller, file); !given) return given;
    }
  }
  if (!is_due(file, report.on)) return {};
  if (!file.view.blocked_by.empty()) {
    ++report.blocked;
    return {};
  }
  const Done erased = report.dry_run ? Done{} : erase(parts, caller, file, report.on);
  if (!erased && !stays(erased.error())) return erased;
  if (erased) count_erased(file, report);
  if (!erased) ++report.blocked;
  return {};
}

}  // namespace

Result<RetentionPlan> Retention::plan(const ports::Caller& caller) const {
  const Done allowed = ports::may(caller, access::Action::manage_retention);
  if (!allowed) return pass_on(allowed);
  const auto node = ports::made_node(parts_.records);
  if (!node) return pass_on(node);
  RetentionPlan plan{versioned_name(parts_.schedule), parts_.clock.local_date(parts_.clock.now()), {}};
  const auto files = due_files(parts_, plan.on, plan.on.plus_days(parts_.schedule.notice_days));
  if (!files) return pass_on(files);
  for (const auto& file : *files) plan.files.push_back(file.view);
  const Done recorded = ports::record_access(
      parts_.recorder, caller, {"retention", to_text(node->node_id), {}, std::ssize(plan.files), false});
  if (!recorded) return pass_on(recorded);
  return plan;
}

Result<RetentionReport> Retention::run(const ports::Caller& caller, bool dry_run) const {
  const Done allowed = ports::may(caller, access::Action::manage_retention);
  if (!allowed) return pass_on(allowed);
  RetentionReport report{.schedule = versioned_name(parts_.schedule),
                         .on = parts_.clock.local_date(parts_.clock.now()),
                         .dry_run = dry_run};
  const Date horizon = report.on.plus_days(parts_.schedule.notice_days);
  const auto soon = due_files(parts_, report.on, horizon);
  if (!soon) return pass_on(soon);
  const auto due = due_files(parts_, report.on, report.on);
  if (!due) return pass_on(due);
  for (const auto& file : *soon) {
    if (is_due(file, report.on)) continue;  // below, without what is due only later
    if (!wants_notice(file)) continue;
    if (const Done handled = handle(parts_, caller, file, report); !handled) return pass_on(handled);
  }
  for (const auto& file : *due) {
    if (const Done handled = handle(parts_, caller, file, report); !handled) return pass_on(handled);
  }
  return report;
}

}  // namespace cardea::accountability
