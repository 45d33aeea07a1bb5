// An id of one kind is not taken for an id of another.
#include "cardea/kernel/id.hpp"

using TravellerId = cardea::Id<struct TravellerTag>;
using CrossingId = cardea::Id<struct CrossingTag>;

bool same(CrossingId a, CrossingId b) { return a == b; }

bool use(const cardea::IdBytes& bytes) {
#ifdef MUST_NOT_COMPILE
  return same(CrossingId{bytes}, TravellerId{bytes});
#else
  return same(CrossingId{bytes}, CrossingId{bytes});
#endif
}
