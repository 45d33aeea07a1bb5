// Any bytes as this list: a whole list of alerts that may be kept, or a reason. A form feed parts SDN.CSV
// from ALT.CSV.
#include "check_list.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = text.find("\f");
  const std::string_view sdn = text.substr(0, cut);
  const std::string_view alt = cut == std::string_view::npos ? std::string_view{} : text.substr(cut + 1);
  check_list(cardea::lists::read_ofac_sdn({sdn, alt, {}, {}}));
  return 0;
}
