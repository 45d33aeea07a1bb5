#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace cardea::journal {

/// Everything that can be recorded. The catalogue is closed: api/audit.md explains each entry type,
/// api/entries/ holds the schema of its payload. A type never changes its meaning; a new shape gets a new
/// type.
enum class EntryType : std::uint8_t {
  node_created,
  officer_enrolled,
  officer_changed,
  session_opened,
  session_closed,
  session_refused,
  list_imported,
  alert_published,
  alert_changed,
  alert_withdrawn,
  passage_opened,
  inspection_opened,
  inspection_compared,
  inspection_decided,
  inspection_voided,
  personal_data_read,
  unit_recorded,
  unit_closed,
  grant_proposed,
  grant_approved,
  grant_ended,
  break_glass_taken,
  break_glass_reviewed,
  session_locked,
  session_unlocked,
  session_handed_over,
  second_factor_enrolled,
  second_factor_reset,
  workstation_announced,
  workstation_enrolled,
  workstation_closed,
  personal_data_accessed,
  retention_erased,
  retention_notice_given,
  hold_proposed,
  hold_approved,
  hold_lifted,
};

/// The words as they stand in the journal, in the order of the enumerators.
inline constexpr std::array<std::string_view, 37> kEntryTypeWords{
    "node.created",
    "officer.enrolled",
    "officer.changed",
    "session.opened",
    "session.closed",
    "session.refused",
    "list.imported",
    "alert.published",
    "alert.changed",
    "alert.withdrawn",
    "passage.opened",
    "inspection.opened",
    "inspection.compared",
    "inspection.decided",
    "inspection.voided",
    "personal_data.read",
    "unit.recorded",
    "unit.closed",
    "grant.proposed",
    "grant.approved",
    "grant.ended",
    "break_glass.taken",
    "break_glass.reviewed",
    "session.locked",
    "session.unlocked",
    "session.handed_over",
    "second_factor.enrolled",
    "second_factor.reset",
    "workstation.announced",
    "workstation.enrolled",
    "workstation.closed",
    "personal_data.accessed",
    "retention.erased",
    "retention.notice_given",
    "hold.proposed",
    "hold.approved",
    "hold.lifted",
};

[[nodiscard]] constexpr std::string_view name(EntryType type) {
  return kEntryTypeWords.at(static_cast<std::size_t>(type));
}
[[nodiscard]] bool parse(std::string_view word, EntryType& type);

}  // namespace cardea::journal
