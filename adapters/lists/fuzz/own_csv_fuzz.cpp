// Any bytes as this list: a whole list of alerts that may be kept, or a reason.
#include "check_list.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_list(cardea::lists::read_own_csv(text));
  return 0;
}
