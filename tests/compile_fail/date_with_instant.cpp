// A day of the law and a point in time are not ordered: which comes first depends on the place.
#include "cardea/kernel/date.hpp"

bool use(cardea::Date expires_on, cardea::Instant now, cardea::Date today) {
#ifdef MUST_NOT_COMPILE
  static_cast<void>(today);
  return expires_on < now;
#else
  static_cast<void>(now);
  return expires_on < today;
#endif
}
