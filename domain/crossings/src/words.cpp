// Reading the words of the room's enumerations back.
#include "cardea/crossings/assessment.hpp"
#include "cardea/crossings/check.hpp"
#include "cardea/crossings/decision.hpp"
#include "cardea/crossings/direction.hpp"
#include "cardea/crossings/validity.hpp"

namespace cardea::crossings {
namespace {

template <class Enum>
bool parse_among(std::string_view word, std::initializer_list<Enum> all, Enum& found) {
  for (const Enum value : all) {
    if (name(value) != word) continue;
    found = value;
    return true;
  }
  return false;
}

}  // namespace

bool parse(std::string_view word, CheckName& check) {
  for (const CheckName value : kAllChecks) {
    if (name(value) != word) continue;
    check = value;
    return true;
  }
  return false;
}

bool parse(std::string_view word, CheckState& state) {
  using enum CheckState;
  return parse_among(word, {clear, info, review, hit, unavailable, not_checked}, state);
}

bool parse(std::string_view word, Direction& direction) {
  return parse_among(word, {Direction::entry, Direction::exit}, direction);
}

bool parse(std::string_view word, DateStatus& status) {
  using enum DateStatus;
  return parse_among(
      word,
      {valid, expires_soon, remaining_validity_short, document_expired, no_expiry_date, impossible_date},
      status);
}

bool parse(std::string_view word, Verdict& verdict) {
  using enum Verdict;
  return parse_among(word, {nothing_found, note, review, compare}, verdict);
}

bool parse(std::string_view word, Comparison& comparison) {
  using enum Comparison;
  return parse_among(word, {not_compared, same_person, not_same_person}, comparison);
}

bool parse(std::string_view word, Outcome& outcome) {
  return parse_among(word, {Outcome::admit, Outcome::refer, Outcome::refuse}, outcome);
}

}  // namespace cardea::crossings
