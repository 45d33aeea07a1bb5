#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/date.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/ports/screening_index.hpp"
#include "cardea/screening/exact_engine.hpp"
#include "cardea/watchlist/alert.hpp"
#include "cardea/watchlist/quarantine.hpp"

namespace cardea::alerts {

/// A list as an importer read it (adapters/lists gives exactly these). Views: nothing is copied before the
/// import.
struct ListInput {
  std::string source;
  std::string version;  ///< the publisher's label; may be empty
  std::string digest;   ///< SHA-256 of the files, hexadecimal
  std::span<const watchlist::Alert> alerts;
  std::span<const watchlist::QuarantinedRow> quarantined;
};

/// Whether a version may withdraw most of its list. A truncated or wrong file looks like that, so a person
/// must insist.
enum class Shrinking : std::uint8_t { refuse, accept };

/// A list of more than this many alerts is guarded against losing more than half of them in one import.
inline constexpr std::int64_t kGuardedListSize = 100;

struct ImportReport {
  std::string source;
  std::string version;
  std::string digest;
  std::int64_t alerts = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t withdrawn = 0;
  std::int64_t quarantined = 0;
  bool unchanged = false;  ///< nothing was recorded: this content was in force already
};
BOOST_DESCRIBE_STRUCT(ImportReport, (),
                      (source, version, digest, alerts, added, changed, withdrawn, quarantined, unchanged))

/// Told in alerts; the last call has `done == total`. May be empty.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

/// The lists of the node. Thread-safe: holds no state of its own.
class Lists {
 public:
  Lists(ports::Recorder& recorder, const ports::Records& records, const Clock& clock)
      : recorder_{recorder}, records_{records}, clock_{clock} {}

  /// Puts a version in force, whole or not at all: list.imported and one entry for each alert published,
  /// changed or withdrawn, in one transaction. The same content again changes nothing. Alerts that may not be
  /// kept (watchlist::check) or have expired (`alert_expired`) are quarantined. Fails `malformed/list_empty`,
  /// `malformed/list_source_mixed`, `conflict/list_shrinks_suspiciously`, `conflict/list_changed_meanwhile`
  /// (two imports of one list at once). The caller publishes a new snapshot afterwards.
  [[nodiscard]] Result<ImportReport> import_list(const ports::Caller& caller, const ListInput& input,
                                                 Shrinking shrinking = Shrinking::refuse,
                                                 const Progress& progress = {}) const;

  [[nodiscard]] Result<std::vector<ports::ListRow>> lists(const ports::Caller& caller) const;

  /// Rows that could not be taken, after line `after`: for who imports lists, since a row tells of its alert,
  /// a discreet one too. They may hold personal data, so the read is recorded.
  [[nodiscard]] Result<std::vector<ports::QuarantinedRow>> quarantined(const ports::Caller& caller,
                                                                       std::string_view source,
                                                                       std::int64_t after, int limit) const;

 private:
  ports::Recorder& recorder_;
  const ports::Records& records_;
  const Clock& clock_;
};

struct SnapshotOptions {
  std::optional<Date> on;  ///< alerts that expired before this day are left out; absent takes all
  screening::ExactOptions exact;
  Instant now = {};  ///< with `on`: emergency alerts of our own that ended before are left out
};

/// Builds the screener over every alert in force. Takes seconds for hundreds of thousands; call it off the
/// writer. Null `screener` when no list was ever imported and no alert of our own ever made. Fails
/// `broken/store_damaged`.
[[nodiscard]] Result<ports::ScreeningSnapshot> load_snapshot(const ports::Records& records,
                                                             const SnapshotOptions& options = {});

}  // namespace cardea::alerts
