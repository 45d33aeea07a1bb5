#include "cardea/crossings/validity.hpp"

#include <algorithm>

namespace cardea::crossings {
namespace {

Date last_of_month(int year, int month) {
  for (int day = 31; day > 28; --day) {
    if (const auto date = Date::create(year, month, day)) return *date;
  }
  return *Date::create(year, month, 28);
}

// The last day a document may be used, or nothing when the text is no date.
std::optional<Date> last_valid_day(const PartialDate& expires_on) {
  if (!expires_on.year || (expires_on.day && !expires_on.month)) return std::nullopt;
  if (expires_on.day) return expires_on.full();
  const int month = expires_on.month ? *expires_on.month : 12;
  if (!Date::create(*expires_on.year, month, 1)) return std::nullopt;
  return last_of_month(*expires_on.year, month);
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return words.empty() || std::ranges::find(words, word) != words.end();
}

bool fits(const AcceptanceLine& line, const DocumentFacts& document) {
  return document.code.starts_with(line.code) && contains(line.formats, document.format) &&
         contains(line.issuers, document.issuer);
}

}  // namespace

Date plus_months(Date date, int months) {
  const int count = date.year() * 12 + date.month() - 1 + months;
  const int year = count / 12;
  const int month = count % 12 + 1;
  return std::min(Date::create(year, month, date.day()).value_or(last_of_month(year, month)),
                  last_of_month(year, month));
}

DateStatus date_status(const std::optional<PartialDate>& expires_on, Date on, const DocumentRules& rules) {
  if (!expires_on || expires_on->empty()) return DateStatus::no_expiry_date;
  const auto last = last_valid_day(*expires_on);
  if (!last || *last > plus_months(on, rules.validity_years_max * 12)) return DateStatus::impossible_date;
  if (*last < on) return DateStatus::document_expired;
  if (*last < plus_months(on, rules.months_after_departure)) return DateStatus::remaining_validity_short;
  return *last < on.plus_days(rules.expires_soon_days) ? DateStatus::expires_soon : DateStatus::valid;
}

AcceptanceLine acceptance(const DocumentFacts& document, const DocumentRules& rules) {
  const auto line =
      std::ranges::find_if(rules.accepted, [&](const auto& each) { return fits(each, document); });
  if (line != rules.accepted.end()) return *line;
  return {"", {}, {}, "refused", "document_type_not_accepted"};
}

}  // namespace cardea::crossings
