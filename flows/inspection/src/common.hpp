#pragma once

#include "cardea/inspection/inspections.hpp"

namespace cardea::inspection {

/// Texts of officers: at most this many bytes, UTF-8, no control characters but line ends and tabs.
inline constexpr std::size_t kNoteBytesMax = 4000;
inline constexpr std::size_t kWordBytesMax = 200;

/// Crossings that are looked at when a stay is counted.
inline constexpr int kHistoryForCount = 2000;

/// Fails `malformed/text_too_long`, `malformed/text_invalid`.
[[nodiscard]] Done check_text(std::string_view text, std::size_t bytes_max);

/// A word of our own making read back; the first enumerator when it is none.
template <class Enum>
[[nodiscard]] Enum word_as(std::string_view word) {
  Enum value{};
  return parse(word, value) ? value : Enum{};
}

/// Fails `conflict/node_not_made`.
[[nodiscard]] Result<ports::NodeCreated> the_node(const ports::Records& records);
/// Fails `not_found/inspection_unknown`.
[[nodiscard]] Result<ports::InspectionRow> the_inspection(const ports::Records& records, FormalityId id);

/// What an earlier request with this key was about; nothing when there was none. Fails
/// `conflict/idempotency_key_reused`.
[[nodiscard]] Result<std::optional<std::string>> subject_of_repeat(const ports::Records& records,
                                                                   const ports::Caller& caller,
                                                                   const Request& request);
[[nodiscard]] std::optional<ports::RequestMark> mark_of(const ports::Caller& caller, const Request& request,
                                                        const std::string& subject);

[[nodiscard]] ports::AssessmentRecord record_of(const crossings::Assessment& assessment);
[[nodiscard]] crossings::Assessment assessment_of(const ports::AssessmentRecord& record);

/// Alerts whose action is discreet are not for the first line.
[[nodiscard]] bool may_see(const screening::Hit& hit);

[[nodiscard]] Result<InspectionView> view_of(const Parts& parts, const ports::Caller& caller,
                                             const ports::InspectionRow& row);
[[nodiscard]] Result<InspectionView> view_of(const Parts& parts, const ports::Caller& caller, FormalityId id);

}  // namespace cardea::inspection
