#include "cardea/documents/check_digit.hpp"

namespace cardea::documents {

std::vector<BlindSpot> blind_spots(std::string_view field) {
  std::vector<BlindSpot> spots;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const std::string_view twins = undetectable_with(field[i]);
    const bool swappable = i + 1 < field.size() && swap_is_undetectable(field[i], field[i + 1]);
    if (!twins.empty()) spots.push_back({static_cast<int>(i), twins, swappable});
  }
  return spots;
}

}  // namespace cardea::documents
