#pragma once

#include "cardea/inspection/inspections.hpp"
#include "cardea/ports/request.hpp"

namespace cardea::inspection {

/// Texts of officers: at most this many bytes, UTF-8, no control characters but line ends and tabs.
inline constexpr std::size_t kNoteBytesMax = 4000;
inline constexpr std::size_t kWordBytesMax = 200;

/// Crossings that are looked at when a stay is counted.
inline constexpr int kHistoryForCount = 2000;

/// A word of our own making read back; the first enumerator when it is none.
template <class Enum>
[[nodiscard]] Enum word_as(std::string_view word) {
  Enum value{};
  return parse(word, value) ? value : Enum{};
}

/// Fails `not_found/inspection_unknown`.
[[nodiscard]] Result<ports::InspectionRow> the_inspection(const ports::Records& records, FormalityId id);

[[nodiscard]] ports::AssessmentRecord record_of(const crossings::Assessment& assessment);
[[nodiscard]] crossings::Assessment assessment_of(const ports::AssessmentRecord& record);

/// Alerts whose action is discreet are not for the first line.
[[nodiscard]] bool may_see(const screening::Hit& hit);

[[nodiscard]] Result<InspectionView> view_of(const Parts& parts, const ports::Caller& caller,
                                             const ports::InspectionRow& row);
[[nodiscard]] Result<InspectionView> view_of(const Parts& parts, const ports::Caller& caller, FormalityId id);

}  // namespace cardea::inspection
