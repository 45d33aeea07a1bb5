#pragma once

#include "cardea/ports/cases_entries.hpp"
#include "project.hpp"

namespace cardea::sql {

/// What the second line decided becomes the decision of the inspection and the outcome of its crossing,
/// with the stay that follows.
[[nodiscard]] Done project_final_decision(const Applied& applied, const ports::InspectionDecided& decided);

/// Notes the act in the case's timeline and lets its revision grow. Fails `broken/entry_without_subject`.
[[nodiscard]] Done note_act(const Applied& applied, CaseId id, std::string_view detail = {});
/// The officer who acted. Fails `broken/entry_unreadable`.
[[nodiscard]] Result<std::string> acting_officer(const Applied& applied);

struct CaseOutcome {
  std::string_view outcome;
  const std::vector<std::string>& conditions;
  std::string_view handed_to;
  std::string_view note;
};
/// The case is decided so, by the officer of the entry.
[[nodiscard]] Done decide_case(const Applied& applied, CaseId id, const CaseOutcome& outcome);

}  // namespace cardea::sql
