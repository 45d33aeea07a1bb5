#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/ports/caller.hpp"
#include "cardea/ports/guidance_records.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/procedures/procedure.hpp"

// What procedures and certificates mean to the flows that do the work. Read inside ports::Work, so that what
// was found stays true until the decision is recorded.

namespace cardea::ports {

/// A piece of work and what procedures may be bound to about it.
struct GuidedWork {
  std::string subject_kind;  ///< "inspection", "case" or "hit"
  std::string subject;       ///< its id
  std::vector<procedures::Binding> bindings;
};
[[nodiscard]] GuidedWork guided_case(std::string subject, const std::string& lane);
[[nodiscard]] GuidedWork guided_hit(std::string subject, const std::string& alert_action);
/// Hits that are not for the first line bind nothing: a procedure beside the work would tell of them.
[[nodiscard]] GuidedWork guided_inspection(std::string subject, const InspectionOpened& opened);

/// A procedure beside a piece of work, with what was said of its steps.
struct Checklist {
  ProcedureVersionRow row;  ///< in force, or the one the steps were done by
  std::optional<FollowedRow> followed;
  procedures::Coverage coverage;
};

/// The procedures in force that are bound to this work. Steps that were done by a version in force then count
/// by that version.
[[nodiscard]] Result<std::vector<Checklist>> checklists_of(const Records& now, const GuidedWork& work,
                                                           const procedures::Moment& moment);

/// Whether the work may be decided. Fails `conflict/procedure_steps_missing` (detail: the steps) when a
/// procedure that must be followed before the decision misses a required step.
[[nodiscard]] Done steps_done(const Records& now, const GuidedWork& work, const procedures::Moment& moment);

/// Whether the caller may do a task that can ask for a certificate, at the caller's own place or, when given,
/// in another unit. Fails `forbidden/certificate_missing` (detail: the kind).
[[nodiscard]] Done certified(const Records& now, const Caller& caller, std::string_view task, Date today,
                             const std::string& unit = {});

/// The same for opening a lane and for working at it: every kind of lane that was switched on for it.
[[nodiscard]] Done certified_for_lane(const Records& now, const Caller& caller, const std::string& lane,
                                      Date today);

/// The life of a version, as the rules of versions want it.
[[nodiscard]] procedures::VersionLife life_of(const ProcedureVersionRow& row);

}  // namespace cardea::ports
