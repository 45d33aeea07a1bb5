// A secret does not go into a stream.
#include <sstream>
#include <string>

#include "cardea/kernel/secret.hpp"

std::string use(const cardea::Secret<std::string>& password) {
  std::ostringstream out;
#ifdef MUST_NOT_COMPILE
  out << password;
#else
  out << password.reveal().size();
#endif
  return out.str();
}
