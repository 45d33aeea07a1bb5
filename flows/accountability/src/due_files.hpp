#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cardea/accountability/retention.hpp"

namespace cardea::accountability {

/// A person's inspections that are due, and the entries that are about them.
struct DueFile {
  FileDue view;
  std::vector<ports::FileVisitRow> visits;  ///< those that go, oldest first
  privacy::Due newest;                      ///< line of the schedule for the last of them
  std::vector<std::int64_t> entries;        ///< sequences of their entries in the journal
  std::int64_t revisions = 0;               ///< how many of them the inspections' revisions count
};

/// Everything due until `horizon`, with what stands against it on `today`. Reads the whole journal once when
/// something is due.
[[nodiscard]] Result<std::vector<DueFile>> due_files(const RetentionParts& parts, Date today, Date horizon);

/// The oldest inspections of one person that are due until `horizon`; nothing when none are. The tables must
/// come out as if the erased ones had never been, so none goes before an older one.
[[nodiscard]] std::optional<DueFile> due_file(std::span<const ports::FileVisitRow> visits,
                                              const privacy::RetentionSchedule& schedule, Date horizon);

/// Whether a hold on erasure protects the person now.
[[nodiscard]] Result<bool> is_held(const RetentionParts& parts, TravellerId traveller);

/// What erasing the file comes to.
[[nodiscard]] ports::RetentionErased erasure_of(const RetentionParts& parts, const DueFile& file);

/// That the file is still what was seen: the same inspections are due, with the same entries. Fails
/// `conflict/file_changed_meanwhile`.
[[nodiscard]] Done file_unchanged(const RetentionParts& parts, const ports::Records& now, const DueFile& file,
                                  Date today);

}  // namespace cardea::accountability
