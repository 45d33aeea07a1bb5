#include "dates.hpp"

namespace cardea::documents {
namespace {

constexpr int kAgeYearsMax = 125;
constexpr int kExpiryYearsAhead = 50;
constexpr int kUnknown = -1;
constexpr int kMalformed = -2;

int two_digits(const char* at) {
  if (at[0] == '<' && at[1] == '<') return kUnknown;
  const bool digits = at[0] >= '0' && at[0] <= '9' && at[1] >= '0' && at[1] <= '9';
  return digits ? (at[0] - '0') * 10 + (at[1] - '0') : kMalformed;
}

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

// Year without century, month and day as printed; each may be unknown.
struct Printed {
  int year;
  int month;
  int day;

  // Whether there is such a day in `century`; an unknown part forbids nothing.
  [[nodiscard]] bool possible(int century) const {
    if (year == kMalformed || month == kMalformed || day == kMalformed) return false;
    if (month == 0 || month > 12 || day == 0) return false;
    if (day == kUnknown) return true;
    const int longest =
        month == kUnknown ? 31 : days_in_month(year == kUnknown ? 2000 : century + year, month);
    return day <= longest;
  }
  [[nodiscard]] PartialDate in(int century) const {
    PartialDate date;
    if (year != kUnknown) date.year = static_cast<std::int16_t>(century + year);
    if (month != kUnknown) date.month = static_cast<std::uint8_t>(month);
    if (day != kUnknown) date.day = static_cast<std::uint8_t>(day);
    return date;
  }
  // A number that orders days; unknown parts count as the first.
  [[nodiscard]] int order(int century) const {
    return ((century + year) * 100 + (month < 1 ? 1 : month)) * 100 + (day < 1 ? 1 : day);
  }
};

int order_of(Date date) { return (date.year() * 100 + date.month()) * 100 + date.day(); }

void add_if_possible(DateReading& reading, const Printed& printed, int century) {
  if (printed.possible(century)) reading.candidates.push_back(printed.in(century));
}

// Both centuries as far as the day is not after the reading date nor more than `years_back` before it.
void add_past(DateReading& reading, const Printed& printed, Date reading_date, int years_back) {
  if (printed.year == kUnknown) {
    add_if_possible(reading, printed, 0);
    return;
  }
  const int today = order_of(reading_date);
  for (const int century : {2000, 1900}) {
    const int day = printed.order(century);
    if (day <= today && day >= today - years_back * 10000) add_if_possible(reading, printed, century);
  }
}

}  // namespace

DateReading read_birth_date(std::string_view six, Date reading_date) {
  DateReading reading{ShortText<6>(six), {}};
  const Printed printed{two_digits(six.data()), two_digits(six.data() + 2), two_digits(six.data() + 4)};
  add_past(reading, printed, reading_date, kAgeYearsMax);
  return reading;
}

DateReading read_expiry_date(std::string_view six, Date reading_date) {
  DateReading reading{ShortText<6>(six), {}};
  const Printed printed{two_digits(six.data()), two_digits(six.data() + 2), two_digits(six.data() + 4)};
  add_if_possible(reading, printed, 2000);
  const bool far_ahead = printed.year >= 0 && 2000 + printed.year > reading_date.year() + kExpiryYearsAhead;
  if (far_ahead) add_if_possible(reading, printed, 1900);
  return reading;
}

DateReading read_issue_month(std::string_view four, Date reading_date) {
  DateReading reading{ShortText<6>(four), {}};
  const Printed printed{two_digits(four.data()), two_digits(four.data() + 2), kUnknown};
  add_past(reading, printed, reading_date, 99);
  return reading;
}

}  // namespace cardea::documents
