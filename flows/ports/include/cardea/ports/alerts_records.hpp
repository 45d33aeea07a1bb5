#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/result.hpp"
#include "cardea/ports/alerts_entries.hpp"
#include "cardea/ports/entries.hpp"
#include "cardea/ports/first_line_entries.hpp"

namespace cardea::ports {

/// An alert of our own as stored; the state of the moment is watchlist::state_at.
struct OwnAlertRow {
  OwnAlertId alert_id;
  std::string reason;
  std::string state;  ///< word of watchlist::AlertState
  std::string digest;
  json::object alert;
  std::string drafted_by;  ///< officers by the text of their ids
  Instant drafted_at;
  std::string proposed_by;  ///< empty while nothing is proposed; who raised it, in an emergency
  std::optional<Instant> proposed_at;
  std::optional<Instant> lapses_at;
  std::string note;  ///< why it is proposed, raised or sent back
  std::string approved_by;
  Instant changed_at;
};

/// A hit through its handling. Receipts are about the notice to the alert's owner.
struct HitRow {
  HitRaised hit;
  FormalityId inspection_id;
  TravellerId traveller_id;
  std::string state;  ///< word of watchlist::HitState
  bool found_later = false;
  Instant raised_at;
  std::optional<Instant> judged_at;
  std::string judged_by;
  std::string note;
  json::object form;
  std::string closing_by;
  std::optional<Instant> closing_at;
  std::optional<Instant> closed_at;
  std::string closed_by;
  std::optional<Instant> delivered_at;
  std::optional<Instant> opened_at;
  std::optional<Instant> acted_at;
  std::string answer;
};

/// What the booth shows beside the inspection itself.
struct InspectionExtras {
  bool record_details = false;
  bool details_recorded = false;
  std::vector<HitRow> hits;
  std::optional<InspectionPersonStated> person;  ///< the last time
};

/// A recent inspection as far as a search needs it.
struct RecentInspection {
  FormalityId inspection_id;
  TravellerRecord traveller;
  DocumentRecord document;
};

/// Alerts of our own through their lifecycle, and the handling of hits. Reached through Records::alerts;
/// consistency, threads and failures are those of Records.
class AlertRecords {
 public:
  virtual ~AlertRecords() = default;

  /// Newest change first.
  [[nodiscard]] virtual Result<std::vector<OwnAlertRow>> own_alerts(int limit) const = 0;
  [[nodiscard]] virtual Result<std::optional<OwnAlertRow>> find_own_alert(OwnAlertId id) const = 0;
  /// Those that may be in force, by their stored state; the texts come with Records::for_each_alert.
  [[nodiscard]] virtual Result<std::vector<OwnAlertRow>> own_alerts_in_force() const = 0;
  /// When an alert of our own last changed; quick, for it is asked after every commit.
  [[nodiscard]] virtual Result<std::optional<Instant>> own_alerts_changed_at() const = 0;
  [[nodiscard]] virtual Result<std::optional<std::string>> alert_digest(std::string_view source,
                                                                        std::string_view source_id) const = 0;
  /// That this traveller was compared with this text of the alert before, and was another person.
  [[nodiscard]] virtual Result<std::optional<Cleared>> cleared(TravellerId traveller, std::string_view source,
                                                               std::string_view source_id,
                                                               std::string_view digest) const = 0;
  /// Not closed first, the longest waiting first among them.
  [[nodiscard]] virtual Result<std::vector<HitRow>> hits(int limit) const = 0;
  [[nodiscard]] virtual Result<std::optional<HitRow>> find_hit(HitId id) const = 0;
  [[nodiscard]] virtual Result<InspectionExtras> extras(FormalityId inspection) const = 0;
  /// Opened since, newest first.
  [[nodiscard]] virtual Result<std::vector<RecentInspection>> recent_inspections(Instant since,
                                                                                 int limit) const = 0;
};

}  // namespace cardea::ports
