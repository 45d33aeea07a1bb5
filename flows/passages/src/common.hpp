#pragma once

#include <functional>

#include "cardea/conveyances/release.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/passages/passages.hpp"
#include "cardea/ports/access_log.hpp"

namespace cardea::passages {

inline constexpr std::size_t kNoteBytesMax = 4000;
inline constexpr std::size_t kWordBytesMax = 200;

using Drafts = std::vector<journal::Draft>;

/// A passage with its persons and its manifest, as it is at that moment.
struct Scene {
  ports::NodeCreated node;
  ports::PassageRow row;
  std::vector<ports::OccupantRow> occupants;
  std::optional<ports::ManifestRow> manifest;
  std::vector<conveyances::LineMatch> matches;  ///< one for each line of the manifest
};
using Act = std::function<Result<Drafts>(const Scene& scene)>;

/// Fails `not_found/passage_unknown`.
[[nodiscard]] Result<Scene> scene_of(const ports::Records& now, PassageId id);

/// What the rule of release looks at.
[[nodiscard]] conveyances::PassageFacts facts_of(const Scene& scene);
[[nodiscard]] const ports::ExplanationRow* find_explanation(const Scene& scene, std::int64_t line);
/// The line of the manifest that somebody is; null without one.
[[nodiscard]] const conveyances::LineMatch* find_match(const Scene& scene, std::size_t occupant);

/// One piece of work about one passage that is not released: finds it as it is now, lets `act` decide what to
/// record, marks the request, and answers with the passage as it then is.
[[nodiscard]] Result<PassageView> perform(const Parts& parts, const ports::Caller& caller, PassageId id,
                                          const ports::ActRequest& request, const Act& act);

template <class Payload>
[[nodiscard]] journal::Draft draft_of(const ports::Caller& caller, const ports::NodeCreated& node,
                                      journal::EntryType type, std::string subject, const Payload& payload) {
  return draft_by(caller, node, type, std::move(subject), to_json(payload).get_object());
}

[[nodiscard]] PassageView view_of(const Parts& parts, const Scene& scene);
[[nodiscard]] Result<PassageView> view_of(const Parts& parts, PassageId id);

}  // namespace cardea::passages
