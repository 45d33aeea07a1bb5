#include "common.hpp"

namespace cardea::accountability {

ports::Caller for_data_protection(const ports::Caller& caller) {
  ports::Caller by = caller;
  if (!by.purpose_stated) by.purpose = "data_protection";
  return by;
}

}  // namespace cardea::accountability
