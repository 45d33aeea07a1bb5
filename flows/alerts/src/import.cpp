#include <algorithm>

#include "cardea/alerts/lists.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/access_log.hpp"
#include "cardea/watchlist/list_version.hpp"
#include "common.hpp"

namespace cardea::alerts {
namespace {

using journal::EntryType;

constexpr int kQuarantinedMax = 500;
constexpr std::size_t kDigestLabelLength = 12;
constexpr std::size_t kProgressStep = 1000;

using StoredDigests = std::vector<std::pair<std::string, std::string>>;

/// The part of a list that may be kept, and the rows that may not.
struct Kept {
  std::vector<watchlist::Alert> alerts;
  std::vector<ports::QuarantinedRow> quarantined;
};

/// What an import will do, computed before the writer is asked.
struct Plan {
  StoredDigests before;  ///< what the difference was taken against
  watchlist::ListChange change;
  ports::ListImported imported;
};

ports::QuarantinedRow row_of(const watchlist::QuarantinedRow& row) {
  return {row.file, row.line, row.reason, row.raw};
}

// Why an alert may not be put in force; empty when it may.
std::string_view reason_against(const watchlist::Alert& alert, Date on) {
  const Done checked = watchlist::check(alert);
  if (!checked) return checked.error().reason;
  return alert.expires_on && *alert.expires_on < on ? "alert_expired" : "";
}

Result<Kept> keep(const ListInput& input, Date on) {
  Kept kept;
  for (const watchlist::QuarantinedRow& row : input.quarantined) kept.quarantined.push_back(row_of(row));
  for (const watchlist::Alert& alert : input.alerts) {
    if (alert.source != input.source) return fail(ErrorKind::malformed, "list_source_mixed");
    const std::string_view reason = reason_against(alert, on);
    if (reason.empty()) {
      kept.alerts.push_back(alert);
    } else {
      kept.quarantined.push_back({input.source, 0, std::string(reason), alert.source_id});
    }
  }
  if (kept.alerts.empty()) return fail(ErrorKind::malformed, "list_empty");
  return kept;
}

Result<watchlist::KnownEntries> known_entries(const StoredDigests& stored) {
  watchlist::KnownEntries known;
  for (const auto& [source_id, hex] : stored) {
    const auto bytes = parse_hex(hex);
    Digest digest{};
    if (!bytes || bytes->size() != digest.size()) return fail(ErrorKind::broken, "store_damaged");
    std::ranges::copy(*bytes, digest.begin());
    known.emplace(source_id, digest);
  }
  return known;
}

bool shrinks_suspiciously(const Plan& plan) {
  const std::size_t before = plan.before.size();
  return before > static_cast<std::size_t>(kGuardedListSize) && plan.change.withdrawn.size() * 2 > before;
}

ports::ListImported imported_of(const ListInput& input, Kept kept, const watchlist::ListChange& change) {
  // A publisher that names no version is told apart by content.
  const std::string version =
      input.version.empty() ? input.digest.substr(0, kDigestLabelLength) : input.version;
  return {input.source,
          version,
          input.digest,
          static_cast<std::int64_t>(change.known.size()),
          static_cast<std::int64_t>(change.added.size()),
          static_cast<std::int64_t>(change.changed.size()),
          static_cast<std::int64_t>(change.withdrawn.size()),
          std::move(kept.quarantined)};
}

Result<Plan> plan_of(const ports::Records& records, const ListInput& input, Kept kept) {
  auto before = records.alert_digests(input.source);
  if (!before) return pass_on(before);
  const auto known = known_entries(*before);
  if (!known) return pass_on(known);
  auto change = watchlist::diff(*known, kept.alerts);
  auto imported = imported_of(input, std::move(kept), change);
  return Plan{*std::move(before), std::move(change), std::move(imported)};
}

/// Turns a plan into drafts, telling how far it is.
class Drafting {
 public:
  Drafting(const ports::Caller& caller, const ports::NodeCreated& node, const Progress& progress,
           const Plan& plan)
      : caller_{caller}, node_{node}, progress_{progress}, plan_{plan} {
    const watchlist::ListChange& change = plan.change;
    total_ = change.added.size() + change.changed.size() + change.withdrawn.size();
  }

  std::vector<journal::Draft> drafts(std::span<const watchlist::Alert> alerts) {
    drafts_.reserve(total_ + 1);
    add(EntryType::list_imported, plan_.imported.source, to_json(plan_.imported).get_object());
    for (const std::size_t place : plan_.change.added) add_alert(EntryType::alert_published, alerts[place]);
    for (const std::size_t place : plan_.change.changed) add_alert(EntryType::alert_changed, alerts[place]);
    for (const std::string& source_id : plan_.change.withdrawn) add_withdrawal(source_id);
    if (progress_) progress_(total_, total_);
    return std::move(drafts_);
  }

 private:
  void add(EntryType type, std::string subject, json::object payload) {
    drafts_.push_back(draft_by(caller_, node_, type, std::move(subject), std::move(payload)));
    const std::size_t done = drafts_.size() - 1;
    if (progress_ && done > 0 && done % kProgressStep == 0 && done < total_) progress_(done, total_);
  }

  void add_alert(EntryType type, const watchlist::Alert& alert) {
    const ports::AlertRecorded recorded{alert.source, alert.source_id,
                                        to_hex(plan_.change.known.at(alert.source_id)),
                                        to_json(alert).get_object()};
    add(type, alert.source + "/" + alert.source_id, to_json(recorded).get_object());
  }

  void add_withdrawal(const std::string& source_id) {
    const ports::AlertWithdrawn withdrawn{plan_.imported.source, source_id};
    add(EntryType::alert_withdrawn, withdrawn.source + "/" + source_id, to_json(withdrawn).get_object());
  }

  const ports::Caller& caller_;
  const ports::NodeCreated& node_;
  const Progress& progress_;
  const Plan& plan_;
  std::size_t total_ = 0;
  std::vector<journal::Draft> drafts_;
};

Result<bool> in_force_already(const ports::Records& records, const ListInput& input, const Plan& plan) {
  if (!plan.change.nothing()) return false;
  const auto lists = records.lists();
  if (!lists) return pass_on(lists);
  return std::ranges::any_of(*lists, [&](const ports::ListRow& row) {
    return row.source == input.source && row.digest == input.digest;
  });
}

ImportReport report_of(const ports::ListImported& imported, bool unchanged) {
  return {imported.source,    imported.version,
          imported.digest,    imported.alerts,
          imported.added,     imported.changed,
          imported.withdrawn, static_cast<std::int64_t>(imported.quarantined.size()),
          unchanged};
}

}  // namespace

Result<ImportReport> Lists::import_list(const ports::Caller& caller, const ListInput& input,
                                        Shrinking shrinking, const Progress& progress) const {
  const Done allowed = may(caller, access::Action::import_lists);
  if (!allowed) return pass_on(allowed);
  const auto node = ports::made_node(records_);
  if (!node) return pass_on(node);
  auto kept = keep(input, clock_.local_date(clock_.now()));
  if (!kept) return pass_on(kept);
  const auto plan = plan_of(records_, input, *kept);
  if (!plan) return pass_on(plan);
  const auto known = in_force_already(records_, input, *plan);
  if (!known) return pass_on(known);
  if (*known) return report_of(plan->imported, true);
  if (shrinking == Shrinking::refuse && shrinks_suspiciously(*plan)) {
    return fail(ErrorKind::conflict, "list_shrinks_suspiciously",
                std::to_string(plan->change.withdrawn.size()));
  }
  const auto drafts = Drafting(caller, *node, progress, *plan).drafts(kept->alerts);
  const auto receipt = recorder_.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto before = now.alert_digests(input.source);
    if (!before) return pass_on(before);
    if (*before != plan->before) return fail(ErrorKind::conflict, "list_changed_meanwhile");
    return ports::Outcome{drafts, {}, {}};
  });
  if (!receipt) return pass_on(receipt);
  return report_of(plan->imported, false);
}

Result<std::vector<ports::ListRow>> Lists::lists(const ports::Caller& caller) const {
  const Done allowed = may(caller, access::Action::read_lists);
  if (!allowed) return pass_on(allowed);
  return records_.lists();
}

Result<std::vector<ports::QuarantinedRow>> Lists::quarantined(const ports::Caller& caller,
                                                              std::string_view source, std::int64_t after,
                                                              int limit) const {
  ports::AccessMade look{"quarantine", std::string(source), {}, 0, false};
  const Done allowed = or_record_refusal(may(caller, access::Action::import_lists), recorder_, caller, look);
  if (!allowed) return pass_on(allowed);
  auto rows = records_.quarantined(source, after, std::clamp(limit, 1, kQuarantinedMax));
  if (!rows) return rows;
  look.records = std::ssize(*rows);
  const Done recorded = record_access(recorder_, caller, look);
  if (!recorded) return pass_on(recorded);
  return rows;
}

}  // namespace cardea::alerts
