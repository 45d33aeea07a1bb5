#include "cardea/screening/birth_date_match.hpp"

#include <gtest/gtest.h>

#include "cardea/screening/weights.hpp"

namespace cardea::screening {
namespace {

using enum BirthDateRelation;

watchlist::BirthDate listed(std::string_view text, bool approximate = false, int to_year = 0) {
  watchlist::BirthDate birth{*parse_partial_date(text), approximate, std::nullopt};
  if (to_year != 0) {
    birth.to_year = static_cast<std::int16_t>(to_year);
  }
  return birth;
}

struct Case {
  std::string_view traveller;
  watchlist::BirthDate list;
  BirthDateRelation relation;
};

class BirthDateTable : public ::testing::TestWithParam<Case> {};

// REQ: F-E02
TEST_P(BirthDateTable, NamesTheRelation) {
  EXPECT_EQ(compare_birth_dates(*parse_partial_date(GetParam().traveller), GetParam().list),
            GetParam().relation);
}

INSTANTIATE_TEST_SUITE_P(Relations, BirthDateTable,
                         ::testing::Values(Case{"1965-03-11", listed("1965-03-11"), exact},
                                           Case{"1965-03-11", listed("1965-11-03"), day_month_swapped},
                                           Case{"1965-03-11", listed("1966-03-11"), year_off_by_one},
                                           Case{"1965-03-11", listed("1975-03-11"), decade_off},
                                           Case{"1965-03-11", listed("1965-03-17"), digit_slip},
                                           Case{"1965-03-11", listed("1956-03-11"), digit_slip},
                                           Case{"1965-03-11", listed("1965-01-01"), new_year_dummy},
                                           Case{"1965-03-11", listed("1965-03"), month_equal},
                                           Case{"1965-03-11", listed("1965"), year_equal},
                                           Case{"1965", listed("1965-03-11"), year_equal},
                                           Case{"1965-03-11", listed("1966"), year_near},
                                           Case{"1965-03-11", listed("1960", false, 1970), year_equal},
                                           Case{"1965-03-11", listed("1962", true), year_near},
                                           Case{"1965-03-11", listed("1965-10-29"), same_year},
                                           Case{"1965-03-11", listed("1966-10-29"), next_year},
                                           Case{"1965-03-11", listed("1968-10-29"), within_three_years},
                                           Case{"1965-03-11", listed("1990-10-29"), contradictory},
                                           Case{"1965-03-11", listed("XXXX-03-11"), not_recorded}));

TEST(BirthDate, CountsARareDayMoreThanACommonOne) {
  EXPECT_GT(birth_date_bits(exact, listed("1965-03-11"), 1e-4),
            birth_date_bits(exact, listed("1965-01-01"), 1e-2));
}

TEST(BirthDate, NeverEarnsMoreThanTheCap) {
  EXPECT_EQ(birth_date_bits(exact, listed("1965-03-11"), 1e-9), kBirthDateMax);
}

TEST(BirthDate, ReadsBackTheNamesOfItsRelations) {
  for (int i = 0; i <= static_cast<int>(not_recorded); ++i) {
    BirthDateRelation read = exact;
    EXPECT_TRUE(parse(name(static_cast<BirthDateRelation>(i)), read));
    EXPECT_EQ(static_cast<int>(read), i);
  }
}

}  // namespace
}  // namespace cardea::screening
