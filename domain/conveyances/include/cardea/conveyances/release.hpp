#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cardea::conveyances {

/// What became of one person of a passage.
struct OccupantFacts {
  /// "admit", "refer", "refuse" or "hand_over"; empty while nobody has decided.
  std::string outcome;
  bool case_open = false;  ///< the second line has not decided
  bool taken_off = false;  ///< the person left the passage and does not go on with it
};

struct PassageFacts {
  std::optional<int> head_count;  ///< as stated, everybody who came, those taken off included
  std::vector<OccupantFacts> occupants;
  int lines_unexplained = 0;    ///< on the manifest, not seen or not readable, and nobody said why
  int persons_unexplained = 0;  ///< seen, not on the manifest, and nobody said why
  int lines_proposed = 0;       ///< seen by name and birth date only, and nobody confirmed it
};

/// Why a passage may not be let go yet; empty when it may. Each word once, in this order:
///
/// - `passage_empty`: nobody was inspected.
/// - `passage_head_count_missing`, `passage_head_count`: how many came is not stated, or is another number
///   than that of the inspections.
/// - `passage_person_open`: somebody is not decided, aboard or not.
/// - `passage_case_open`: the second line has not decided on somebody aboard.
/// - `passage_person_referred`, `passage_person_refused`: somebody aboard was referred or handed over, or
///   refused.
/// - `passage_manifest_unseen`, `passage_manifest_unlisted`, `passage_manifest_proposed`: differences with
///   the manifest that nobody has explained.
///
/// Who was taken off holds nobody up, once decided: one person's referral does not keep the others.
[[nodiscard]] std::vector<std::string_view> release_blocked_by(const PassageFacts& facts);

}  // namespace cardea::conveyances
