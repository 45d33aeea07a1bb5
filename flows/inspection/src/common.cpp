#include "common.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"

namespace cardea::inspection {
namespace {

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
}

}  // namespace

Done check_text(std::string_view text, std::size_t bytes_max) {
  if (text.size() > bytes_max) return fail(ErrorKind::malformed, "text_too_long");
  if (!is_valid_utf8(text) || std::ranges::any_of(text, is_control))
    return fail(ErrorKind::malformed, "text_invalid");
  return {};
}

Result<ports::NodeCreated> the_node(const ports::Records& records) {
  auto node = records.node();
  if (!node) return pass_on(node);
  if (!node->has_value()) return fail(ErrorKind::conflict, "node_not_made");
  return **std::move(node);
}

Result<ports::InspectionRow> the_inspection(const ports::Records& records, FormalityId id) {
  auto row = records.find_inspection(id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "inspection_unknown");
  return **std::move(row);
}

Result<std::optional<std::string>> subject_of_repeat(const ports::Records& records,
                                                     const ports::Caller& caller, const Request& request) {
  if (!request.idempotency_key) return std::nullopt;
  const auto earlier = records.find_request(*request.idempotency_key, caller.officer_id);
  if (!earlier) return pass_on(earlier);
  if (!earlier->has_value()) return std::nullopt;
  if ((*earlier)->request_digest != request.request_digest) {
    return fail(ErrorKind::conflict, "idempotency_key_reused");
  }
  return (*earlier)->subject;
}

std::optional<ports::RequestMark> mark_of(const ports::Caller& caller, const Request& request,
                                          const std::string& subject) {
  if (!request.idempotency_key) return std::nullopt;
  return ports::RequestMark{*request.idempotency_key, caller.officer_id, request.request_digest, subject};
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
