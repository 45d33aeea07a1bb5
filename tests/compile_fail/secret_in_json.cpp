// A struct that holds a secret has no JSON form.
#include <boost/describe/class.hpp>

#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/secret.hpp"

struct Account {
  std::string user_name;
  cardea::Secret<std::string> password;
};
#ifdef MUST_NOT_COMPILE
BOOST_DESCRIBE_STRUCT(Account, (), (user_name, password))
#else
BOOST_DESCRIBE_STRUCT(Account, (), (user_name))
#endif

std::string use(const Account& account) { return cardea::write_json(account); }
