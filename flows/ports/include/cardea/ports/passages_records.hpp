#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/result.hpp"
#include "cardea/ports/entries.hpp"
#include "cardea/ports/passages_entries.hpp"

namespace cardea::ports {

struct ReleaseRow {
  PassageReleased released;
  OfficerId officer_id;
  Instant at;
};

/// A passage of several persons. `revision` grows with every entry about it and its persons' places in it.
struct PassageRow {
  PassageId passage_id;
  std::string kind;  ///< of conveyances::kPassageKinds
  std::string post;
  std::string lane;
  std::string direction;
  OfficerId opened_by;
  Instant opened_at;
  PassageDescribed described;
  std::optional<ReleaseRow> release;
  std::int64_t revision = 0;
};

/// One person of a passage, as the inspection stands.
struct OccupantRow {
  FormalityId inspection_id;
  TravellerRecord traveller;
  DocumentRecord document;
  std::string verdict;
  std::string outcome;  ///< "admit", "refer", "refuse", "hand_over"; empty while open
  OfficerId officer_id;
  Instant opened_at;
  bool case_open = false;
  std::optional<OccupantNoted> note;
};

struct ExplanationRow {
  std::int64_t line = 0;
  std::string reason;
  std::string note;
};

/// The manifest in force and what was said about its lines.
struct ManifestRow {
  ManifestAttached attached;
  Instant attached_at;
  std::vector<ExplanationRow> explanations;
};

/// A manifest that is still kept, and the entries that hold its data.
struct KeptManifest {
  PassageId passage_id;
  std::vector<std::int64_t> entries;
};

/// Passages with their vehicles, occupants and manifests. Reached through Records::passages; consistency,
/// threads and failures are those of Records. A pedestrian's passage, which holds one inspection and nothing
/// else, is not among them.
class PassageRecords {
 public:
  virtual ~PassageRecords() = default;

  [[nodiscard]] virtual Result<std::optional<PassageRow>> find(PassageId id) const = 0;
  /// Newest first, at most `limit`; those of every lane when `lane` is empty.
  [[nodiscard]] virtual Result<std::vector<PassageRow>> list(bool open_only, std::string_view lane,
                                                             int limit) const = 0;
  /// In the order in which they were inspected.
  [[nodiscard]] virtual Result<std::vector<OccupantRow>> occupants(PassageId id) const = 0;
  [[nodiscard]] virtual Result<std::optional<ManifestRow>> manifest(PassageId id) const = 0;
  /// Manifests of passages that were let go before `released`, or that came before `attached`.
  [[nodiscard]] virtual Result<std::vector<KeptManifest>> manifests_before(Instant released,
                                                                           Instant attached) const = 0;
};

}  // namespace cardea::ports
