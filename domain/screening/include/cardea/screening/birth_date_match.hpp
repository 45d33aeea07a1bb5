#pragma once

#include <cstdint>
#include <string_view>

#include "cardea/kernel/date.hpp"
#include "cardea/watchlist/alert.hpp"

namespace cardea::screening {

/// How the birth date of the traveller stands to one the list gives.
enum class BirthDateRelation : std::uint8_t {
  exact,
  day_month_swapped,
  year_off_by_one,  ///< same day and month
  digit_slip,       ///< one digit differs, or two neighbours changed places
  decade_off,       ///< same day and month, ten years apart
  month_equal,      ///< year and month agree, one side has no day
  year_equal,       ///< one side has the year only
  new_year_dummy,   ///< same year, one side says 1 January, as registers do when the day is unknown
  year_near,        ///< year only, one year apart; or a little outside an approximate year
  same_year,        ///< full dates, another day of the year
  next_year,
  within_three_years,
  contradictory,
  not_recorded
};

[[nodiscard]] std::string_view name(BirthDateRelation relation);
[[nodiscard]] bool parse(std::string_view word, BirthDateRelation& relation);

[[nodiscard]] BirthDateRelation compare_birth_dates(const PartialDate& traveller,
                                                    const watchlist::BirthDate& listed);

/// Bits of a relation. `date_share` is the share of people on the list born on that very day, used for
/// `exact` only.
[[nodiscard]] double birth_date_bits(BirthDateRelation relation, const watchlist::BirthDate& listed,
                                     double date_share);

/// `same`, `close`, `different` or `not_recorded`, for the officer.
[[nodiscard]] std::string_view evidence_of(BirthDateRelation relation);

}  // namespace cardea::screening
