#include "common.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"

namespace cardea::inspection {
namespace {}  // namespace

Result<ports::InspectionRow> the_inspection(const ports::Records& records, FormalityId id) {
  auto row = records.find_inspection(id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "inspection_unknown");
  return **std::move(row);
}

ports::AssessmentRecord record_of(const crossings::Assessment& assessment) {
  return {assessment.checks,        std::string(name(assessment.verdict)),
          assessment.admit_allowed, assessment.blocked_by,
          assessment.needs_reason,  assessment.refusal_grounds};
}

crossings::Assessment assessment_of(const ports::AssessmentRecord& record) {
  return {record.checks,        word_as<crossings::Verdict>(record.verdict),
          record.admit_allowed, record.blocked_by,
          record.needs_reason,  record.refusal_grounds};
}

bool may_see(const screening::Hit& hit) { return hit.action != "discreet"; }

}  // namespace cardea::inspection
