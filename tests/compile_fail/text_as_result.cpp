// A failure needs a kind and a reason: text alone is none.
#include "cardea/kernel/result.hpp"

cardea::Done use(bool well) {
  if (well) return {};
#ifdef MUST_NOT_COMPILE
  return "went_wrong";
#else
  return cardea::fail(cardea::ErrorKind::broken, "went_wrong");
#endif
}
