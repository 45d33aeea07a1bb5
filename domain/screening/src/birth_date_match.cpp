#include "cardea/screening/birth_date_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "cardea/screening/weights.hpp"

namespace cardea::screening {

namespace {

using enum BirthDateRelation;

struct Fact {
  BirthDateRelation relation;
  std::string_view word;
  double bits;
  std::string_view evidence;
};

// docs/explain/screening-score.md; `exact` is computed from how common the day is.
constexpr std::array<Fact, 14> kFacts{{{exact, "exact", 0, "same"},
                                       {day_month_swapped, "day_month_swapped", 12, "close"},
                                       {year_off_by_one, "year_off_by_one", 8.5, "close"},
                                       {digit_slip, "digit_slip", 7, "close"},
                                       {decade_off, "decade_off", 7.6, "close"},
                                       {month_equal, "month_equal", 6, "close"},
                                       {year_equal, "year_equal", 3.7, "close"},
                                       {new_year_dummy, "new_year_dummy", 1, "close"},
                                       {year_near, "year_near", -4, "different"},
                                       {same_year, "same_year", -7, "different"},
                                       {next_year, "next_year", -8, "different"},
                                       {within_three_years, "within_three_years", -9, "different"},
                                       {contradictory, "contradictory", -11, "different"},
                                       {not_recorded, "not_recorded", 0, "not_recorded"}}};

const Fact& fact_of(BirthDateRelation relation) { return kFacts[static_cast<std::size_t>(relation)]; }

std::array<int, 8> digits_of(const PartialDate& date) {
  const int number = *date.year * 10'000 + *date.month * 100 + *date.day;
  std::array<int, 8> digits{};
  for (std::size_t i = 0, divisor = 10'000'000; i < 8; ++i, divisor /= 10) {
    digits[i] = number / static_cast<int>(divisor) % 10;
  }
  return digits;
}

bool one_slip(const PartialDate& a, const PartialDate& b) {
  // One digit or two neighbours never touch year, month and day alike.
  if (a.year != b.year && a.month != b.month && a.day != b.day) {
    return false;
  }
  const auto x = digits_of(a);
  const auto y = digits_of(b);
  std::array<std::size_t, 8> at{};
  std::size_t differing = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    if (x[i] != y[i]) {
      at[differing++] = i;
    }
  }
  const bool swapped = differing == 2 && at[1] == at[0] + 1 && x[at[0]] == y[at[1]] && x[at[1]] == y[at[0]];
  return differing == 1 || swapped;
}

bool is_new_year(const PartialDate& date) { return date.month == 1 && date.day == 1; }

BirthDateRelation by_distance(int years) {
  switch (std::abs(years)) {
    case 0:
      return same_year;
    case 1:
      return next_year;
    case 2:
    case 3:
      return within_three_years;
    default:
      return contradictory;
  }
}

BirthDateRelation compare_full(const PartialDate& a, const PartialDate& b) {
  const int years = *a.year - *b.year;
  const bool same_day = a.month == b.month && a.day == b.day;
  if (same_day) {
    switch (std::abs(years)) {
      case 0:
        return exact;
      case 1:
        return year_off_by_one;
      case 10:
        return decade_off;
      default:
        break;
    }
  }
  if (years == 0 && a.month == b.day && a.day == b.month) {
    return day_month_swapped;
  }
  if (years == 0 && is_new_year(a) != is_new_year(b)) {
    return new_year_dummy;
  }
  return one_slip(a, b) ? digit_slip : by_distance(years);
}

/// Years between `year` and the span; 0 inside.
int years_outside(int year, int from, int to) { return year < from ? from - year : std::max(0, year - to); }

BirthDateRelation compare_years(int outside, bool approximate) {
  if (outside == 0) {
    return year_equal;
  }
  if (outside == 1 || (approximate && outside <= 3)) {
    return year_near;
  }
  return approximate && outside <= 5 ? within_three_years : by_distance(outside);
}

}  // namespace

std::string_view name(BirthDateRelation relation) { return fact_of(relation).word; }

bool parse(std::string_view word, BirthDateRelation& relation) {
  const auto fact = std::ranges::find(kFacts, word, &Fact::word);
  if (fact == kFacts.end()) {
    return false;
  }
  relation = fact->relation;
  return true;
}

BirthDateRelation compare_birth_dates(const PartialDate& traveller, const watchlist::BirthDate& listed) {
  const PartialDate& date = listed.date;
  if (!traveller.year || !date.year) {
    return not_recorded;
  }
  const bool span = listed.to_year && *listed.to_year > *date.year;
  const bool full = traveller.month && traveller.day && date.month && date.day;
  if (full && !span && !listed.approximate) {
    return compare_full(traveller, date);
  }
  if (full && !span && traveller == date) {
    return exact;
  }
  if (traveller.month && date.month && traveller.year == date.year && !span && !listed.approximate) {
    return traveller.month == date.month ? month_equal : same_year;
  }
  return compare_years(years_outside(*traveller.year, *date.year, span ? *listed.to_year : *date.year),
                       listed.approximate);
}

double birth_date_bits(BirthDateRelation relation, const watchlist::BirthDate& listed, double date_share) {
  if (relation == exact) {
    return std::clamp(kBirthDateWeight * std::log2(kBirthDateShare / date_share), 0.0, kBirthDateMax);
  }
  if (relation == year_equal && listed.to_year && listed.date.year && *listed.to_year > *listed.date.year) {
    const double years = *listed.to_year - *listed.date.year + 1;
    return std::max(0.0, fact_of(relation).bits - 0.5 * std::log2(years));
  }
  if (relation == year_near && listed.approximate) {
    return -1.0;
  }
  return fact_of(relation).bits;
}

std::string_view evidence_of(BirthDateRelation relation) { return fact_of(relation).evidence; }

}  // namespace cardea::screening
