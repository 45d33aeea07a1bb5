#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/conveyances/manifest.hpp"
#include "cardea/conveyances/manifest_rules.hpp"
#include "cardea/documents/issuers.hpp"
#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/passages/requests.hpp"
#include "cardea/passages/view.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/ports/request.hpp"
#include "cardea/ports/screening_index.hpp"
#include "cardea/watchlist/alert_rules.hpp"

namespace cardea::passages {

/// Reads a manifest: CSV whose first line names columns of conveyances::kManifestColumns, `surname` among
/// them. A line that cannot be read is put aside with its number and reason; the others are taken. Fails
/// `malformed/manifest_empty`, `malformed/manifest_column_unknown`, `malformed/manifest_column_missing`
/// (detail: the column), `malformed/manifest_too_long`. Thread-safe. Readers of files stand on another floor,
/// so the program that wires both hands this in.
using ReadManifest = std::function<Result<conveyances::ParsedManifest>(std::string_view text)>;

/// What the flow works with. All are borrowed and must outlive it, but `read_manifest`.
struct Parts {
  ports::Recorder& recorder;
  const ports::Records& records;
  const ports::ScreeningIndex& index;
  const Clock& clock;
  IdSource& ids;
  const documents::IssuerCodes& issuers;
  const watchlist::AlertRules& alert_rules;
  ReadManifest read_manifest;
};

/// Passages of several persons. Thread-safe: it holds no state of its own. Every call asks access::may first
/// (`forbidden/...`); every change is one piece of work on the writer and answers with the passage as it then
/// is. Changes of a passage fail `not_found/passage_unknown`, `conflict/passage_released`,
/// `conflict/revision_mismatch`, `conflict/idempotency_key_reused`, `malformed/text_too_long`,
/// `malformed/text_invalid`.
class Passages {
 public:
  explicit Passages(Parts parts) : parts_{std::move(parts)} {}

  /// Fails `malformed/passage_kind_unknown`, `malformed/lane_unknown`, and as `describe`.
  [[nodiscard]] Result<PassageView> open(const ports::Caller& caller, const OpenPassage& input,
                                         const ports::ActRequest& request = {}) const;

  /// Newest first, at most 100, those of every lane when `lane` is empty. A look at passages that another
  /// officer opened is recorded.
  [[nodiscard]] Result<std::vector<PassageLine>> list(const ports::Caller& caller, bool open_only,
                                                      std::string_view lane) const;
  /// A look at a passage that another officer opened is recorded.
  [[nodiscard]] Result<PassageView> get(const ports::Caller& caller, PassageId id) const;

  /// Fails `malformed/head_count_invalid` (1 to 9999), `malformed/vehicle_not_expected` (this kind has none),
  /// `malformed/plate_invalid`, `malformed/registration_state_unknown`.
  [[nodiscard]] Result<PassageView> describe(const ports::Caller& caller, PassageId id,
                                             const DescribePassage& input,
                                             const ports::ActRequest& request = {}) const;

  /// Fails `not_found/occupant_unknown` (the inspection is not of this passage),
  /// `malformed/occupant_role_unknown`, `malformed/occupant_relation_unknown`,
  /// `malformed/difference_reason_unknown`, `not_found/manifest_line_unknown`.
  [[nodiscard]] Result<PassageView> note_occupant(const ports::Caller& caller, PassageId id,
                                                  FormalityId inspection, const NoteOccupant& input,
                                                  const ports::ActRequest& request = {}) const;

  /// Reads and searches the manifest; it takes the place of an earlier one. The same file again changes
  /// nothing. Fails as ReadManifest.
  [[nodiscard]] Result<PassageView> attach_manifest(const ports::Caller& caller, PassageId id,
                                                    const std::string& file_name,
                                                    std::string_view text) const;

  /// Fails `not_found/manifest_line_unknown`, `malformed/difference_reason_unknown`,
  /// `malformed/note_required` (reason `other`).
  [[nodiscard]] Result<PassageView> explain_line(const ports::Caller& caller, PassageId id, std::int64_t line,
                                                 const ExplainLine& input,
                                                 const ports::ActRequest& request = {}) const;

  /// Lets the passage go. Fails `conflict/` with the first word of conveyances::release_blocked_by (detail:
  /// all of them).
  [[nodiscard]] Result<PassageView> release(const ports::Caller& caller, PassageId id,
                                            const ReleasePassage& input,
                                            const ports::ActRequest& request = {}) const;

  /// Erases manifests that may no longer be kept, by conveyances::standard_manifest_rules. For the server's
  /// timer.
  [[nodiscard]] Done sweep() const;

 private:
  Parts parts_;
};

}  // namespace cardea::passages
