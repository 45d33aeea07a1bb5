#include "cardea/crossings/minor.hpp"

#include <algorithm>
#include <array>

#include "cardea/kernel/text.hpp"

namespace cardea::crossings {
namespace {

constexpr std::string_view kHolder = "parental_authority";
constexpr std::string_view kNobody = "nobody";
constexpr std::array<std::string_view, 3> kWith{kHolder, "other_adult", kNobody};
constexpr std::string_view kNotSeen = "not_seen";
constexpr std::array<std::string_view, 3> kConsents{"seen", kNotSeen, "not_required"};

bool among(std::string_view word, const auto& words) { return std::ranges::find(words, word) != words.end(); }

}  // namespace

bool parse(std::string_view word, MinorCare& care) {
  using enum MinorCare;
  for (const MinorCare each : {not_minor, not_recorded, in_care, without_consent}) {
    if (name(each) != word) continue;
    care = each;
    return true;
  }
  return false;
}

Done check_company(const MinorCompany& company) {
  if (!among(company.with, kWith) || !among(company.consent, kConsents))
    return fail(ErrorKind::malformed, "minor_company_unknown");
  if (company.with != kNobody && trim(company.name).empty())
    return fail(ErrorKind::malformed, "minor_company_name_required");
  return {};
}

MinorCare care_of(const MinorCompany& company) {
  const bool looked_after = company.with == kHolder || company.consent != kNotSeen;
  return looked_after ? MinorCare::in_care : MinorCare::without_consent;
}

}  // namespace cardea::crossings
