#include <algorithm>

#include "cardea/documents/mrz.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::documents {

const Field* Reading::find(FieldName wanted) const {
  const auto* found =
      std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == wanted; });
  return found == fields.end() ? nullptr : found;
}

std::string_view Reading::text(FieldName wanted) const {
  const Field* field = find(wanted);
  return field == nullptr ? std::string_view{} : field->value.view();
}

const CheckDigit* Reading::find_check(FieldName over) const {
  const auto* found = std::find_if(check_digits.begin(), check_digits.end(),
                                   [&](const CheckDigit& digit) { return digit.over == over; });
  return found == check_digits.end() ? nullptr : found;
}

bool Reading::has(FindingReason reason) const {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& finding) { return finding.reason == reason; });
}

std::vector<std::string_view> Reading::lines() const {
  return normalised.empty() ? std::vector<std::string_view>{} : split(normalised, '\n');
}

}  // namespace cardea::documents
