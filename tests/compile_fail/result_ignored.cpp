// A result that nobody looks at is an error nobody sees.
#include "cardea/kernel/json.hpp"

bool use(std::string_view text) {
#ifdef MUST_NOT_COMPILE
  cardea::parse_json(text);
  return true;
#else
  return cardea::parse_json(text).has_value();
#endif
}
