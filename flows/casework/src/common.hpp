#pragma once

#include <functional>

#include "cardea/cases/case.hpp"
#include "cardea/casework/cases.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/access_log.hpp"

namespace cardea::casework {

inline constexpr std::size_t kTextBytesMax = 8000;
inline constexpr std::size_t kWordBytesMax = 200;

using Drafts = std::vector<journal::Draft>;

/// What an act works on, as it is on the writer at that moment.
struct Scene {
  const ports::Records& now;
  Instant at;
  ports::NodeCreated node;
  ports::CaseRow row;
  ports::InspectionRow inspection;
  std::vector<ports::RefusalRow> refusals;
  cases::CaseFacts facts;
};
using Act = std::function<Result<Drafts>(const Scene& scene)>;

/// One piece of work about one case: finds it as it is now, lets `act` decide what to record, marks the
/// request, and answers with the case as it then is.
[[nodiscard]] Result<CaseView> perform(const Parts& parts, const ports::Caller& caller, CaseId id,
                                       const ports::ActRequest& request, const Act& act);

/// Fails `not_found/case_unknown`, `not_found/inspection_unknown`.
[[nodiscard]] Result<Scene> scene_of(const ports::Records& now, CaseId id, Instant at);
/// Fails `not_found/refusal_unknown`.
[[nodiscard]] Result<ports::RefusalRow> the_refusal(const Scene& scene, RefusalId id);
/// A proposal that no second person has judged within its time is without effect.
[[nodiscard]] bool has_lapsed(const ports::RefusalRow& refusal, Instant now);

template <class Payload>
[[nodiscard]] journal::Draft draft_of(const ports::Caller& caller, const ports::NodeCreated& node,
                                      journal::EntryType type, CaseId id, const Payload& payload) {
  return draft_by(caller, node, type, to_text(id), to_json(payload).get_object());
}

[[nodiscard]] Result<CaseView> view_of(const Parts& parts, const ports::Caller& caller, CaseId id);

/// The display name of an officer, or the text of the id.
[[nodiscard]] OfficerName name_of(const ports::Records& records, OfficerId id);

}  // namespace cardea::casework
