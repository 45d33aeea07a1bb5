#include "standard_data.hpp"

#include "cardea/kernel/check.hpp"

namespace cardea::app {

const documents::IssuerCodes& issuer_codes() {
  static const auto kCodes = [] {
    auto parsed = documents::IssuerCodes::parse(documents::issuer_codes_text());
    CARDEA_ASSERT(parsed.has_value());
    return std::move(*parsed);
  }();
  return kCodes;
}

}  // namespace cardea::app
