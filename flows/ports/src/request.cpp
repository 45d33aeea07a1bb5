#include "cardea/ports/request.hpp"

#include <algorithm>

#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::ports {

Result<std::optional<std::string>> subject_of_repeat(const Records& records, const Caller& caller,
                                                     const ActRequest& request) {
  if (!request.idempotency_key) return std::nullopt;
  const auto earlier = records.find_request(*request.idempotency_key, caller.officer_id);
  if (!earlier) return pass_on(earlier);
  if (!earlier->has_value()) return std::nullopt;
  if ((*earlier)->request_digest != request.request_digest) {
    return fail(ErrorKind::conflict, "idempotency_key_reused");
  }
  return (*earlier)->subject;
}

std::optional<RequestMark> mark_of(const Caller& caller, const ActRequest& request,
                                   const std::string& subject) {
  if (!request.idempotency_key) return std::nullopt;
  return RequestMark{*request.idempotency_key, caller.officer_id, request.request_digest, subject};
}

Result<NodeCreated> made_node(const Records& records) {
  auto node = records.node();
  if (!node) return pass_on(node);
  if (!node->has_value()) return fail(ErrorKind::conflict, "node_not_made");
  return **std::move(node);
}

Done check_officer_text(std::string_view text, std::size_t bytes_max) {
  const auto is_control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
  };
  if (text.size() > bytes_max) return fail(ErrorKind::malformed, "text_too_long");
  if (!is_valid_utf8(text) || std::ranges::any_of(text, is_control))
    return fail(ErrorKind::malformed, "text_invalid");
  return {};
}

}  // namespace cardea::ports
