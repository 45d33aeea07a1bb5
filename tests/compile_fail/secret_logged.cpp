// A secret has no formatter, so that no log line takes it.
#include <fmt/format.h>

#include <string>

#include "cardea/kernel/secret.hpp"

std::string use(const cardea::Secret<std::string>& password) {
#ifdef MUST_NOT_COMPILE
  return fmt::format("event=sign_in password={}", password);
#else
  return fmt::format("event=sign_in length={}", password.reveal().size());
#endif
}
