#include "optical_twins.hpp"

#include "zone.hpp"

namespace cardea::documents {
namespace {

// Pairs that readers of OCR-B confuse, likeliest first: the five of ICAO Doc 9303-3's repertoire that every
// reader knows, then those alike in print or when worn. The first pair in which a character finds a partner
// of the kind wanted is its forced twin.
constexpr std::string_view kPairs[] = {"0O", "1I", "8B", "5S", "2Z", "6G", "0D", "0Q", "1L",
                                       "4A", "7T", "OD", "OQ", "IL", "UV", "CG", "MN", "EF",
                                       "PR", "38", "68", "56", "17", "<K", "<C", "<L"};

}  // namespace

std::string optical_twins(char c, std::uint8_t allowed) {
  std::string twins;
  for (const std::string_view pair : kPairs) {
    for (const std::size_t side : {0u, 1u}) {
      const char other = pair[1 - side];
      if (pair[side] == c && (kinds_of(other) & allowed) != 0) twins.push_back(other);
    }
  }
  return twins;
}

char forced_twin(char c, std::uint8_t allowed) {
  const std::string twins = optical_twins(c, allowed & static_cast<std::uint8_t>(~layout::kFiller));
  return twins.empty() ? '\0' : twins.front();
}

}  // namespace cardea::documents
