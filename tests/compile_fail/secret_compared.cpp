// Secrets are compared in constant time or not at all.
#include <string>

#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/secret.hpp"

bool use(const cardea::Secret<std::string>& a, const cardea::Secret<std::string>& b) {
#ifdef MUST_NOT_COMPILE
  return a == b;
#else
  return cardea::equal_in_constant_time(cardea::bytes_of(a.reveal()), cardea::bytes_of(b.reveal()));
#endif
}
