// Bytes become an id only where somebody says so.
#include "cardea/kernel/id.hpp"

using CrossingId = cardea::Id<struct CrossingTag>;

std::string use(const cardea::IdBytes& bytes) {
#ifdef MUST_NOT_COMPILE
  const CrossingId id = bytes;
#else
  const CrossingId id{bytes};
#endif
  return to_text(id);
}
